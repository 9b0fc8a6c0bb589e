import { onTestFinished } from 'vitest';
import type { RestWorld } from '../../src/github/patience.ts';
import { virtualPersistence } from '../aws/persistence.ts';
import { startPeers } from '../peers/peers.ts';

/** GitHub on loopback, and a run's patience in virtual time. */
export async function startGitHubWorld(seconds = 900) {
  const peers = await startPeers();
  onTestFinished(() => peers.close());
  const cancel = new AbortController();
  const persistence = virtualPersistence(seconds);
  const world: RestWorld = { ...persistence, cancelled: cancel.signal };
  return { peers, github: peers.github, world, cancel, lines: persistence.lines };
}
