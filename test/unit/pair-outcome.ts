import type { AssociationOutcome } from '../../src/outcome/run-state.ts';
import { desiredOf } from './domain/association.ts';
import { targetOf } from './domain/target.ts';

/** What is known of 198.51.100.0/24 with AS64500 before there is a plan, but for what is given. */
export function pairOutcome(facts: Partial<AssociationOutcome> = {}): AssociationOutcome {
  const association = desiredOf();
  return {
    target: targetOf([association]),
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
    ...facts,
  };
}
