import { existsSync } from 'node:fs';
import { associations } from '../associations.ts';
import { loadTargets, type ReadFile, readConfigFile, refusePath } from '../config/load.ts';
import { countNoun, plainJson } from '../lib/text.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { redactOutcome } from '../report/redact.ts';
import { formatResult } from '../report/result.ts';
import { run } from '../run.ts';
import type { PlanCommand } from './arguments.ts';
import { createContext } from './context.ts';
import { statusOfFailure, statusOfPlan } from './exit-code.ts';
import { formatFailure, formatPlanPage, problemsInPlan } from './format-plan.ts';
import type { Terminal } from './output.ts';

/** The inputs of a dry run without reports, where they have no option or another default. */
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
  const readOnce = createFileReader();
  const context = {
    ...createContext(terminal, command),
    readInput: (name: string) => inputs[name] ?? '',
    readFile: readOnce,
  };
  const result =
    command.action === 'routes'
      ? await run(context, (await import('../routes/routes.ts')).routes)
      : await run(context, associations);
  const outcome = redactOutcome(result, terminal.redact);
  const { failure } = outcome;
  const json = command.form === 'json';
  terminal.out.print(
    json
      ? [plainJson(formatResult(outcome, Number.POSITIVE_INFINITY))]
      : [...formatPlanPage(outcome, terminal.out), ...(await routesNote(outcome, readOnce))],
  );
  if (!failure) return statusOfPlan(outcome, command.exitCode);
  terminal.err.print(formatFailure(failure, json ? [] : problemsInPlan(outcome), terminal.err));
  return statusOfFailure(failure, signalStatus());
}

/** After a plan of associations, mentions the routes of the file. */
async function routesNote(
  { action, plan, inputs }: Outcome,
  readOnce: ReadFile,
): Promise<readonly string[]> {
  if (action === 'routes' || !plan || inputs?.source.form !== 'file') return [];
  const targets = await loadTargets(inputs, readOnce);
  const count = targets.reduce((sum, { routes = [] }) => sum + routes.length, 0);
  if (count === 0) return [];
  return [`The file also has ${countNoun(count, 'route')}, which --routes plans.`];
}

/** Reads each file once, so that everything printed is about the text that was planned. */
function createFileReader(): ReadFile {
  const texts = new Map<string, string>();
  return (path) => {
    const text = texts.get(path) ?? readFile(path);
    texts.set(path, text);
    return text;
  };
}

/** Reads a file anywhere: unlike a workflow, a person may use files outside of the current folder. */
export function readFile(path: string): string {
  if (existsSync(path)) return readConfigFile(path, path);
  const next = `Use a full path, or one relative to the current folder, ${process.cwd()}.`;
  throw refusePath(path, 'does not exist', { next });
}
