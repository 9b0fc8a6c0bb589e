import { type AwsCallContext, call } from '../aws/call.ts';
import { CallError } from '../aws/errors/call-error.ts';
import { toFailure } from '../aws/errors/to-failure.ts';
import { applyPolicy, policyToPaste } from '../aws/policies.ts';
import { type Association, associationText } from '../domain/association.ts';
import { asFailure, Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Evidence } from '../plan/evidence.ts';
import type { Change } from '../plan/plan.ts';
import type { ApplyContext } from './context.ts';

/** What a dry run needs, and where it records what it learns. */
type DryRunContext = AwsCallContext &
  Pick<ApplyContext, 'ec2' | 'associateLimiter' | 'runState' | 'region' | 'ipamRegion'>;

/**
 * The dry run of one target, whose changes hold no refusals: asks EC2 once with DryRun whether the
 * role may associate there, and disassociate, because IAM knows no resource of these calls. Changes
 * nothing. A failure is recorded with every pair of the call.
 */
export async function dryRunTarget(
  changes: readonly Change[],
  permissionCheck: Inputs['permissionCheck'],
  context: DryRunContext,
): Promise<void> {
  for (const verb of ['associate', 'disassociate'] as const) {
    const associations = changes
      .filter(({ step }) => step === verb)
      .map(({ association }) => association);
    await dryRun(verb, associations, permissionCheck, context);
  }
}

type Verb = 'associate' | 'disassociate';

async function dryRun(
  verb: Verb,
  associations: readonly Association[],
  permissionCheck: Inputs['permissionCheck'],
  context: DryRunContext,
): Promise<void> {
  const { log, runState } = context;
  const [first] = associations;
  if (!first) return;
  try {
    const evidence = permissionCheck === 'ask' ? await ask(verb, first, context) : notAsked(verb);
    log.line(evidence.text);
    for (const association of associations) {
      const gathered = runState.pair(association).evidence;
      runState.update(association, { evidence: [...gathered, evidence] });
    }
  } catch (error) {
    const failure = asFailure(error);
    for (const association of associations) runState.update(association, { failure });
  }
}

function notAsked(verb: Verb): Evidence {
  return {
    grade: 'not asked',
    text: `EC2 was not asked whether the role may ${verb} (permission-check: false)`,
  };
}

async function ask(
  verb: Verb,
  association: Association,
  context: DryRunContext,
): Promise<Evidence> {
  const { ec2, associateLimiter } = context;
  try {
    const { verdict, requestId } = await call(
      (signal) =>
        verb === 'associate'
          ? ec2.dryRunAssociate(association, signal)
          : ec2.dryRunDisassociate(association, signal),
      context,
      associateLimiter,
    );
    if (verdict === 'ignored') throw ignoredDryRun(association, context);
    const id = requestId === '' ? '' : ` (request id ${requestId})`;
    return { grade: 'proven', text: `EC2 DryRun permits this role to ${verb}${id}` };
  } catch (error) {
    throw error instanceof CallError ? refusedDryRun(verb, association, error, context) : error;
  }
}

/** After a DryRun that was taken for the real call, nobody knows the state. */
function ignoredDryRun(association: Association, { runState, region }: DryRunContext): Failure {
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
  verb: Verb,
  association: Association,
  error: CallError,
  { region, ipamRegion }: DryRunContext,
): Failure {
  const doing = `confirm the permission to ${verb} ${associationText(association)} in ${region}`;
  if (error.result.kind !== 'denied') return toFailure(doing, error);
  return toFailure(doing, error, {
    reason: 'not-permitted',
    lines: policyToPaste(applyPolicy(region, ipamRegion, { removes: verb === 'disassociate' })),
  });
}
