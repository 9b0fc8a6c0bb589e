import { associationText, countAssociations } from '../domain/association.ts';
import { isAssociated } from '../domain/association-state.ts';
import { Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Reason } from '../reasons.ts';
import { type PairStatus, statusOf } from './pair-status.ts';
import type { PairOutcome } from './run-state.ts';

type RunMode = Pick<Inputs, 'mode' | 'until' | 'permissionCheck'> & {
  readonly source: { readonly form: 'inputs' | 'file' };
};

/** The one reason of a run whose pairs have come to their ends; a Failure where any of them failed. */
export function conclude(pairs: readonly PairOutcome[], manner: RunMode): Reason | Failure {
  if (pairs.some(({ failure }) => failure)) return summarizeFailures(pairs, manner);
  return manner.mode === 'plan' ? reasonOfPlan(pairs, manner) : reasonOfApply(pairs, manner);
}

/** Throws the Failure of the pairs that have failed, if any has. */
export function stopAtFailures(pairs: readonly PairOutcome[], manner: RunMode): void {
  if (pairs.some(({ failure }) => failure)) throw summarizeFailures(pairs, manner);
}

function reasonOfPlan(pairs: readonly PairOutcome[], manner: RunMode): Reason {
  const writes = pairs.some(({ step }) => step === 'associate');
  if (manner.source.form === 'file') return writes ? 'planned' : 'no-changes';
  if (writes) return manner.permissionCheck === 'ask' ? 'dry-run-permitted' : 'dry-run-unchecked';
  return pairs.some(({ step }) => step === 'wait') ? 'already-pending' : 'already-associated';
}

function reasonOfApply(pairs: readonly PairOutcome[], { until, source }: RunMode): Reason {
  const kept = source.form === 'file' ? 'no-changes' : 'already-associated';
  if (pairs.every(({ step }) => step === 'keep')) return kept;
  if (until === 'accepted') {
    if (pairs.some(({ changed }) => changed)) return 'accepted';
    return pairs.every(({ state }) => isAssociated(state)) ? kept : 'already-pending';
  }
  return source.form === 'file' ? 'applied' : 'associated';
}

/** One Failure for all that failed; things that hit several pairs are told once. */
function summarizeFailures(pairs: readonly PairOutcome[], { mode, source }: RunMode): Failure {
  const failed = Map.groupBy(pairs, ({ failure }) => failure);
  failed.delete(undefined);
  const [[first, firstPairs] = []] = [...failed];
  if (!first || !firstPairs) throw new Error('nothing has failed');
  if (source.form === 'inputs') return first;

  const made = pairs.some((pair) => pair.changed && !pair.failure);
  const alone = failed.size === 1 && !made;
  return new Failure(made ? 'partly-applied' : first.reason, messageOf(pairs, mode), {
    lines: linesOf(failed, alone),
    ...(alone && first.likely !== undefined ? { likely: first.likely } : {}),
    ...(made ? {} : { next: first.next }),
    cause: first,
  });
}

function messageOf(pairs: readonly PairOutcome[], mode: RunMode['mode']): string {
  const ends = pairs.map((pair) => statusOf(pair, mode));
  const count = (wanted: PairStatus) => ends.filter((end) => end === wanted).length;
  const others = [
    [count('associated'), 'associated'],
    [count('kept'), 'unchanged'],
    [count('pending'), 'pending'],
    [count('skipped'), 'skipped'],
  ] as const;
  const told = others.filter(([number]) => number > 0).map((other) => other.join(' '));
  const failed = `${count('failed')} of ${countAssociations(pairs.length)} failed`;
  return told.length === 0 ? failed : `${failed}; ${told.join(', ')}`;
}

/** Each failure once, with what it has to say unless an earlier one said the same. */
function linesOf(
  failed: ReadonlyMap<Failure | undefined, readonly PairOutcome[]>,
  alone: boolean,
): string[] {
  const told = new Set<string>();
  return [...failed].flatMap(([failure, pairs]) => {
    if (!failure) return [];
    const likely = alone || failure.likely === undefined ? [] : [`likely: ${failure.likely}`];
    const details = [...failure.lines, ...likely].map((line) => `  ${line}`);
    const all = details.join('\n');
    const shown = told.has(all) ? [] : details;
    told.add(all);
    return [headOf(failure, pairs), ...shown];
  });
}

function headOf(failure: Failure, pairs: readonly PairOutcome[]): string {
  const [pair, another] = pairs;
  const where = pair ? `${pair.target.name}: ` : '';
  const which =
    pair && !another ? associationText(pair.association) : countAssociations(pairs.length);
  return `${where}${failure.reason}: ${failure.message} (${which})`;
}
