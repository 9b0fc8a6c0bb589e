import type { Failure } from '../failure.ts';
import { type RunMode, summarizeFailures } from '../outcome/conclude.ts';
import type { RouteOutcome } from '../outcome/run-state.ts';
import type { Reason } from '../reasons.ts';

/** The one reason of a run for routes that is done; a Failure if any route failed. */
export function concludeRoutes(pairs: readonly RouteOutcome[], mode: RunMode): Reason | Failure {
  return summarizeFailures(pairs, mode) ?? reasonOf(pairs, mode);
}

function reasonOf(pairs: readonly RouteOutcome[], { mode, source }: RunMode): Reason {
  const changes = pairs.filter(({ step }) => step !== undefined && step !== 'keep');
  if (changes.length === 0) return 'no-changes';
  if (mode === 'plan') return 'planned';
  if (source.form === 'file') return 'applied';
  return changes.some(({ route }) => route.origin === 'none') ? 'withdrawn' : 'advertised';
}
