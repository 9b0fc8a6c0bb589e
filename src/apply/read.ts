import { CallError, isRetryable } from '../aws/errors/call-error.ts';
import { tooLateCode } from '../aws/errors/error-codes.ts';
import { toFailure, unsentCall } from '../aws/errors/to-failure.ts';
import { applyPolicy, policyToPaste } from '../aws/policies.ts';
import { type Association, associationText } from '../domain/association.ts';
import { isChange } from '../domain/step.ts';
import type { FailureDetails } from '../failure.ts';
import {
  findAssociation,
  findCidr,
  findContradiction,
  type ObservedCidr,
} from '../observe/observed.ts';
import type { TargetContext } from './context.ts';

/** A read that failed and may be repeated: the error, empty where no time was left for the read. */
interface Unread {
  readonly unread: string;
}

/** Reads the CIDRs as `readOnce` does, and records the pairs that no call is under way for. */
export async function tryRead(
  context: TargetContext,
  doing: string,
): Promise<readonly ObservedCidr[] | Unread> {
  const cidrs = await readOnce(doing, (call) => policyIfDenied(call, context), context);
  if (!('unread' in cidrs)) recordIdlePairs(cidrs, context);
  return cidrs;
}

/**
 * Reads the CIDRs once more. Throws the Failure of `doing`, which completes "Could not ...", where a
 * repetition cannot help.
 */
export async function readOnce(
  doing: string,
  detailsOf: (error: CallError) => FailureDetails,
  { readCidrs, log, elapsed }: Pick<TargetContext, 'readCidrs' | 'log' | 'elapsed'>,
): Promise<readonly ObservedCidr[] | Unread> {
  try {
    return await readCidrs();
  } catch (error) {
    const call = error instanceof CallError ? error : unsentCall(error);
    if (!call) throw error;
    if (!isRetryable(call)) {
      throw error === call ? toFailure(doing, call, detailsOf(call)) : error;
    }
    if (call.result.code === tooLateCode) return { unread: '' };
    log.line(`${elapsed()} not read: ${call.message}`);
    return { unread: call.message };
  }
}

/** The policy for a role that is denied what this run needs; nothing for any other error. */
export function policyIfDenied(
  { result }: CallError,
  { region, ipamRegion, changes }: TargetContext,
): FailureDetails {
  if (result.kind !== 'denied') return {};
  const removes = changes.some(({ step }) => step === 'disassociate');
  return { lines: policyToPaste(applyPolicy(region, ipamRegion, { removes })) };
}

/** Records the state of a pair as listed, and logs it where it has changed. Returns the state. */
export function recordListed(
  association: Association,
  cidrs: readonly ObservedCidr[],
  { runState, log, elapsed }: TargetContext,
): string {
  const { state, statusMessage } = findAssociation(cidrs, association);
  const known = runState.pair(association);
  const cidrState = known.association.remove ? cidrStateIn(cidrs, association) : known.cidrState;
  if (known.state !== state || known.statusMessage !== statusMessage) {
    const message = statusMessage === '' ? '' : `: ${statusMessage}`;
    log.line(`${elapsed()} ${associationText(association)} is ${state}${message}`);
  }
  runState.update(association, { state, statusMessage, cidrState });
  return state;
}

/** The state of a CIDR, on which a removal depends; `unknown` where the listing contradicts itself. */
function cidrStateIn(cidrs: readonly ObservedCidr[], association: Association): string {
  if (findContradiction(cidrs, association).length > 0) return 'unknown';
  return findCidr(cidrs, association.cidr)?.state ?? 'not listed';
}

function recordIdlePairs(cidrs: readonly ObservedCidr[], context: TargetContext): void {
  for (const { association } of context.changes) {
    const { step, changed, failure } = context.runState.pair(association);
    const isPlanned = !changed && !failure && !context.unanswered.has(association);
    if (step === 'keep' || (step !== undefined && isChange(step) && isPlanned)) {
      recordListed(association, cidrs, context);
    }
  }
}
