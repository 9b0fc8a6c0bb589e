import { applyTarget } from './apply/apply-target.ts';
import type { TargetContext } from './apply/context.ts';
import { dryRunTarget } from './apply/dry-run.ts';
import { startProgress } from './apply/progress.ts';
import { applyPolicy, planPolicy } from './aws/policies.ts';
import { rates } from './aws/rates.ts';
import type { BoundedContext } from './context.ts';
import { type Inputs, onlyReads, readInputs } from './inputs/inputs.ts';
import { forEachConcurrent } from './lib/concurrency.ts';
import { createRateLimiter } from './lib/rate-limiter.ts';
import type { ConnectedTarget } from './observe/connect-target.ts';
import { conclude } from './outcome/conclude.ts';
import { type AssociationOutcome, initialPairs } from './outcome/run-state.ts';
import { checkPlan } from './plan/check.ts';
import {
  type Change,
  changesOf,
  cidrsToTrace,
  makePlan,
  type ObservedTarget,
  type Plan,
} from './plan/plan.ts';
import type { Action, ApplyStage } from './stages.ts';

/** The action that associates CIDRs with ASNs. It never changes routes. */
export const associations: Action<Change, AssociationOutcome> = {
  name: 'associations',
  readInputs,
  entriesOf: (target) => target.associations,
  initialOutcomes: initialPairs,
  asns: 'read',
  // A DryRun needs the permission of the call itself.
  policyOf: (inputs, region, ipamRegion) =>
    onlyReads(inputs)
      ? planPolicy(region, ipamRegion, { removes: inputs.allowRemove })
      : applyPolicy(region, ipamRegion, { removes: inputs.allowRemove }),
  makePlan: async (connected, inputs, context) =>
    makePlan(await observeAll(connected, inputs, context), inputs),
  addEvidence: addRpki,
  checkPlan,
  apply,
  conclude,
};

/** Adds the origins that removals depend on. Asks RIPE's collectors only with `rpki: ripestat`. */
async function observeAll(
  connected: readonly ConnectedTarget[],
  inputs: Inputs,
  context: BoundedContext,
): Promise<readonly ObservedTarget[]> {
  const traced = inputs.allowRemove
    ? connected.flatMap((each) => {
        const cidrs = cidrsToTrace(each);
        return cidrs.length === 0 ? [] : [{ connected: each, cidrs }];
      })
    : [];
  if (traced.length === 0) return connected;
  // Loaded here because few runs need an origin.
  const { observeOrigins } = await import('./routes/observe-origins.ts');
  const ask = inputs.rpki?.source.form === 'ripestat' ? 'all' : 'ipam';
  const queries = traced.map((each) => ({ ...each, ask }) as const);
  const origins = await observeOrigins(queries, inputs.concurrency, context);
  return connected.map((each) => ({ ...each, origins }));
}

/** Adds RPKI verdicts, whose code is loaded here because most runs do without. */
async function addRpki(plan: Plan, { rpki }: Inputs, context: BoundedContext): Promise<Plan> {
  if (!rpki) return plan;
  context.log.group('RPKI');
  const { addVerdicts } = await import('./rpki/add-verdicts.ts');
  return addVerdicts(plan, rpki, context);
}

/** Applies the plan, or makes a dry run of it, with several targets at a time. */
async function apply(
  plan: Plan,
  { connected, inputs, context, contextOf, runState, elapsed }: ApplyStage<AssociationOutcome>,
): Promise<void> {
  if (plan.changes.every(({ step }) => step === 'keep')) return;
  const reportProgress = startProgress(runState, context, elapsed);
  await forEachConcurrent(
    connected,
    inputs.concurrency,
    async ({ target, connection, observed, readAt, readCidrs }, isStopping) => {
      const targetContext: TargetContext = {
        ...contextOf(target),
        changes: changesOf(plan, target),
        ec2: connection.ec2,
        renew: connection.renew,
        readCidrs,
        limiter: createRateLimiter(rates.associateIpamByoasn, context),
        inFlight: new Set(),
        runState,
        plannedAt: readAt,
        region: target.region,
        ipamRegion: observed.ipamRegion,
        mayStart: () =>
          !isStopping() &&
          !context.cancelled.aborted &&
          (inputs.onFailure === 'continue' || !runState.hasFailed()),
        reportProgress,
        elapsed,
      };
      if (inputs.mode === 'apply') return applyTarget(inputs.until, targetContext);
      await dryRunTarget(inputs.permissionCheck, targetContext);
      return undefined;
    },
  );
}
