import type { AssociationState } from '../domain/association-state.ts';
import type { ObservedAssociation } from '../observe/observed.ts';
import type { FailureReason } from '../reasons.ts';

/** What a run would do for a pair: write, join a wait, nothing, or refuse. */
export type Step = 'associate' | 'wait' | 'keep' | 'refuse';

/** A step, and why it is taken, as a clause; `refusal` is set for `refuse` alone. */
export interface Verdict {
  readonly step: Step;
  readonly why: string;
  readonly refusal?: FailureReason;
}

type Row = Verdict & { readonly withMessage?: true };

/**
 * The truth table: what is done for a desired association, by its observed state.
 *
 * | observed                | step      | because                                             |
 * |-------------------------|-----------|-----------------------------------------------------|
 * | absent                  | associate | AWS lists no association                            |
 * | disassociated           | associate | an earlier association has ended                    |
 * | failed-association      | associate | an earlier attempt failed; running again is a retry |
 * | pending-association     | wait      | joined, never repeated                              |
 * | associated, advertised  | keep      | nothing to do                                       |
 * | pending-disassociation  | refuse    | someone is taking it away                           |
 * | failed-disassociation   | refuse    | someone tried to take it away                       |
 * | unknown                 | refuse    | the listing contradicts itself or cannot be read    |
 * | anything else           | refuse    | shown as it is, never guessed at                    |
 */
const byState: Readonly<Record<AssociationState | 'absent' | 'unknown', Row>> = {
  absent: { step: 'associate', why: 'AWS lists no association of the two' },
  disassociated: { step: 'associate', why: 'an earlier association was disassociated' },
  'failed-association': {
    step: 'associate',
    why: 'an earlier attempt failed, so it is tried again',
    withMessage: true,
  },
  'pending-association': { step: 'wait', why: 'the association is under way' },
  associated: { step: 'keep', why: 'AWS shows it as associated' },
  advertised: { step: 'keep', why: 'AWS shows it as advertised, so it is associated' },
  'pending-disassociation': {
    step: 'refuse',
    why: 'a disassociation is under way',
    refusal: 'association-busy',
  },
  'failed-disassociation': {
    step: 'refuse',
    why: 'a disassociation has failed',
    refusal: 'association-busy',
    withMessage: true,
  },
  unknown: {
    step: 'refuse',
    why: 'AWS does not show its state clearly',
    refusal: 'unknown-state',
    withMessage: true,
  },
};

/** The row of an observed association, with AWS's status message where it tells why. */
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
