import { type AwsCallContext, call } from '../aws/call.ts';
import type { Connection } from '../aws/connection.ts';
import { withFailureContext } from '../aws/errors/to-failure.ts';
import { type Policy, policyIfDenied } from '../aws/policies.ts';
import { rates } from '../aws/rates.ts';
import type { BoundedContext } from '../context.ts';
import { partitionOf } from '../domain/partition.ts';
import { arnsOf, fillRole } from '../domain/role.ts';
import type { Target } from '../domain/target.ts';
import { asFailure, endsRun, Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { createRateLimiter } from '../lib/rate-limiter.ts';
import { describeAsns, describeCidrs, tryDescribeAsns } from './describe.ts';
import { findCidr, type Observed, type ObservedCidr } from './observed.ts';
import { shareReads } from './shared-read.ts';

/** A target with its account, if known, and what AWS lists there. */
export interface ConnectedTarget {
  readonly target: Target;
  readonly connection: Connection;
  readonly observed: Observed;
  /** When the listing of the CIDRs began, on the run's clock. */
  readonly readAt: number;
  /** Reads the CIDRs again. */
  readonly readCidrs: () => Promise<readonly ObservedCidr[]>;
}

/** A connection to a target whose account was checked, before anything is read. */
interface OpenedTarget {
  readonly connection: Connection;
  readonly calls: BoundedContext & AwsCallContext;
  /** The account, if anything restricts it. */
  readonly checked: string | undefined;
  readonly ipamRegion: string | undefined;
  /** The permissions that the run needs and its session gets. */
  readonly policy: Policy;
}

/** What an action reads, and the permissions it needs. */
export interface Access {
  /** The desired entries of a target. */
  entriesOf(target: Target): readonly { readonly cidr: string }[];
  /** Whether to list the ASNs of the IPAM. */
  readonly asns: 'read' | 'skip';
  /** The least privileges that the run needs in a Region. */
  policyOf(inputs: Inputs, region: string, ipamRegion: string | undefined): Policy;
}

/** Connects to a target with its role and checks the account, like `connectTarget`. */
export async function openTarget(
  target: Target,
  inputs: Inputs,
  { policyOf }: Pick<Access, 'policyOf'>,
  context: BoundedContext,
  onAccountId: (accountId: string) => void,
): Promise<OpenedTarget> {
  const { region } = target;
  const { ipamRegion, role } = endpointOf(target, inputs);
  const policy = policyOf(inputs, region, ipamRegion);
  const sessionPolicy = role && inputs.sessionPolicy === 'attach' ? policy : undefined;
  const connection = await withFailureContext(
    'get AWS credentials',
    context.connect({ region, ipamRegion, role, sessionPolicy }, context),
  );
  const calls = { ...context, renew: connection.renew };
  if (connection.accountId !== undefined) onAccountId(connection.accountId);
  context.log.line(
    role
      ? `assumed ${arnsOf(role).join(', then ')}`
      : 'credentials found by the AWS credential chain',
  );
  const checked = await checkAccount(target, inputs, connection, calls, onAccountId);
  return { connection, calls, checked, ipamRegion, policy };
}

/**
 * Connects to a target with its role, checks the account and reads what AWS lists. Calls `onAccountId`
 * as soon as the account is known, even if a later step fails. Throws a Failure.
 */
export async function connectTarget(
  target: Target,
  inputs: Inputs,
  access: Access,
  context: BoundedContext,
  onAccountId: (accountId: string) => void,
): Promise<ConnectedTarget> {
  const { region } = target;
  const opened = await openTarget(target, inputs, access, context, onAccountId);
  const { connection, calls, checked, ipamRegion, policy } = opened;
  const limiter = createRateLimiter(rates.describeByoipCidrs, context);
  const { ec2 } = connection;
  const addPolicy = policyIfDenied(policy);
  const readAsns = async () => {
    if (access.asns === 'skip') return { unread: 'not needed' };
    if (ipamRegion === undefined) return tryDescribeAsns(ec2, calls);
    const doing = `read the ASNs of the IPAM in ${ipamRegion}`;
    return withFailureContext(doing, describeAsns(ec2, calls), addPolicy);
  };
  const readListing = async () => {
    const readAt = context.clock.now();
    const first = await describeCidrs(ec2, limiter, calls);
    const isMissing = access.entriesOf(target).some(({ cidr }) => !findCidr(first, cidr));
    // The pages of a listing shift if somebody removes a CIDR meanwhile.
    const cidrs = isMissing ? addCidrs(await describeCidrs(ec2, limiter, calls), first) : first;
    return { cidrs, readAt };
  };
  const [accountId, { cidrs, readAt }, asns] = await Promise.all([
    checked ?? readAccountForDigest(inputs, connection, calls, onAccountId),
    withFailureContext(`read the BYOIP CIDRs of ${region}`, readListing(), addPolicy),
    readAsns(),
  ]);
  return {
    target: { ...target, accountId },
    connection,
    readAt,
    observed: { cidrs, asns, ipamRegion },
    readCidrs: shareReads(() => describeCidrs(connection.ec2, limiter, calls)),
  };
}

/** A listing with the CIDRs that only an earlier one has. */
function addCidrs(
  listed: readonly ObservedCidr[],
  earlier: readonly ObservedCidr[],
): readonly ObservedCidr[] {
  return [...listed, ...earlier.filter(({ cidr }) => !findCidr(listed, cidr))];
}

/** The role of a target, and the Region of its IPAM. Throws Failure `invalid-input` if they do not fit it. */
export function endpointOf(target: Target, inputs: Inputs) {
  return {
    ipamRegion: findIpamRegion(target, inputs),
    role: inputs.role && fillRole(inputs.role, target),
  };
}

/**
 * The Region where the IPAM must list the ASNs of a target; undefined if neither file nor input names it.
 * Throws Failure `invalid-input` for another partition, where the credentials are not valid.
 */
function findIpamRegion(target: Target, inputs: Inputs): string | undefined {
  const ipamRegion = target.ipamRegion ?? inputs.ipamRegion;
  if (ipamRegion === undefined) return undefined;
  const [partition, own] = [ipamRegion, target.region].map(partitionOf);
  if (partition === own) return ipamRegion;
  throw new Failure(
    'invalid-input',
    `ipam-region: ${ipamRegion} is in the partition ${partition}, but ${target.region} is in ${own}`,
  );
}

/** Asks STS for the account if the target or an input restricts it; else undefined. */
async function checkAccount(
  { accountId: required, region }: Target,
  { allowedAccountIds: allowed }: Inputs,
  connection: Connection,
  context: AwsCallContext,
  onAccountId: (accountId: string) => void,
): Promise<string | undefined> {
  if (required === undefined && allowed.length === 0) return undefined;
  const accountId = await withFailureContext(
    `ask STS in ${region} which account the credentials belong to`,
    call(connection.callerAccountId, context),
  );
  onAccountId(accountId);
  if (required !== undefined && accountId !== required) {
    throw notAllowed(accountId, `the target is in ${required}`);
  }
  if (allowed.length > 0 && !allowed.includes(accountId)) {
    throw notAllowed(accountId, `allowed-account-ids names ${allowed.join(', ')}`);
  }
  context.log.line(`account ${accountId} is allowed`);
  return accountId;
}

function notAllowed(accountId: string, rule: string): Failure {
  return new Failure(
    'account-not-allowed',
    `The credentials belong to account ${accountId}, and ${rule}`,
  );
}

/**
 * The account, which the digest covers, and which renewed credentials must belong to. A plan can do
 * without a digest, so this throws only if `expected-plan` needs one.
 */
async function readAccountForDigest(
  { mode, expectedPlan }: Inputs,
  { accountId, expires, callerAccountId }: Connection,
  context: AwsCallContext,
  onAccountId: (accountId: string) => void,
): Promise<string | undefined> {
  const isWanted = mode === 'plan' || expectedPlan !== undefined || expires;
  if (accountId !== undefined || !isWanted) return accountId;
  try {
    const known = await withFailureContext(
      'ask STS which account the credentials belong to',
      call(callerAccountId, context),
    );
    onAccountId(known);
    return known;
  } catch (error) {
    const failure = asFailure(error);
    if (expectedPlan !== undefined || endsRun(failure)) throw failure;
    context.log.line(`No plan digest: ${failure.message}`);
    return undefined;
  }
}
