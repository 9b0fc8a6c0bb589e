import type { FailureDetails } from '../failure.ts';
import type { CallResult } from './errors/call-error.ts';

/** An IAM policy document. */
export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: '*';
    readonly Condition: { readonly StringEquals: { readonly 'ec2:Region': string } };
  }[];
}

interface PolicyOptions {
  /** The run removes associations, so it also reads origins. */
  readonly removes?: boolean;
}

/** Reads from where AWS advertises CIDRs, in the Region of the IPAM. */
export const originActions: readonly string[] = [
  'ec2:DescribeIpamResourceDiscoveries',
  'ec2:GetIpamDiscoveredRoutes',
];

/** A statement that allows actions in a Region. */
export const statement = (Sid: string, region: string, ...Action: readonly string[]) =>
  ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource: '*',
    Condition: { StringEquals: { 'ec2:Region': region } },
  }) as const;

/** A policy with these statements. */
export function policyOf(...statements: Policy['Statement']): Policy {
  return { Version: '2012-10-17', Statement: statements };
}

/** Allows reading the CIDRs in their Region, and with `ipamActions` what IPAM has in its own. */
export function readStatements(
  region: string,
  ipamRegion: string,
  ipamActions: readonly string[],
): Policy['Statement'] {
  const cidrs = 'ec2:DescribeByoipCidrs';
  return ipamRegion === region
    ? [statement('Read', region, cidrs, ...ipamActions)]
    : [statement('Read', region, cidrs), statement('ReadIpam', ipamRegion, ...ipamActions)];
}

/**
 * The smallest policy of a role that plans; `ipamRegion` is where it lists the ASNs. The calls support
 * neither resources nor tags, only the Region (Service Authorization Reference, Amazon EC2). The roles
 * of iam/ allow the same actions.
 */
export function planPolicy(
  region: string,
  ipamRegion = region,
  { removes = false }: PolicyOptions = {},
): Policy {
  const ipamActions = ['ec2:DescribeIpamByoasn', ...(removes ? originActions : [])];
  return policyOf(...readStatements(region, ipamRegion, ipamActions));
}

/** The smallest policy of a role that applies. EC2's DryRun needs it too. */
export function applyPolicy(
  region: string,
  ipamRegion = region,
  options: PolicyOptions = {},
): Policy {
  const { Statement } = planPolicy(region, ipamRegion, options);
  const disassociate = options.removes ? ['ec2:DisassociateIpamByoasn'] : [];
  const changes = ['ec2:AssociateIpamByoasn', ...disassociate];
  return policyOf(...Statement, statement('Associate', region, ...changes));
}

/** A policy as JSON to paste, with one line for each element of a statement. */
export function policyLines(policy: Policy): readonly string[] {
  return JSON.stringify(policy, null, 2)
    .replace(/(?<=^ {6}"\w+": )[[{].*?^ {6}[\]}]/gms, (value) => value.replace(/\n */g, ' '))
    .split('\n');
}

/** A policy to paste, with a title. */
export function policyToPaste(policy: Policy): readonly string[] {
  return ['Smallest policy for the role, for this Region:', ...policyLines(policy)];
}

/** The details of a Failure: the policy, if the role was denied the call. */
export function policyIfDenied(policy: Policy): (result: CallResult) => FailureDetails {
  return ({ kind }) => (kind === 'denied' ? { lines: policyToPaste(policy) } : {});
}
