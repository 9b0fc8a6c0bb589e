import { call } from '../aws/call.ts';
import type { DryRunResult } from '../aws/ec2.ts';
import { CallError } from '../aws/errors/call-error.ts';
import { toFailure } from '../aws/errors/to-failure.ts';
import { applyPolicy, type Policy, policyToPaste } from '../aws/policies.ts';
import { associationText } from '../domain/association.ts';
import { asFailure, Failure } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { PairOutcome, PairUpdate } from '../outcome/run-state.ts';
import type { Entry } from '../plan/entry.ts';
import type { Evidence } from '../plan/evidence.ts';
import type { ChangeContext, TargetContext } from './context.ts';

/** A call to send once with `DryRun`, for all entries that need it. */
interface DryRun {
  /** `advertise`. */
  readonly verb: string;
  /** What the call changes: `route`. */
  readonly noun: string;
  /** `198.51.100.0/24 in us-west-2`. */
  readonly subject: string;
  readonly entries: readonly Entry[];
  send(signal: AbortSignal): Promise<DryRunResult>;
  /** The smallest policy, for a role that is denied the call. */
  policy(): Policy;
  /** What is known of the entries if EC2 may have carried out the call. */
  readonly unknown: PairUpdate<PairOutcome>;
}

/**
 * Asks EC2 once with DryRun whether the role may associate in a target, and once whether it may
 * disassociate, because these calls have no resource-level permissions. `changes` contain no refusals.
 */
export async function dryRunTarget(
  permissionCheck: Inputs['permissionCheck'],
  context: TargetContext,
): Promise<void> {
  const { changes, ec2, region, ipamRegion } = context;
  for (const verb of ['associate', 'disassociate'] as const) {
    const entries = changes.flatMap(({ step, association }) => (step === verb ? association : []));
    const [first] = entries;
    if (!first) continue;
    const removes = verb === 'disassociate';
    const send = removes ? ec2.dryRunDisassociate : ec2.dryRunAssociate;
    const question = {
      verb,
      noun: 'association',
      entries,
      subject: `${associationText(first)} in ${region}`,
      send: (signal: AbortSignal) => send(first, signal),
      policy: () => applyPolicy(region, ipamRegion, { removes }),
      unknown: { state: 'unknown', statusMessage: '' },
    };
    await dryRun(question, permissionCheck, context);
  }
}

/** Makes a dry run of a call, and records the evidence or the failure with every entry. */
export async function dryRun(
  question: DryRun,
  permissionCheck: Inputs['permissionCheck'],
  context: ChangeContext,
): Promise<void> {
  const { log, runState } = context;
  const { verb, entries } = question;
  try {
    const evidence: Evidence =
      permissionCheck === 'ask'
        ? await askDryRun(question, context)
        : {
            grade: 'not asked',
            text: `EC2 was not asked whether the role may ${verb} (permission-check: false)`,
          };
    for (const entry of entries) {
      runState.update(entry, { evidence: [...runState.pair(entry).evidence, evidence] });
    }
    log.line(evidence.text);
  } catch (error) {
    const failure = asFailure(error);
    for (const entry of entries) runState.update(entry, { failure });
  }
}

/** The evidence that the role may make a call. Throws a Failure if EC2 does not confirm that. */
async function askDryRun(question: DryRun, context: ChangeContext): Promise<Evidence> {
  const { verb, subject } = question;
  try {
    const { verdict, requestId } = await call(question.send, context, context.limiter);
    if (verdict === 'ignored') throw ignoredDryRun(question, context);
    const id = requestId === '' ? '' : ` (request id ${requestId})`;
    return { grade: 'proven', text: `EC2 DryRun permits this role to ${verb}${id}` };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    const doing = `confirm the permission to ${verb} ${subject}`;
    if (error.result.kind !== 'denied') throw toFailure(doing, error);
    const lines = policyToPaste(question.policy());
    throw toFailure(doing, error, { reason: 'not-permitted', lines });
  }
}

function ignoredDryRun({ subject, noun, entries, unknown }: DryRun, context: ChangeContext) {
  const [asked] = entries;
  if (asked) context.runState.update(asked, unknown);
  return new Failure(
    'service-error',
    `EC2 answered the DryRun for ${subject} with success instead of DryRunOperation`,
    {
      likely: 'An endpoint that ignores DryRun; AWS does not. It may have carried out the call.',
      next: `Look at the ${noun} in AWS now, and check the AWS_ENDPOINT_URL variables.`,
    },
  );
}
