import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { toolEnvironment } from '../tools.ts';
import { root, type WorkflowText } from './documents.ts';

/** Calls `use` with workflows as files, and with a function from path to workflow name. */
export async function withFiles<T>(
  workflows: readonly WorkflowText[],
  use: (paths: readonly string[], nameOf: (path: string) => string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-lint-'));
  try {
    const paths = workflows.map(({ text }, index) => {
      const path = join(folder, `${index}.yml`);
      writeFileSync(path, text);
      return path;
    });
    return await use(paths, (path) => workflows[Number.parseInt(basename(path), 10)]?.name ?? path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What a checker prints, run at the root of the repository. `findings` is the exit status by which it
 * says that it found something; any other than 0 says that it could not check, and is thrown.
 */
export async function printed(
  program: string,
  args: readonly string[],
  findings: number,
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      cwd: root,
      env: toolEnvironment(),
      maxBuffer: 16 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stdout' in error)) throw error;
    if (error.code !== findings || typeof error.stdout !== 'string') throw error;
    return error.stdout;
  }
}
