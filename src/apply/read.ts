import { CallError, type CallResult, isRetryable } from '../aws/errors/call-error.ts';
import { tooLateCode } from '../aws/errors/error-codes.ts';
import { toFailure, unsentCall } from '../aws/errors/to-failure.ts';
import { Failure, type FailureDetails } from '../failure.ts';
import type { CallContext } from '../lib/call-context.ts';
import type { Clock } from '../lib/clock.ts';
import { jitter } from '../lib/retry.ts';
import { minResponseMs } from '../lib/timeout.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { PairOutcome, PairUpdate } from '../outcome/run-state.ts';
import type { Entry } from '../plan/entry.ts';
import type { ChangeContext } from './context.ts';

/** The error of a read that may be repeated; empty if the deadline left no time for the read. */
interface Unread {
  readonly unread: string;
}

/** The listed CIDRs, or why this read failed. */
export type ReadResult = readonly ObservedCidr[] | Unread;

/**
 * Lists the CIDRs once. Throws the Failure of `doing`, which completes "Could not ...", if repeating the
 * read cannot help.
 */
export async function readOnce(
  doing: string,
  detailsOf: (result: CallResult) => FailureDetails,
  { readCidrs, log, elapsed }: ChangeContext,
): Promise<ReadResult> {
  try {
    return await readCidrs();
  } catch (error) {
    const call = error instanceof CallError ? error : unsentCall(error);
    if (!call) throw error;
    if (!isRetryable(call)) {
      throw error === call ? toFailure(doing, call, detailsOf(call.result)) : error;
    }
    if (call.result.code === tooLateCode) return { unread: '' };
    log.line(`${elapsed()} not read: ${call.message}`);
    return { unread: call.message };
  }
}

const briefMs = 10_000;

/**
 * The result of a read that must neither delay nor replace the error of a call; undefined if it fails
 * or takes ten seconds. Throws the cancellation.
 */
export function tryBriefly<T>(read: Promise<T>, clock: Clock): Promise<T | undefined> {
  const attempt = read.catch((error: unknown) => {
    if (error instanceof Failure && error.reason !== 'cancelled') return undefined;
    throw error;
  });
  return Promise.race([attempt, clock.sleep(briefMs).then(() => undefined)]);
}

/** Records the listed state of an entry, and logs it if it has changed. */
export function recordState(
  entry: Entry,
  text: string,
  facts: PairUpdate<PairOutcome> & Pick<PairOutcome, 'state' | 'statusMessage'>,
  { runState, log, elapsed }: ChangeContext,
): void {
  const { state, statusMessage } = facts;
  const known = runState.pair(entry);
  runState.update(entry, facts);
  if (known.state === state && known.statusMessage === statusMessage) return;
  const message = statusMessage === '' ? '' : `: ${statusMessage}`;
  log.line(`${elapsed()} ${text} is ${state}${message}`);
}

const firstPollMs = 2_000;
/** Before jitter, which makes it 9 to 15 seconds. */
const longestPollMs = 12_000;

/** Milliseconds before the nth poll: two seconds, growing with jitter to fifteen. */
export function pollDelay(nth: number, random: () => number): number {
  if (nth === 1) return firstPollMs;
  return jitter(Math.min(longestPollMs, firstPollMs * 1.5 ** (nth - 1)), random);
}

/** Sleeps until the nth poll. Returns false if the deadline then leaves no time for a response. */
export async function sleepUntilPoll(
  nth: number,
  { clock, deadline, random }: CallContext,
  waitedMs = 0,
): Promise<boolean> {
  const delayMs = Math.max(0, pollDelay(nth, random) - waitedMs);
  await clock.sleep(Math.min(delayMs, deadline.remaining()));
  return deadline.remaining() >= minResponseMs;
}

/** A wait for an end state. */
interface Wait {
  /** When AWS accepted the change. */
  readonly since: number;
  isDone(): boolean;
  read(): Promise<ReadResult>;
  onRead(cidrs: readonly ObservedCidr[]): void;
  /** `198.51.100.0/24 in us-west-2 is still pending-advertising`. */
  openText(): string;
}

/** Lists the CIDRs until the wait is done. Throws Failure `wait-timeout`, or what the read throws. */
export async function poll(wait: Wait, context: CallContext): Promise<void> {
  const { clock, deadline } = context;
  let lastError = '';
  for (let nth = 1; !wait.isDone(); nth += 1) {
    const waitedMs = nth === 1 ? clock.now() - wait.since : 0;
    if (!(await sleepUntilPoll(nth, context, waitedMs))) {
      const unread = lastError === '' ? '' : ` (the last read failed: ${lastError})`;
      const text = `${wait.openText()} after ${deadline.seconds} s${unread}`;
      throw new Failure('wait-timeout', text, { likely: tooSlow });
    }
    const cidrs = await wait.read();
    if ('unread' in cidrs) {
      lastError = cidrs.unread || lastError;
    } else {
      lastError = '';
      wait.onRead(cidrs);
    }
  }
}

const tooSlow = 'AWS needs longer than wait-timeout-seconds; it continues without this run.';
