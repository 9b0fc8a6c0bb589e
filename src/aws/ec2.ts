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
import { mapErrors, type Page } from './call.ts';
import { CallError, unreadableError } from './errors/call-error.ts';
import { normalizeAsn, normalizeCidr, normalizeMessage, normalizeState } from './normalize.ts';

/** EC2's acceptance of an associate call. */
export interface Acceptance {
  readonly state: string;
  readonly statusMessage: string;
  readonly requestId: string;
}

/** EC2's answer to a DryRun. Where `ignored`, the call may have been carried out. */
export interface DryRunAnswer {
  readonly verdict: 'permitted' | 'ignored';
  readonly requestId: string;
}

/** The requests to EC2, each sent once; call.ts adds the rest. All throw CallError. */
export interface Ec2 {
  describeByoipCidrs(nextToken: string | undefined, signal: AbortSignal): Promise<Page<ByoipCidr>>;
  describeIpamByoasn(nextToken: string | undefined, signal: AbortSignal): Promise<Page<Byoasn>>;
  associate(association: Association, signal: AbortSignal): Promise<Acceptance>;
  disassociate(association: Association, signal: AbortSignal): Promise<Acceptance>;
  /** Asks with `DryRun` whether the caller may associate. */
  dryRunAssociate(association: Association, signal: AbortSignal): Promise<DryRunAnswer>;
  dryRunDisassociate(association: Association, signal: AbortSignal): Promise<DryRunAnswer>;
}

/** The requests over SDK clients that are set to a single attempt; `ipamClient` lists the ASNs. */
export function ec2Calls(client: EC2Client, ipamClient = client): Ec2 {
  return {
    describeByoipCidrs: async (nextToken, abortSignal) => {
      const command = new DescribeByoipCidrsCommand(paging(nextToken));
      const answer = await mapErrors(client.send(command, { abortSignal }));
      return page('byoipCidrSet', answer.ByoipCidrs, answer.NextToken);
    },
    describeIpamByoasn: async (nextToken, abortSignal) => {
      const command = new DescribeIpamByoasnCommand(paging(nextToken));
      const answer = await mapErrors(ipamClient.send(command, { abortSignal }));
      return page('byoasnSet', answer.Byoasns, answer.NextToken);
    },
    associate: async (association, abortSignal) => {
      const command = new AssociateIpamByoasnCommand(namesOf(association));
      return readAcceptance(association, client.send(command, { abortSignal }));
    },
    disassociate: async (association, abortSignal) => {
      const command = new DisassociateIpamByoasnCommand(namesOf(association));
      return readAcceptance(association, client.send(command, { abortSignal }));
    },
    dryRunAssociate: async (association, abortSignal) => {
      const command = new AssociateIpamByoasnCommand(dryRunOf(association));
      return readDryRun(client.send(command, { abortSignal }));
    },
    dryRunDisassociate: async (association, abortSignal) => {
      const command = new DisassociateIpamByoasnCommand(dryRunOf(association));
      return readDryRun(client.send(command, { abortSignal }));
    },
  };
}

function namesOf({ asn, cidr }: Association) {
  return { Asn: asn, Cidr: cidr };
}

function dryRunOf(association: Association) {
  return { ...namesOf(association), DryRun: true };
}

type Answer = AssociateIpamByoasnCommandOutput | DisassociateIpamByoasnCommandOutput;

async function readAcceptance(
  { asn, cidr }: Association,
  answer: Promise<Answer>,
): Promise<Acceptance> {
  const { AsnAssociation: association, $metadata } = await mapErrors(answer);
  const requestId = $metadata.requestId ?? '';
  const isSame =
    normalizeAsn(association?.Asn) === asn && normalizeCidr(association?.Cidr) === cidr;
  if (!isSame || association?.State === undefined) {
    throw unreadableError('the answer does not show the association', requestId);
  }
  const statusMessage = normalizeMessage(association.StatusMessage);
  return { state: normalizeState(association.State), statusMessage, requestId };
}

/** What EC2 answers to a request with `DryRun`; throws CallError. */
export async function readDryRun(
  answer: Promise<Pick<Answer, '$metadata'>>,
): Promise<DryRunAnswer> {
  try {
    const { $metadata } = await mapErrors(answer);
    return { verdict: 'ignored', requestId: $metadata.requestId ?? '' };
  } catch (error) {
    if (!(error instanceof CallError) || error.result.kind !== 'permitted') throw error;
    return { verdict: 'permitted', requestId: error.result.requestId ?? '' };
  }
}

/** The largest page that EC2 gives. */
function paging(nextToken: string | undefined) {
  return { MaxResults: 100, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
}

/** EC2 writes an empty set as an empty element; a missing one means a truncated answer. */
export function page<Item>(
  set: string,
  items: readonly Item[] | undefined,
  nextToken: string | undefined,
): Page<Item> {
  if (items === undefined) throw unreadableError(`the answer has no ${set}`);
  return { items, nextToken: nextToken || undefined };
}
