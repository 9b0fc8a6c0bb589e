import { applyTarget } from './apply/apply-target.ts';
import type { ApplyContext } from './apply/context.ts';
import { dryRunTarget } from './apply/dry-run.ts';
import { startProgress } from './apply/progress.ts';
import { rates } from './aws/rates.ts';
import { readDesired } from './config/load.ts';
import type { Context } from './context.ts';
import type { Target } from './domain/target.ts';
import { asFailure, Failure } from './failure.ts';
import { type Inputs, readInputs } from './inputs/inputs.ts';
import { clockUntil } from './lib/clock.ts';
import { forEachConcurrent, type Remainder } from './lib/concurrency.ts';
import { startDeadline } from './lib/deadline.ts';
import { createRateLimiter } from './lib/rate-limiter.ts';
import { untilAborted } from './lib/until-aborted.ts';
import {
  type BoundedContext,
  type ConnectedTarget,
  connectTarget,
} from './observe/connect-target.ts';
import { conclude, stopAtFailures } from './outcome/conclude.ts';
import { createRunState, type Outcome, type RunState } from './outcome/run-state.ts';
import { checkPlan } from './plan/check.ts';
import { type Change, makePlan } from './plan/plan.ts';
import type { Reason } from './reasons.ts';
import { elapsedText, inputLines, planGroups } from './report/log.ts';

/**
 * Runs the action in a world, and always comes back with the outcome, whatever happens. From then on
 * nothing of the run goes on: no call begins, and those under way are cut off.
 */
export async function run(world: Context): Promise<Outcome> {
  const runState = createRunState();
  const end = new AbortController();
  const cancelled = AbortSignal.any([world.cancelled, end.signal]);
  const run = { ...world, cancelled, clock: clockUntil(cancelled, world.clock) };
  const ending = await untilAborted(cancelled, runPipeline(run, runState)).catch(asFailure);
  end.abort(new Failure('cancelled', 'The run has ended'));
  world.log.close();
  return runState.finish(ending);
}

/** The line: inputs, desired, observed, plan, apply. The report is the shell's. */
async function runPipeline(world: Context, runState: RunState): Promise<Reason | Failure> {
  const { log, clock } = world;
  const started = clock.now();

  const inputs = readInputs(world.readInput, world.env, world.workspace);
  runState.start(inputs);
  const targets = await readDesired(inputs.source, inputs, world.readFile);
  runState.declare(targets);
  log.group('Inputs');
  log.lines(inputLines(inputs, targets));

  log.group('Credentials');
  const bounds = { ...world, deadline: startDeadline(clock, inputs.waitTimeoutSeconds) };
  const reached = await connectTargets(targets, inputs, bounds, runState);
  if (reached === 'deprived') return 'fork-no-credentials';
  stopAtFailures(runState.pairs(), inputs);

  const plan = makePlan(reached, inputs);
  runState.plan(plan);
  for (const { title, lines } of planGroups(plan)) {
    log.group(title);
    log.lines(lines);
  }
  checkPlan(plan, { ...inputs, form: inputs.source.form });

  log.group(inputs.mode === 'plan' ? 'Dry run' : 'Apply');
  const elapsed = () => elapsedText(clock.now() - started);
  const tellProgress = startProgress(runState, bounds, elapsed);
  const changesOf = Map.groupBy(plan.changes, ({ target }) => target.name);
  await forEachConcurrent(reached, inputs.concurrency, (place, isStopping) =>
    applyOrDryRun(changesOf.get(place.target.name) ?? [], inputs, {
      ...withLogPrefix(bounds, place.target, targets),
      ec2: place.connection.ec2,
      renew: place.connection.renew,
      readCidrs: place.readCidrs,
      associateLimiter: createRateLimiter(rates.associateIpamByoasn, clock),
      runState,
      region: place.target.region,
      mayStart: () =>
        !isStopping() &&
        !world.cancelled.aborted &&
        (inputs.onFailure === 'go on' || !runState.hasFailed()),
      reportProgress: tellProgress,
      elapsed,
    }),
  );
  return conclude(runState.pairs(), inputs);
}

/**
 * Reaches all targets, in their order, and writes down with the pairs of each what kept it from being
 * reached. `deprived` when this is a dry run to which GitHub gives no credentials: it has done what it
 * can offline.
 */
async function connectTargets(
  targets: readonly Target[],
  inputs: Inputs,
  world: BoundedContext,
  runState: RunState,
): Promise<readonly ConnectedTarget[] | 'deprived'> {
  const reached = new Map<string, ConnectedTarget>();
  let deprived: Failure | undefined;
  await forEachConcurrent(targets, inputs.concurrency, async (target) => {
    if (deprived) return;
    try {
      const tellAccount = (accountId: string) =>
        runState.declare([{ ...target, accountId: target.accountId ?? accountId }]);
      const place = await connectTarget(
        target,
        inputs,
        withLogPrefix(world, target, targets),
        tellAccount,
      );
      reached.set(target.name, place);
    } catch (error) {
      const failure = asFailure(error);
      if (expectsNoCredentials(failure, inputs, world.github)) deprived = failure;
      for (const association of target.associations) runState.update(association, { failure });
    }
  });
  if (!deprived) return targets.flatMap(({ name }) => reached.get(name) ?? []);
  for (const { association } of runState.pairs())
    runState.update(association, { failure: undefined });
  world.log.notice(`${deprived.message}. What is desired was checked offline; AWS was not asked.`);
  return 'deprived';
}

/** Whether GitHub gives such a run no credentials; a job with an ID token has them coming. */
function expectsNoCredentials(
  { reason }: Failure,
  { mode, role }: Inputs,
  github: Context['github'],
): boolean {
  if (!github || mode === 'apply' || reason !== 'no-credentials') return false;
  return github.trigger !== 'repository' && !(role && github.idToken);
}

/** A dry run of a target's changes, or their writes, with the wait for what EC2 accepted as the remainder. */
async function applyOrDryRun(
  changes: readonly Change[],
  inputs: Inputs,
  run: ApplyContext,
): Promise<Remainder | undefined> {
  if (inputs.mode === 'apply') return applyTarget(changes, inputs.until, run);
  await dryRunTarget(changes, inputs.permissionCheck, run);
  return undefined;
}

/** A world whose log says which target a line is about, where there are several. */
function withLogPrefix(
  world: BoundedContext,
  { name }: Target,
  targets: readonly Target[],
): BoundedContext {
  if (targets.length === 1) return world;
  const line = (text: string) => world.log.line(`${name}: ${text}`);
  return { ...world, log: { ...world.log, line } };
}
