// The line of the action in a world whose clock runs BENCH_SPEED times as fast, for a quick look at a
// fleet on peers whose buckets refill as fast. The bench bundles it exactly as the action is bundled.
// The shell's report is left out; of the outputs only the reason is set, to tell how it ended.
import * as core from '@actions/core';
import { connectVia } from '../../src/aws/connection.ts';
import { openTransport } from '../../src/aws/transport.ts';
import { type Clock, systemClock } from '../../src/clock.ts';
import { readGitHubRun } from '../../src/github/run.ts';
import { main } from '../../src/main.ts';
import { readWorkspaceFile } from '../../src/workspace.ts';

const speed = Number(process.env.BENCH_SPEED);
const cancelled = new AbortController().signal;

function hurriedClock(): Clock {
  const { now, wallTime, sleep, timeout } = systemClock(cancelled);
  return {
    now: () => now() * speed,
    wallTime,
    sleep: (milliseconds) => sleep(milliseconds / speed),
    timeout,
  };
}

async function run(): Promise<void> {
  const outcome = await main({
    readInput: (name) => core.getInput(name),
    readFile: (path) => readWorkspaceFile(process.env.GITHUB_WORKSPACE ?? '', path),
    env: process.env,
    github: readGitHubRun(process.env, {}),
    clock: hurriedClock(),
    random: Math.random,
    cancelled,
    log: {
      group: core.startGroup,
      close: core.endGroup,
      line: core.info,
      lines: (texts) => core.info(texts.join('\n')),
      notice: core.notice,
      warning: core.warning,
    },
    mask: core.setSecret,
    connect: connectVia(openTransport()),
  });
  core.setOutput('reason', outcome.reason);
  if (outcome.failure) core.setFailed(outcome.failure);
}

void run().finally(() => process.stdout.write('', () => process.exit()));
