import type { RouteStep, Step } from '../domain/step.ts';
import type { Target } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { entryOf } from '../plan/entry.ts';
import { type ObservedOrigin, unknownOrigin } from '../plan/observed-origin.ts';
import type { Change, Plan, PlannedChange, RouteChange } from '../plan/plan.ts';
import { type Conclusion, conclusionOf, type Reason } from '../reasons.ts';

/** The progress of an entry of the plan. */
interface Progress {
  /** AWS's text, `absent`, or `unknown` if nothing was read, or nothing since an ambiguous response. */
  readonly state: string;
  /** EC2 accepted a call of this run that changes the entry. */
  readonly changed: boolean;
  readonly requestId: string;
  /** Pairs that failed for the same cause share the object. */
  readonly failure: Failure | undefined;
}

/** One pair of a run: its change in the plan, and its progress. */
export interface AssociationOutcome extends Omit<Change, 'step'>, Progress {
  /** Undefined before there is a plan, with `why` and `evidence` empty, and the states `unknown`. */
  readonly step: Step | undefined;
}

/** One route of a run; its `state` is that of the CIDR. */
export interface RouteOutcome extends Omit<RouteChange, 'step'>, Progress {
  readonly step: RouteStep | undefined;
  /** Undefined until the origin is read again. */
  readonly originNow: ObservedOrigin | undefined;
  /** Set once AWS lists the desired end state of a change or of a wait. */
  readonly done?: true;
  /** Undefined if the route collectors were not asked. */
  readonly verification?: Verification;
}

/** The origin from which AWS advertises a route's CIDR, as last observed. */
export function currentOrigin({ originNow, originBefore }: RouteOutcome): ObservedOrigin {
  return originNow ?? originBefore;
}

/** Whether route collectors show the desired origin, with figures. */
export interface Verification {
  readonly verified: 'collectors' | 'none';
  readonly text: string;
}

/** An entry of a run of either action. */
export type PairOutcome = AssociationOutcome | RouteOutcome;

/** How a run ended, and everything it learned. */
export interface Outcome {
  readonly action: Inputs['action'];
  readonly reason: Reason;
  readonly conclusion: Conclusion;
  readonly failure: Failure | undefined;
  /** Undefined if the inputs are invalid. */
  readonly inputs: Inputs | undefined;
  /** Undefined if the run ended before there was one. */
  readonly plan: Plan<PlannedChange> | undefined;
  /** In the order of the plan; empty if the config is invalid. */
  readonly pairs: readonly PairOutcome[];
}

/** What identifies an entry: for routes only the CIDR. */
interface EntryKey {
  readonly cidr: string;
  readonly asn?: string;
}

/** The fields of an entry that can change. */
export type PairUpdate<P extends PairOutcome = AssociationOutcome> = Partial<
  Omit<P, 'target' | 'association' | 'route'>
>;

/** What a run has learned so far: a run that ends at any point, or is cancelled, reports all of it. */
export type RunState<P extends PairOutcome = AssociationOutcome> = ReturnType<
  typeof createRunState<P>
>;

/** The state of a run that has just started. CIDR and ASN identify a pair: a CIDR is in one target only. */
export function createRunState<P extends PairOutcome = AssociationOutcome>(
  action: Inputs['action'] = 'associations',
) {
  let run: Pick<Outcome, 'inputs' | 'plan'> = { inputs: undefined, plan: undefined };
  let pairs = new Map<string, P>();
  // Checked before every call, for up to thousands of pairs.
  const failed = new Set<string>();
  const keyOf = ({ asn = '', cidr }: EntryKey) => `${cidr} ${asn}`;
  const pair = (entry: EntryKey): P => {
    const known = pairs.get(keyOf(entry));
    if (!known) throw new Error(`${keyOf(entry)} is not desired`);
    return known;
  };
  return {
    start(inputs: Inputs) {
      run = { ...run, inputs };
    },
    /** Adds the desired entries. */
    addEntries(declared: readonly P[]) {
      for (const each of declared) pairs.set(keyOf(entryOf(each)), each);
    },
    /** Sets the account of a target that names none. */
    setAccount(target: Target, accountId: string) {
      const known = { ...target, accountId: target.accountId ?? accountId };
      for (const [key, each] of pairs) {
        if (each.target === target) pairs.set(key, { ...each, target: known });
      }
    },
    /** Gives every pair its change, and the order of the plan. */
    setPlan(plan: Plan<PlannedChange>) {
      run = { ...run, plan };
      const planned = plan.changes.map((change): [string, P] => {
        const known = pair(entryOf(change));
        return [keyOf(entryOf(change)), { ...known, ...change, state: change.before }];
      });
      pairs = new Map(planned);
    },
    update(entry: EntryKey, facts: PairUpdate<P>) {
      const key = keyOf(entry);
      const updated = { ...pair(entry), ...facts };
      pairs.set(key, updated);
      if (updated.failure) failed.add(key);
      else failed.delete(key);
    },
    pair,
    pairs: (): readonly P[] => [...pairs.values()],
    /** Whether any pair has failed so far. */
    hasFailed: () => failed.size > 0,
    finish(result: Reason | Failure): Outcome {
      const failure = typeof result === 'string' ? undefined : result;
      const reason = typeof result === 'string' ? result : result.reason;
      return {
        ...run,
        action,
        reason,
        conclusion: conclusionOf(reason),
        failure,
        pairs: [...pairs.values()].map(withoutCancellation),
      };
    },
  };
}

/** A cancelled run did not fail because of the pair that it was working on. */
function withoutCancellation<P extends PairOutcome>(pair: P): P {
  return pair.failure?.reason === 'cancelled' ? { ...pair, failure: undefined } : pair;
}

/** The pairs of a target before there is a plan. */
export function initialPairs(target: Target): readonly AssociationOutcome[] {
  return target.associations.map((association) => ({ target, association, ...initial }));
}

const initial = {
  step: undefined,
  why: '',
  before: 'unknown',
  state: 'unknown',
  statusMessage: '',
  cidrState: 'unknown',
  changed: false,
  requestId: '',
  evidence: [],
  failure: undefined,
} as const;

/** The routes of a target before there is a plan. */
export function initialRoutes(target: Target): readonly RouteOutcome[] {
  return (target.routes ?? []).map((route) => ({
    target,
    route,
    originBefore: unknownOrigin,
    originNow: undefined,
    networkBorderGroup: undefined,
    effect: '',
    ...initial,
  }));
}
