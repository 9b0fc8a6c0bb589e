import { targetText } from '../domain/target.ts';
import type { PairOutcome } from '../outcome/run-state.ts';
import type { Evidence, Grade } from '../plan/evidence.ts';
import { markdownFold, markdownList, markdownText } from './markdown.ts';

/** What readers see of a grade, strongest first; the last three are no confirmation. */
const gradeLabels: Readonly<Record<Grade, string>> = {
  proven: 'permission confirmed',
  read: 'read',
  'checked offline': 'checked offline',
  'not found': 'ASN not found in IPAM',
  'not read': 'not read',
  'not asked': 'permission not checked',
};

const absences: readonly string[] = [
  gradeLabels['not found'],
  gradeLabels['not read'],
  gradeLabels['not asked'],
];

/** What a row says of a pair whose ASN an IPAM with other ASNs does not list; else undefined. */
export function asnRemark({ evidence }: { readonly evidence: readonly Evidence[] }) {
  return evidence.some(({ grade }) => grade === 'not found') ? gradeLabels['not found'] : undefined;
}

/** `permission confirmed`, or `read, permission not checked`: the strongest grade and the absences. */
export function evidenceSummary(evidence: readonly Evidence[]): string {
  const [strongest, ...others] = labelsOf(evidence);
  if (strongest === undefined) return 'none';
  return [strongest, ...others.filter((label) => absences.includes(label))].join(', ');
}

/** The evidence of a target's pairs as lines; each says what it is about, and is said once. */
export function evidenceLines(
  pairs: readonly { readonly evidence: readonly Evidence[] }[],
): string[] {
  const lines = pairs.flatMap(({ evidence }) =>
    evidence.map(({ grade, text }) => `${gradeLabels[grade]}: ${text}`),
  );
  return [...new Set(lines)];
}

/** `Evidence: read, <b>permission not checked</b>`; empty where there is none. */
export function evidenceTitle(pairs: readonly PairOutcome[]): string {
  const labels = labelsOf(pairs.flatMap(({ evidence }) => evidence)).map((label) =>
    absences.includes(label) ? `<b>${label}</b>` : label,
  );
  return labels.length === 0 ? '' : `Evidence: ${labels.join(', ')}`;
}

/** The evidence of pairs by target, folded below its title; open for a single pair. */
export function formatEvidence(pairs: readonly PairOutcome[]): string {
  const title = evidenceTitle(pairs);
  if (title === '') return '';
  if (pairs.length === 1) return markdownFold(title, evidenceList(pairs), true);
  const known = pairs.filter(({ evidence }) => evidence.length > 0);
  const lists = [...Map.groupBy(known, ({ target }) => targetText(target))].map(
    ([name, ofTarget]) => `<b>${markdownText(name)}</b>\n\n${evidenceList(ofTarget)}`,
  );
  return markdownFold(title, lists.join('\n\n'));
}

function evidenceList(pairs: readonly PairOutcome[]): string {
  return markdownList(evidenceLines(pairs).map(markdownText));
}

function labelsOf(evidence: readonly Evidence[]): string[] {
  const grades = new Set<string>(evidence.map(({ grade }) => grade));
  return Object.entries(gradeLabels).flatMap(([grade, label]) => (grades.has(grade) ? label : []));
}
