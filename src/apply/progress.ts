import { isAsWanted, pendingStateOf } from '../domain/association-state.ts';
import type { Clock } from '../lib/clock.ts';
import type { RunState } from '../outcome/run-state.ts';

const quietMs = 30_000;

/**
 * Logs the progress of a run of several pairs, `12 of 40 associated, 28 pending, 01:32`, whenever it
 * has changed, and after half a minute without a line.
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

type Pairs = ReturnType<RunState['pairs']>;

function progressText(pairs: Pairs): string {
  const pending = pairs.filter(
    ({ association, state, failure }) => !failure && state === pendingStateOf(association),
  );
  const failed = pairs.filter(({ failure }) => failure).length;
  const isRemoval = ({ association }: Pairs[number]) => association.remove === true;
  return [
    ...doneTexts(
      pairs.filter((pair) => !isRemoval(pair)),
      'associated',
    ),
    ...doneTexts(pairs.filter(isRemoval), 'removed'),
    `${pending.length} pending`,
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
}

function doneTexts(pairs: Pairs, word: string): string[] {
  const done = pairs.filter(({ association, state }) => isAsWanted(association, state)).length;
  return pairs.length === 0 ? [] : [`${done} of ${pairs.length} ${word}`];
}
