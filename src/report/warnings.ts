import type { Inputs } from '../inputs/inputs.ts';
import type { SourceLocation } from '../lib/source-location.ts';
import { entryOf, entryText } from '../plan/entry.ts';
import type { Plan, PlannedChange } from '../plan/plan.ts';
import { unmanagedCidrText, unmanagedText } from '../plan/unmanaged.ts';
import { maxAnnotations } from './log.ts';

/** Something that a reviewer should look at, at its line of the file. */
interface Warning {
  readonly text: string;
  /** Undefined without a file, and for a CIDR that the file does not have. */
  readonly location?: SourceLocation | undefined;
}

/** The warnings of a plan, each text once. */
export function planWarnings(
  plan: Plan<PlannedChange>,
  inputs: Pick<Inputs, 'unmanaged'>,
): readonly Warning[] {
  const { changes, unmanaged, unmanagedCidrs = [] } = plan;
  const all: Warning[] = [
    ...changes.flatMap(asnWarnings),
    ...changes.flatMap(rpkiWarnings),
    ...(inputs.unmanaged === 'warn'
      ? [
          ...unmanaged.map((each) => ({ text: unmanagedText(each), location: each.location })),
          ...unmanagedCidrs.map((each) => ({ text: unmanagedCidrText(each) })),
        ]
      : []),
  ];
  return [...new Map(all.map((warning) => [warning.text, warning])).values()];
}

/** The warnings of a plan, as many as GitHub annotates, and one that counts the others. */
export function planAnnotations(
  plan: Plan<PlannedChange>,
  inputs: Pick<Inputs, 'unmanaged'>,
): readonly Warning[] {
  const warnings = planWarnings(plan, inputs);
  const more = warnings.length - maxAnnotations;
  const rest = more > 0 ? [{ text: `and ${more} more, in the plan above` }] : [];
  return [...warnings.slice(0, maxAnnotations), ...rest];
}

function asnWarnings(change: PlannedChange): Warning[] {
  const { location } = entryOf(change);
  return change.evidence
    .filter(({ grade }) => grade === 'not found')
    .map(({ text }) => ({
      text: `ASN not found in IPAM: ${entryText(change)}. ${text}`,
      location,
    }));
}

/** A source that cannot be read has no line in the file. */
function rpkiWarnings(change: PlannedChange): Warning[] {
  const { state, warnings = [] } = change.rpki ?? {};
  const location = state === 'unread' ? undefined : entryOf(change).location;
  return warnings.map((text) => ({ text, location }));
}
