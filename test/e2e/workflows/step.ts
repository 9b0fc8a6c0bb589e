import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Left, runCommand } from './command.ts';
import { commitChange, writeFiles } from './commits.ts';
import { evaluate, type Scope, textOf } from './expression.ts';
import type { JobFolder } from './job-folder.ts';
import { runThisAction } from './this-action.ts';
import { entriesOf, literal, type Step } from './workflow.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const credentialsProgram = join(import.meta.dirname, 'configure-aws-credentials', 'index.mjs');

/** What a step leaves that does nothing. */
export const nothing: Left = { exitCode: 0, outputs: {}, env: {}, summary: '', log: '', masks: [] };

/** Runs one step whose condition holds. Throws for an action or shell that the executor does not know. */
export async function performStep(step: Step, scope: Scope, location: JobFolder): Promise<Left> {
  const here = { ...location, env: { ...location.env, ...textsOf(step.env, scope) } };
  if (step.run !== undefined) return runScript(step, scope, here);
  const uses = textOf(literal(step.uses));
  const inputs = textsOf(step.with, scope);
  switch (uses.split('@')[0]) {
    case 'OWNER/associate-ipam-byoasn':
      return runThisAction(join(root, 'action.yml'), inputs, scope, here);
    case '$/.github/actions/byoasn':
      return runThisAction(join(root, uses.slice(2), 'action.yml'), inputs, scope, here);
    case 'actions/checkout':
      return checkOut(inputs, here);
    case 'aws-actions/configure-aws-credentials':
      return runProgram(process.execPath, [credentialsProgram], {
        ...here,
        env: withInputs(here.env, inputs),
      });
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

function withInputs(
  env: JobFolder['env'],
  inputs: Readonly<Record<string, string>>,
): JobFolder['env'] {
  const variables = Object.entries(inputs).map(([name, text]) => [
    `INPUT_${name.toUpperCase()}`,
    text,
  ]);
  return { ...env, ...Object.fromEntries(variables) };
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
