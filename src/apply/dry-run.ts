import { CallError } from '../aws/errors/call-error.ts';
import { toFailure } from '../aws/errors/to-failure.ts';
import { applyPolicy, policyToPaste } from '../aws/policies.ts';
import { withRateLimiter } from '../aws/rate-limiter.ts';
import { retry } from '../aws/retry.ts';
import { type Association, associationText } from '../domain/association.ts';
import { asFailure, Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Evidence } from '../plan/evidence.ts';
import type { Change } from '../plan/plan.ts';
import type { ApplyContext } from './context.ts';

/**
 * A dry run of the changes of one target, which hold no refusals: asks EC2 with DryRun whether the
 * role may associate there, once for all, because IAM knows no resource of this call. Writes nothing.
 * What fails is written down with every pair that would be written.
 */
export async function dryRunTarget(
  changes: readonly Change[],
  permissionCheck: Inputs['permissionCheck'],
  run: ApplyContext,
): Promise<void> {
  const writes = changes.filter(({ step }) => step === 'associate');
  const [first] = writes;
  if (!first) return;
  try {
    const evidence = permissionCheck === 'ask' ? await ask(first.association, run) : notAsked;
    run.log.line(evidence.text);
    for (const { association } of writes) {
      const gathered = run.runState.pair(association).evidence;
      run.runState.update(association, { evidence: [...gathered, evidence] });
    }
  } catch (error) {
    const failure = asFailure(error);
    for (const { association } of writes) run.runState.update(association, { failure });
  }
}

const notAsked: Evidence = {
  grade: 'not asked',
  text: 'EC2 was not asked whether the role may associate (permission-check: false)',
};

async function ask(association: Association, run: ApplyContext): Promise<Evidence> {
  try {
    const { verdict, requestId } = await retry(async () => {
      await run.writeLimiter.acquire();
      return withRateLimiter(run.writeLimiter, run.ec2.dryRunAssociate(association));
    }, run);
    if (verdict === 'ignored') throw ignoredDryRun(association, run);
    const id = requestId === '' ? '' : ` (request id ${requestId})`;
    return { grade: 'proven', text: `EC2 DryRun permits this role to associate${id}` };
  } catch (error) {
    throw error instanceof CallError ? refusedDryRun(association, error, run) : error;
  }
}

/** Nobody knows the state after a DryRun that was taken for the call itself. */
function ignoredDryRun(association: Association, { runState, region }: ApplyContext): Failure {
  runState.update(association, { state: 'unknown', statusMessage: '' });
  return new Failure(
    'service-error',
    `EC2 answered the DryRun for ${associationText(association)} in ${region} with success instead of DryRunOperation`,
    {
      likely: 'An endpoint that ignores DryRun; AWS does not. It may have carried out the call.',
      next: 'Look at the association in AWS now, and check the AWS_ENDPOINT_URL variables.',
    },
  );
}

function refusedDryRun(
  association: Association,
  error: CallError,
  { region }: ApplyContext,
): Failure {
  const doing = `get EC2's permission to associate ${associationText(association)} in ${region}`;
  if (error.result.kind !== 'denied') return toFailure(doing, error);
  return toFailure(doing, error, {
    reason: 'not-permitted',
    lines: policyToPaste(applyPolicy(region)),
  });
}
