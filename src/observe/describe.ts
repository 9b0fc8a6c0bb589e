import type { AsnAssociation } from '@aws-sdk/client-ec2';
import { type AwsCallContext, callPages } from '../aws/call.ts';
import type { Ec2 } from '../aws/ec2.ts';
import { CallError } from '../aws/errors/call-error.ts';
import { normalizeAsn, normalizeCidr, normalizeMessage, normalizeState } from '../aws/normalize.ts';
import { startDeadline } from '../lib/deadline.ts';
import type { RateLimiter } from '../lib/rate-limiter.ts';
import type { Observed, ObservedAsn, ObservedCidr } from './observed.ts';

/** Reads all BYOIP CIDRs of the account and Region with their associations. Throws CallError. */
export async function describeCidrs(
  ec2: Ec2,
  limiter: RateLimiter,
  context: AwsCallContext,
): Promise<readonly ObservedCidr[]> {
  const listed = await callPages(ec2.describeByoipCidrs, context, limiter);
  return listed.map((item) => {
    const cidr = normalizeCidr(item.Cidr);
    return {
      cidr,
      state: normalizeState(item.State),
      statusMessage: normalizeMessage(item.StatusMessage),
      advertisementType: item.AdvertisementType ?? '',
      networkBorderGroup: item.NetworkBorderGroup ?? '',
      associations: (item.AsnAssociations ?? []).map((association) => ({
        asn: asnIn(cidr, association),
        state: normalizeState(association.State),
        statusMessage: normalizeMessage(association.StatusMessage),
      })),
    };
  });
}

/** An association listed under one CIDR that names another CIDR belongs to neither. */
function asnIn(cidr: string, { Asn, Cidr }: AsnAssociation): string {
  const named = normalizeCidr(Cidr || cidr);
  return named === cidr ? normalizeAsn(Asn) : `${normalizeAsn(Asn)} of ${named}`;
}

/** Reads all ASNs of the account's IPAM in a Region. Throws CallError. */
export async function describeAsns(
  ec2: Ec2,
  context: AwsCallContext,
): Promise<readonly ObservedAsn[]> {
  const listed = await callPages(ec2.describeIpamByoasn, context);
  return listed.map(({ Asn, State, StatusMessage }) => ({
    asn: normalizeAsn(Asn),
    state: normalizeState(State),
    statusMessage: normalizeMessage(StatusMessage),
  }));
}

/**
 * The same for a run that can do without the ASNs: a role may lack this permission, and AWS's pages disagree
 * about the Region.
 */
export function tryDescribeAsns(ec2: Ec2, context: AwsCallContext): Promise<Observed['asns']> {
  return tryRead((bounded) => describeAsns(ec2, bounded), context);
}

const optionalSeconds = 10;

/** What a run can do without: read within ten seconds, or why it could not be read. */
export async function tryRead<T>(
  read: (context: AwsCallContext) => Promise<T>,
  context: AwsCallContext,
): Promise<T | { readonly unread: string }> {
  const seconds = Math.min(optionalSeconds, context.deadline.remaining() / 1000);
  try {
    return await read({ ...context, deadline: startDeadline(context.clock, seconds) });
  } catch (error) {
    if (error instanceof CallError) return { unread: error.message };
    throw error;
  }
}
