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

/** The fake servers, running in another process, so that serving costs the measured one nothing. */
export interface RunningFakes extends FakesAccess {
  /** Makes the pair free again, so that the next run has something to associate. */
  reset(): Promise<void>;
  /** The requests that EC2 got so far. */
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

/** The next message of a child; throws when it ends instead. */
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
