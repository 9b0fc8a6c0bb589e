import { dryRun } from '../apply/dry-run.ts';
import type { DesiredRoute } from '../domain/target.ts';
import { asFailure, Failure } from '../failure.ts';
import { forEachConcurrent } from '../lib/concurrency.ts';
import { changesOf, type Plan, type RouteChange } from '../plan/plan.ts';
import { advertisementOf, changeRoute, unknownRoute } from './change-route.ts';
import { createRouteContexts, type RouteContext, type RouteStage } from './route-context.ts';
import { smallestPolicy } from './route-policies.ts';
import { type ChangedAt, verifyChange } from './verify-change.ts';
import { cidrInRegion, waitForRoute } from './wait-for-route.ts';

/** Routes appear before others disappear; what only has to be waited for is last. */
const order = ['advertise', 'swap', 'withdraw', 'wait'] as const;

/** Gets a new RPKI verdict on a change, which may refuse it. */
type RenewVerdict = (change: RouteChange) => Promise<RouteChange>;

/** Changes and their retries may take hours, and the plan has the verdicts on all of them. */
const longestVerdictMs = 60_000;

/**
 * Makes the changes of a plan without refusals one after the other, each with its wait and verification;
 * or makes a dry run of them. Stops at the first failure.
 */
export async function applyRoutes(
  plan: Plan<RouteChange>,
  stage: RouteStage,
  renewVerdict: RenewVerdict,
): Promise<void> {
  const contexts = createRouteContexts(stage, createRenewal(renewVerdict, stage));
  if (stage.inputs.mode === 'plan') return dryRunRoutes(plan, contexts, stage.inputs);
  const planned = contexts.flatMap((context) =>
    changesOf(plan, context.connected.target).map((change) => ({ change, context })),
  );
  const inOrder = order.flatMap((step) => planned.filter(({ change }) => change.step === step));
  for (const { change, context } of inOrder) {
    try {
      await applyChange(change, context);
    } catch (error) {
      stage.runState.update(change.route, { failure: asFailure(error) });
      return;
    }
  }
}

function createRenewal(
  renewVerdict: RenewVerdict,
  { runState, context: { clock } }: RouteStage,
): RouteContext['renewVerdict'] {
  const startedAt = clock.now();
  const renewedAt = new Map<DesiredRoute, number>();
  return async ({ route, ...change }) => {
    if (clock.now() - (renewedAt.get(route) ?? startedAt) <= longestVerdictMs) return;
    const { step, rpki, refusal, why } = await renewVerdict({ ...change, route });
    renewedAt.set(route, clock.now());
    if (rpki) runState.update(route, { rpki });
    if (step === 'refuse') throw new Failure(refusal ?? 'rpki-unreadable', `Not changed: ${why}`);
  };
}

async function applyChange(change: RouteChange, context: RouteContext): Promise<void> {
  const isOurs = change.step !== 'wait';
  const progress = isOurs ? await changeRoute(change, context) : 'in progress';
  const acceptedAt = timeOf(context);
  if (progress === 'in progress') await waitForRoute(change, context);
  // Nobody knows when someone else's change began; until its end other networks see the former origin.
  await verifyChange(change, isOurs ? acceptedAt : timeOf(context), context);
}

function timeOf({ clock }: Pick<RouteContext, 'clock'>): ChangedAt {
  return { clockTime: clock.now(), wallTime: clock.wallTime() };
}

/**
 * Asks EC2 once for each call that a target needs whether the role may make it, because the calls have
 * no resource-level permissions. The plan contains no refusals.
 */
async function dryRunRoutes(
  plan: Plan<RouteChange>,
  contexts: readonly RouteContext[],
  { concurrency }: RouteStage['inputs'],
): Promise<void> {
  await forEachConcurrent(contexts, concurrency, async (context) => {
    const planned = changesOf(plan, context.connected.target);
    const toAdvertise = planned.filter(({ step }) => step === 'advertise' || step === 'swap');
    const toWithdraw = planned.filter(({ step }) => step === 'withdraw');
    await dryRunCall('advertise', toAdvertise, context);
    await dryRunCall('withdraw', toWithdraw, context);
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
    subject: cidrInRegion(first),
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
