import type { PairStatus } from '../outcome/pair-status.ts';
import type { PairOutcome } from '../outcome/run-state.ts';
import type { Evidence, Grade } from '../plan/evidence.ts';

/** How an association ended, in the first column of a table. */
export const statusLabels: Readonly<Record<PairStatus, string>> = {
  failed: 'failed',
  refused: 'refused',
  skipped: 'skipped',
  unknown: 'unknown',
  planned: 'associate',
  pending: 'pending',
  associated: 'associated',
  kept: 'unchanged',
};

/** The heads of a table's columns. */
export function tableHeader(mode: 'plan' | 'apply'): readonly string[] {
  const states = mode === 'plan' ? 'Now → after' : 'Before → now';
  return ['', 'Target', 'CIDR', 'ASN', states, 'Evidence'];
}

/** The state that a pair is in or, in a plan, is to come to. */
export function stateAfter(
  { state }: PairOutcome,
  end: PairStatus,
  mode: 'plan' | 'apply',
): string {
  const aimed = end === 'planned' || (end === 'pending' && mode === 'plan');
  return aimed ? 'associated' : state;
}

/** What the state does not tell: why it is refused or associated anew, and AWS's message. */
export function extraReasons(
  { before, statusMessage, why }: PairOutcome,
  end: PairStatus,
): readonly string[] {
  const again = end === 'planned' && before !== 'absent';
  const reason = end === 'refused' || again ? [why] : [];
  const told = statusMessage === '' || (reason.length > 0 && why.includes(statusMessage));
  return [...reason, ...(told ? [] : [`AWS says: ${statusMessage}`])];
}

const strongestFirst = ['proven', 'read', 'checked offline'] as const satisfies readonly Grade[];
const absences = ['not read', 'not asked'] as const satisfies readonly Grade[];

/** The best that is known of a pair, undefined where nothing is, and the checks that did not happen. */
export function gradesOf(evidence: readonly Evidence[]): {
  readonly best: Grade | undefined;
  readonly missing: readonly Grade[];
} {
  const has = (grade: Grade) => evidence.some((one) => one.grade === grade);
  return { best: strongestFirst.find(has), missing: absences.filter(has) };
}
