import type { AwsCallContext } from '../aws/call.ts';
import { applyPolicy } from '../aws/policies.ts';
import { type Association, associationText } from '../domain/association.ts';
import { asFailure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Change } from '../plan/plan.ts';
import { askDryRun, type DryRunQuestion, notAsked } from './ask-dry-run.ts';
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

async function dryRun(
  verb: 'associate' | 'disassociate',
  associations: readonly Association[],
  permissionCheck: Inputs['permissionCheck'],
  context: DryRunContext,
): Promise<void> {
  const { associateLimiter, log, runState } = context;
  const [first] = associations;
  if (!first) return;
  const question = questionOf(verb, first, context);
  try {
    const evidence =
      permissionCheck === 'ask'
        ? await askDryRun(question, context, associateLimiter)
        : notAsked(question);
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

function questionOf(
  verb: 'associate' | 'disassociate',
  association: Association,
  { ec2, runState, region, ipamRegion }: DryRunContext,
): DryRunQuestion {
  const removes = verb === 'disassociate';
  return {
    verb,
    subject: `${associationText(association)} in ${region}`,
    noun: 'association',
    send: (signal) =>
      removes
        ? ec2.dryRunDisassociate(association, signal)
        : ec2.dryRunAssociate(association, signal),
    policy: () => applyPolicy(region, ipamRegion, { removes }),
    onIgnored: () => runState.update(association, { state: 'unknown', statusMessage: '' }),
  };
}
