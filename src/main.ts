import { applyTarget } from './apply/apply.ts';
import { startProgress } from './apply/progress.ts';
import { rehearseTarget } from './apply/rehearse.ts';
import type { Run } from './apply/run.ts';
import { rates, startPace } from './aws/pace.ts';
import { conclude, stopAtFailures } from './conclude.ts';
import { startDeadline } from './deadline.ts';
import { readDesired } from './desired/desired.ts';
import type { Target } from './desired/target.ts';
import { asFailure, type Failure } from './failure.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { type Ledger, type Outcome, openLedger } from './ledger.ts';
import { judgePlan } from './plan/judge.ts';
import { type Change, makePlan } from './plan/plan.ts';
import { type BoundedWorld, type Reached, reach } from './reach.ts';
import type { Reason } from './reasons.ts';
import { elapsedText, inputLines, planGroups } from './report/log.ts';
import { sideBySide } from './side-by-side.ts';
import type { World } from './world.ts';

/** Runs the action in a world, and always comes back with the outcome, whatever happens. */
export async function main(world: World): Promise<Outcome> {
  const ledger = openLedger();
  try {
    return ledger.close(await Promise.race([runLine(world, ledger), cancellation(world)]));
  } catch (thrown) {
    return ledger.close(asFailure(thrown));
  } finally {
    world.log.close();
  }
}

/** The line: inputs, desired, observed, plan, apply. The report is the shell's. */
async function runLine(world: World, ledger: Ledger): Promise<Reason | Failure> {
  const { log, clock } = world;
  const started = clock.now();

  const inputs = readInputs(world.readInput, world.env, world.workspace);
  ledger.open(inputs);
  const targets = await readDesired(inputs.source, inputs, world.readFile);
  ledger.desire(targets);
  log.group('Inputs');
  log.lines(inputLines(inputs, targets));

  log.group('Credentials');
  const bounds = { ...world, deadline: startDeadline(clock, inputs.waitTimeoutSeconds) };
  const reached = await reachAll(targets, inputs, bounds, ledger);
  if (reached === 'deprived') return 'fork-no-credentials';
  stopAtFailures(ledger.pairs(), inputs);

  const plan = makePlan(reached, inputs);
  ledger.plan(plan);
  for (const { title, lines } of planGroups(plan)) {
    log.group(title);
    log.lines(lines);
  }
  judgePlan(plan, { ...inputs, form: inputs.source.form });

  log.group(inputs.mode === 'plan' ? 'Dry run' : 'Apply');
  const elapsed = () => elapsedText(clock.now() - started);
  const tellProgress = startProgress(ledger, bounds, elapsed);
  const changesOf = Map.groupBy(plan.changes, ({ target }) => target.name);
  await sideBySide(reached, inputs.concurrency, (place) =>
    carryOut(changesOf.get(place.target.name) ?? [], inputs, {
      ...withPrefix(bounds, place.target, targets),
      ec2: place.connection.ec2,
      renew: place.connection.renew,
      snapshot: place.snapshot,
      writePace: startPace(rates.associateIpamByoasn, clock),
      ledger,
      region: place.target.region,
      mayStart: () => inputs.onFailure === 'go on' || !ledger.hasFailed(),
      tellProgress,
      elapsed,
    }),
  );
  return conclude(ledger.pairs(), inputs);
}

/**
 * Reaches all targets, in their order, and writes down with the pairs of each what kept it from being
 * reached. `deprived` when this is a dry run to which GitHub gives no credentials: it has done what it
 * can offline.
 */
async function reachAll(
  targets: readonly Target[],
  inputs: Inputs,
  world: BoundedWorld,
  ledger: Ledger,
): Promise<readonly Reached[] | 'deprived'> {
  const reached = new Map<string, Reached>();
  let deprived: Failure | undefined;
  await sideBySide(targets, inputs.concurrency, async (target) => {
    if (deprived) return;
    try {
      const tellAccount = (accountId: string) =>
        ledger.desire([{ ...target, accountId: target.accountId ?? accountId }]);
      const place = await reach(target, inputs, withPrefix(world, target, targets), tellAccount);
      reached.set(target.name, place);
    } catch (error) {
      const failure = asFailure(error);
      if (isDeprived(failure, inputs, world.github)) deprived = failure;
      for (const association of target.associations) ledger.learn(association, { failure });
    }
  });
  if (!deprived) return targets.flatMap(({ name }) => reached.get(name) ?? []);
  for (const { association } of ledger.pairs()) ledger.learn(association, { failure: undefined });
  world.log.notice(`${deprived.message}. What is desired was checked offline; AWS was not asked.`);
  return 'deprived';
}

/** Whether GitHub gives such a run no credentials; a job with an ID token has them coming. */
function isDeprived({ reason }: Failure, { mode, role }: Inputs, github: World['github']): boolean {
  if (!github || mode === 'apply' || reason !== 'no-credentials') return false;
  return github.trigger !== 'repository' && !(role && github.idToken);
}

function carryOut(changes: readonly Change[], inputs: Inputs, run: Run): Promise<void> {
  return inputs.mode === 'plan'
    ? rehearseTarget(changes, inputs.permissionCheck, run)
    : applyTarget(changes, inputs.until, run);
}

/** A world whose log says which target a line is about, where there are several. */
function withPrefix(
  world: BoundedWorld,
  { name }: Target,
  targets: readonly Target[],
): BoundedWorld {
  if (targets.length === 1) return world;
  const line = (text: string) => world.log.line(`${name}: ${text}`);
  return { ...world, log: { ...world.log, line } };
}

/** Rejects when the run is cancelled, so that no await can outlast it. */
function cancellation({ cancelled }: World): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(cancelled.reason);
    if (cancelled.aborted) fail();
    else cancelled.addEventListener('abort', fail, { once: true });
  });
}
