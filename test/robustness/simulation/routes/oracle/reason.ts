import { conclusionOf } from '../../../../../src/reasons.ts';
import { happened, type RouteFacts } from './facts.ts';

/** Checks the reason of a run against its routes; none may be missing. */
export function checkReason({ run, routes, expected, planned }: RouteFacts): string[] {
  const { outcome, inputs } = run;
  const { reason, conclusion, failure } = outcome;
  const isSuccess = conclusion === 'success';
  const isDryRun = inputs['dry-run'] === 'true';
  const isDone = routes.every(({ step, done }) => step === 'keep' || done);
  const isEarly = reason === 'invalid-input' || (reason === 'cancelled' && routes.length === 0);
  const desired = expected.scenario.targets.flatMap((target) => target.routes).length;
  const known = ['planned', 'no-changes', 'applied', 'advertised', 'withdrawn'];
  return happened([
    [isSuccess && !isDryRun && !isDone, `it says ${reason}, and not all routes are done`],
    [
      isSuccess && isDryRun && planned.some(({ step }) => step === 'refuse'),
      `it says ${reason}, and a route is refused`,
    ],
    [isSuccess && routes.some((route) => route.failure), 'a success hides a failure'],
    [isSuccess && !known.includes(reason), `it says ${reason} of routes`],
    [reason === 'planned' && !isDryRun, 'it says planned of an apply'],
    [conclusion !== conclusionOf(reason), `${reason} ends in ${conclusion}`],
    [!isSuccess && !failure?.message, 'a failure says nothing'],
    [!isEarly && routes.length !== desired, `it reports ${routes.length} routes of ${desired}`],
  ]);
}
