import { onTestFinished } from 'vitest';
import { openTransport } from '../../src/aws/transport.ts';
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
  const env = { GITHUB_API_URL: fakes.github.url, GITHUB_REPOSITORY: 'octo-org/prefixes' };
  const transport = openTransport();
  const context = { ...retryContext, cancelled: cancel.signal, log, env, transport };
  return { fakes, github: fakes.github, context, cancel, lines: retryContext.lines, warnings };
}
