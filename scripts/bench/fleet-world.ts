import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Peers } from '../../test/peers/peers.ts';
import type { Fleet } from './fleet.ts';
import type { Tally } from './tally.ts';
import { nextMessage } from './world.ts';

/** What a client needs to reach the peers of a fleet. */
export interface FleetWorld {
  readonly env: Peers['env'];
}

/** The peers of a fleet, running in another process. */
export interface RunningFleetWorld extends FleetWorld {
  /** The requests that EC2 got so far. */
  tally(): Promise<Tally>;
  close(): void;
}

/** Starts fresh peers of a fleet, with full buckets that refill `speed` times as fast as AWS's. */
export async function startFleetWorld(
  { pairs, targets }: Fleet,
  speed: number,
): Promise<RunningFleetWorld> {
  const args = [pairs, targets, speed].map(String);
  const child = fork(join(import.meta.dirname, 'fleet-peers.ts'), args);
  const world = await nextMessage<FleetWorld>(child);
  return {
    ...world,
    tally() {
      child.send('tally');
      return nextMessage<Tally>(child);
    },
    close: () => child.disconnect(),
  };
}
