import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** An action.yml as the runner reads it. */
export interface ActionMetadata {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** The path of the program that it starts. */
  readonly main: string;
}

/** The action for associations, and that for routes. */
export const action = readAction('.');
export const routeAction = readAction('route');

function readAction(folder: string): ActionMetadata {
  const path = join(import.meta.dirname, '..', '..', '..', folder);
  const { inputs, outputs, runs } = parse(readFileSync(join(path, 'action.yml'), 'utf8'));
  return { inputs, outputs, main: join(path, runs.main) };
}

/** Outputs that only the entry of the action knows. */
export const setByTheEntry: readonly string[] = ['plan-path', 'comment-url'];

/** What the runner sets for a step, and the files that it reads afterwards. */
export interface StepEnvironment {
  readonly env: Readonly<Record<string, string>>;
  /** The folder that the repository is checked out to. */
  readonly workspace: string;
  readonly output: string;
  readonly summary: string;
}

/** What a step is given. */
export interface GivenStep {
  readonly with: Readonly<Record<string, string>>;
  /** The event's payload. */
  readonly event?: unknown;
  /** Files of the workspace by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  /** Default: the action for associations. */
  readonly action?: ActionMetadata;
}

/**
 * Prepares a step in an empty folder: a workspace with files, the command files, the event's payload, the default variables
 * of a run on `main`, and one `INPUT_` variable an input. Nothing of this machine's AWS or GitHub
 * settings comes in.
 */
export function prepareStep(folder: string, given: GivenStep): StepEnvironment {
  const { event = {}, files = {}, action: used = action } = given;
  const file = (name: string, content = '') => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const workspace = join(folder, 'workspace');
  const temp = join(folder, 'temp');
  for (const made of [workspace, temp]) mkdirSync(made);
  for (const [name, content] of Object.entries(files)) file(join('workspace', name), content);
  const output = file('output');
  const summary = file('summary');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
    GITHUB_STATE: file('state'),
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_ACTOR: 'octocat',
    GITHUB_REPOSITORY: 'octo-org/prefixes',
    GITHUB_RUN_ID: '1234567890',
    GITHUB_RUN_ATTEMPT: '1',
    RUNNER_ENVIRONMENT: 'github-hosted',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    ...inputVariables(used, given.with),
  };
  return { env, workspace, output, summary };
}

/** `INPUT_` and the name in upper case, spaces as underscores, hyphens kept. */
function inputVariables(
  { inputs }: ActionMetadata,
  given: GivenStep['with'],
): Record<string, string> {
  const defaults = Object.entries(inputs).map(([name, input]) => [name, input.default ?? '']);
  const values: Record<string, string> = { ...Object.fromEntries(defaults), ...given };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}
