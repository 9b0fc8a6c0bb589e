import type { RouteStep, Step } from '../domain/step.ts';
import type { Target } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { entryOf } from '../plan/entry.ts';
import { type ObservedOrigin, unknownOrigin } from '../plan/observed-origin.ts';
import {
  type Change,
  listChanges,
  type Plan,
  type PlannedChange,
  type RouteChange,
} from '../plan/plan.ts';
import { type Ending, type Reason, reasons } from '../reasons.ts';

/** What happened to an entry of the plan. */
interface Progress {
  /** AWS's text, `absent`, or `unknown` if nothing was read, or nothing since an ambiguous response. */
  readonly state: string;
  /** EC2 accepted a call of this run that changes it. */
  readonly changed: boolean;
  readonly requestId: string;
  /** Pairs that failed for one cause share the object. */
  readonly failure: Failure | undefined;
}

/** One pair of a run: its change in the plan, and what has happened to it since. */
export interface AssociationOutcome extends Omit<Change, 'step'>, Progress {
  /** Undefined until there is a plan; `why` and `evidence` are empty until then, `before` and `cidrState` are `unknown`. */
  readonly step: Step | undefined;
}

/** One route of a run, likewise; its `state` is that of the CIDR. */
export interface RouteOutcome extends Omit<RouteChange, 'step'>, Progress {
  readonly step: RouteStep | undefined;
  /** Undefined while it is that before the run. */
  readonly originNow: ObservedOrigin | undefined;
  /** Set once AWS has shown the wanted end of a change or of a wait. */
  readonly done?: true;
  /** What the route collectors saw after the change; undefined where they were not asked. */
  readonly verification?: Verification;
}

/** From where AWS advertises the CIDR of a route, as it was observed last. */
export function currentOrigin({ originNow, originBefore }: RouteOutcome): ObservedOrigin {
  return originNow ?? originBefore;
}

/** Whether route collectors show the wanted origin, with figures. */
export interface Verification {
  readonly verified: 'collectors' | 'none';
  readonly text: string;
}

/** An entry of a run of either action. */
export type PairOutcome = AssociationOutcome | RouteOutcome;

/** How a run ended, and everything it learned. */
export interface Outcome {
  /** What the run was to change. */
  readonly action: Inputs['action'];
  readonly reason: Reason;
  readonly conclusion: Ending;
  readonly failure: Failure | undefined;
  /** Undefined if the inputs are invalid. */
  readonly inputs: Inputs | undefined;
  /** Undefined if the run ended before there was one. */
  readonly plan: Plan<PlannedChange> | undefined;
  /** In the order of the plan; empty if the config is invalid. */
  readonly pairs: readonly PairOutcome[];
}

/** What names an entry: of a run for routes the CIDR alone. */
interface EntryKey {
  readonly cidr: string;
  readonly asn?: string;
}

/** What can change about an entry. */
export type PairUpdate<P extends PairOutcome = AssociationOutcome> = Partial<
  Omit<P, 'target' | 'association' | 'route'>
>;

/** What a run has learned so far: a run that ends at any point, or is cancelled, reports all of it. */
export interface RunState<
  C extends PlannedChange = Change,
  P extends PairOutcome = AssociationOutcome,
> {
  start(inputs: Inputs): void;
  /** Adds the desired entries. */
  declare(pairs: readonly P[]): void;
  /** Sets the account of a target that names none. */
  setAccount(target: Target, accountId: string): void;
  /** Gives every pair its change, and the order of the plan. */
  plan(plan: Plan<C>): void;
  update(entry: EntryKey, facts: PairUpdate<P>): void;
  setFailure(entry: EntryKey, failure: Failure | undefined): void;
  pair(entry: EntryKey): P;
  pairs(): readonly P[];
  /** Whether any pair has failed so far. */
  hasFailed(): boolean;
  finish(result: Reason | Failure): Outcome;
}

/** The state of a run that has just begun. ASN and CIDR identify a pair, as a CIDR is in one target only. */
export function createRunState<
  C extends PlannedChange = Change,
  P extends PairOutcome = AssociationOutcome,
>(action: Inputs['action'] = 'associations'): RunState<C, P> {
  let run: Pick<Outcome, 'inputs' | 'plan'> = { inputs: undefined, plan: undefined };
  let pairs = new Map<string, P>();
  const keyOf = ({ asn = '', cidr }: EntryKey) => `${cidr} ${asn}`;
  const pair = (entry: EntryKey) => {
    const known = pairs.get(keyOf(entry));
    if (!known) throw new Error(`${keyOf(entry)} is not desired`);
    return known;
  };
  const update = (entry: EntryKey, facts: Partial<P>) => {
    pairs.set(keyOf(entry), { ...pair(entry), ...facts });
  };
  return {
    start: (inputs) => {
      run = { ...run, inputs };
    },
    declare: (declared) => {
      for (const each of declared) pairs.set(keyOf(entryOf(each)), each);
    },
    setAccount: (target, accountId) => {
      const known = { ...target, accountId: target.accountId ?? accountId };
      for (const [key, each] of pairs) {
        if (each.target === target) pairs.set(key, { ...each, target: known });
      }
    },
    plan: (plan) => {
      run = { ...run, plan };
      const planned = listChanges(plan).map((change): [string, P] => {
        const known = pair(entryOf(change));
        return [keyOf(entryOf(change)), { ...known, ...change, state: change.before }];
      });
      pairs = new Map(planned);
    },
    update,
    setFailure: (entry, failure) => {
      pairs.set(keyOf(entry), { ...pair(entry), failure });
    },
    pair,
    pairs: () => [...pairs.values()],
    hasFailed: () => pairs.values().some(({ failure }) => failure),
    finish: (result) => {
      const failure = typeof result === 'string' ? undefined : result;
      const reason = typeof result === 'string' ? result : result.reason;
      return {
        ...run,
        action,
        reason,
        conclusion: reasons[reason].ending,
        failure,
        pairs: [...pairs.values()].map(withoutCancellation),
      };
    },
  };
}

/** A cancelled run did not fail because of the pair it was working on. */
function withoutCancellation<P extends PairOutcome>(pair: P): P {
  return pair.failure?.reason === 'cancelled' ? { ...pair, failure: undefined } : pair;
}

/** The pairs of a target before there is a plan. */
export function unplannedPairs(target: Target): readonly AssociationOutcome[] {
  return target.associations.map((association) => ({ target, association, ...unplanned }));
}

const unplanned = {
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
export function unplannedRoutes(target: Target): readonly RouteOutcome[] {
  return (target.routes ?? []).map((route) => ({
    target,
    route,
    originBefore: unknownOrigin,
    originNow: undefined,
    networkBorderGroup: undefined,
    effect: '',
    ...unplanned,
  }));
}
