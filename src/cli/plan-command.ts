import { existsSync } from 'node:fs';
import { associations } from '../associations.ts';
import { readConfigFile, refusePath } from '../config/read-file.ts';
import { plainJson } from '../lib/text.ts';
import { formatResult } from '../report/outputs.ts';
import { redactOutcome } from '../report/redact.ts';
import { run } from '../run.ts';
import type { PlanCommand } from './arguments.ts';
import { createContext } from './context.ts';
import { statusOfFailure, statusOfPlan } from './exit-code.ts';
import { formatFailure, formatPlanPage, problemsInPlan } from './format-plan.ts';
import type { Terminal } from './output.ts';

/** Inputs without an option, or with another default: those of a dry run without reports. */
export const dryRunInputs: Readonly<Record<string, string>> = {
  'dry-run': 'true',
  'permission-check': 'false',
  'expected-plan': 'any',
  'fail-fast': 'true',
  wait: 'true',
  'allow-special-use': 'false',
  'all-cidrs': 'false',
  'allow-remove': 'false',
  'role-chaining': 'false',
  'session-policy': 'true',
  summary: 'false',
  comment: 'false',
};

/** Makes a plan, prints it and returns the exit status. */
export async function plan(
  command: PlanCommand,
  terminal: Terminal,
  signalStatus: () => number | undefined,
): Promise<number> {
  const inputs = { ...dryRunInputs, ...command.inputs };
  const context = {
    ...createContext(terminal, command),
    readInput: (name: string) => inputs[name] ?? '',
    readFile,
  };
  const result = await run(context, associations);
  const outcome = redactOutcome(result, terminal.redact);
  const { failure } = outcome;
  const json = command.form === 'json';
  terminal.out.print(
    json
      ? [plainJson(formatResult(outcome, Number.POSITIVE_INFINITY))]
      : formatPlanPage(outcome, terminal.out),
  );
  if (!failure) return statusOfPlan(outcome, command.exitCode);
  terminal.err.print(formatFailure(failure, json ? [] : problemsInPlan(outcome), terminal.err));
  return statusOfFailure(failure, signalStatus());
}

/** Reads a file from anywhere: unlike a workflow, a person may leave the current folder. */
export function readFile(path: string): string {
  if (existsSync(path)) return readConfigFile(path, path);
  const next = `Use a full path, or one relative to the current folder, ${process.cwd()}.`;
  throw refusePath(path, 'does not exist', { next });
}
