import { onTestFinished } from 'vitest';
import type { CommentContext } from '../../src/github/upsert-comment.ts';
import { startPeers } from './peers.ts';
import { virtualPersistence } from './persistence.ts';

/** GitHub on loopback, and a run's patience in virtual time. */
export async function startGitHubWorld(seconds = 900) {
  const peers = await startPeers();
  onTestFinished(() => peers.close());
  const cancel = new AbortController();
  const persistence = virtualPersistence(seconds);
  const warnings: string[] = [];
  const log = { ...persistence.log, warning: (text: string) => void warnings.push(text) };
  const world: CommentContext = { ...persistence, cancelled: cancel.signal, log };
  return { peers, github: peers.github, world, cancel, lines: persistence.lines, warnings };
}
