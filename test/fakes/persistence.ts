import type { AwsCallContext } from '../../src/aws/call.ts';
import { type Deadline, startDeadline } from '../../src/lib/deadline.ts';
import { virtualClock } from './virtual-clock.ts';

/** What repeating a call needs, in virtual time, with the lines that it logs. */
export interface VirtualPersistence extends AwsCallContext {
  readonly lines: readonly string[];
  readonly deadline: Deadline;
}

/** A run's patience of so many seconds, without jitter. */
export function virtualPersistence(seconds = 900): VirtualPersistence {
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
