import type { Association } from '../domain/association.ts';
import type { DesiredAssociation, Target } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Step } from '../plan/association-rules.ts';
import type { Evidence } from '../plan/evidence.ts';
import { listChanges, type Plan } from '../plan/plan.ts';
import { type Ending, type Reason, reasons } from '../reasons.ts';

/** What is known of one pair. */
export interface PairOutcome {
  /** With its account, where that is known. */
  readonly target: Target;
  readonly association: DesiredAssociation;
  /** Undefined until there is a plan. */
  readonly step: Step | undefined;
  readonly why: string;
  /** States are AWS's text, `absent`, or `unknown` when nothing (or nothing since a lost answer) was read. */
  readonly before: string;
  readonly state: string;
  readonly statusMessage: string;
  /** EC2 accepted an associate call of this run. */
  readonly changed: boolean;
  readonly requestId: string;
  readonly evidence: readonly Evidence[];
  /** What went wrong with it; pairs that one thing hit share it. */
  readonly failure: Failure | undefined;
}

/** How a run ended, and all that it learnt. */
export interface Outcome {
  readonly reason: Reason;
  readonly conclusion: Ending;
  readonly failure: Failure | undefined;
  /** Undefined when the inputs were refused. */
  readonly inputs: Inputs | undefined;
  /** Undefined when the run ended before there was one. */
  readonly plan: Plan | undefined;
  /** In the order of the plan; empty when what is desired was refused. */
  readonly pairs: readonly PairOutcome[];
}

/** What can be learnt of a pair after the plan. */
export type PairUpdate = Partial<Omit<PairOutcome, 'target' | 'association'>>;

/** What a run has learnt so far, so that any ending, a cancellation included, reports all of it. */
export interface RunState {
  start(inputs: Inputs): void;
  /** Writes down what is desired; again when an account has become known. */
  declare(targets: readonly Target[]): void;
  plan(plan: Plan): void;
  update(association: Association, facts: PairUpdate): void;
  pair(association: Association): PairOutcome;
  pairs(): readonly PairOutcome[];
  /** Whether any pair has failed so far. */
  hasFailed(): boolean;
  finish(ending: Reason | Failure): Outcome;
}

/** An empty runState. A CIDR is in one target alone, so that ASN and CIDR tell a pair of a run. */
export function createRunState(): RunState {
  let run: Pick<Outcome, 'inputs' | 'plan'> = { inputs: undefined, plan: undefined };
  let pairs = new Map<string, PairOutcome>();
  let failed = false;
  const key = ({ asn, cidr }: Association) => `${cidr} ${asn}`;
  const pair = (association: Association) => {
    const known = pairs.get(key(association));
    if (!known) throw new Error(`${key(association)} is not desired`);
    return known;
  };
  const learn = (association: Association, facts: PairUpdate) => {
    pairs.set(key(association), { ...pair(association), ...facts });
    failed ||= facts.failure !== undefined;
  };
  return {
    start: (inputs) => {
      run = { ...run, inputs };
    },
    declare: (targets) => {
      for (const target of targets) {
        for (const association of target.associations) {
          const known = pairs.get(key(association)) ?? emptyPair(association);
          pairs.set(key(association), { ...known, target, association });
        }
      }
    },
    plan: (plan) => {
      run = { ...run, plan };
      const known = pairs;
      pairs = new Map();
      for (const { refusal: _, ...change } of listChanges(plan)) {
        const at = key(change.association);
        const { requestId, changed, failure } = known.get(at) ?? emptyPair(change.association);
        pairs.set(at, { ...change, state: change.before, requestId, changed, failure });
      }
    },
    update: learn,
    pair,
    pairs: () => [...pairs.values()],
    hasFailed: () => failed,
    finish: (ending) => {
      const failure = typeof ending === 'string' ? undefined : ending;
      const reason = typeof ending === 'string' ? ending : ending.reason;
      const { ending: end } = reasons[reason];
      return {
        ...run,
        reason,
        conclusion: end,
        failure,
        pairs: [...pairs.values()].map(withoutCancellation),
      };
    },
  };
}

/** A cancellation is the run's: what it cut off has not failed by that. */
function withoutCancellation(pair: PairOutcome): PairOutcome {
  return pair.failure?.reason === 'cancelled' ? { ...pair, failure: undefined } : pair;
}

function emptyPair(association: DesiredAssociation): Omit<PairOutcome, 'target'> {
  return {
    association,
    step: undefined,
    why: '',
    before: 'unknown',
    state: 'unknown',
    statusMessage: '',
    changed: false,
    requestId: '',
    evidence: [],
    failure: undefined,
  };
}
