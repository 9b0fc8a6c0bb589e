import { isAssociated } from '../domain/association-state.ts';
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

function progressText(pairs: ReturnType<RunState['pairs']>): string {
  const associated = pairs.filter(({ state }) => isAssociated(state)).length;
  const pending = pairs.filter(({ state, failure }) => !failure && state === 'pending-association');
  const failed = pairs.filter(({ failure }) => failure).length;
  return [
    `${associated} of ${pairs.length} associated`,
    `${pending.length} pending`,
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
}
