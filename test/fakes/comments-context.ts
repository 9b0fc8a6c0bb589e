import { onTestFinished } from 'vitest';
import type { CommentsWorld } from '../../src/github/upsert-comment.ts';
import { startPeers } from './fakes.ts';
import { virtualPersistence } from './retry-context.ts';

/** GitHub on loopback, and a run's patience in virtual time. */
export async function startGitHubWorld(seconds = 900) {
  const peers = await startPeers();
  onTestFinished(() => peers.close());
  const cancel = new AbortController();
  const persistence = virtualPersistence(seconds);
  const warnings: string[] = [];
  const log = { ...persistence.log, warning: (text: string) => void warnings.push(text) };
  const world: CommentsWorld = { ...persistence, cancelled: cancel.signal, log };
  return { peers, github: peers.github, world, cancel, lines: persistence.lines, warnings };
}
