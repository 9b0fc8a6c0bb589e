import { isAsWanted, pendingStateOf } from '../domain/association-state.ts';
import type { Clock } from '../lib/clock.ts';
import type { AssociationOutcome, RunState } from '../outcome/run-state.ts';

const quietMs = 30_000;

/**
 * Logs the progress of a run with several pairs, `12 of 40 associated, 28 pending, 01:32`, whenever it has
 * changed, and after half a minute without a line.
 */
export function startProgress(
  runState: RunState,
  { log, clock }: { readonly log: { line(text: string): void }; readonly clock: Clock },
  elapsed: () => string,
): () => void {
  let lastText = '';
  let lastLoggedAt = clock.now();
  return () => {
    const pairs = runState.pairs();
    if (pairs.length < 2) return;
    const text = progressText(pairs);
    if (text === lastText && clock.now() - lastLoggedAt < quietMs) return;
    lastText = text;
    lastLoggedAt = clock.now();
    log.line(`${text}, ${elapsed()}`);
  };
}

function progressText(pairs: readonly AssociationOutcome[]): string {
  const doneText = (isRemoval: boolean, word: string) => {
    const some = pairs.filter(({ association }) => (association.remove === true) === isRemoval);
    const done = some.filter(({ association, state }) => isAsWanted(association, state));
    return some.length === 0 ? [] : [`${done.length} of ${some.length} ${word}`];
  };
  const failed = pairs.filter(({ failure }) => failure).length;
  const pending = pairs.filter(
    ({ association, state, failure }) => !failure && state === pendingStateOf(association),
  );
  return [
    ...doneText(false, 'associated'),
    ...doneText(true, 'removed'),
    `${pending.length} pending`,
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
}
