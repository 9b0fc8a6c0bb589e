import type { AwsCallContext } from '../../src/aws/call.ts';
import { type Deadline, startDeadline } from '../../src/lib/deadline.ts';
import { virtualClock } from './virtual-clock.ts';

/** What retries need, in virtual time, with the lines that they log. */
export interface VirtualContext extends AwsCallContext {
  readonly lines: readonly string[];
  readonly deadline: Deadline;
}

/** The context of a run with a deadline in this many seconds, without jitter. */
export function virtualContext(seconds = 900): VirtualContext {
  const clock = virtualClock();
  const lines: string[] = [];
  return {
    clock,
    deadline: startDeadline(clock, seconds),
    cancelled: new AbortController().signal,
    random: () => 0.5,
    log: { line: (text) => lines.push(text) },
    lines,
  };
}
