import { type AwsCallContext, call } from '../aws/call.ts';
import type { DryRunResult } from '../aws/ec2.ts';
import { CallError } from '../aws/errors/call-error.ts';
import { toFailure } from '../aws/errors/to-failure.ts';
import { type Policy, policyToPaste } from '../aws/policies.ts';
import { Failure } from '../failure.ts';
import type { RateLimiter } from '../lib/rate-limiter.ts';
import type { Evidence } from '../plan/evidence.ts';

/** A call that EC2 is asked about with `DryRun`. */
export interface DryRunQuestion {
  /** `advertise`. */
  readonly verb: string;
  /** `198.51.100.0/24 in us-west-2`. */
  readonly subject: string;
  /** What the call changes: `route`. */
  readonly noun: string;
  send(signal: AbortSignal): Promise<DryRunResult>;
  /** The smallest policy, for a role that is denied the call. */
  policy(): Policy;
  /** EC2 may have taken the DryRun for the call itself: nobody knows the state. */
  onIgnored(): void;
}

/** The evidence where nobody asks. */
export function notAsked({ verb }: Pick<DryRunQuestion, 'verb'>): Evidence {
  return {
    grade: 'not asked',
    text: `EC2 was not asked whether the role may ${verb} (permission-check: false)`,
  };
}

/** The evidence that the role may make a call. Throws a Failure where EC2 does not say so. */
export async function askDryRun(
  question: DryRunQuestion,
  context: AwsCallContext,
  limiter: RateLimiter,
): Promise<Evidence> {
  const { verb, subject } = question;
  try {
    const { verdict, requestId } = await call(question.send, context, limiter);
    if (verdict === 'ignored') throw ignoredDryRun(question);
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

function ignoredDryRun({ subject, noun, onIgnored }: DryRunQuestion): Failure {
  onIgnored();
  return new Failure(
    'service-error',
    `EC2 answered the DryRun for ${subject} with success instead of DryRunOperation`,
    {
      likely: 'An endpoint that ignores DryRun; AWS does not. It may have carried out the call.',
      next: `Look at the ${noun} in AWS now, and check the AWS_ENDPOINT_URL variables.`,
    },
  );
}
