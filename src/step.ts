import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { connectVia } from './aws/connection.ts';
import { openTransport } from './aws/transport.ts';
import { cancelOnSignals, startGrace } from './cancellation.ts';
import { systemClock } from './clock.ts';
import { entryText } from './desired/place.ts';
import { Failure } from './failure.ts';
import { readLinks } from './github/links.ts';
import { readGitHubRun } from './github/run.ts';
import { parseBoolean } from './inputs.ts';
import { parseJson } from './json.ts';
import type { Outcome } from './ledger.ts';
import { main } from './main.ts';
import { type Proxies, readProxies } from './proxy.ts';
import type { Links } from './report/links.ts';
import { annotatedAtMost, endingLines, failureLines, problemLines } from './report/log.ts';
import { formatOutputs, formatPlan, largestMatrix, targetsLeftOut } from './report/outputs.ts';
import { plainLine, shorten } from './report/plain.ts';
import { redactOutcome } from './report/redacted.ts';
import { formatSummary } from './report/summary.ts';
import { collectSecrets, type Secrets } from './secrets.ts';
import { openLog } from './step-log.ts';
import { isInNestedCheckout, readWorkspaceFile } from './workspace.ts';
import type { Log, World } from './world.ts';

// EC2's encoded authorization messages, of use only in whole, have up to 10240 characters.
const longestLine = 12_000;

/**
 * Hides the passwords of the proxies, and gives them to Octokit in the form that all clients read, in
 * both cases, so that none of them finds another.
 */
function setUpProxies({ mask }: Secrets): Proxies {
  const proxies = readProxies(process.env);
  for (const secret of proxies.secrets) mask(secret);
  for (const [name, value] of Object.entries(proxies.variables)) {
    process.env[name] = value;
    process.env[name.toUpperCase()] = value;
  }
  return proxies;
}

function workspaceFolder(): string {
  return process.env.GITHUB_WORKSPACE || process.cwd();
}

function buildWorld(
  cancelled: AbortSignal,
  log: Log,
  event: unknown,
  proxies: Proxies['variables'],
  { mask }: Secrets,
): World {
  const workspace = workspaceFolder();
  return {
    readInput: (name) => core.getInput(name),
    workspace,
    readFile: (path) => readWorkspaceFile(workspace, path),
    env: process.env,
    github: readGitHubRun(process.env, event),
    clock: systemClock(cancelled),
    random: Math.random,
    cancelled,
    log,
    mask,
    connect: connectVia(openTransport(proxies)),
  };
}

/** The event's payload; without one, or with one that is not JSON, nothing is known of the event. */
function readEvent(path: string | undefined): unknown {
  try {
    return path ? parseJson(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

async function report(
  outcome: Outcome,
  event: unknown,
  log: Log,
  cancelled: AbortSignal,
): Promise<void> {
  const links = linksOf(outcome, event);
  const outputs = { ...formatOutputs(outcome), 'plan-path': keepPlan(outcome, log) };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  const left = targetsLeftOut(outcome);
  if (left > 0)
    log.warning(
      `The matrix output lacks ${left} targets: GitHub starts ${largestMatrix} jobs of one.`,
    );
  if (parseBoolean(core.getInput('summary')).value !== false) {
    await writeSummary(formatSummary(outcome, links), log);
  }
  await writeComment(outcome, event, links, log, startGrace(cancelled));
  if (outcome.failure) {
    fail(outcome.failure, log);
    return;
  }
  log.lines(endingLines(outcome));
  process.exitCode = 0;
}

/** Where reports lead to; a file of another checkout than that of this repository has no page of its own. */
function linksOf({ inputs }: Outcome, event: unknown): Links {
  const links = readLinks(process.env, event);
  const path = inputs?.source.form === 'file' ? inputs.source.path : '';
  return isInNestedCheckout(workspaceFolder(), path) ? { ...links, files: undefined } : links;
}

/** Writes the plan of a config file to the runner's temporary folder; empty where there is none. */
function keepPlan({ plan, inputs }: Outcome, log: Log): string {
  if (!plan || inputs?.source.form !== 'file') return '';
  try {
    const folder = mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), 'byoasn-'));
    writeFileSync(join(folder, 'plan.json'), `${formatPlan(plan)}\n`);
    return join(folder, 'plan.json');
  } catch (error) {
    log.warning(`The plan could not be written to a file: ${String(error)}`);
    return '';
  }
}

async function writeSummary(text: string, log: Log): Promise<void> {
  try {
    await core.summary.addRaw(text).write();
  } catch (error) {
    log.warning(`The job summary could not be written: ${String(error)}`);
  }
}

async function writeComment(
  outcome: Outcome,
  event: unknown,
  links: Links,
  log: Log,
  cancelled: AbortSignal,
): Promise<void> {
  const { inputs } = outcome;
  if (!inputs?.comment) return;
  try {
    const { commentOnPlan } = await import('./github/plan-comment.ts');
    const clock = systemClock(cancelled);
    const world = { env: process.env, event, links, cancelled, clock, random: Math.random, log };
    await commentOnPlan(outcome, inputs, inputs.comment, world);
  } catch (error) {
    log.warning(`No comment: ${error instanceof Failure ? error.message : String(error)}`);
  }
}

/** Fails the step, with annotations on the lines of a file that is to blame. */
function fail(failure: Failure, log: Log): void {
  const { problems, stack } = failure;
  for (const problem of problems.slice(0, annotatedAtMost)) {
    const { file, line: startLine, column: startColumn } = problem.place;
    core.error(shorten(plainLine(entryText(problem)), longestLine), {
      file,
      startLine,
      startColumn,
    });
  }
  log.lines(problemLines(problems.slice(annotatedAtMost)));
  core.setFailed(
    failureLines(failure)
      .map((line) => shorten(plainLine(line), longestLine))
      .join('\n'),
  );
  if (stack) core.debug(stack.split('\n').map(plainLine).join('\n'));
}

async function run(): Promise<void> {
  // A process that ends before it has reported must not end green.
  process.exitCode = 1;
  const cancelled = cancelOnSignals();
  // A GitHub-hosted runner has no instance role, and asking for one only costs time.
  if (process.env.RUNNER_ENVIRONMENT === 'github-hosted') {
    process.env.AWS_EC2_METADATA_DISABLED ??= 'true';
  }
  const secrets = collectSecrets(core.setSecret);
  secrets.mask(core.getInput('github-token'));
  const proxies = setUpProxies(secrets);
  const log = openLog(secrets.redact);
  for (const text of proxies.warnings) log.warning(text);
  const event = readEvent(process.env.GITHUB_EVENT_PATH);
  const outcome = await main(buildWorld(cancelled, log, event, proxies.variables, secrets));
  await report(redactOutcome(outcome, secrets.redact), event, log, cancelled);
}

/** Runs the step of a job and ends the process; it never rejects. */
export async function runStep(): Promise<void> {
  try {
    await run();
  } catch (error) {
    core.setFailed(plainLine(`The outcome could not be reported: ${error}`));
  }
  // What a cancelled call left open must not keep the step alive.
  process.stdout.write('', () => process.exit());
}
