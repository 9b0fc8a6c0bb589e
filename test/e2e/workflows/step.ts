import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Left, runCommand } from './command.ts';
import { commitChange, writeFiles } from './commits.ts';
import { evaluate, type Scope, textOf } from './expression.ts';
import type { JobFolder } from './job-folder.ts';
import { runThisAction } from './this-action.ts';
import { entriesOf, literal, type Step } from './workflow.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The metadata of the actions of this repository, by what uses them. */
const ownActions: Readonly<Record<string, string>> = {
  'OWNER/associate-ipam-byoasn': 'action.yml',
  'OWNER/associate-ipam-byoasn/route': 'route/action.yml',
  '$/.github/actions/byoasn': '.github/actions/byoasn/action.yml',
  '$/route': 'route/action.yml',
};

/** The result of a step that does nothing. */
export const nothing: Left = { exitCode: 0, outputs: {}, env: {}, summary: '', log: '', masks: [] };

/** Runs one step whose condition holds. Throws for an action or shell that the executor does not know. */
export async function performStep(step: Step, scope: Scope, location: JobFolder): Promise<Left> {
  const here = { ...location, env: { ...location.env, ...textsOf(step.env, scope) } };
  if (step.run !== undefined) return runScript(step, scope, here);
  const uses = textOf(literal(step.uses));
  const inputs = textsOf(step.with, scope);
  const [action = ''] = uses.split('@');
  const metadata = ownActions[action];
  if (metadata !== undefined) return runThisAction(join(root, metadata), inputs, scope, here);
  switch (action) {
    case 'actions/checkout':
      return checkOut(inputs, here);
    case 'aws-actions/configure-aws-credentials':
      return runStandIn('configure-aws-credentials', inputs, here);
    case 'actions/upload-artifact':
      return runStandIn('upload-artifact', inputs, here);
    default:
      throw new Error(`the executor does not know the action ${uses}`);
  }
}

/** A mapping of texts once its expressions are evaluated; empty where there is none. */
export function textsOf(token: Step['env'], scope: Scope): Record<string, string> {
  return Object.fromEntries(
    entriesOf(token).map(([name, value]) => [name, textOf(evaluate(value, scope))]),
  );
}

const shells: Readonly<Record<string, readonly string[]>> = {
  '': ['-e'],
  bash: ['--noprofile', '--norc', '-eo', 'pipefail'],
};

async function runScript(step: Step, scope: Scope, location: JobFolder): Promise<Left> {
  const shell = textOf(literal(step.shell));
  const options = shells[shell];
  if (options === undefined) throw new Error(`the executor does not know the shell ${shell}`);
  const script = join(location.temp, 'script.sh');
  writeFileSync(script, step.run === undefined ? '' : textOf(evaluate(step.run, scope)));
  return runProgram('bash', [...options, script], location);
}

function runProgram(
  program: string,
  args: readonly string[],
  { workspace, temp, env }: JobFolder,
): Promise<Left> {
  const folders = { HOME: temp, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp };
  const variables = { PATH: process.env.PATH ?? '', ...folders, ...env };
  return runCommand({ program, args, cwd: workspace, temp, env: variables });
}

/** Runs the stand-in for a third-party action. Throws for an unknown input. */
function runStandIn(
  folder: string,
  given: Readonly<Record<string, string>>,
  location: JobFolder,
): Promise<Left> {
  const path = join(import.meta.dirname, folder);
  const { inputs } = parse(readFileSync(join(path, 'action.yml'), 'utf8'));
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(inputs, name));
  if (unknown !== undefined) throw new Error(`the executor does not know ${folder}'s ${unknown}`);
  const variables = Object.entries(given).map(([name, text]) => [
    `INPUT_${name.toUpperCase()}`,
    text,
  ]);
  const env = { ...location.env, ...Object.fromEntries(variables) };
  return runProgram(process.execPath, [join(path, 'index.mjs')], { ...location, env });
}

/** Fills the workspace, which takes `contents: read` and no token that stays behind. */
function checkOut(
  inputs: Readonly<Record<string, string>>,
  { workspace, files, permissions, event }: JobFolder,
): Left {
  const { 'persist-credentials': persist, 'fetch-depth': depth = '1', ...others } = inputs;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) throw new Error(`the executor does not know checkout's ${unknown}`);
  if (persist !== 'false') throw new Error('the checkout leaves its token in the workspace');
  if ((permissions.contents ?? 'none') === 'none') {
    return { ...nothing, exitCode: 1, log: 'repository not found: no contents: read' };
  }
  writeFiles(workspace, files);
  if (depth !== '1') commitChange(workspace, files, event.changed);
  return nothing;
}
