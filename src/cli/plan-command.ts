import { existsSync } from 'node:fs';
import { readConfigFile, refusePath } from '../config/read-file.ts';
import { plainJson } from '../lib/text.ts';
import { formatResult } from '../report/outputs.ts';
import { redactOutcome } from '../report/redact.ts';
import { run } from '../run.ts';
import type { PlanCommand } from './arguments.ts';
import { buildTerminalWorld } from './context.ts';
import { statusOfFailure, statusOfPlan } from './exit-code.ts';
import { formatFailure, formatPlanPage, problemsInPlan } from './format-plan.ts';
import type { Screen } from './output.ts';

/** What the inputs are that no option gives: those of a dry run that reports to nobody else. */
const standard: Readonly<Record<string, string>> = {
  'dry-run': 'true',
  'permission-check': 'false',
  'expected-plan': 'any',
  'fail-fast': 'true',
  wait: 'true',
  'allow-special-use': 'false',
  summary: 'false',
  comment: 'false',
};

/** Makes a plan and prints it; gives the exit status. `ofSignal` is the status that a signal asks for. */
export async function plan(
  command: PlanCommand,
  screen: Screen,
  ofSignal: () => number | undefined,
): Promise<number> {
  const inputs = { ...standard, ...command.inputs };
  const ended = await run({
    ...buildTerminalWorld(screen, command),
    readInput: (name) => inputs[name] ?? '',
    readFile,
  });
  const outcome = redactOutcome(ended, screen.redact);
  const { failure } = outcome;
  const json = command.form === 'json';
  screen.out.print(
    json
      ? [plainJson(formatResult(outcome, Number.POSITIVE_INFINITY))]
      : formatPlanPage(outcome, screen.out),
  );
  if (!failure) return statusOfPlan(outcome, command.exitCode);
  screen.err.print(formatFailure(failure, json ? [] : problemsInPlan(outcome), screen.err));
  return statusOfFailure(failure, ofSignal());
}

/** A file from anywhere: a person may read what a workflow must not. */
function readFile(path: string): string {
  if (existsSync(path)) return readConfigFile(path, path);
  const next = `Give its path in full, or from the current folder, ${process.cwd()}.`;
  throw refusePath(path, 'does not exist', { next });
}
