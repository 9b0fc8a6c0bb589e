import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import type { Transport } from '../aws/transport.ts';
import type { Log } from '../context.ts';
import { Failure } from '../failure.ts';
import { type Links, readLinks } from '../inputs/links.ts';
import { parseBoolean } from '../inputs/parsers.ts';
import { systemClock } from '../lib/clock.ts';
import type { Environment } from '../lib/environment.ts';
import { startGrace } from '../lib/signals.ts';
import { entryText, problemText } from '../lib/source-location.ts';
import { plainLine, truncate } from '../lib/text.ts';
import type { Outcome } from '../outcome/run-state.ts';
import {
  defectLines,
  failureLines,
  inspectLines,
  maxAnnotations,
  resultLines,
} from '../report/log.ts';
import { formatComment, formatSummary } from '../report/markdown-page.ts';
import {
  formatOutputs,
  formatRouteOutputs,
  largestMatrix,
  targetsLeftOut,
} from '../report/outputs.ts';
import { formatPlan } from '../report/result.ts';
import { isInNestedCheckout } from './workspace-file.ts';

/** What reports need besides the outcome. */
interface ReportContext {
  readonly env: Environment;
  readonly workspace: string;
  /** The event's payload, any JSON value. */
  readonly event: unknown;
  readonly log: Log;
  /** Aborts when the run is cancelled; the reports still have a few seconds then. */
  readonly cancelled: AbortSignal;
  readonly transport: Transport;
}

// EC2's encoded authorization messages, which are useless when cut, have up to 10,240 characters.
const maxLineLength = 12_000;

/**
 * Reports an outcome on every channel, even if another channel fails. A failure is a warning, except
 * for the outputs, on which later steps and jobs depend: without them the step fails. The URL of the
 * comment is known last, so it is not part of the outcome.
 */
export async function report(outcome: Outcome, context: ReportContext): Promise<void> {
  const { log } = context;
  const links = linksOf(outcome, context);
  const warn = (text: string) => (problem: string) => log.warning(`${text}: ${problem}`);
  await attempt(() => logResult(outcome, links, log), warn('The result could not be logged'));
  await attempt(
    () => setOutputs(outcome, links, log),
    (problem) => failForOutputs(problem, outcome),
  );
  const approvers = await attempt(
    () => findApprovers(outcome, context),
    (problem) => log.line(`the approvers are not known: ${problem}`),
  );
  const pageLinks = { ...links, approvers: approvers ?? [] };
  await attempt(
    () => writeSummary(outcome, pageLinks, context.env),
    warn('The job summary could not be written'),
  );
  const url = await attempt(() => writeComment(outcome, pageLinks, context), warn('No comment'));
  await attempt(
    () => core.setOutput('comment-url', url ?? ''),
    warn('The output comment-url could not be written'),
  );
}

/** The result of a task; undefined if it throws. */
async function attempt<T>(
  task: () => T | Promise<T>,
  onFailure: (problem: string) => void,
): Promise<T | undefined> {
  try {
    return await task();
  } catch (error) {
    onFailure(error instanceof Failure ? error.message : String(error));
    return undefined;
  }
}

function logResult(outcome: Outcome, links: Links, log: Log): void {
  log.lines(defectLines(outcome));
  if (outcome.failure) failStep(outcome.failure, log);
  else log.lines(resultLines(outcome, links));
}

/** Fails the step, with annotations on the lines of the file that have problems. */
function failStep(failure: Failure, log: Log): void {
  const { problems } = failure;
  for (const problem of problems.slice(0, maxAnnotations)) {
    const { file, line: startLine, column: startColumn } = problem.location;
    core.error(errorText([entryText(problem)]), { file, startLine, startColumn });
  }
  log.lines(problems.slice(maxAnnotations).map(problemText));
  core.setFailed(errorText(failureLines(failure)));
  core.debug(inspectLines(failure).map(plainLine).join('\n'));
}

function errorText(lines: readonly string[]): string {
  return lines.map((line) => truncate(plainLine(line), maxLineLength)).join('\n');
}

function setOutputs(outcome: Outcome, links: Links, log: Log): void {
  const format = outcome.action === 'routes' ? formatRouteOutputs : formatOutputs;
  const outputs = { ...format(outcome, links), 'plan-path': writePlan(outcome, links, log) };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  const count = targetsLeftOut(outcome);
  if (count > 0) {
    log.warning(
      `${count} targets were left out of the matrix output: GitHub runs at most ${largestMatrix} jobs per matrix.`,
    );
  }
  if (!outcome.failure) process.exitCode = 0;
}

/**
 * Writes the plan of a config file and its page for people to the runner's temporary folder. Returns
 * the path of the plan, empty for none.
 */
function writePlan(outcome: Outcome, links: Links, log: Log): string {
  const { plan, inputs } = outcome;
  if (!plan || inputs?.source.form !== 'file') return '';
  try {
    const folder = mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), 'byoasn-'));
    writeFileSync(join(folder, 'plan.json'), `${formatPlan(plan)}\n`);
    writeFileSync(join(folder, 'plan.md'), formatSummary(outcome, links));
    return join(folder, 'plan.json');
  } catch (error) {
    log.warning(`The plan could not be written to a file: ${String(error)}`);
    return '';
  }
}

function failForOutputs(problem: string, { reason }: Outcome): void {
  core.setFailed(
    errorText([
      `The step fails because its outputs could not be written: ${problem}`,
      `The run itself ended with ${reason}; any changes that it made are in place.`,
      "Likely cause: The runner's disk is full, or the file in GITHUB_OUTPUT is missing or not writable.",
      'Next step: Make the file writable, then run again. The run reads the state first and repeats no change.',
    ]),
  );
}

/** The approvers of an apply, if the workflow names its environment and gives a token. */
async function findApprovers({ inputs }: Outcome, context: ReportContext) {
  const token = core.getInput('github-token');
  if (inputs?.mode !== 'apply' || inputs.environment === undefined || token === '') return [];
  const { readApprovals } = await import('../github/read-approvals.ts');
  return readApprovals(
    { environment: inputs.environment, token },
    { ...context, clock: systemClock(context.cancelled), random: Math.random },
  );
}

/** Writes the summary unless it is turned off, ten times as fast as core.summary. */
function writeSummary(
  outcome: Outcome,
  links: Links,
  { GITHUB_STEP_SUMMARY: path }: Environment,
): void {
  // Without valid inputs there are no Inputs, but the summary may still be turned off.
  const isOn = outcome.inputs?.summary ?? parseBoolean(core.getInput('summary')).value !== false;
  if (!isOn) return;
  if (!path) throw new Error('GITHUB_STEP_SUMMARY is not set');
  appendFileSync(path, formatSummary(outcome, links));
}

/** Returns the URL of the comment, empty for none. */
async function writeComment(
  outcome: Outcome,
  links: Links,
  context: ReportContext,
): Promise<string> {
  const { inputs } = outcome;
  if (!inputs?.comment) return '';
  const { commentOnPlan } = await import('../github/comment-on-plan.ts');
  const cancelled = startGrace(context.cancelled);
  const format = (room: number) => formatComment(outcome, room, links);
  return commentOnPlan(
    { outcome, inputs, comment: inputs.comment, format },
    { ...context, cancelled, clock: systemClock(cancelled), random: Math.random },
  );
}

/** What reports link to; a file of a nested checkout has no page in this repository. */
function linksOf({ inputs }: Outcome, { env, event, workspace }: ReportContext): Links {
  const links = readLinks(env, event);
  const path = inputs?.source.form === 'file' ? inputs.source.path : '';
  return isInNestedCheckout(workspace, path) ? { ...links, files: undefined } : links;
}
