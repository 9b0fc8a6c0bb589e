import type { PairOutcome } from '../src/ledger.ts';
import { desiredOf } from './desired/association.ts';
import { targetOf } from './desired/target.ts';

/** What is known of 198.51.100.0/24 with AS64500 before there is a plan, but for what is given. */
export function pairOutcome(facts: Partial<PairOutcome> = {}): PairOutcome {
  const association = desiredOf();
  return {
    target: targetOf([association]),
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
    ...facts,
  };
}
