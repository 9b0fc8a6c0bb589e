import { applyTarget } from './apply/apply-target.ts';
import { dryRunTarget } from './apply/dry-run.ts';
import { startProgress } from './apply/progress.ts';
import { rates } from './aws/rates.ts';
import { loadTargets } from './config/load.ts';
import type { Context } from './context.ts';
import type { Target } from './domain/target.ts';
import { asFailure, Failure } from './failure.ts';
import { type Inputs, readInputs } from './inputs/inputs.ts';
import { clockUntil } from './lib/clock.ts';
import { forEachConcurrent } from './lib/concurrency.ts';
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
import { changesOf, makePlan, type Plan } from './plan/plan.ts';
import type { Reason } from './reasons.ts';
import { elapsedText, inputLines, planGroups } from './report/log.ts';
import { planAnnotations } from './report/warnings.ts';

/**
 * Runs the action. Always returns an outcome, whatever happens. After it has returned, no call starts,
 * and none goes on.
 */
export async function run(context: Context): Promise<Outcome> {
  const runState = createRunState();
  const end = new AbortController();
  const cancelled = AbortSignal.any([context.cancelled, end.signal]);
  const own = { ...context, cancelled, clock: clockUntil(cancelled, context.clock) };
  const result = await untilAborted(cancelled, runStages(own, runState)).catch(asFailure);
  end.abort(new Failure('cancelled', 'The run has ended'));
  context.log.close();
  return runState.finish(result);
}

/** Inputs, config, observe, plan, check, apply, outcome. */
async function runStages(context: Context, runState: RunState): Promise<Reason | Failure> {
  const { log, clock } = context;
  const started = clock.now();
  const elapsed = () => elapsedText(clock.now() - started);

  const inputs = readInputs(context.readInput, context.env, context.workspace);
  runState.start(inputs);
  const targets = await loadTargets(inputs.source, inputs, context.readFile);
  runState.declare(targets);
  log.group('Inputs');
  log.lines(inputLines(inputs, targets));

  log.group('Credentials');
  const bounded = { ...context, deadline: startDeadline(clock, inputs.waitTimeoutSeconds) };
  const connected = await connectTargets(targets, inputs, bounded, runState);
  if (connected === 'offline') return 'fork-no-credentials';
  stopAtFailures(runState.pairs(), inputs);

  const observed = makePlan(connected, inputs);
  // Known already, should the run be cancelled while it reads RPKI.
  runState.plan(observed);
  const plan = await addRpki(observed, inputs, bounded);
  runState.plan(plan);
  for (const { title, lines } of planGroups(plan)) {
    log.group(title);
    log.lines(lines);
  }
  for (const { text, location } of planAnnotations(plan, inputs)) log.warning(text, location);
  checkPlan(plan, inputs);

  log.group(inputs.mode === 'plan' ? 'Dry run' : 'Apply');
  await applyPlan(plan, connected, inputs, bounded, runState, elapsed);
  return conclude(runState.pairs(), inputs);
}

/**
 * Connects to every target and reads what AWS shows there. A failure is recorded with the pairs of its
 * target. `offline` is a dry run that GitHub gives no credentials: it can check nothing more.
 */
async function connectTargets(
  targets: readonly Target[],
  inputs: Inputs,
  context: BoundedContext,
  runState: RunState,
): Promise<readonly ConnectedTarget[] | 'offline'> {
  const connected = new Map<Target, ConnectedTarget>();
  let offline: Failure | undefined;
  await forEachConcurrent(targets, inputs.concurrency, async (target) => {
    if (offline) return;
    const onAccountId = (accountId: string) => runState.setAccount(target, accountId);
    const own = withLogPrefix(context, target, targets);
    try {
      connected.set(target, await connectTarget(target, inputs, own, onAccountId));
    } catch (error) {
      const failure = asFailure(error);
      if (expectsNoCredentials(failure, inputs, context.github)) offline = failure;
      for (const association of target.associations) runState.update(association, { failure });
    }
  });
  if (!offline) return targets.flatMap((target) => connected.get(target) ?? []);
  for (const { association } of runState.pairs())
    runState.update(association, { failure: undefined });
  context.log.notice(`${offline.message}. Only the offline checks ran; AWS was not contacted.`);
  return 'offline';
}

/** Whether it is normal that GitHub gives this run no credentials; with an ID token for its role, it does. */
function expectsNoCredentials(
  { reason }: Failure,
  { mode, role }: Inputs,
  github: Context['github'],
): boolean {
  if (!github || mode === 'apply' || reason !== 'no-credentials') return false;
  return github.trigger !== 'repository' && !(role?.source === 'id-token' && github.idToken);
}

/** Most runs ask for no RPKI, so what reads it is loaded only here. */
async function addRpki(plan: Plan, { rpki }: Inputs, context: BoundedContext): Promise<Plan> {
  if (!rpki) return plan;
  context.log.group('RPKI');
  const { addVerdicts } = await import('./rpki/add-verdicts.ts');
  return addVerdicts(plan, rpki, context);
}

/** Creates the changes of the plan, or makes a dry run of them, several targets at the same time. */
async function applyPlan(
  plan: Plan,
  connected: readonly ConnectedTarget[],
  inputs: Inputs,
  context: BoundedContext,
  runState: RunState,
  elapsed: () => string,
): Promise<void> {
  const targets = connected.map(({ target }) => target);
  const reportProgress = startProgress(runState, context, elapsed);
  await forEachConcurrent(
    connected,
    inputs.concurrency,
    async ({ target, connection, observed, readCidrs }, isStopping) => {
      const changes = changesOf(plan, target);
      const applyContext = {
        ...withLogPrefix(context, target, targets),
        ec2: connection.ec2,
        renew: connection.renew,
        readCidrs,
        associateLimiter: createRateLimiter(rates.associateIpamByoasn, context.clock),
        runState,
        region: target.region,
        ipamRegion: observed.ipamRegion,
        mayStart: () =>
          !isStopping() &&
          !context.cancelled.aborted &&
          (inputs.onFailure === 'continue' || !runState.hasFailed()),
        reportProgress,
        elapsed,
      };
      if (inputs.mode === 'apply') return applyTarget(changes, inputs.until, applyContext);
      await dryRunTarget(changes, inputs.permissionCheck, applyContext);
      return undefined;
    },
  );
}

/** A context whose log lines start with the name of the target, if there are several targets. */
function withLogPrefix(
  context: BoundedContext,
  { name }: Target,
  targets: readonly Target[],
): BoundedContext {
  if (targets.length === 1) return context;
  const line = (text: string) => context.log.line(`${name}: ${text}`);
  return { ...context, log: { ...context.log, line } };
}
