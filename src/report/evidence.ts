import { targetText } from '../domain/target.ts';
import type { PairOutcome } from '../outcome/run-state.ts';
import type { Evidence, Grade } from '../plan/evidence.ts';
import { markdownCode, markdownFold, markdownList, markdownText } from './markdown.ts';

/** What readers see of a grade, strongest first; the last two are checks that did not happen. */
const gradeLabels: Readonly<Record<Grade, string>> = {
  proven: 'permission confirmed',
  read: 'read',
  'checked offline': 'checked offline',
  'not read': 'not read',
  'not asked': 'permission not checked',
};

const grades = Object.keys(gradeLabels).filter((name): name is Grade => name in gradeLabels);

const absences: ReadonlySet<Grade> = new Set<Grade>(['not read', 'not asked']);

/** `permission confirmed`, or `read, permission not checked`: the strongest grade and the absences. */
export function evidenceSummary(evidence: readonly Evidence[]): string {
  const found = gradesOf(evidence);
  const strongest = found.filter((grade) => !absences.has(grade)).slice(0, 1);
  const missing = found.filter((grade) => absences.has(grade));
  return [...strongest, ...missing].map((grade) => gradeLabels[grade]).join(', ') || 'none';
}

/** The evidence of the pairs of a target, as lines. */
interface TargetEvidence {
  /** What all pairs have in common; empty for a single pair. */
  readonly shared: readonly string[];
  /** The other lines of each pair, in the order of the pairs. */
  readonly own: readonly (readonly string[])[];
}

/** Splits the evidence of a target's pairs, so that nothing is said twice. */
export function splitEvidence(
  pairs: readonly { readonly evidence: readonly Evidence[] }[],
): TargetEvidence {
  const lines = pairs.map(({ evidence }) => evidence.map(lineOf));
  const [first = [], ...others] = lines.map((texts) => new Set(texts));
  const shared = [...first].filter(
    (line) => others.length > 0 && others.every((texts) => texts.has(line)),
  );
  return { shared, own: lines.map((texts) => texts.filter((line) => !shared.includes(line))) };
}

/** `Evidence: read, <b>permission not checked</b>`; empty where there is none. */
export function evidenceTitle(pairs: readonly PairOutcome[]): string {
  const found = gradesOf(pairs.flatMap(({ evidence }) => evidence));
  if (found.length === 0) return '';
  const names = found.map((grade) =>
    absences.has(grade) ? `<b>${gradeLabels[grade]}</b>` : gradeLabels[grade],
  );
  return `Evidence: ${names.join(', ')}`;
}

/** The evidence of pairs, folded below its title; open for a single pair. */
export function formatEvidence(pairs: readonly PairOutcome[]): string {
  const title = evidenceTitle(pairs);
  if (title === '') return '';
  const [only] = pairs;
  if (only && pairs.length === 1) {
    const lines = only.evidence.map((each) => markdownText(lineOf(each)));
    return markdownFold(title, markdownList(lines), 'open');
  }
  const byTarget = Map.groupBy(pairs, ({ target }) => targetText(target));
  const lists = [...byTarget].map(([name, ofTarget]) => targetList(name, ofTarget));
  return markdownFold(title, lists.join('\n\n'));
}

function targetList(name: string, pairs: readonly PairOutcome[]): string {
  const { shared, own } = splitEvidence(pairs);
  const ofPairs = pairs.flatMap(({ association: { cidr, asn } }, index) =>
    (own[index] ?? []).map(
      (line) => `${markdownCode(cidr)} AS${markdownText(asn)} ${markdownText(line)}`,
    ),
  );
  const items = [...shared.map(markdownText), ...ofPairs];
  return items.length === 0 ? '' : `<b>${markdownText(name)}</b>\n\n${markdownList(items)}`;
}

function lineOf({ grade, text }: Evidence): string {
  return `${gradeLabels[grade]}: ${text}`;
}

function gradesOf(evidence: readonly Evidence[]): Grade[] {
  const found = new Set(evidence.map(({ grade }) => grade));
  return grades.filter((grade) => found.has(grade));
}
