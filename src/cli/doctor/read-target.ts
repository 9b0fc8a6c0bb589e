import { dryRunTarget } from '../../apply/dry-run.ts';
import { associations } from '../../associations.ts';
import { rates } from '../../aws/rates.ts';
import type { Target } from '../../domain/target.ts';
import { Failure } from '../../failure.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { createRateLimiter } from '../../lib/rate-limiter.ts';
import {
  type BoundedContext,
  type ConnectedTarget,
  connectTarget,
  openTarget,
} from '../../observe/connect-target.ts';
import { tryDescribeAsns } from '../../observe/describe.ts';
import type { Observed } from '../../observe/observed.ts';
import {
  type AssociationOutcome,
  createRunState,
  unplannedPairs,
} from '../../outcome/run-state.ts';
import { makePlan } from '../../plan/plan.ts';

/** What one target showed. */
export interface TargetReading {
  readonly target: Target;
  /** Where the credentials come from. */
  readonly source: string;
  /** Undefined if STS did not say it. */
  readonly accountId: string | undefined;
  /** What AWS lists and says; a Failure where the target could not be read. */
  readonly read: TargetFacts | Failure;
}

/** What AWS lists for a target, and says about its associations. */
export interface TargetFacts {
  readonly observed: Observed;
  /** The ASNs that the Region of the CIDRs lists, also where the IPAM is at home in another. */
  readonly regionAsns: Observed['asns'];
  /** The associations of the target with the plan's verdicts, and what EC2 said to the dry run. */
  readonly pairs: readonly AssociationOutcome[];
}

/** Connects to a target, reads it, plans it and asks EC2 for permission. It changes nothing. */
export async function readTarget(
  target: Target,
  source: string,
  inputs: Inputs,
  context: BoundedContext,
): Promise<TargetReading> {
  let accountId: string | undefined;
  const onAccountId = (known: string) => {
    accountId = known;
  };
  let read: TargetReading['read'];
  try {
    const connected = await connectTarget(target, inputs, associations, context, onAccountId);
    read = await readFacts(connected, inputs, context);
  } catch (error) {
    context.cancelled.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    read = error;
  }
  return { target, source, accountId, read };
}

async function readFacts(
  connected: ConnectedTarget,
  inputs: Inputs,
  context: BoundedContext,
): Promise<TargetFacts> {
  const { observed } = connected;
  const [regionAsns, pairs] = await Promise.all([
    readRegionAsns(connected, inputs, context),
    planPairs(connected, inputs, context),
  ]);
  return { observed, regionAsns, pairs };
}

/**
 * Which of the two Regions lists an ASN, AWS's pages do not agree on. The session for it may only read,
 * and is of the same account.
 */
async function readRegionAsns(
  { target, observed }: ConnectedTarget,
  inputs: Inputs,
  context: BoundedContext,
): Promise<Observed['asns']> {
  const { region } = target;
  if ((observed.ipamRegion ?? region) === region) return observed.asns;
  const local = { ipamRegion: undefined };
  const { connection, calls } = await openTarget(
    { ...target, ...local },
    { ...inputs, ...local, permissionCheck: 'skip' },
    associations,
    context,
    () => {},
  );
  return tryDescribeAsns(connection.ec2, calls);
}

/** The plan of one target, with RPKI, and a dry run of it. */
async function planPairs(
  { target, connection, observed }: ConnectedTarget,
  inputs: Inputs,
  context: BoundedContext,
): Promise<readonly AssociationOutcome[]> {
  const made = makePlan([{ target, observed }], inputs);
  const plan = inputs.rpki
    ? await (await import('../../rpki/add-verdicts.ts')).addVerdicts(made, inputs.rpki, context)
    : made;
  const runState = createRunState();
  runState.declare(unplannedPairs(target));
  runState.plan(plan);
  const changes = plan.targets.flatMap((planned) => planned.changes);
  const { ec2, renew } = connection;
  const limiter = createRateLimiter(rates.associateIpamByoasn, context.clock);
  const { region } = target;
  await dryRunTarget(changes, 'ask', {
    ...context,
    ec2,
    renew,
    limiter,
    runState,
    region,
    ipamRegion: observed.ipamRegion,
  });
  return runState.pairs();
}
