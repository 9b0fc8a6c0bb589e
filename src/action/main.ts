import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { connectVia } from '../aws/connection.ts';
import { openTransport } from '../aws/transport.ts';
import type { Context, Log } from '../context.ts';
import { entryText } from '../domain/source-location.ts';
import { asFailure, Failure } from '../failure.ts';
import { parseBoolean } from '../inputs/inputs.ts';
import { readLinks } from '../inputs/links.ts';
import { type Proxies, readProxies } from '../inputs/proxies.ts';
import { readGitHubRun } from '../inputs/runner.ts';
import { systemClock } from '../lib/clock.ts';
import { parseJson } from '../lib/json.ts';
import { collectSecrets, type Secrets } from '../lib/secrets.ts';
import { cancelOnSignals, startGrace } from '../lib/signals.ts';
import { plainLine, truncate } from '../lib/text.ts';
import type { Outcome } from '../outcome/run-state.ts';
import type { Links } from '../report/links.ts';
import {
  defectLines,
  endingLines,
  failureLines,
  inspectLines,
  maxAnnotations,
  problemLines,
} from '../report/log.ts';
import { formatOutputs, formatPlan, largestMatrix, targetsLeftOut } from '../report/outputs.ts';
import { redactOutcome } from '../report/redact.ts';
import { formatSummary } from '../report/summary.ts';
import { run } from '../run.ts';
import { openLog } from './log.ts';
import { isInNestedCheckout, readWorkspaceFile } from './workspace-file.ts';

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
): Context {
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

/**
 * Reports an outcome on every channel, whatever becomes of the others. What is lost is a warning, but
 * for the outputs, which later steps and jobs act on: without them the step fails.
 */
async function report(
  outcome: Outcome,
  event: unknown,
  log: Log,
  cancelled: AbortSignal,
): Promise<void> {
  const links = linksOf(outcome, event);
  const summary = parseBoolean(core.getInput('summary')).value !== false;
  await attempt(
    () => logEnding(outcome, log),
    (problem) => log.warning(`The ending could not be logged: ${problem}`),
  );
  await attempt(
    () => setOutputs(outcome, log),
    (problem) => failForOutputs(problem, outcome),
  );
  await attempt(
    () => (summary ? writeSummary(outcome, links) : undefined),
    (problem) => log.warning(`The job summary could not be written: ${problem}`),
  );
  await attempt(
    () => writeComment(outcome, event, links, log, startGrace(cancelled)),
    (problem) => log.warning(`No comment: ${problem}`),
  );
}

async function attempt(
  write: () => void | Promise<void>,
  onLoss: (problem: string) => void,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    onLoss(error instanceof Failure ? error.message : String(error));
  }
}

function logEnding(outcome: Outcome, log: Log): void {
  log.lines(defectLines(outcome));
  if (outcome.failure) fail(outcome.failure, log);
  else log.lines(endingLines(outcome));
}

function setOutputs(outcome: Outcome, log: Log): void {
  const outputs = { ...formatOutputs(outcome), 'plan-path': keepPlan(outcome, log) };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  const left = targetsLeftOut(outcome);
  if (left > 0)
    log.warning(
      `The matrix output lacks ${left} targets: GitHub starts ${largestMatrix} jobs of one.`,
    );
  if (!outcome.failure) process.exitCode = 0;
}

async function writeSummary(outcome: Outcome, links: Links): Promise<void> {
  await core.summary.addRaw(formatSummary(outcome, links)).write();
}

function failForOutputs(problem: string, { reason }: Outcome): void {
  const lines = [
    `The outputs could not be written, so the step fails: ${problem}`,
    `The run itself ended with ${reason}, and what it did stands.`,
    'Likely cause: The disk of the runner is full, or the file that GITHUB_OUTPUT names is gone or cannot be written.',
    'Next step: Make the file writable, then run again: it reads the state first and repeats nothing that is there.',
  ];
  core.setFailed(lines.map((line) => truncate(plainLine(line), longestLine)).join('\n'));
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

async function writeComment(
  outcome: Outcome,
  event: unknown,
  links: Links,
  log: Log,
  cancelled: AbortSignal,
): Promise<void> {
  const { inputs } = outcome;
  if (!inputs?.comment) return;
  const { commentOnPlan } = await import('../github/comment-on-plan.ts');
  const clock = systemClock(cancelled);
  const world = { env: process.env, event, links, cancelled, clock, random: Math.random, log };
  await commentOnPlan(outcome, inputs, inputs.comment, world);
}

/** Fails the step, with annotations on the lines of a file that is to blame. */
function fail(failure: Failure, log: Log): void {
  const { problems } = failure;
  for (const problem of problems.slice(0, maxAnnotations)) {
    const { file, line: startLine, column: startColumn } = problem.place;
    core.error(truncate(plainLine(entryText(problem)), longestLine), {
      file,
      startLine,
      startColumn,
    });
  }
  log.lines(problemLines(problems.slice(maxAnnotations)));
  core.setFailed(
    failureLines(failure)
      .map((line) => truncate(plainLine(line), longestLine))
      .join('\n'),
  );
  core.debug(inspectLines(failure).map(plainLine).join('\n'));
}

async function runAndReport(secrets: Secrets): Promise<void> {
  // A process that ends before it has reported must not end green.
  process.exitCode = 1;
  const log = openLog(secrets.redact);
  const warnOfDefect = (error: unknown) => {
    log.warning(`Another error while the run was ending: ${asFailure(error).message}`);
    log.lines(inspectLines(error));
  };
  const cancelled = cancelOnSignals(warnOfDefect);
  // A GitHub-hosted runner has no instance role, and asking for one only costs time.
  if (process.env.RUNNER_ENVIRONMENT === 'github-hosted') {
    process.env.AWS_EC2_METADATA_DISABLED ??= 'true';
  }
  secrets.mask(core.getInput('github-token'));
  const proxies = setUpProxies(secrets);
  for (const text of proxies.warnings) log.warning(text);
  const event = readEvent(process.env.GITHUB_EVENT_PATH);
  const outcome = await run(buildWorld(cancelled, log, event, proxies.variables, secrets));
  cancelled.addEventListener('abort', () => {
    // A signal that comes now changes nothing.
    if (asFailure(cancelled.reason).reason === 'internal-error') warnOfDefect(cancelled.reason);
  });
  await report(redactOutcome(outcome, secrets.redact), event, log, cancelled);
}

/** Runs the step of a job and ends the process; it never rejects. */
export async function runAction(): Promise<void> {
  // Where nobody reads the log any more, outputs, summary and comment are still to come.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const secrets = collectSecrets(core.setSecret);
  try {
    await runAndReport(secrets);
  } catch (error) {
    core.setFailed(inspectLines(error).map(secrets.redact).map(plainLine).join('\n'));
  }
  // What a cancelled call left open must not keep the step alive.
  process.stdout.write('', () => process.exit());
}
