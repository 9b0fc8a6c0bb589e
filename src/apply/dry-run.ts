import { CallError } from '../aws/errors/call-error.ts';
import { asFailureOf } from '../aws/errors/to-failure.ts';
import { applyPolicy, policyToPaste } from '../aws/policies.ts';
import { telling } from '../aws/rate-limiter.ts';
import { persist } from '../aws/retry.ts';
import { type Association, associationText } from '../domain/association.ts';
import { asFailure, Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Evidence } from '../plan/evidence.ts';
import type { Change } from '../plan/plan.ts';
import type { Run } from './context.ts';

/**
 * A dry run of the changes of one target, which hold no refusals: asks EC2 with DryRun whether the
 * role may associate there, once for all, because IAM knows no resource of this call. Writes nothing.
 * What fails is written down with every pair that would be written.
 */
export async function rehearseTarget(
  changes: readonly Change[],
  permissionCheck: Inputs['permissionCheck'],
  run: Run,
): Promise<void> {
  const writes = changes.filter(({ step }) => step === 'associate');
  const [first] = writes;
  if (!first) return;
  try {
    const evidence = permissionCheck === 'ask' ? await ask(first.association, run) : notAsked;
    run.log.line(`${evidence.grade}: ${evidence.text}`);
    for (const { association } of writes) {
      const gathered = run.ledger.pair(association).evidence;
      run.ledger.learn(association, { evidence: [...gathered, evidence] });
    }
  } catch (error) {
    const failure = asFailure(error);
    for (const { association } of writes) run.ledger.learn(association, { failure });
  }
}

const notAsked: Evidence = {
  grade: 'not asked',
  text: 'permission-check is false: EC2 was not asked whether the role may associate',
};

async function ask(association: Association, run: Run): Promise<Evidence> {
  try {
    const { verdict, requestId } = await persist(async () => {
      await run.writePace.take();
      return telling(run.writePace, run.ec2.dryRunAssociate(association));
    }, run);
    if (verdict === 'ignored') throw ignoredDryRun(association, run);
    const id = requestId === '' ? '' : ` (request id ${requestId})`;
    return { grade: 'proven', text: `EC2 DryRun: the role may associate${id}` };
  } catch (error) {
    throw error instanceof CallError ? refusedDryRun(association, error, run) : error;
  }
}

/** Nobody knows the state after a DryRun that was taken for the call itself. */
function ignoredDryRun(association: Association, { ledger, region }: Run): Failure {
  ledger.learn(association, { state: 'unknown', statusMessage: '' });
  return new Failure(
    'service-error',
    `EC2 answered the DryRun for ${associationText(association)} in ${region} with success instead of DryRunOperation`,
    {
      likely: 'An endpoint that ignores DryRun; AWS does not. It may have carried out the call.',
      next: 'Look at the association in AWS now, and check the AWS_ENDPOINT_URL variables.',
    },
  );
}

function refusedDryRun(association: Association, error: CallError, { region }: Run): Failure {
  const doing = `get EC2's permission to associate ${associationText(association)} in ${region}`;
  if (error.answer.kind !== 'denied') return asFailureOf(doing, error);
  return asFailureOf(doing, error, {
    reason: 'not-permitted',
    lines: policyToPaste(applyPolicy(region)),
  });
}
