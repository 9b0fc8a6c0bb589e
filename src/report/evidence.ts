import { isChange, type RouteStep, type Step } from '../domain/step.ts';
import type { Evidence, Grade } from '../plan/evidence.ts';

/** What readers see of a grade: permission first, checks that did not confirm last. */
const gradeLabels: Readonly<Record<Grade, string>> = {
  proven: 'permission confirmed by EC2',
  read: 'read',
  'checked offline': 'checked offline',
  'not found': 'ASN not found in IPAM',
  'not read': 'not read',
  'not asked': 'permission not checked',
};

const missing: readonly string[] = ['not found', 'not read', 'not asked'];
/** Of pairs to change alone. */
const ofChange: readonly string[] = ['proven', 'not found', 'not asked'];

/** What a pair's evidence is part of. */
interface Checked {
  readonly step?: Step | RouteStep | undefined;
  readonly evidence: readonly Evidence[];
}

/** A kind of check of some pairs, and whether it is one that did not confirm anything. */
export interface CheckLabel {
  readonly text: string;
  readonly isMissing: boolean;
}

/** Whether the ASN of a pair is not listed by an IPAM that lists others. */
export function isAsnNotFound({ evidence }: Pick<Checked, 'evidence'>): boolean {
  return evidence.some(({ grade }) => grade === 'not found');
}

/**
 * The checks of some pairs: the strongest, and those that did not confirm anything. `permission
 * confirmed by EC2 (2 of 3)`, without the count for all.
 */
export function checkLabels(pairs: readonly Checked[]): readonly CheckLabel[] {
  const [strongest, ...others] = labelsOf(pairs.filter(({ evidence }) => evidence.length > 0));
  return strongest ? [strongest, ...others.filter(({ isMissing }) => isMissing)] : [];
}

function labelsOf(checked: readonly Checked[]): CheckLabel[] {
  const toChange = checked.filter(({ step }) => step !== undefined && isChange(step));
  return Object.entries(gradeLabels).flatMap(([grade, label]) => {
    const pairs = ofChange.includes(grade) ? toChange : checked;
    const count = pairs.filter(({ evidence }) =>
      evidence.some((each) => each.grade === grade),
    ).length;
    const part = count === pairs.length ? '' : ` (${count} of ${pairs.length})`;
    return count === 0 ? [] : [{ text: `${label}${part}`, isMissing: missing.includes(grade) }];
  });
}

/** The evidence of a target's pairs as lines; each says what it is about, and is said once. */
export function evidenceLines(pairs: readonly Checked[]): string[] {
  const lines = pairs.flatMap(({ evidence }) =>
    evidence.map(({ grade, text }) => `${gradeLabels[grade]}: ${text}`),
  );
  return [...new Set(lines)];
}
