import { askDryRun, type DryRunQuestion, notAsked } from '../apply/ask-dry-run.ts';
import type { Target } from '../domain/target.ts';
import { asFailure } from '../failure.ts';
import { forEachConcurrent } from '../lib/concurrency.ts';
import { unknownOrigin } from '../plan/observed-origin.ts';
import { changesOf, type Plan, type RouteChange } from '../plan/plan.ts';
import { advertisementOf } from './change-route.ts';
import { type RouteContext, type RouteStage, smallestPolicy } from './route-context.ts';
import { placeOf } from './wait-for-route.ts';

/** The calls that change routes, and the steps that need them. */
const needs: readonly { readonly verb: string; readonly steps: readonly RouteChange['step'][] }[] =
  [
    { verb: 'advertise', steps: ['advertise', 'swap'] },
    { verb: 'withdraw', steps: ['withdraw'] },
  ];

/**
 * The dry run of a plan, which holds no refusals: asks EC2 once for each call that a target needs
 * whether the role may make it, because IAM knows no resource of them. Changes nothing. A failure is
 * recorded with every change that needs the call.
 */
export async function dryRunRoutes(
  plan: Plan<RouteChange>,
  { connected, inputs }: RouteStage,
  contextFor: (target: Target) => RouteContext,
): Promise<void> {
  await forEachConcurrent(connected, inputs.concurrency, async ({ target }) => {
    for (const { verb, steps } of needs) {
      const changes = changesOf(plan, target).filter(({ step }) => steps.includes(step));
      await dryRun(verb, changes, contextFor(target));
    }
    return undefined;
  });
}

async function dryRun(
  verb: string,
  changes: readonly RouteChange[],
  context: RouteContext,
): Promise<void> {
  const { inputs, limiter, log, runState } = context;
  const [first] = changes;
  if (!first) return;
  const question = questionOf(verb, first, context);
  try {
    const evidence =
      inputs.permissionCheck === 'ask'
        ? await askDryRun(question, context, limiter)
        : notAsked(question);
    log.line(evidence.text);
    for (const { route } of changes) {
      runState.update(route, { evidence: [...runState.pair(route).evidence, evidence] });
    }
  } catch (error) {
    const failure = asFailure(error);
    for (const { route } of changes) runState.setFailure(route, failure);
  }
}

function questionOf(verb: string, change: RouteChange, context: RouteContext): DryRunQuestion {
  const { calls, runState } = context;
  const { route } = change;
  const advertisement = advertisementOf(change);
  return {
    verb,
    subject: placeOf(change),
    noun: 'route',
    send: (signal) =>
      advertisement
        ? calls.dryRunAdvertise(advertisement, signal)
        : calls.dryRunWithdraw(route.cidr, signal),
    policy: () => smallestPolicy(change, context),
    onIgnored: () =>
      runState.update(route, { state: 'unknown', statusMessage: '', originNow: unknownOrigin }),
  };
}
