import type { Association } from './desired/association.ts';
import type { Failure } from './failure.ts';
import type { Evidence } from './plan/evidence.ts';
import { hasChanges, type Plan } from './plan/plan.ts';
import type { Step } from './plan/truth-table.ts';
import { type Ending, type Reason, reasons } from './reasons.ts';

/** What is known of one pair. */
export interface PairOutcome {
  readonly association: Association;
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
}

/** How a run ended, and all that it learnt. */
export interface Outcome {
  readonly reason: Reason;
  readonly ending: Ending;
  readonly failure: Failure | undefined;
  /** Undefined when the inputs were refused. */
  readonly mode: 'plan' | 'apply' | undefined;
  readonly region: string;
  readonly accountId: string;
  readonly hasChanges: boolean;
  readonly pairs: readonly PairOutcome[];
}

/** What a run has learnt so far, so that any ending, a cancellation included, reports all of it. */
export interface Ledger {
  open(run: Pick<Outcome, 'mode' | 'region'>, associations: readonly Association[]): void;
  account(accountId: string): void;
  plan(plan: Plan): void;
  learn(association: Association, facts: Partial<PairOutcome>): void;
  pair(association: Association): PairOutcome;
  close(ending: Reason | Failure): Outcome;
}

/** An empty ledger. */
export function openLedger(): Ledger {
  let run: Pick<Outcome, 'mode' | 'region' | 'accountId' | 'hasChanges'> = {
    mode: undefined,
    region: '',
    accountId: '',
    hasChanges: false,
  };
  const pairs = new Map<string, PairOutcome>();
  const key = ({ asn, cidr }: Association) => `${cidr} ${asn}`;
  const pair = (association: Association) => pairs.get(key(association)) ?? nothingOf(association);
  const learn = (association: Association, facts: Partial<PairOutcome>) => {
    pairs.set(key(association), { ...pair(association), ...facts });
  };
  return {
    open: (facts, associations) => {
      run = { ...run, ...facts };
      for (const association of associations) learn(association, {});
    },
    account: (accountId) => {
      run = { ...run, accountId };
    },
    plan: (plan) => {
      run = { ...run, hasChanges: hasChanges(plan) };
      for (const { refusal: _, ...change } of plan.changes) {
        learn(change.association, { ...change, state: change.before });
      }
    },
    learn,
    pair,
    close: (ending) => {
      const failure = typeof ending === 'string' ? undefined : ending;
      const reason = typeof ending === 'string' ? ending : ending.reason;
      return {
        ...run,
        reason,
        ending: reasons[reason].ending,
        failure,
        pairs: [...pairs.values()],
      };
    },
  };
}

function nothingOf(association: Association): PairOutcome {
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
  };
}
