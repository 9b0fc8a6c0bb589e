import type { AsnAssociationState, ByoipCidrState } from '@aws-sdk/client-ec2';
import { overlaps, rangeOf } from '../desired/address-range.ts';
import type { Association } from '../desired/association.ts';
import type { FailureReason } from '../reasons.ts';
import type { Evidence } from './evidence.ts';
import { findAssociation, type Observed, type ObservedCidr } from './observed.ts';

/** What a run would do for a pair: write, join a wait, nothing, or refuse. */
export type Step = 'associate' | 'wait' | 'keep' | 'refuse';

/** What the plan says of one pair. */
export interface Change {
  readonly association: Association;
  /** The state before the run: AWS's text, or `absent`. */
  readonly before: string;
  readonly statusMessage: string;
  readonly step: Step;
  /** Why this step, as a clause. */
  readonly why: string;
  /** Set for `refuse` alone. */
  readonly refusal?: FailureReason;
  readonly evidence: readonly Evidence[];
}

/** The plan of a run: a plain value that apply alone consumes. */
export interface Plan {
  readonly changes: readonly Change[];
}

type Verdict = Pick<Change, 'step' | 'why'> & { readonly refusal?: FailureReason };
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
 * | associated              | keep      | nothing to do                                       |
 * | pending-disassociation  | refuse    | someone is taking it away                           |
 * | failed-disassociation   | refuse    | someone tried to take it away                       |
 * | anything else           | refuse    | shown as it is, never guessed at                    |
 */
const byState: Readonly<Record<AsnAssociationState | 'absent', Row>> = {
  absent: { step: 'associate', why: 'AWS lists no association of the two' },
  disassociated: { step: 'associate', why: 'an earlier association was disassociated' },
  'failed-association': {
    step: 'associate',
    why: 'an earlier attempt failed, so it is tried again',
    withMessage: true,
  },
  'pending-association': { step: 'wait', why: 'the association is under way' },
  associated: { step: 'keep', why: 'AWS shows it as associated' },
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
};

/** Whether an association can be written to a CIDR, by the CIDR's state. */
const readiness: Readonly<Record<ByoipCidrState, 'ready' | 'not-ready' | 'never'>> = {
  provisioned: 'ready',
  advertised: 'ready',
  'pending-advertising': 'ready',
  'pending-withdrawal': 'ready',
  'pending-provision': 'not-ready',
  'failed-provision': 'not-ready',
  'pending-deprovision': 'not-ready',
  'failed-deprovision': 'not-ready',
  deprovisioned: 'not-ready',
  'provisioned-not-publicly-advertisable': 'never',
};

/** What is desired, and whether special-use numbers and prefixes were let through on the way here. */
export interface Desired {
  readonly associations: readonly Association[];
  readonly specialUse: 'refuse' | 'accept';
}

/** Judges every desired association against what AWS shows; writes nothing and cannot fail. */
export function makePlan(desired: Desired, observed: Observed): Plan {
  return {
    changes: desired.associations.map((association) => ({
      ...planChange(association, observed),
      evidence: [offline[desired.specialUse], ...gatherEvidence(association, observed)],
    })),
  };
}

/** Whether carrying out the plan would write. */
export function hasChanges({ changes }: Plan): boolean {
  return changes.some(({ step }) => step === 'associate');
}

function planChange(association: Association, observed: Observed): Omit<Change, 'evidence'> {
  const { state: before, statusMessage } = findAssociation(observed.cidrs, association);
  const listed = observed.cidrs.find(({ cidr }) => cidr === association.cidr);
  const verdict = listed
    ? judge(before, statusMessage, listed, association, observed)
    : refuseUnlisted(association, observed.cidrs);
  return { association, before, statusMessage, ...verdict };
}

/** The state of the pair first; whether CIDR and ASN are ready matters only for a write. */
function judge(
  before: string,
  statusMessage: string,
  listed: ObservedCidr,
  association: Association,
  observed: Observed,
): Verdict {
  const { withMessage, ...row } = rowOf(before);
  const verdict =
    withMessage && statusMessage !== '' ? { ...row, why: `${row.why}: ${statusMessage}` } : row;
  if (verdict.step !== 'associate') return verdict;
  return refuseCidr(listed) ?? refuseAsn(association, observed) ?? verdict;
}

function rowOf(state: string): Row {
  return isKey(byState, state)
    ? byState[state]
    : {
        step: 'refuse',
        why: `AWS shows the state ${state}, which this version does not know`,
        refusal: 'unknown-state',
      };
}

function refuseCidr({
  cidr,
  state,
  statusMessage,
  advertisementType,
}: ObservedCidr): Verdict | undefined {
  if (advertisementType !== '' && advertisementType !== 'unicast') {
    const why = `${cidr} is ${advertisementType}; only a unicast CIDR can be advertised from your ASN`;
    return { step: 'refuse', why, refusal: 'cidr-not-eligible' };
  }
  const verdict = isKey(readiness, state) ? readiness[state] : 'unknown';
  const message = statusMessage === '' ? '' : `: ${statusMessage}`;
  switch (verdict) {
    case 'ready':
      return undefined;
    case 'never':
      return { step: 'refuse', why: `${cidr} is ${state}`, refusal: 'cidr-not-eligible' };
    case 'not-ready':
      return { step: 'refuse', why: `${cidr} is ${state}${message}`, refusal: 'cidr-not-ready' };
    case 'unknown': {
      const why = `AWS shows ${cidr} in the state ${state}, which this version does not know`;
      return { step: 'refuse', why, refusal: 'unknown-state' };
    }
  }
}

/** Only an ASN that IPAM lists in another state is refused: the listing may be another Region's. */
function refuseAsn({ asn }: Association, { asns }: Observed): Verdict | undefined {
  if ('unread' in asns) return undefined;
  const listed = asns.filter((observed) => observed.asn === asn);
  const [first] = listed;
  if (!first || listed.some(({ state }) => state === 'provisioned')) return undefined;
  const message = first.statusMessage === '' ? '' : `: ${first.statusMessage}`;
  const why = `IPAM shows AS${asn} as ${first.state}${message}`;
  return { step: 'refuse', why, refusal: 'asn-not-provisioned' };
}

function refuseUnlisted(association: Association, cidrs: readonly ObservedCidr[]): Verdict {
  const wanted = rangeOf(association.cidr);
  const related = cidrs.filter(({ cidr }) => {
    const range = rangeOf(cidr);
    return wanted && range && overlaps(wanted, range);
  });
  const names = (related.length > 0 ? related : cidrs).slice(0, 10).map(({ cidr }) => cidr);
  const hint =
    related.length > 0
      ? `AWS lists ${names.join(', ')} instead, and the CIDR must be exactly the one provisioned`
      : names.length > 0
        ? `AWS lists ${names.join(', ')}`
        : 'AWS lists no BYOIP CIDR at all here: is this the Region of the CIDR?';
  return {
    step: 'refuse',
    why: `AWS does not list ${association.cidr} in this account and Region; ${hint}`,
    refusal: 'cidr-not-found',
  };
}

const offline: Readonly<Record<Desired['specialUse'], Evidence>> = {
  refuse: {
    grade: 'checked offline',
    text: 'the ASN and the CIDR are well-formed and of public use',
  },
  accept: {
    grade: 'checked offline',
    text: 'the ASN and the CIDR are well-formed; special use is accepted',
  },
};

function gatherEvidence(association: Association, { cidrs, asns }: Observed): Evidence[] {
  const { asn, cidr } = association;
  const listed = cidrs.find((observed) => observed.cidr === cidr);
  const { state } = findAssociation(cidrs, association);
  const cidrText = listed
    ? `${cidr} is ${listed.state}, its association with AS${asn} is ${state}`
    : `${cidr} is not listed`;
  return [
    { grade: 'read', text: `DescribeByoipCidrs: ${cidrText}` },
    'unread' in asns
      ? { grade: 'not read', text: `DescribeIpamByoasn: ${asns.unread}` }
      : { grade: 'read', text: `DescribeIpamByoasn: ${asnText(asn, asns)}` },
  ];
}

function asnText(asn: string, asns: readonly { asn: string; state: string }[]): string {
  const states = asns.filter((observed) => observed.asn === asn).map(({ state }) => state);
  return states.length > 0
    ? `AS${asn} is ${states.join(', ')}`
    : `AS${asn} is not listed, which is normal outside the IPAM's home Region`;
}

function isKey<Key extends string>(map: Readonly<Record<Key, unknown>>, text: string): text is Key {
  return Object.hasOwn(map, text);
}
