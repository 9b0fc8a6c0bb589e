import { onTestFinished } from 'vitest';
import type { CommentContext } from '../../src/github/upsert-comment.ts';
import { startFakes } from './fakes.ts';
import { virtualContext } from './retry-context.ts';

/** The fake GitHub, and the context of a run in virtual time. */
export async function startGitHubContext(seconds = 900) {
  const fakes = await startFakes();
  onTestFinished(() => fakes.close());
  const cancel = new AbortController();
  const retryContext = virtualContext(seconds);
  const warnings: string[] = [];
  const log = { ...retryContext.log, warning: (text: string) => void warnings.push(text) };
  const context: CommentContext = { ...retryContext, cancelled: cancel.signal, log };
  return { fakes, github: fakes.github, context, cancel, lines: retryContext.lines, warnings };
}
