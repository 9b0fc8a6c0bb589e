import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { connectVia } from '../aws/connection.ts';
import { openTransport } from '../aws/transport.ts';
import { asFailure } from '../failure.ts';
import { readProxies } from '../inputs/proxies.ts';
import { readGitHubRun } from '../inputs/runner.ts';
import { systemClock } from '../lib/clock.ts';
import { parseJson } from '../lib/json.ts';
import { collectSecrets, type Secrets } from '../lib/secrets.ts';
import { cancelOnSignals } from '../lib/signals.ts';
import { plainLine } from '../lib/text.ts';
import { inspectLines } from '../report/log.ts';
import { redactOutcome } from '../report/redact.ts';
import { run } from '../run.ts';
import type { Action } from '../stages.ts';
import { createLog } from './log.ts';
import { report } from './report.ts';
import { readWorkspaceFile } from './workspace-file.ts';

/** Runs the step of a job and ends the process; it never rejects. */
export async function runAction(action: Action): Promise<void> {
  // A closed log must not keep the run from writing outputs, summary and comment. Warnings of the SDK
  // go to stderr through the console, which ignores errors itself.
  process.stdout.on('error', () => {});
  const secrets = collectSecrets(core.setSecret);
  try {
    await runAndReport(action, secrets);
  } catch (error) {
    core.setFailed(inspectLines(error).map(secrets.redact).map(plainLine).join('\n'));
  }
  // A connection that a cancelled call left open must not keep the step alive.
  process.stdout.write('', () => process.exit());
}

async function runAndReport(action: Action, { mask, redact }: Secrets): Promise<void> {
  // A process that ends before it has reported must not end green.
  process.exitCode = 1;
  const { env } = process;
  const log = createLog(redact);
  const warnOfDefect = (error: unknown) => {
    log.warning(`Another error while the run was ending: ${asFailure(error).message}`);
    log.lines(inspectLines(error));
  };
  const cancelled = cancelOnSignals(warnOfDefect);
  // GitHub-hosted runners have no instance role, and looking for one takes time.
  if (env.RUNNER_ENVIRONMENT === 'github-hosted') env.AWS_EC2_METADATA_DISABLED ??= 'true';
  mask(core.getInput('github-token'));
  const proxies = readProxies(env);
  for (const secret of proxies.secrets) mask(secret);
  for (const text of proxies.warnings) log.warning(text);
  const transport = openTransport(proxies.variables);
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const workspace = env.GITHUB_WORKSPACE || process.cwd();
  const outcome = await run(
    {
      readInput: (name) => core.getInput(name),
      workspace,
      readFile: (path) => readWorkspaceFile(workspace, path),
      env,
      github: readGitHubRun(env, event),
      clock: systemClock(cancelled),
      random: Math.random,
      cancelled,
      log,
      mask,
      connect: connectVia(transport),
      transport,
    },
    action,
  );
  cancelled.addEventListener('abort', () => {
    // A signal that comes now changes nothing.
    if (asFailure(cancelled.reason).reason === 'internal-error') warnOfDefect(cancelled.reason);
  });
  const context = { env, workspace, event, log, cancelled, transport };
  await report(redactOutcome(outcome, redact), context);
}

/** The event's payload; undefined when it is missing or not JSON. */
function readEvent(path: string | undefined): unknown {
  try {
    return path ? parseJson(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}
