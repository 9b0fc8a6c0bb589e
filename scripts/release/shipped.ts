import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, wrong } from './finding.ts';

/** What users run, call or copy. The rest of the repository makes, tests or explains it. */
export const shippedRoots = [
  'action.yml',
  'dist',
  'bin',
  'package.json',
  'LICENSE',
  'schema',
  '.github/workflows/byoasn.yml',
  '.github/actions',
  'iam',
  'examples',
] as const;

/** Paths of the shipped files that git tracks, sorted, with forward slashes. */
export function shippedFiles(root: string): readonly string[] {
  const args = ['ls-files', '-z', '--', ...shippedRoots];
  const { status, stdout, error } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`git ls-files fails in ${root}.`);
  return stdout.split('\0').filter(Boolean).sort();
}

/** Roots of which git tracks nothing, and shipped files that are missing from the folder. */
export function checkShipped(root: string, files: readonly string[]): readonly Finding[] {
  const absent = shippedRoots.filter(
    (path) => !files.some((file) => file === path || file.startsWith(`${path}/`)),
  );
  const missing = files.filter((file) => !existsSync(join(root, file)));
  return [
    ...absent.map((path) => wrong(`Nothing to ship in ${path}: git tracks no such file.`)),
    ...missing.map((file) => wrong(`${file} is missing.`)),
  ];
}

/** SHA-256 of each file, in the form that `sha256sum --check` reads. */
export function formatChecksums(root: string, files: readonly string[]): string {
  return files.map((file) => `${sha256(join(root, file))}  ${file}\n`).join('');
}

/** SHA-256 of a file in hexadecimal digits. */
export function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
