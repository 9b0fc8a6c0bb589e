import { type AwsCallContext, call } from '../aws/call.ts';
import type { Connection } from '../aws/connection.ts';
import { withFailureContext } from '../aws/errors/to-failure.ts';
import { applyPolicy, type Policy, planPolicy, policyToPaste } from '../aws/policies.ts';
import { rates } from '../aws/rates.ts';
import type { Context } from '../context.ts';
import { fillRole } from '../domain/role.ts';
import type { Target } from '../domain/target.ts';
import { asFailure, Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Deadline } from '../lib/deadline.ts';
import { createRateLimiter } from '../lib/rate-limiter.ts';
import { describeCidrs, observe } from './describe.ts';
import type { Observed, ObservedCidr } from './observed.ts';
import { type SharedRead, shareReads } from './shared-read.ts';

/** A context with the deadline of the run. */
export type BoundedContext = Context & { readonly deadline: Deadline };

/** Told the account of the credentials as soon as it is known, whatever comes after. */
export type OnAccountId = (accountId: string) => void;

/** A target that was reached: its account, as far as it is known, what AWS shows, and how to go on. */
export interface ConnectedTarget {
  readonly target: Target;
  readonly connection: Connection;
  readonly observed: Observed;
  readonly readCidrs: SharedRead<readonly ObservedCidr[]>;
}

/**
 * Connects to a target with the role that is its own, makes sure of the account, and reads what AWS
 * shows. Throws a Failure.
 */
export async function connectTarget(
  target: Target,
  inputs: Inputs,
  context: BoundedContext,
  tellAccount: OnAccountId,
): Promise<ConnectedTarget> {
  const { region } = target;
  const role = inputs.role && fillRole(inputs.role, target);
  const connection = await withFailureContext(
    'get AWS credentials',
    context.connect({ region, role }, context),
  );
  const calls = { ...context, renew: connection.renew };
  context.log.line(role ? `assumed ${role.arn}` : 'the credential chain has credentials');
  if (connection.accountId !== undefined) tellAccount(connection.accountId);
  const guarded = await guardAccount(target, inputs, connection, calls, tellAccount);
  const pace = createRateLimiter(rates.describeByoipCidrs, context.clock);
  const [accountId, observed] = await Promise.all([
    guarded ?? askAccount(inputs, connection, calls),
    withFailureContext(
      `read the BYOIP CIDRs of ${region}`,
      observe(connection.ec2, pace, calls),
      ({ kind }) => (kind === 'denied' ? { lines: policyToPaste(policyOf(inputs, region)) } : {}),
    ),
  ]);
  return {
    target: { ...target, accountId },
    connection,
    observed,
    readCidrs: shareReads(() => describeCidrs(connection.ec2, pace, calls)),
  };
}

/** The policy of what the role is used for: a dry run that asks for permission needs it all. */
function policyOf({ mode, permissionCheck }: Inputs, region: string): Policy {
  const reads = mode === 'plan' && permissionCheck === 'skip';
  return reads ? planPolicy(region) : applyPolicy(region);
}

/** The account, asked of STS, where it is said which one it must be; undefined where it is not. */
async function guardAccount(
  { accountId: named, region }: Target,
  { allowedAccountIds: allowed }: Inputs,
  connection: Connection,
  context: AwsCallContext,
  tellAccount: OnAccountId,
): Promise<string | undefined> {
  if (named === undefined && allowed.length === 0) return undefined;
  const accountId = await withFailureContext(
    `ask STS in ${region} which account the credentials belong to`,
    call(connection.callerAccountId, context),
  );
  tellAccount(accountId);
  if (named !== undefined && accountId !== named) {
    throw notAllowed(accountId, `the target is in ${named}`);
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
 * The account, where a digest is wanted that says where writes go: a plan without one is a plan all
 * the same, so only an apply that was promised one fails without.
 */
async function askAccount(
  { mode, expectedPlan }: Inputs,
  { accountId, callerAccountId }: Connection,
  context: AwsCallContext,
): Promise<string | undefined> {
  if (accountId !== undefined || (mode === 'apply' && expectedPlan === undefined)) return accountId;
  try {
    return await withFailureContext(
      'ask STS which account the credentials belong to',
      call(callerAccountId, context),
    );
  } catch (error) {
    const failure = asFailure(error);
    if (expectedPlan !== undefined || isOfTheRun(failure)) throw failure;
    context.log.line(`the plan has no digest: ${failure.message}`);
    return undefined;
  }
}

/** Whether a failure is nobody's answer, so that nothing may be made of it. */
function isOfTheRun({ reason }: Failure): boolean {
  return reason === 'cancelled' || reason === 'internal-error';
}
