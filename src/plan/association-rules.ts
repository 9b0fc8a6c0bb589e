import type { AssociationState } from '../domain/association-state.ts';
import { originText } from '../domain/origin.ts';
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

/** The same for an association that is to be removed; `disassociate` only where the CIDR allows it. */
const removalByState: typeof byState = {
  absent: { step: 'keep', why: 'AWS lists no association' },
  disassociated: { step: 'keep', why: 'already disassociated' },
  associated: { step: 'disassociate', why: 'associated' },
  'failed-association': { step: 'disassociate', why: 'the association failed' },
  'failed-disassociation': {
    step: 'disassociate',
    why: 'a new attempt, because an earlier disassociation failed',
  },
  'pending-disassociation': { step: 'wait', why: 'the disassociation is pending' },
  'pending-association': {
    step: 'refuse',
    why: 'the association is pending',
    refusal: 'association-busy',
  },
  advertised: {
    step: 'refuse',
    why: 'the CIDR is advertised from this ASN',
    refusal: 'asn-in-use',
  },
  unknown: byState.unknown,
};

/** The step for an observed association, with AWS's status message if it explains the step. */
export function decideStep(observed: ObservedAssociation): Verdict {
  return verdictOf(observed, byState);
}

/** What is known of the CIDR of an association that is to be removed. */
interface CidrInUse {
  /** AWS's text. */
  readonly state: string;
  /** From where AWS advertises it; undefined if that was not read. */
  readonly origin: string | undefined;
}

/** The step for an observed association that is to be removed: never that of the CIDR's origin. */
export function decideRemoval(observed: ObservedAssociation, cidr: CidrInUse): Verdict {
  const verdict = verdictOf(observed, removalByState);
  if (verdict.step !== 'disassociate') return verdict;
  const use = useOf(cidr);
  if (!isOfOther(observed.asn, cidr)) return { step: 'refuse', why: use, refusal: 'asn-in-use' };
  return { ...verdict, why: `${verdict.why}, and ${use}` };
}

/** Whether the CIDR is proven not to be advertised from an ASN. */
function isOfOther(asn: string, { state, origin = 'unknown' }: CidrInUse): boolean {
  if (state !== 'advertised') return state === 'provisioned';
  return origin === 'AWS' || (/^\d+$/.test(origin) && origin !== asn);
}

function useOf({ state, origin = 'unknown' }: CidrInUse): string {
  const from = state === 'advertised' ? ` from ${originText(origin)}` : '';
  return `the CIDR is ${state}${from}`;
}

function verdictOf({ state, statusMessage }: ObservedAssociation, table: typeof byState): Verdict {
  const { withMessage, ...verdict } = rowOf(state, table);
  return withMessage && statusMessage !== ''
    ? { ...verdict, why: `${verdict.why}: ${statusMessage}` }
    : verdict;
}

function rowOf(state: string, table: typeof byState): Row {
  return isKnown(state)
    ? table[state]
    : {
        step: 'refuse',
        why: `AWS shows the state ${state}, which this version does not know`,
        refusal: 'unknown-state',
      };
}

function isKnown(state: string): state is keyof typeof byState {
  return Object.hasOwn(byState, state);
}
