import { dryRun } from '../apply/dry-run.ts';
import { forEachConcurrent } from '../lib/concurrency.ts';
import { changesOf, type Plan, type RouteChange } from '../plan/plan.ts';
import { advertisementOf, unknownRoute } from './change-route.ts';
import type { RouteContext, RouteStage } from './route-context.ts';
import { smallestPolicy } from './route-policies.ts';
import { placeOf } from './wait-for-route.ts';

/** The calls that change routes, and the steps that need them. */
const needs: readonly { readonly verb: string; readonly steps: readonly RouteChange['step'][] }[] =
  [
    { verb: 'advertise', steps: ['advertise', 'swap'] },
    { verb: 'withdraw', steps: ['withdraw'] },
  ];

/**
 * Asks EC2 once for each call that a target needs whether the role may make it, because the calls have
 * no resource-level permissions. The plan contains no refusals.
 */
export async function dryRunRoutes(
  plan: Plan<RouteChange>,
  contexts: readonly RouteContext[],
  { concurrency }: Pick<RouteStage['inputs'], 'concurrency'>,
): Promise<void> {
  await forEachConcurrent(contexts, concurrency, async (context) => {
    const planned = changesOf(plan, context.connected.target);
    for (const { verb, steps } of needs) {
      const changes = planned.filter(({ step }) => steps.includes(step));
      await dryRunCall(verb, changes, context);
    }
    return undefined;
  });
}

async function dryRunCall(
  verb: string,
  changes: readonly RouteChange[],
  context: RouteContext,
): Promise<void> {
  const { calls, inputs } = context;
  const [first] = changes;
  if (!first) return;
  const advertisement = advertisementOf(first);
  const question = {
    verb,
    noun: 'route',
    subject: placeOf(first),
    entries: changes.map(({ route }) => route),
    send: (signal: AbortSignal) =>
      advertisement
        ? calls.dryRunAdvertise(advertisement, signal)
        : calls.dryRunWithdraw(first.route.cidr, signal),
    policy: () => smallestPolicy(first, context),
    unknown: unknownRoute,
  };
  await dryRun(question, inputs.permissionCheck, context);
}
