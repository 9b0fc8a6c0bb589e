import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { connectToAws } from './aws/connection.ts';
import { systemClock } from './clock.ts';
import { Failure } from './failure.ts';
import { readGitHubRun } from './github/run.ts';
import { parseBoolean } from './inputs.ts';
import type { Outcome } from './ledger.ts';
import { main } from './main.ts';
import { endingLines, failureLines } from './report/log.ts';
import { formatOutputs } from './report/outputs.ts';
import { logLine, plainLine, shorten } from './report/plain.ts';
import { formatSummary } from './report/summary.ts';
import type { Log, World } from './world.ts';

// EC2's encoded authorization messages, of use only in whole, have up to 10240 characters.
const longestLine = 12_000;

/** The step's log through the toolkit: no text in it can act as a workflow command. */
function openLog(): Log {
  let grouped = false;
  const close = () => {
    if (grouped) core.endGroup();
    grouped = false;
  };
  return {
    close,
    group: (title) => {
      close();
      core.startGroup(plainLine(title));
      grouped = true;
    },
    line: (text) => core.info(logLine(text)),
    notice: (text) => core.notice(plainLine(text)),
    warning: (text) => core.warning(plainLine(text)),
  };
}

function buildWorld(cancelled: AbortSignal, log: Log): World {
  return {
    readInput: (name) => core.getInput(name),
    env: process.env,
    github: readGitHubRun(process.env, readEvent(process.env.GITHUB_EVENT_PATH)),
    clock: systemClock(cancelled),
    random: Math.random,
    cancelled,
    log,
    mask: core.setSecret,
    connect: connectToAws,
  };
}

/** The event's payload; without one, or with one that is not JSON, nothing is known of the event. */
function readEvent(path: string | undefined): unknown {
  try {
    return path ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** A signal that aborts at SIGINT and SIGTERM; the runner sends both, seconds apart, to cancel. */
function cancelOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      controller.abort(new Failure('cancelled', `The run was cancelled (${signal})`));
    });
  }
  return controller.signal;
}

async function report(outcome: Outcome, log: Log): Promise<void> {
  for (const [name, value] of Object.entries(formatOutputs(outcome))) core.setOutput(name, value);
  if (parseBoolean(core.getInput('summary')).value !== false) await writeSummary(outcome, log);
  const { failure } = outcome;
  if (!failure) {
    for (const line of endingLines(outcome)) log.line(line);
    return;
  }
  core.setFailed(
    failureLines(failure)
      .map((line) => shorten(plainLine(line), longestLine))
      .join('\n'),
  );
  if (failure.stack) core.debug(failure.stack);
}

async function writeSummary(outcome: Outcome, log: Log): Promise<void> {
  try {
    await core.summary.addRaw(formatSummary(outcome)).write();
  } catch (error) {
    log.warning(`The job summary could not be written: ${String(error)}`);
  }
}

async function run(): Promise<void> {
  // A GitHub-hosted runner has no instance role, and asking for one only costs time.
  if (process.env.RUNNER_ENVIRONMENT === 'github-hosted') {
    process.env.AWS_EC2_METADATA_DISABLED ??= 'true';
  }
  const log = openLog();
  const outcome = await main(buildWorld(cancelOnSignals(), log));
  await report(outcome, log);
}

void run()
  .catch((error: unknown) =>
    core.setFailed(plainLine(`The outcome could not be reported: ${error}`)),
  )
  // What a cancelled call left open must not keep the step alive.
  .finally(() => process.stdout.write('', () => process.exit()));
