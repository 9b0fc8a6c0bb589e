import { isChange, type RouteStep } from '../domain/step.ts';
import type { Failure } from '../failure.ts';
import { type RunMode, summarizeFailures } from '../outcome/conclude.ts';
import type { RouteOutcome } from '../outcome/run-state.ts';
import type { Reason } from '../reasons.ts';

/** The one reason of a run for routes that is done; a Failure if any route failed. */
export function concludeRoutes(pairs: readonly RouteOutcome[], mode: RunMode): Reason | Failure {
  return summarizeFailures(pairs, mode) ?? reasonOf(pairs, mode);
}

function reasonOf(pairs: readonly RouteOutcome[], { mode, source }: RunMode): Reason {
  // A plan that only waits changes nothing; an apply has waited.
  const isPart = (step: RouteStep) => (mode === 'plan' ? isChange(step) : step !== 'keep');
  const done = pairs.filter(({ step }) => step !== undefined && isPart(step));
  if (done.length === 0) return 'no-changes';
  if (mode === 'plan') return 'planned';
  if (source.form === 'file') return 'applied';
  return done.some(({ route }) => route.origin === 'none') ? 'withdrawn' : 'advertised';
}
