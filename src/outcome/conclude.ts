import { isAsWanted } from '../domain/association-state.ts';
import { isChange } from '../domain/step.ts';
import { Failure } from '../failure.ts';
import type { Inputs, Source } from '../inputs/inputs.ts';
import { countEntries, entryText } from '../plan/entry.ts';
import type { Reason } from '../reasons.ts';
import { countStatuses } from './pair-status.ts';
import type { AssociationOutcome, PairOutcome } from './run-state.ts';

/** The inputs that the reason depends on. */
export interface RunMode extends Pick<Inputs, 'mode' | 'until' | 'permissionCheck'> {
  readonly source: Pick<Source, 'form'>;
}

/** The reason of a run that is done; a Failure if any pair failed. */
export function conclude(pairs: readonly AssociationOutcome[], mode: RunMode): Reason | Failure {
  return (
    summarizeFailures(pairs, mode) ??
    (mode.mode === 'plan' ? reasonOfPlan(pairs, mode) : reasonOfApply(pairs, mode))
  );
}

function reasonOfPlan(
  pairs: readonly AssociationOutcome[],
  { source, permissionCheck }: RunMode,
): Reason {
  const changes = pairs.some(({ step }) => step !== undefined && isChange(step));
  if (source.form === 'file') return changes ? 'planned' : 'no-changes';
  if (changes) return permissionCheck === 'ask' ? 'dry-run-permitted' : 'dry-run-unchecked';
  return pairs.some(({ step }) => step === 'wait') ? 'already-pending' : 'already-associated';
}

function reasonOfApply(pairs: readonly AssociationOutcome[], { until, source }: RunMode): Reason {
  const unchanged = source.form === 'file' ? 'no-changes' : 'already-associated';
  if (pairs.every(({ step }) => step === 'keep')) return unchanged;
  if (until === 'accepted') {
    if (pairs.some(({ changed }) => changed)) return 'accepted';
    const isDone = pairs.every(({ association, state }) => isAsWanted(association, state));
    return isDone ? unchanged : 'already-pending';
  }
  if (source.form === 'inputs') return 'associated';
  const ended = pairs.filter(({ step }) => step !== 'keep');
  return ended.every(({ association }) => association.remove) ? 'disassociated' : 'applied';
}

/** One Failure for all pairs that failed; undefined if none did. */
export function summarizeFailures(
  pairs: readonly PairOutcome[],
  { mode, source }: RunMode,
): Failure | undefined {
  const failed = Map.groupBy(pairs, ({ failure }) => failure);
  failed.delete(undefined);
  const [first] = failed.keys();
  if (!first || source.form === 'inputs') return first;

  const hasCreated = pairs.some((pair) => pair.changed && !pair.failure);
  const isOnly = failed.size === 1 && !hasCreated;
  return new Failure(hasCreated ? 'partly-applied' : first.reason, countText(pairs, mode), {
    lines: linesOf([...failed.values()], isOnly),
    likely: isOnly ? first.likely : undefined,
    ...(hasCreated ? {} : { next: first.next }),
    cause: first,
  });
}

/** `2 of 4 associations failed; 1 associated, 1 unchanged`. */
function countText(pairs: readonly PairOutcome[], mode: Inputs['mode']): string {
  const others = pairs.filter(({ failure }) => !failure);
  const failed = `${pairs.length - others.length} of ${countEntries(pairs.length, pairs)} failed`;
  const texts = countStatuses(others, mode);
  return texts.length === 0 ? failed : `${failed}; ${texts.join(', ')}`;
}

/** Each failure once, with its details unless an earlier one has the same. */
function linesOf(groups: readonly (readonly PairOutcome[])[], isOnly: boolean): string[] {
  const seen = new Set<string>();
  return groups.flatMap((pairs) => {
    const [pair, another] = pairs;
    const { failure } = pair ?? {};
    if (!pair || !failure) return [];
    const name = another ? countEntries(pairs.length, pairs) : entryText(pair);
    const head = `${pair.target.name}: ${failure.reason}: ${failure.message} (${name})`;
    const likely = isOnly || failure.likely === undefined ? [] : [`likely: ${failure.likely}`];
    const details = [...failure.lines, ...likely].map((line) => `  ${line}`);
    const text = details.join('\n');
    const isRepeated = seen.has(text);
    seen.add(text);
    return [head, ...(isRepeated ? [] : details)];
  });
}
