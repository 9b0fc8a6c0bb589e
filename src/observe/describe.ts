import type { AsnAssociation } from '@aws-sdk/client-ec2';
import type { Ec2, Page } from '../aws/ec2.ts';
import { CallError, unreadableError } from '../aws/errors/call-error.ts';
import { describeResult } from '../aws/errors/to-failure.ts';
import { normalizeAsn, normalizeCidr, normalizeMessage, normalizeState } from '../aws/normalize.ts';
import { type RetryContext, retry } from '../aws/retry.ts';
import { callWithin } from '../aws/send.ts';
import { withRateLimiter } from '../aws/with-rate-limiter.ts';
import { startDeadline } from '../lib/deadline.ts';
import type { RateLimiter } from '../lib/rate-limiter.ts';
import type { RequestLimits } from '../lib/timeout.ts';
import type { Observed, ObservedAsn, ObservedCidr } from './observed.ts';

/** Reads what AWS shows; only DescribeByoipCidrs must be readable, and throws CallError if it is not. */
export async function observe(
  ec2: Ec2,
  pace: RateLimiter,
  world: RetryContext & RequestLimits,
): Promise<Observed> {
  const [cidrs, asns] = await Promise.all([
    describeCidrs(ec2, pace, world),
    describeAsns(ec2, world),
  ]);
  return { cidrs, asns };
}

/** Reads all BYOIP CIDRs of the account and Region with their associations; throws CallError. */
export async function describeCidrs(
  ec2: Ec2,
  pace: RateLimiter,
  world: RetryContext,
): Promise<readonly ObservedCidr[]> {
  const listed = await allPages((nextToken) =>
    retry(async () => {
      await pace.acquire();
      return withRateLimiter(pace, ec2.describeByoipCidrs(nextToken));
    }, world),
  );
  return listed.map((item) => {
    const cidr = normalizeCidr(item.Cidr);
    return {
      cidr,
      state: normalizeState(item.State),
      statusMessage: normalizeMessage(item.StatusMessage),
      advertisementType: item.AdvertisementType ?? '',
      associations: (item.AsnAssociations ?? []).map((association) => ({
        asn: asnIn(cidr, association),
        state: normalizeState(association.State),
        statusMessage: normalizeMessage(association.StatusMessage),
      })),
    };
  });
}

/** What names another CIDR than the entry that it stands in is clearly of neither. */
function asnIn(cidr: string, { Asn, Cidr }: AsnAssociation): string {
  const named = normalizeCidr(Cidr || cidr);
  return named === cidr ? normalizeAsn(Asn) : `${normalizeAsn(Asn)} of ${named}`;
}

const asnPatienceSeconds = 10;

/**
 * A role may lack this permission, and the docs contradict each other on the Region: never fatal,
 * and never what a run waits for.
 */
async function describeAsns(
  ec2: Ec2,
  world: RetryContext & RequestLimits,
): Promise<readonly ObservedAsn[] | { readonly unread: string }> {
  const seconds = Math.min(asnPatienceSeconds, world.deadline.remaining() / 1000);
  const deadline = startDeadline(world.clock, seconds);
  try {
    const patient = { ...world, deadline };
    const listed = await allPages((nextToken) =>
      retry(() => callWithin(patient, () => ec2.describeIpamByoasn(nextToken)), patient),
    );
    return listed.map(({ Asn, State, StatusMessage }) => ({
      asn: normalizeAsn(Asn),
      state: normalizeState(State),
      statusMessage: normalizeMessage(StatusMessage),
    }));
  } catch (error) {
    if (error instanceof CallError) return { unread: describeResult(error.result) };
    throw error;
  }
}

/** All items of a listing; an empty page may carry a token, and a token that returns is a loop. */
async function allPages<Item>(
  read: (nextToken: string | undefined) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const tokens = new Set<string>();
  for (let token: string | undefined; ; ) {
    const page = await read(token);
    // Not spread: a page may have more items than a call takes arguments.
    for (const item of page.items) items.push(item);
    token = page.nextToken;
    if (token === undefined) return items;
    if (tokens.has(token)) throw unreadableError('the listing repeats its NextToken');
    tokens.add(token);
  }
}
