import { canonicalAsn } from '../domain/asn.ts';
import type { Association } from '../domain/association.ts';
import type { SpecialUse } from '../domain/parsed.ts';
import type { Step } from '../domain/step.ts';
import { findAssociation, findCidr, type Observed } from '../observe/observed.ts';
import { listAsns } from './cidr-rules.ts';

/**
 * How a fact is known: `proven` by EC2's response to a DryRun, `read` with a Describe call, `checked
 * offline` by rules only. `not found` is an ASN that is missing from an IPAM with other ASNs. `not read`
 * and `not asked` are checks that did not happen.
 */
export type Grade = 'proven' | 'read' | 'checked offline' | 'not found' | 'not read' | 'not asked';

/** A fact that a plan is based on. */
export interface Evidence {
  readonly grade: Grade;
  readonly text: string;
}

/** The evidence for a pair from the offline checks and the Describe calls. */
export function gatherEvidence(
  association: Association,
  { specialUse }: SpecialUse,
  observed: Observed,
  region: string,
  step: Step,
): readonly Evidence[] {
  const use = specialUse === 'refuse' ? ' and of public use' : '; special use is accepted';
  const { ipamRegion } = observed;
  const call = `DescribeIpamByoasn${ipamRegion === undefined ? '' : ` in ${ipamRegion}`}`;
  const { grade, text } = asnEvidence(association, observed, region, step);
  return [
    { grade: 'checked offline', text: `the ASN and the CIDR are well-formed${use}` },
    { grade: 'read', text: `DescribeByoipCidrs: ${cidrText(association, observed)}` },
    { grade, text: `${call}: ${text}` },
  ];
}

function cidrText(association: Association, { cidrs }: Observed): string {
  const { asn, cidr } = association;
  const listed = findCidr(cidrs, cidr);
  const { state, statusMessage } = findAssociation(cidrs, association);
  if (listed) return `${cidr} is ${listed.state}, its association with AS${asn} is ${state}`;
  return `${cidr} is not listed${state === 'absent' ? '' : ` clearly: ${statusMessage}`}`;
}

/** Whether the ASN is yours; that matters only for an association to create. */
function asnEvidence(
  { asn }: Association,
  { asns, ipamRegion }: Observed,
  region: string,
  step: Step,
): Evidence {
  const advice =
    step === 'associate'
      ? `. It is not known whether AS${asn} is yours: set ipam-region to the home Region of the IPAM`
      : '';
  if ('unread' in asns) return { grade: 'not read', text: `${asns.unread}${advice}` };
  const states = asns.filter((item) => item.asn === asn).map(({ state }) => state);
  if (states.length > 0) return { grade: 'read', text: `AS${asn} is ${states.join(', ')}` };
  const unreadable = asns.find((item) => canonicalAsn(item.asn) === undefined);
  if (unreadable) {
    const name = JSON.stringify(unreadable.asn);
    const text = `${name}, which cannot be read and may be AS${asn}, is ${unreadable.state}`;
    return { grade: 'read', text };
  }
  if (step === 'associate' && asns.length > 0) {
    const text = `AS${asn} is not listed, but ${listAsns(asns)} in ${region}. Correct it if it is a typo; set ipam-region if the IPAM of another Region has it`;
    return { grade: 'not found', text };
  }
  const normal = ipamRegion === undefined ? ", which is normal outside the IPAM's home Region" : '';
  return { grade: 'read', text: `AS${asn} is not listed${normal}${advice}` };
}
