import type { Association } from '../domain/association.ts';
import type { Step } from '../domain/step.ts';
import type { DesiredAssociation, Target } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type Change, listChanges, type Plan } from '../plan/plan.ts';
import { type Ending, type Reason, reasons } from '../reasons.ts';

/** One pair of a run: its change in the plan, and what has happened to it since. */
export interface PairOutcome extends Omit<Change, 'step'> {
  /** Undefined until there is a plan; `why` and `evidence` are empty until then, `before` and `cidrState` are `unknown`. */
  readonly step: Step | undefined;
  /** AWS's text, `absent`, or `unknown` if nothing was read, or nothing since an ambiguous response. */
  readonly state: string;
  /** EC2 accepted a call of this run that changes it. */
  readonly changed: boolean;
  readonly requestId: string;
  /** Pairs that failed for one cause share the object. */
  readonly failure: Failure | undefined;
}

/** How a run ended, and everything it learned. */
export interface Outcome {
  readonly reason: Reason;
  readonly conclusion: Ending;
  readonly failure: Failure | undefined;
  /** Undefined if the inputs are invalid. */
  readonly inputs: Inputs | undefined;
  /** Undefined if the run ended before there was one. */
  readonly plan: Plan | undefined;
  /** In the order of the plan; empty if the config is invalid. */
  readonly pairs: readonly PairOutcome[];
}

/** What can change about a pair. */
export type PairUpdate = Partial<Omit<PairOutcome, 'target' | 'association'>>;

/** What a run has learned so far: a run that ends at any point, or is cancelled, reports all of it. */
export interface RunState {
  start(inputs: Inputs): void;
  /** Adds the desired pairs. */
  declare(targets: readonly Target[]): void;
  /** Sets the account of a target that names none. */
  setAccount(target: Target, accountId: string): void;
  /** Gives every pair its change, and the order of the plan. */
  plan(plan: Plan): void;
  update(association: Association, facts: PairUpdate): void;
  pair(association: Association): PairOutcome;
  pairs(): readonly PairOutcome[];
  /** Whether any pair has failed so far. */
  hasFailed(): boolean;
  finish(result: Reason | Failure): Outcome;
}

/** The state of a run that has just begun. ASN and CIDR identify a pair, as a CIDR is in one target only. */
export function createRunState(): RunState {
  let run: Pick<Outcome, 'inputs' | 'plan'> = { inputs: undefined, plan: undefined };
  let pairs = new Map<string, PairOutcome>();
  const keyOf = ({ asn, cidr }: Association) => `${cidr} ${asn}`;
  const pair = (association: Association) => {
    const known = pairs.get(keyOf(association));
    if (!known) throw new Error(`${keyOf(association)} is not desired`);
    return known;
  };
  const update = (association: Association, facts: Partial<PairOutcome>) => {
    pairs.set(keyOf(association), { ...pair(association), ...facts });
  };
  return {
    start: (inputs) => {
      run = { ...run, inputs };
    },
    declare: (targets) => {
      for (const target of targets)
        for (const association of target.associations)
          pairs.set(keyOf(association), unplannedPair(target, association));
    },
    setAccount: (target, accountId) => {
      const known = { ...target, accountId: target.accountId ?? accountId };
      for (const association of target.associations) update(association, { target: known });
    },
    plan: (plan) => {
      run = { ...run, plan };
      const planned = listChanges(plan).map((change): [string, PairOutcome] => {
        const known = pair(change.association);
        return [keyOf(change.association), { ...known, ...change, state: change.before }];
      });
      pairs = new Map(planned);
    },
    update,
    pair,
    pairs: () => [...pairs.values()],
    hasFailed: () => pairs.values().some(({ failure }) => failure),
    finish: (result) => {
      const failure = typeof result === 'string' ? undefined : result;
      const reason = typeof result === 'string' ? result : result.reason;
      return {
        ...run,
        reason,
        conclusion: reasons[reason].ending,
        failure,
        pairs: [...pairs.values()].map(withoutCancellation),
      };
    },
  };
}

/** A cancelled run did not fail because of the pair it was working on. */
function withoutCancellation(pair: PairOutcome): PairOutcome {
  return pair.failure?.reason === 'cancelled' ? { ...pair, failure: undefined } : pair;
}

function unplannedPair(target: Target, association: DesiredAssociation): PairOutcome {
  return {
    target,
    association,
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
  };
}
