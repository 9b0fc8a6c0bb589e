import { asFailure, Failure } from '../failure.ts';
import { listChanges, type Plan, type RouteChange } from '../plan/plan.ts';
import { changeRoute } from './change-route.ts';
import { dryRunRoutes } from './dry-run-routes.ts';
import { createRouteContexts, type RouteContext, type RouteStage } from './route-context.ts';
import { type ChangedAt, verifyChange } from './verify-change.ts';
import { waitForRoute } from './wait-for-route.ts';

/** What is to have a route comes before what is to lose one; what only needs a wait is last. */
const order = ['advertise', 'swap', 'withdraw', 'wait'] as const;

/** Asks RPKI again about a change: the same with the new verdict, or refused. */
type RenewVerdict = (change: RouteChange) => Promise<RouteChange>;

/** A change may take hours, and the verdicts on those after it were made before it. */
const longestVerdictMs = 60_000;

/**
 * Makes the changes of a plan, which holds no refusals, strictly one after the other, each with its end
 * and its verification; or makes a dry run of them. Verdicts of RPKI that are older than a minute are
 * asked for again. The first failure stops all: what comes later is left as it is.
 */
export async function applyRoutes(
  plan: Plan<RouteChange>,
  stage: RouteStage,
  renewVerdict: RenewVerdict,
): Promise<void> {
  const { clock } = stage.context;
  const startedAt = clock.now();
  const contextFor = createRouteContexts(stage);
  if (stage.inputs.mode === 'plan') return dryRunRoutes(plan, stage, contextFor);
  const changes = order.flatMap((wanted) =>
    listChanges(plan).filter(({ step }) => step === wanted),
  );
  for (const change of changes) {
    try {
      const isOld = clock.now() - startedAt > longestVerdictMs;
      const current = isOld ? await checkAgain(change, renewVerdict, stage) : change;
      await applyChange(current, contextFor(change.target));
    } catch (error) {
      stage.runState.setFailure(change.route, asFailure(error));
      return;
    }
  }
}

/** The change with a new verdict. Throws the Failure of one that RPKI refuses by now. */
async function checkAgain(
  change: RouteChange,
  renewVerdict: RenewVerdict,
  { runState }: RouteStage,
): Promise<RouteChange> {
  const current = await renewVerdict(change);
  if (current.rpki) runState.update(change.route, { rpki: current.rpki });
  if (current.step !== 'refuse') return current;
  throw new Failure(current.refusal ?? 'rpki-unreadable', `Not changed: ${current.why}`);
}

async function applyChange(change: RouteChange, context: RouteContext): Promise<void> {
  const progress = change.step === 'wait' ? 'under way' : await changeRoute(change, context);
  const acceptedAt = timeOf(context);
  if (progress === 'under way') await waitForRoute(change, context);
  // What another has begun: nobody knows when, and until its end other networks see the origin before.
  const changedAt = change.step === 'wait' ? timeOf(context) : acceptedAt;
  await verifyChange(change, changedAt, context);
}

function timeOf({ clock }: Pick<RouteContext, 'clock'>): ChangedAt {
  return { milliseconds: clock.now(), wallTime: clock.wallTime() };
}
