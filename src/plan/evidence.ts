import { canonicalAsn } from '../domain/asn.ts';
import type { Association } from '../domain/association.ts';
import type { SpecialUse } from '../domain/parsed.ts';
import { findAssociation, findCidr, type Observed } from '../observe/observed.ts';

/**
 * How something is known: `proven` by EC2's response to a DryRun, `read` from a Describe call, `checked
 * offline` by rules only. `not read` and `not asked` are checks that did not happen.
 */
export type Grade = 'proven' | 'read' | 'checked offline' | 'not read' | 'not asked';

/** A fact that a plan is based on. */
export interface Evidence {
  readonly grade: Grade;
  readonly text: string;
}

const offline: Readonly<Record<SpecialUse['specialUse'], Evidence>> = {
  refuse: {
    grade: 'checked offline',
    text: 'the ASN and the CIDR are well-formed and of public use',
  },
  accept: {
    grade: 'checked offline',
    text: 'the ASN and the CIDR are well-formed; special use is accepted',
  },
};

/** The evidence for a pair from the offline checks and the Describe calls. */
export function gatherEvidence(
  association: Association,
  { specialUse }: SpecialUse,
  { cidrs, asns }: Observed,
): readonly Evidence[] {
  const { asn, cidr } = association;
  const listed = findCidr(cidrs, cidr);
  const { state, statusMessage } = findAssociation(cidrs, association);
  const absence = state === 'absent' ? '' : ` clearly: ${statusMessage}`;
  const cidrText = listed
    ? `${cidr} is ${listed.state}, its association with AS${asn} is ${state}`
    : `${cidr} is not listed${absence}`;
  return [
    offline[specialUse],
    { grade: 'read', text: `DescribeByoipCidrs: ${cidrText}` },
    'unread' in asns
      ? { grade: 'not read', text: `DescribeIpamByoasn: ${asns.unread}` }
      : { grade: 'read', text: `DescribeIpamByoasn: ${asnText(asn, asns)}` },
  ];
}

function asnText(asn: string, asns: readonly { asn: string; state: string }[]): string {
  const states = asns.filter((observed) => observed.asn === asn).map(({ state }) => state);
  if (states.length > 0) return `AS${asn} is ${states.join(', ')}`;
  const unreadable = asns.find((observed) => canonicalAsn(observed.asn) === undefined);
  return unreadable
    ? `${JSON.stringify(unreadable.asn)}, which cannot be read and may be AS${asn}, is ${unreadable.state}`
    : `AS${asn} is not listed, which is normal outside the IPAM's home Region`;
}
