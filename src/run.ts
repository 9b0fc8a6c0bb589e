import { loadTargets } from './config/load.ts';
import type { BoundedContext, Context } from './context.ts';
import type { Target } from './domain/target.ts';
import { asFailure, Failure } from './failure.ts';
import type { Inputs } from './inputs/inputs.ts';
import { clockUntil, untilAborted } from './lib/clock.ts';
import { forEachConcurrent } from './lib/concurrency.ts';
import { startDeadline } from './lib/deadline.ts';
import { type ConnectedTarget, connectTarget, endpointOf } from './observe/connect-target.ts';
import { summarizeFailures } from './outcome/conclude.ts';
import {
  createRunState,
  type Outcome,
  type PairOutcome,
  type RunState,
} from './outcome/run-state.ts';
import { entryOf } from './plan/entry.ts';
import type { Reason } from './reasons.ts';
import { inputLines } from './report/input-lines.ts';
import { elapsedText, planGroups } from './report/log.ts';
import { planAnnotations } from './report/warnings.ts';
import type { Action } from './stages.ts';

/**
 * Runs an action and never throws: however it ends, the result is an outcome. Once it returns, no call is
 * in flight and none will start.
 */
export async function run(context: Context, action: Action): Promise<Outcome> {
  const runState = createRunState<PairOutcome>(action.name);
  const runEnd = new AbortController();
  const cancelled = AbortSignal.any([context.cancelled, runEnd.signal]);
  const own = { ...context, cancelled, clock: clockUntil(cancelled, context.clock) };
  const result = await untilAborted(cancelled, runStages(own, action, runState)).catch(asFailure);
  runEnd.abort(new Failure('cancelled', 'The run has ended'));
  context.log.close();
  return runState.finish(result);
}

/** The stages in order: inputs, config, observe, plan, evidence, check, apply, outcome. */
async function runStages(
  context: Context,
  action: Action,
  runState: RunState<PairOutcome>,
): Promise<Reason | Failure> {
  const { log, clock } = context;
  const startedAt = clock.now();
  const elapsed = () => elapsedText(clock.now() - startedAt);

  const inputs = action.readInputs(context.readInput, context.env, context.workspace);
  runState.start(inputs);
  const allTargets = await loadTargets(inputs, context.readFile);
  // Some targets have entries only for the other action.
  const targets = allTargets.filter((target) => action.entriesOf(target).length > 0);
  runState.addEntries(targets.flatMap(action.initialOutcomes));
  log.group('Inputs');
  log.lines(inputLines(inputs, targets));

  log.group('Credentials');
  const bounded = { ...context, deadline: startDeadline(clock, inputs.waitTimeoutSeconds) };
  const connected = await connectTargets(targets, inputs, bounded, action, runState);
  if (connected === 'offline') return 'fork-no-credentials';
  const failure = summarizeFailures(runState.pairs(), inputs);
  if (failure) return failure;

  const withoutEvidence = await action.makePlan(connected, inputs, bounded);
  // Recorded now, in case the run is cancelled while it gathers evidence.
  runState.setPlan(withoutEvidence);
  const plan = await action.addEvidence(withoutEvidence, inputs, bounded);
  runState.setPlan(plan);
  for (const { title, lines } of planGroups(plan)) {
    log.group(title);
    log.lines(lines);
  }
  for (const { text, location } of planAnnotations(plan, inputs)) log.warning(text, location);
  action.checkPlan(plan, inputs);

  log.group(inputs.mode === 'plan' ? 'Dry run' : 'Apply');
  const contextOf = (target: Target) => withLogPrefix(bounded, target, connected.length);
  await action.apply(plan, { connected, inputs, context: bounded, contextOf, runState, elapsed });
  return action.conclude(runState.pairs(), inputs);
}

/**
 * Connects to every target and reads what AWS lists there. A failure is recorded for the pairs of its
 * target. Returns `offline` for a dry run to which GitHub gives no credentials.
 */
async function connectTargets(
  targets: readonly Target[],
  inputs: Inputs,
  context: BoundedContext,
  action: Action,
  runState: RunState<PairOutcome>,
): Promise<readonly ConnectedTarget[] | 'offline'> {
  const connected = new Map<Target, ConnectedTarget>();
  const setFailures = (pairs: readonly PairOutcome[], failure: Failure | undefined) => {
    for (const pair of pairs) runState.update(entryOf(pair), { failure });
  };
  let missingCredentials: Failure | undefined;
  await forEachConcurrent(targets, inputs.concurrency, async (target) => {
    const onAccountId = (accountId: string) => runState.setAccount(target, accountId);
    const own = withLogPrefix(context, target, targets.length);
    try {
      // Also where the credentials are known to be missing.
      endpointOf(target, inputs);
      if (missingCredentials) return;
      connected.set(target, await connectTarget(target, inputs, action, own, onAccountId));
    } catch (error) {
      const failure = asFailure(error);
      if (expectsNoCredentials(failure, inputs, context.github)) missingCredentials = failure;
      setFailures(action.initialOutcomes(target), failure);
    }
  });
  const isExpected = ({ failure }: PairOutcome) =>
    failure !== undefined && expectsNoCredentials(failure, inputs, context.github);
  setFailures(runState.pairs().filter(isExpected), undefined);
  if (!missingCredentials || runState.hasFailed()) {
    return targets.flatMap((target) => connected.get(target) ?? []);
  }
  context.log.notice(
    `${missingCredentials.message}. Only the offline checks ran; AWS was not contacted.`,
  );
  return 'offline';
}

/** Whether GitHub withholds credentials from this run by design, as from pull requests from forks. */
function expectsNoCredentials(
  { reason }: Failure,
  { mode, role }: Inputs,
  github: Context['github'],
): boolean {
  if (!github || mode === 'apply' || reason !== 'no-credentials') return false;
  return github.trigger !== 'repository' && !(role?.source === 'id-token' && github.idToken);
}

/** With several targets, a context whose log lines start with the target's name. */
function withLogPrefix(context: BoundedContext, { name }: Target, targets: number): BoundedContext {
  if (targets === 1) return context;
  const line = (text: string) => context.log.line(`${name}: ${text}`);
  return { ...context, log: { ...context.log, line } };
}
