import { applyTarget } from '../../src/apply/apply-target.ts';
import type { TargetContext } from '../../src/apply/context.ts';
import { startProgress } from '../../src/apply/progress.ts';
import type { Ec2 } from '../../src/aws/ec2.ts';
import { rates } from '../../src/aws/rates.ts';
import type { DesiredAssociation } from '../../src/domain/target.ts';
import type { Inputs } from '../../src/inputs/inputs.ts';
import { createRateLimiter } from '../../src/lib/rate-limiter.ts';
import { describeCidrs } from '../../src/observe/describe.ts';
import type { ObservedCidr } from '../../src/observe/observed.ts';
import { shareReads } from '../../src/observe/shared-read.ts';
import {
  type AssociationOutcome,
  createRunState,
  initialPairs,
} from '../../src/outcome/run-state.ts';
import { unknownOrigin } from '../../src/plan/observed-origin.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { elapsedText } from '../../src/report/log.ts';
import { desiredOf } from '../unit/domain/association.ts';
import { targetOf } from '../unit/domain/target.ts';
import { cidrAssociated } from '../unit/plan/observed-cidr.ts';
import { type Ec2Script, memoryEc2 } from './memory-ec2.ts';
import { type VirtualContext, virtualContext } from './retry-context.ts';

/** A run of one target in virtual time, planned. */
export interface VirtualTarget extends TargetContext, VirtualContext {}

/** A run of the pair of 64500 and 198.51.100.0/24 against EC2 in memory. */
export interface VirtualRun extends VirtualTarget {
  readonly association: DesiredAssociation;
  /** What the run knows of the pair. */
  outcome(): AssociationOutcome;
}

/** Applies the changes of a target and waits for what EC2 accepted. */
export async function applyAndWait(...given: Parameters<typeof applyTarget>): Promise<void> {
  const wait = await applyTarget(...given);
  await wait?.();
}

/** What a run found, and its deadline in seconds. */
export interface VirtualOptions {
  /** The state of the pair. */
  readonly before?: string;
  readonly message?: string;
  readonly seconds?: number;
  /** Whether the pair is to be removed. */
  readonly remove?: true;
  readonly cidrState?: string;
  /** From where AWS advertises the CIDR. */
  readonly origin?: string;
}

/** A run that found the pair in the state `before`. */
export function virtualRun(
  script: Ec2Script,
  { before = 'absent', message = '', seconds = 900, ...removal }: VirtualOptions = {},
): VirtualRun {
  const { remove, cidrState: state = 'provisioned', origin } = removal;
  const association = desiredOf(undefined, undefined, remove ? { remove } : {});
  const context = virtualContext(seconds);
  const run = startRun(
    [association],
    [cidrAssociated(before, message, { state })],
    memoryEc2(script),
    context,
    'continue',
    origin,
  );
  return { ...run, association, outcome: () => run.runState.pair(association) };
}

/** A run of some pairs that found these CIDRs. */
export function startRun(
  associations: readonly DesiredAssociation[],
  cidrs: readonly ObservedCidr[],
  ec2: Ec2,
  context: VirtualContext,
  onFailure: Inputs['onFailure'] = 'continue',
  origin?: string,
): VirtualTarget {
  const target = targetOf(associations);
  const traced = origin === undefined ? [] : cidrs;
  const origins = new Map(
    traced.map(({ cidr }) => [cidr, { ...unknownOrigin, origin: origin ?? '' }] as const),
  );
  const observation = { target, observed: { cidrs, asns: [] }, origins };
  const plan = makePlan([observation], { specialUse: 'accept' });
  const runState = createRunState();
  runState.addEntries([target].flatMap(initialPairs));
  runState.setPlan(plan);
  const elapsed = () => elapsedText(context.clock.now());
  const readLimiter = createRateLimiter(rates.describeByoipCidrs, context);
  return {
    ...context,
    changes: plan.changes,
    inFlight: new Set(),
    runState,
    plannedAt: context.clock.now(),
    region: target.region,
    ipamRegion: target.ipamRegion,
    ec2,
    readCidrs: shareReads(() => describeCidrs(ec2, readLimiter, context)),
    limiter: createRateLimiter(rates.associateIpamByoasn, context),
    mayStart: () => onFailure === 'continue' || !runState.hasFailed(),
    reportProgress: startProgress(runState, context, elapsed),
    elapsed,
  };
}
