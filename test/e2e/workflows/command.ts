import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logText, readKeyValues, readLog } from '../action/runner.ts';

/** A program of a step that is not this action. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** A folder for its command files. */
  readonly temp: string;
}

/** The results of a step for later steps. */
export interface Left {
  /** The inputs of this action, with its defaults. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** Variables for the steps to come. */
  readonly env: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The log with secrets masked. */
  readonly log: string;
  readonly masks: readonly string[];
}

/** Runs a program with the runner's command files and reads what it wrote into them. */
export async function runCommand({ program, args, cwd, env, temp }: Command): Promise<Left> {
  mkdirSync(temp, { recursive: true });
  const folder = mkdtempSync(join(temp, 'commands-'));
  const file = (name: string) => {
    writeFileSync(join(folder, name), '');
    return join(folder, name);
  };
  const files = {
    GITHUB_OUTPUT: file('output'),
    GITHUB_ENV: file('env'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_PATH: file('path'),
    GITHUB_STATE: file('state'),
  };
  const child = spawn(program, args, { cwd, env: { ...env, ...files } });
  let raw = '';
  const take = (chunk: Buffer) => {
    raw += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (readFileSync(files.GITHUB_PATH, 'utf8') !== '') {
    throw new Error('the executor does not know GITHUB_PATH');
  }
  const { printed, masks } = readLog(raw);
  return {
    exitCode,
    outputs: readKeyValues(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
    env: readKeyValues(readFileSync(files.GITHUB_ENV, 'utf8')),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    log: logText(printed),
    masks,
  };
}
