import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Peers } from '../../test/peers/peers.ts';

/** The pair that every run associates; one of the peers' fixtures. */
export const pair = { asn: '64500', cidr: '198.51.100.0/24' } as const;

/** What a client needs to reach the peers. */
export interface World {
  readonly env: Peers['env'];
  readonly roleArn: string;
  readonly ec2Url: string;
}

/** The peers, running in another process. */
export interface RunningWorld extends World {
  /** Makes the pair free again, so that the next run has something to associate. */
  reset(): Promise<void>;
  close(): void;
}

/** Starts the peers in another process, with EC2's rate limits off. */
export async function startWorld(): Promise<RunningWorld> {
  const child = fork(join(import.meta.dirname, 'peers.ts'));
  const world: World = await nextMessage(child);
  return {
    ...world,
    async reset() {
      child.send('reset');
      await nextMessage(child);
    },
    close: () => child.disconnect(),
  };
}

/** The next message of a child; throws when it ends instead. */
export async function nextMessage<T>(child: ChildProcess): Promise<T> {
  const over = new AbortController();
  const ended = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`the peers ended with ${code}`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', over), ended]);
    return message;
  } finally {
    ended.catch(() => undefined);
    over.abort();
  }
}
