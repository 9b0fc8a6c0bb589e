import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Fakes } from '../test/fakes/fakes.ts';

import type { CallCounts, Fleet } from './fleet.ts';

/** The pair that every run without a file associates; one of the fixtures of the fake EC2. */
export const pair = { asn: '64500', cidr: '198.51.100.0/24' } as const;

/** What a client needs to connect to the fake servers. */
export interface FakesAccess {
  readonly env: Fakes['env'];
  readonly roleArn: string;
  readonly ec2Url: string;
}

/** The fake servers, in another process, so that the measured process does not pay for them. */
export interface RunningFakes extends FakesAccess {
  /** Removes the association, so that the next run has a change. */
  reset(): Promise<void>;
  /** The requests that EC2 has received so far. */
  counts(): Promise<CallCounts>;
  close(): void;
}

/**
 * Starts fake servers that have the pair, or a fleet. EC2's token buckets are full and refill
 * `rateSpeed` times as fast as AWS's; without one there are no buckets.
 */
export async function startFakesProcess(fleet?: Fleet, rateSpeed?: number): Promise<RunningFakes> {
  const args = [rateSpeed ?? Number.POSITIVE_INFINITY, fleet?.pairs ?? 0, fleet?.targets ?? 0];
  const child = fork(join(import.meta.dirname, 'fakes-process.ts'), args.map(String));
  const ask = <T>(question: 'counts' | 'reset'): Promise<T> => {
    child.send(question);
    return nextMessage<T>(child);
  };
  return {
    ...(await nextMessage<FakesAccess>(child)),
    reset: () => ask('reset'),
    counts: () => ask('counts'),
    close: () => child.disconnect(),
  };
}

/** The next message from a child process; throws if it exits instead. */
async function nextMessage<T>(child: ChildProcess): Promise<T> {
  const over = new AbortController();
  const ended = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`the fake servers ended with ${code}`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', over), ended]);
    return message;
  } finally {
    ended.catch(() => undefined);
    over.abort();
  }
}
