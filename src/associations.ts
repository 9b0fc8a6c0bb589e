import type { Action, ApplyStage } from './action.ts';
import { applyTarget } from './apply/apply-target.ts';
import { dryRunTarget } from './apply/dry-run.ts';
import { startProgress } from './apply/progress.ts';
import { applyPolicy, planPolicy } from './aws/policies.ts';
import { rates } from './aws/rates.ts';
import { type Inputs, onlyReads, readInputs } from './inputs/inputs.ts';
import { forEachConcurrent } from './lib/concurrency.ts';
import { createRateLimiter } from './lib/rate-limiter.ts';
import type { BoundedContext } from './observe/connect-target.ts';
import { conclude } from './outcome/conclude.ts';
import { type AssociationOutcome, unplannedPairs } from './outcome/run-state.ts';
import { checkPlan } from './plan/check.ts';
import { type Change, changesOf, makePlan, type Plan } from './plan/plan.ts';

/** The action that associates CIDRs with ASNs. It changes no route. */
export const associations: Action<Change, AssociationOutcome> = {
  name: 'associations',
  readInputs,
  unplanned: unplannedPairs,
  asns: 'read',
  // EC2 asks for the permission of the call itself for a DryRun too.
  policyOf: (inputs, region, ipamRegion) =>
    onlyReads(inputs)
      ? planPolicy(region, ipamRegion)
      : applyPolicy(region, ipamRegion, { removes: inputs.allowRemove }),
  makePlan: async (connected, inputs) => makePlan(connected, inputs),
  addEvidence: addRpki,
  checkPlan,
  apply,
  conclude,
};

/** Most runs ask for no RPKI, so what reads it is loaded only here. */
async function addRpki(plan: Plan, { rpki }: Inputs, context: BoundedContext): Promise<Plan> {
  if (!rpki) return plan;
  context.log.group('RPKI');
  const { addVerdicts } = await import('./rpki/add-verdicts.ts');
  return addVerdicts(plan, rpki, context);
}

/** Creates the changes of the plan, or makes a dry run of them, several targets at the same time. */
async function apply(
  plan: Plan,
  {
    connected,
    inputs,
    context,
    contextOf,
    runState,
    elapsed,
  }: ApplyStage<Change, AssociationOutcome>,
): Promise<void> {
  const reportProgress = startProgress(runState, context, elapsed);
  await forEachConcurrent(
    connected,
    inputs.concurrency,
    async ({ target, connection, observed, readCidrs }, isStopping) => {
      const changes = changesOf(plan, target);
      const applyContext = {
        ...contextOf(target),
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
