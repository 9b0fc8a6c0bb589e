import {
  AssociateIpamByoasnCommand,
  type AssociateIpamByoasnCommandOutput,
  type Byoasn,
  type ByoipCidr,
  DescribeByoipCidrsCommand,
  DescribeIpamByoasnCommand,
  DisassociateIpamByoasnCommand,
  type DisassociateIpamByoasnCommandOutput,
  type EC2Client,
} from '@aws-sdk/client-ec2';
import type { Association } from '../domain/association.ts';
import type { Page } from './call.ts';
import { CallError, unreadableError } from './errors/call-error.ts';
import { normalizeAsn, normalizeCidr, normalizeMessage, normalizeState } from './normalize.ts';

/** A client of the SDK whose requests throw CallErrors. */
export type Client = Pick<EC2Client, 'send'>;

/** The clients for the Region of the CIDRs and for that of the ASNs. */
export interface Clients {
  readonly client: Client;
  readonly ipamClient: Client;
}

/** EC2's acceptance of a call. */
export interface Acceptance {
  readonly requestId: string;
  /** Undefined for a route: there, the state in the response proves nothing. */
  readonly state?: string;
  readonly statusMessage?: string;
}

/** EC2's response to a DryRun. If it was `ignored`, EC2 may have carried out the call. */
export interface DryRunResult {
  readonly verdict: 'permitted' | 'ignored';
  readonly requestId: string;
}

/** The requests to EC2, each sent once; call.ts adds retries and limits. All throw CallError. */
export interface Ec2 {
  describeByoipCidrs(nextToken: string | undefined, signal: AbortSignal): Promise<Page<ByoipCidr>>;
  describeIpamByoasn(nextToken: string | undefined, signal: AbortSignal): Promise<Page<Byoasn>>;
  associate(association: Association, signal: AbortSignal): Promise<Acceptance>;
  disassociate(association: Association, signal: AbortSignal): Promise<Acceptance>;
  /** Asks with `DryRun` whether the caller may associate. */
  dryRunAssociate(association: Association, signal: AbortSignal): Promise<DryRunResult>;
  dryRunDisassociate(association: Association, signal: AbortSignal): Promise<DryRunResult>;
}

/** The requests with the clients of a connection. */
export function ec2Calls({ client, ipamClient }: Clients): Ec2 {
  return {
    describeByoipCidrs: async (NextToken, abortSignal) => {
      const command = new DescribeByoipCidrsCommand({ MaxResults: largestPage, NextToken });
      const response = await client.send(command, { abortSignal });
      return page('byoipCidrSet', response.ByoipCidrs, response.NextToken);
    },
    describeIpamByoasn: async (NextToken, abortSignal) => {
      const command = new DescribeIpamByoasnCommand({ MaxResults: largestPage, NextToken });
      const response = await ipamClient.send(command, { abortSignal });
      return page('byoasnSet', response.Byoasns, response.NextToken);
    },
    associate: async (association, abortSignal) => {
      const command = new AssociateIpamByoasnCommand(inputOf(association));
      return readAcceptance(association, await client.send(command, { abortSignal }));
    },
    disassociate: async (association, abortSignal) => {
      const command = new DisassociateIpamByoasnCommand(inputOf(association));
      return readAcceptance(association, await client.send(command, { abortSignal }));
    },
    dryRunAssociate: (association, abortSignal) => {
      const command = new AssociateIpamByoasnCommand(dryRunOf(association));
      return readDryRun(client.send(command, { abortSignal }));
    },
    dryRunDisassociate: (association, abortSignal) => {
      const command = new DisassociateIpamByoasnCommand(dryRunOf(association));
      return readDryRun(client.send(command, { abortSignal }));
    },
  };
}

const largestPage = 100;

function inputOf({ asn, cidr }: Association) {
  return { Asn: asn, Cidr: cidr };
}

function dryRunOf(association: Association) {
  return { ...inputOf(association), DryRun: true };
}

type Response = AssociateIpamByoasnCommandOutput | DisassociateIpamByoasnCommandOutput;

function readAcceptance(
  { asn, cidr }: Association,
  { AsnAssociation: association, $metadata }: Response,
): Acceptance {
  const requestId = $metadata.requestId ?? '';
  const isSame =
    normalizeAsn(association?.Asn) === asn && normalizeCidr(association?.Cidr) === cidr;
  if (!isSame || association?.State === undefined) {
    throw unreadableError('the response does not show the association', requestId);
  }
  const statusMessage = normalizeMessage(association.StatusMessage);
  return { state: normalizeState(association.State), statusMessage, requestId };
}

/** The result of a request with `DryRun`; throws CallError. */
export async function readDryRun(
  response: Promise<Pick<Response, '$metadata'>>,
): Promise<DryRunResult> {
  try {
    const { $metadata } = await response;
    return { verdict: 'ignored', requestId: $metadata.requestId ?? '' };
  } catch (error) {
    if (!(error instanceof CallError) || error.result.kind !== 'permitted') throw error;
    return { verdict: 'permitted', requestId: error.result.requestId ?? '' };
  }
}

/** EC2 writes an empty set as an empty element; without any, the response was truncated. */
export function page<Item>(
  set: string,
  items: readonly Item[] | undefined,
  nextToken: string | undefined,
): Page<Item> {
  if (items === undefined) throw unreadableError(`the response has no ${set}`);
  return { items, nextToken: nextToken || undefined };
}
