import type { CallError } from '../aws/errors/call-error.ts';
import { associationText } from '../domain/association.ts';
import { hasEnded, hasStarted, isAssociated, isGone } from '../domain/association-state.ts';
import type { DesiredAssociation } from '../domain/target.ts';
import { Failure } from '../failure.ts';
import { findAssociation } from '../observe/observed.ts';
import type { AssociationOutcome } from '../outcome/run-state.ts';
import { decideRemoval, decideStep } from '../plan/association-rules.ts';
import { originLifeMs } from '../plan/observed-origin.ts';
import type { Verdict } from '../plan/verdict.ts';
import { decide } from './call-rules.ts';
import type { TargetContext } from './context.ts';
import { type ChangeCall, type ChangeProgress, makeChange } from './make-change.ts';
import { sleepUntilPoll, tryBriefly } from './read.ts';
import { applyPolicyIfDenied, readAssociations, recordListed } from './read-associations.ts';
import { associationGoal, classifyReadBack, isConfirmed } from './wait-rules.ts';

/** Creates the association of a pair or removes it, as `makeChange` says. */
export function changeAssociation(
  association: DesiredAssociation,
  context: TargetContext,
): Promise<ChangeProgress> {
  const { ec2, runState, region } = context;
  const verb = association.remove ? 'disassociate' : 'associate';
  const text = `${verb} ${associationText(association)} in ${region}`;
  const goal = associationGoal(association, runState.pair(association).before);
  const call: ChangeCall = {
    text,
    entry: association,
    goal,
    unknown: { state: 'unknown', statusMessage: '' },
    prepare: (_, lost) => prepare(association, text, lost, context),
    send: (signal) => ec2[verb](association, signal),
    decide,
    checkRejection: async (rejection) => {
      const isRead = association.remove
        ? await tryBriefly(readRemoval(association, text, context), context.clock)
        : (await check(association, text, context)) && (await confirm(association, text, context));
      if (!isRead || !hasPairStarted(association, context)) return undefined;
      context.log.line(`${rejection.message}; AWS shows the change as started without this call`);
      return 'in progress';
    },
    read: (doing) => readAssociations(doing, context),
    stateIn: (cidrs) => findAssociation(cidrs, association).state,
    record: (cidrs) => recordListed(association, cidrs, context),
    classify: (state, history) => classifyReadBack(goal, state, history),
    missedReadMeansUnknown: false,
    conflict: () => conflictingState(runState.pair(association), context),
    detailsOf: applyPolicyIfDenied(context),
    unknownDetails: {},
  };
  return makeChange(call, context);
}

/** Decides by the last known state, which the reads for other pairs update too. */
async function prepare(
  association: DesiredAssociation,
  text: string,
  lost: CallError | undefined,
  context: TargetContext,
): Promise<'send' | ChangeProgress> {
  const isCertain = association.remove
    ? await readRemoval(association, text, context)
    : await confirm(association, text, context);
  if (isCertain && hasPairStarted(association, context)) {
    // The lost call has made the change.
    if (lost) context.runState.update(association, { changed: true });
    return 'in progress';
  }
  const { step, why, refusal } = decideNow(context.runState.pair(association), context);
  if (step !== 'refuse') return 'send';
  const changed = `${associationText(association)} in ${context.region} has changed since the plan`;
  throw new Failure(refusal ?? 'unknown-state', `${changed}: ${why}`);
}

/**
 * Reads a pair to remove. Right before its call, the read must prove that the ASN is not the origin of the
 * CIDR. One listing does not prove that the pair is gone. Throws a Failure if it cannot be read.
 */
async function readRemoval(
  association: DesiredAssociation,
  text: string,
  context: TargetContext,
): Promise<true> {
  const { runState } = context;
  const goal = associationGoal(association, runState.pair(association).before);
  for (let reads = 1; ; reads += 1) {
    const cidrs = await readAssociations(`read the state before the call to ${text}`, context);
    if ('unread' in cidrs) throw notRead(text, cidrs.unread);
    const state = recordListed(association, cidrs, context);
    if (!isGone(state) || isConfirmed(goal, state, reads)) return true;
    if (!(await sleepUntilPoll(reads, context))) throw notRead(text, '');
  }
}

function notRead(text: string, why: string): Failure {
  const message = `Could not ${text}: its state could not be read just before the call`;
  return new Failure('unknown-state', why === '' ? message : `${message} (${why})`);
}

/** The step for a pair in its last known state. */
function decideNow(pair: AssociationOutcome, { clock, plannedAt }: TargetContext): Verdict {
  const { association, state, statusMessage, cidrState, origin } = pair;
  const observed = { asn: association.asn, state, statusMessage };
  if (!association.remove) return decideStep(observed);
  const isOld = clock.now() - plannedAt > originLifeMs;
  return decideRemoval(observed, { state: cidrState, origin: isOld ? 'unknown' : origin });
}

function hasPairStarted(association: DesiredAssociation, { runState }: TargetContext): boolean {
  return hasStarted(association, runState.pair(association).state);
}

/** Reads a pair to associate again if its known state is not enough. Returns whether the known state is certain. */
async function confirm(
  association: DesiredAssociation,
  text: string,
  context: TargetContext,
): Promise<boolean> {
  const { before, state } = context.runState.pair(association);
  // A stale listing may have named the former association of a pair that had ended.
  const isUncertain = state === 'unknown' || (hasEnded(before) && isAssociated(state));
  if (!isUncertain) return true;
  // A stale listing needs some time.
  await sleepUntilPoll(1, context);
  return check(association, text, context);
}

/** Reads and records the state of a pair; false if that fails, or takes more than ten seconds. */
async function check(
  association: DesiredAssociation,
  text: string,
  context: TargetContext,
): Promise<boolean> {
  // Other pairs start meanwhile, and the failure of this one may have to stop them.
  const cidrs = await tryBriefly(readAssociations(text, context), context.clock);
  if (!cidrs || 'unread' in cidrs) return false;
  recordListed(association, cidrs, context);
  return true;
}

function conflictingState(pair: AssociationOutcome, context: TargetContext): Failure {
  const { association, state } = pair;
  const call = association.remove ? 'a disassociate call' : 'an associate call';
  const text = `${associationText(association)} in ${context.region} is ${state} after ${call} whose response was lost`;
  return new Failure(decideNow(pair, context).refusal ?? 'association-busy', text);
}
