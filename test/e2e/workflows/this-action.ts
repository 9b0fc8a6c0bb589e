import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { runStep } from '../action/runner.ts';
import type { Left } from './command.ts';
import { evaluateExpression, type Scope, textOf } from './expression.ts';
import type { JobFolder } from './job-folder.ts';

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string };
}

/** Every example has documentation values, which the action refuses by default. */
const allowDocumentationValues = { 'allow-special-use': 'true' };

/**
 * Runs this action as its metadata says: the program in its own process, on a copy of the workspace.
 * The file of its plan is kept for the steps to come. Throws for an input that the metadata does not have.
 */
export async function runThisAction(
  metadata: string,
  given: Readonly<Record<string, string>>,
  scope: Scope,
  { workspace, temp, env, event }: JobFolder,
): Promise<Left> {
  const { inputs, runs }: Metadata = parse(readFileSync(metadata, 'utf8'));
  const unknown = Object.keys(given).find((name) => !(name in inputs));
  if (unknown !== undefined) throw new Error(`${unknown} is no input of the action`);
  const inputsOf = { ...defaultsOf(inputs, scope), ...allowDocumentationValues, ...given };
  const { outputs, planFile, planPage, ...step } = await runStep({
    program: resolve(dirname(metadata), runs.main),
    with: inputsOf,
    env,
    event: event.payload,
    arrange: (folder) => cpSync(workspace, folder, { recursive: true }),
  });
  const planPath = planFile === '' ? '' : keepPlan(temp, planFile, planPage);
  return { ...step, inputs: inputsOf, env: {}, outputs: { ...outputs, 'plan-path': planPath } };
}

/** Keeps the step's plan files in their own folder, and returns the path of the plan. */
function keepPlan(temp: string, plan: string, page: string): string {
  const folder = mkdtempSync(join(temp, 'byoasn-'));
  writeFileSync(join(folder, 'plan.md'), page);
  writeFileSync(join(folder, 'plan.json'), plan);
  return join(folder, 'plan.json');
}

function defaultsOf(inputs: Metadata['inputs'], scope: Scope): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { default: text = '' }]) => {
      const [, expression] = /^\$\{\{(.*)\}\}$/.exec(text) ?? [];
      return [
        name,
        expression === undefined ? text : textOf(evaluateExpression(expression.trim(), scope)),
      ];
    }),
  );
}
