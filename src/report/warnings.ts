import type { Inputs } from '../inputs/inputs.ts';
import type { SourceLocation } from '../lib/source-location.ts';
import { entryOf, entryText } from '../plan/entry.ts';
import { listChanges, type Plan, type PlannedChange } from '../plan/plan.ts';
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
  plan: Plan<PlannedChange>,
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
export function planAnnotations(
  plan: Plan<PlannedChange>,
  inputs: Pick<Inputs, 'unmanaged'>,
): readonly Warning[] {
  const warnings = planWarnings(plan, inputs);
  const more = warnings.length - maxAnnotations;
  const rest = more > 0 ? [{ text: `and ${more} more, in the plan above` }] : [];
  return [...warnings.slice(0, maxAnnotations), ...rest];
}

function asnWarnings(plan: Plan<PlannedChange>): Warning[] {
  return listChanges(plan).flatMap((change) =>
    change.evidence
      .filter(({ grade }) => grade === 'not found')
      .map(({ text }) => ({
        text: `ASN not found in IPAM: ${entryText(change)}. ${text}`,
        location: entryOf(change).location,
      })),
  );
}

/** A source that cannot be read is no matter of a line. */
function rpkiWarnings(plan: Plan<PlannedChange>): Warning[] {
  return listChanges(plan).flatMap((change) =>
    (change.rpki?.warnings ?? []).map((text) => ({
      text,
      location: change.rpki?.state === 'unread' ? undefined : entryOf(change).location,
    })),
  );
}

function unmanagedWarnings({ unmanaged, unmanagedCidrs = [] }: Plan<PlannedChange>): Warning[] {
  return [
    ...unmanaged.map((each) => ({ text: unmanagedText(each), location: locationOf(each) })),
    ...unmanagedCidrs.map((each) => ({ text: unmanagedCidrText(each) })),
  ];
}
