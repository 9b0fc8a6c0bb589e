import {
  AssociateIpamByoasnCommand,
  type Byoasn,
  type ByoipCidr,
  DescribeByoipCidrsCommand,
  DescribeIpamByoasnCommand,
  type EC2Client,
} from '@aws-sdk/client-ec2';
import type { Association } from '../domain/association.ts';
import type { RequestLimits } from '../lib/timeout.ts';
import { CallError, unreadableError } from './errors/call-error.ts';
import { normalizeAsn, normalizeCidr, normalizeMessage, normalizeState } from './normalize.ts';
import { sendWithin } from './send.ts';

/** One page of a listing. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | undefined;
}

/** EC2's acceptance of an associate call. */
export interface Acceptance {
  readonly state: string;
  readonly statusMessage: string;
  readonly requestId: string;
}

/** EC2's answer to a DryRun: AWS permits it; what ignores it may have carried out the call. */
export interface DryRunAnswer {
  readonly verdict: 'permitted' | 'ignored';
  readonly requestId: string;
}

/** The calls of EC2 that a run makes, each once, without retries. All throw CallError. */
export interface Ec2 {
  describeByoipCidrs(nextToken?: string): Promise<Page<ByoipCidr>>;
  describeIpamByoasn(nextToken?: string): Promise<Page<Byoasn>>;
  /** Writes. */
  associate(association: Association): Promise<Acceptance>;
  /** Asks with `DryRun` whether the caller may associate. */
  dryRunAssociate(association: Association): Promise<DryRunAnswer>;
}

/** The calls over an SDK client that is set to a single attempt. */
export function ec2Calls(client: EC2Client, limits: RequestLimits): Ec2 {
  return {
    describeByoipCidrs: async (nextToken) => {
      const command = new DescribeByoipCidrsCommand(paging(nextToken));
      const answer = await sendWithin(limits, (abortSignal) =>
        client.send(command, { abortSignal }),
      );
      return page('byoipCidrSet', answer.ByoipCidrs, answer.NextToken);
    },
    describeIpamByoasn: async (nextToken) => {
      const command = new DescribeIpamByoasnCommand(paging(nextToken));
      const answer = await sendWithin(limits, (abortSignal) =>
        client.send(command, { abortSignal }),
      );
      return page('byoasnSet', answer.Byoasns, answer.NextToken);
    },
    associate: async ({ asn, cidr }) => {
      const command = new AssociateIpamByoasnCommand({ Asn: asn, Cidr: cidr });
      const { AsnAssociation: association, $metadata } = await sendWithin(limits, (abortSignal) =>
        client.send(command, { abortSignal }),
      );
      const requestId = $metadata.requestId ?? '';
      const shown =
        normalizeAsn(association?.Asn) === asn && normalizeCidr(association?.Cidr) === cidr;
      if (!shown || association?.State === undefined) {
        throw unreadableError('the answer does not show the association', requestId);
      }
      const statusMessage = normalizeMessage(association.StatusMessage);
      return { state: normalizeState(association.State), statusMessage, requestId };
    },
    dryRunAssociate: async ({ asn, cidr }) => {
      const command = new AssociateIpamByoasnCommand({ Asn: asn, Cidr: cidr, DryRun: true });
      try {
        const { $metadata } = await sendWithin(limits, (abortSignal) =>
          client.send(command, { abortSignal }),
        );
        return { verdict: 'ignored', requestId: $metadata.requestId ?? '' };
      } catch (error) {
        if (!(error instanceof CallError) || error.result.kind !== 'permitted') throw error;
        return { verdict: 'permitted', requestId: error.result.requestId ?? '' };
      }
    },
  };
}

/** The largest page that EC2 gives. */
function paging(nextToken: string | undefined) {
  return { MaxResults: 100, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
}

/** EC2 writes an empty set as an empty element; a missing one means that the answer was cut. */
function page<Item>(
  set: string,
  items: readonly Item[] | undefined,
  nextToken: string | undefined,
): Page<Item> {
  if (items === undefined) throw unreadableError(`the answer has no ${set}`);
  return { items, nextToken: nextToken || undefined };
}
