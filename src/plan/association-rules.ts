import type { AssociationState } from '../domain/association-state.ts';
import type { RouteStep, Step } from '../domain/step.ts';
import type { ObservedAssociation } from '../observe/observed.ts';
import type { FailureReason } from '../reasons.ts';

/** A step and its reason, as a clause; only `refuse` has a `refusal`. */
export interface Verdict<S extends Step | RouteStep = Step> {
  readonly step: S;
  readonly why: string;
  readonly refusal?: FailureReason;
}

type Row = Verdict & { readonly withMessage?: true };

/** The truth table: the step for a desired association, by its observed state. apply/wait-rules.ts has the rules after the call. */
const byState: Readonly<Record<AssociationState | 'absent' | 'unknown', Row>> = {
  absent: { step: 'associate', why: 'not associated yet' },
  disassociated: { step: 'associate', why: 'an earlier association was disassociated' },
  'failed-association': {
    step: 'associate',
    why: 'a new attempt, because an earlier one failed',
    withMessage: true,
  },
  'pending-association': { step: 'wait', why: 'the association is pending' },
  associated: { step: 'keep', why: 'already associated' },
  advertised: { step: 'keep', why: 'already associated, and advertised' },
  'pending-disassociation': {
    step: 'refuse',
    why: 'a disassociation is pending',
    refusal: 'association-busy',
  },
  'failed-disassociation': {
    step: 'refuse',
    why: 'a disassociation failed',
    refusal: 'association-busy',
    withMessage: true,
  },
  unknown: {
    step: 'refuse',
    why: 'its state in AWS is not clear',
    refusal: 'unknown-state',
    withMessage: true,
  },
};

/** The step for an observed association, with AWS's status message if it explains the step. */
export function decideStep({ state, statusMessage }: ObservedAssociation): Verdict {
  const { withMessage, ...verdict } = rowOf(state);
  return withMessage && statusMessage !== ''
    ? { ...verdict, why: `${verdict.why}: ${statusMessage}` }
    : verdict;
}

function rowOf(state: string): Row {
  return isKnown(state)
    ? byState[state]
    : {
        step: 'refuse',
        why: `AWS shows the state ${state}, which this version does not know`,
        refusal: 'unknown-state',
      };
}

function isKnown(state: string): state is keyof typeof byState {
  return Object.hasOwn(byState, state);
}
