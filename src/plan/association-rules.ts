import type { AssociationState } from '../domain/association-state.ts';
import { originText } from '../domain/origin.ts';
import type { ObservedAssociation } from '../observe/observed.ts';
import { refuse, type Verdict } from './verdict.ts';

type StepByState = Readonly<Record<AssociationState | 'absent' | 'unknown', Verdict>>;

const unknown = refuse('unknown-state', 'its state in AWS is not clear');

/** The step for a desired association by its observed state. apply/wait-rules.ts has the rules after the call. */
const stepToCreate: StepByState = {
  absent: { step: 'associate', why: 'not associated yet' },
  disassociated: { step: 'associate', why: 'an earlier association was disassociated' },
  'failed-association': { step: 'associate', why: 'a new attempt, because an earlier one failed' },
  'pending-association': { step: 'wait', why: 'the association is pending' },
  associated: { step: 'keep', why: 'already associated' },
  advertised: { step: 'keep', why: 'already associated, and advertised' },
  'pending-disassociation': refuse('association-busy', 'a disassociation is pending'),
  'failed-disassociation': refuse('association-busy', 'a disassociation failed'),
  unknown,
};

/** The step for an association to remove; `disassociate` only if the CIDR allows it. */
const stepToRemove: StepByState = {
  absent: { step: 'keep', why: 'AWS lists no association' },
  disassociated: { step: 'keep', why: 'already disassociated' },
  associated: { step: 'disassociate', why: 'associated' },
  'failed-association': { step: 'disassociate', why: 'the association failed' },
  'failed-disassociation': {
    step: 'disassociate',
    why: 'a new attempt, because an earlier disassociation failed',
  },
  'pending-disassociation': { step: 'wait', why: 'the disassociation is pending' },
  'pending-association': refuse('association-busy', 'the association is pending'),
  advertised: refuse('asn-in-use', 'the CIDR is advertised from this ASN'),
  unknown,
};

/** The step for an association to create, with AWS's status message if that explains the step. */
export function decideStep(observed: ObservedAssociation): Verdict {
  return findVerdict(observed, stepToCreate);
}

/** The CIDR of an association to remove. */
interface CidrInUse {
  /** AWS's text. */
  readonly state: string;
  /** The origin of the route; undefined if it was not read. */
  readonly origin: string | undefined;
}

/** The step for an association to remove. The association of the CIDR's origin is never removed. */
export function decideRemoval(observed: ObservedAssociation, cidr: CidrInUse): Verdict {
  const verdict = findVerdict(observed, stepToRemove);
  if (verdict.step !== 'disassociate') return verdict;
  const { state, origin = 'unknown' } = cidr;
  const from = state === 'advertised' ? ` from ${originText(origin)}` : '';
  const use = `the CIDR is ${state}${from}`;
  if (!isProvenUnused(observed.asn, cidr)) return refuse('asn-in-use', use);
  return { ...verdict, why: `${verdict.why}, and ${use}` };
}

/** Whether the CIDR is proven not to be advertised from an ASN. */
function isProvenUnused(asn: string, { state, origin = 'unknown' }: CidrInUse): boolean {
  if (state !== 'advertised') return state === 'provisioned';
  return origin === 'AWS' || (/^\d+$/.test(origin) && origin !== asn);
}

function findVerdict({ state, statusMessage }: ObservedAssociation, table: StepByState): Verdict {
  if (!isKnown(state)) {
    const why = `AWS shows the state ${state}, which this version does not know`;
    return refuse('unknown-state', why);
  }
  const verdict = table[state];
  const isExplained = state.startsWith('failed-') || state === 'unknown';
  if (!isExplained || statusMessage === '') return verdict;
  return { ...verdict, why: `${verdict.why}: ${statusMessage}` };
}

function isKnown(state: string): state is keyof StepByState {
  return Object.hasOwn(stepToCreate, state);
}
