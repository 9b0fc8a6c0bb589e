import { isChange } from '../domain/step.ts';
import type { Evidence, Grade } from '../plan/evidence.ts';
import type { PlannedChange } from '../plan/plan.ts';

/** How reports name a grade, the strongest first. */
interface GradeView {
  readonly label: string;
  /** The check did not confirm anything. */
  readonly isMissing?: true;
  /** Counts only pairs to change. */
  readonly ofChanges?: true;
}

const gradeViews: Readonly<Record<Grade, GradeView>> = {
  proven: { label: 'permission confirmed by EC2', ofChanges: true },
  read: { label: 'read' },
  'checked offline': { label: 'checked offline' },
  'not found': { label: 'ASN not found in IPAM', isMissing: true, ofChanges: true },
  'not read': { label: 'not read', isMissing: true },
  'not asked': { label: 'permission not checked', isMissing: true, ofChanges: true },
};

/** A pair with its evidence. */
interface Checked {
  readonly step?: PlannedChange['step'] | undefined;
  readonly evidence: readonly Evidence[];
}

/** Whether the IPAM lists other ASNs, but not that of the pair. */
export function isAsnNotFound(pair: Pick<Checked, 'evidence'>): boolean {
  return hasGrade(pair, 'not found');
}

function hasGrade({ evidence }: Pick<Checked, 'evidence'>, grade: string): boolean {
  return evidence.some((each) => each.grade === grade);
}

/**
 * The checks of some pairs: the strongest, and those that did not confirm anything. A check of some of
 * the pairs has their number: `permission confirmed by EC2 (2 of 3)`.
 */
export function checkLabels(
  pairs: readonly Checked[],
): readonly { readonly text: string; readonly isMissing: boolean }[] {
  const checked = pairs.filter(({ evidence }) => evidence.length > 0);
  const toChange = checked.filter(({ step }) => step !== undefined && isChange(step));
  const labels = Object.entries(gradeViews).flatMap(([grade, view]) => {
    const { label, isMissing = false, ofChanges } = view;
    const all = ofChanges ? toChange : checked;
    const count = all.filter((pair) => hasGrade(pair, grade)).length;
    const part = count === all.length ? '' : ` (${count} of ${all.length})`;
    return count === 0 ? [] : [{ text: `${label}${part}`, isMissing }];
  });
  return labels.filter(({ isMissing }, index) => index === 0 || isMissing);
}

/** The evidence of some pairs, each line once. */
export function evidenceLines(pairs: readonly Checked[]): string[] {
  const lines = pairs.flatMap(({ evidence }) =>
    evidence.map(({ grade, text }) => `${gradeViews[grade].label}: ${text}`),
  );
  return [...new Set(lines)];
}
