import { applyPolicy, policyIfDenied } from '../aws/policies.ts';
import { type Association, associationText } from '../domain/association.ts';
import { isChange } from '../domain/step.ts';
import type { DesiredAssociation } from '../domain/target.ts';
import {
  findAssociation,
  findCidr,
  findContradiction,
  type ObservedCidr,
} from '../observe/observed.ts';
import type { TargetContext } from './context.ts';
import { type ReadResult, readOnce, recordState } from './read.ts';

/** Lists the CIDRs as `readOnce` does, and records the pairs for which no call is in flight. */
export async function readAssociations(doing: string, context: TargetContext): Promise<ReadResult> {
  const cidrs = await readOnce(doing, applyPolicyIfDenied(context), context);
  if (!('unread' in cidrs)) recordIdlePairs(cidrs, context);
  return cidrs;
}

function recordIdlePairs(cidrs: readonly ObservedCidr[], context: TargetContext): void {
  for (const { association } of context.changes) {
    const { step, changed, failure } = context.runState.pair(association);
    const isIdle = !changed && !failure && !context.inFlight.has(association);
    if (step === 'keep' || (step !== undefined && isChange(step) && isIdle)) {
      recordListed(association, cidrs, context);
    }
  }
}

/** Records the state of a pair as listed, and logs it if it has changed. Returns the state. */
export function recordListed(
  association: DesiredAssociation,
  cidrs: readonly ObservedCidr[],
  context: TargetContext,
): string {
  const { state, statusMessage } = findAssociation(cidrs, association);
  const known = context.runState.pair(association);
  const cidrState = known.association.remove ? cidrStateIn(cidrs, association) : known.cidrState;
  const facts = { state, statusMessage, cidrState };
  recordState(association, associationText(association), facts, context);
  return state;
}

/** The state of the CIDR, on which a removal depends; `unknown` if the listing contradicts itself. */
function cidrStateIn(cidrs: readonly ObservedCidr[], association: Association): string {
  if (findContradiction(cidrs, association).length > 0) return 'unknown';
  return findCidr(cidrs, association.cidr)?.state ?? 'not listed';
}

/** The policy for a role that is denied what this run needs; nothing for any other error. */
export function applyPolicyIfDenied({ region, ipamRegion, changes }: TargetContext) {
  const removes = changes.some(({ step }) => step === 'disassociate');
  return policyIfDenied(applyPolicy(region, ipamRegion, { removes }));
}
