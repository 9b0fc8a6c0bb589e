import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toolEnvironment } from '../../repo/tools.ts';

/** Writes files by their paths. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * Makes a repository of the folder, which has the files: a base, and a commit that differs from it in the
 * changed paths. Gives the hash of that commit.
 */
export function commitChange(
  folder: string,
  files: Readonly<Record<string, string>>,
  changed: readonly string[],
): string {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: folder, stdio: 'pipe', env: gitEnvironment }).toString();
  const commit = (message: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', message);
  };
  git('init', '--quiet', '--initial-branch', 'main');
  writeFiles(folder, Object.fromEntries(changed.map((path) => [path, 'before\n'])));
  commit('base');
  for (const path of changed) rmSync(join(folder, path));
  writeFiles(folder, files);
  commit('prefixes');
  return git('rev-parse', 'HEAD').trim();
}

const octocat = { NAME: 'octocat', EMAIL: 'octocat@example.com' };
const gitEnvironment = {
  ...toolEnvironment(),
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(octocat).map(([key, value]) => [`GIT_${role}_${key}`, value]),
    ),
  ),
};
