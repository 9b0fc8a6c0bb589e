import { associationText } from '../domain/association.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { SourceLocation } from '../lib/source-location.ts';
import { listChanges, type Plan } from '../plan/plan.ts';
import { locationOf, unmanagedCidrText, unmanagedText } from '../plan/unmanaged.ts';
import { maxAnnotations } from './log.ts';

/** What a reviewer should look at, at its line of the file. */
interface Warning {
  readonly text: string;
  /** Undefined without a file, and for a CIDR that the file does not have. */
  readonly location?: SourceLocation | undefined;
}

/** The warnings of a plan. */
export function planWarnings(
  plan: Plan,
  { unmanaged }: Pick<Inputs, 'unmanaged'>,
): readonly Warning[] {
  const all = [
    ...asnWarnings(plan),
    ...rpkiWarnings(plan),
    ...(unmanaged === 'warn' ? unmanagedWarnings(plan) : []),
  ];
  // One CIDR may have several ASNs, and one source all of them.
  return [...new Map(all.map((warning) => [warning.text, warning])).values()];
}

/** The warnings of a plan, as many as GitHub shows; then one more counts the rest. */
export function planAnnotations(plan: Plan, inputs: Pick<Inputs, 'unmanaged'>): readonly Warning[] {
  const warnings = planWarnings(plan, inputs);
  const more = warnings.length - maxAnnotations;
  const rest = more > 0 ? [{ text: `and ${more} more, in the plan above` }] : [];
  return [...warnings.slice(0, maxAnnotations), ...rest];
}

function asnWarnings(plan: Plan): Warning[] {
  return listChanges(plan).flatMap(({ association, evidence }) =>
    evidence
      .filter(({ grade }) => grade === 'not found')
      .map(({ text }) => ({
        text: `ASN not found in IPAM: ${associationText(association)}. ${text}`,
        location: association.location,
      })),
  );
}

/** A source that cannot be read is no matter of a line. */
function rpkiWarnings(plan: Plan): Warning[] {
  return listChanges(plan).flatMap(({ association, rpki }) =>
    (rpki?.warnings ?? []).map((text) => ({
      text,
      location: rpki?.state === 'unread' ? undefined : association.location,
    })),
  );
}

function unmanagedWarnings({ unmanaged, unmanagedCidrs = [] }: Plan): Warning[] {
  return [
    ...unmanaged.map((each) => ({ text: unmanagedText(each), location: locationOf(each) })),
    ...unmanagedCidrs.map((each) => ({ text: unmanagedCidrText(each) })),
  ];
}
