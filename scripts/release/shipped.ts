import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, wrong } from './finding.ts';

/** Files that a release has as assets, in the folder of the release. */
export const assets = { checksums: 'checksums.txt', sbom: 'sbom.cdx.json' } as const;

/** The notes of the release, in the folder of the release. */
export const notesFile = 'notes.md';

/** Where a release is prepared, from the root of the repository. */
export function releaseFolder(root: string): string {
  return join(root, 'build', 'release');
}

/** What users run, call or copy: without one of these a release is broken. */
const needed = ['action.yml', 'route/', 'bin/', 'dist/', 'examples/', 'iam/', 'schema/', 'LICENSE'];

/**
 * Paths of the files in the archive of the commit that GitHub serves (.gitattributes), sorted, with
 * forward slashes.
 */
export function shippedFiles(root: string): readonly string[] {
  const listed = run(root, 'tar', ['-t'], run(root, 'git', ['archive', 'HEAD']));
  return listed
    .toString()
    .split('\n')
    .filter((path) => path !== '' && !path.endsWith('/'))
    .sort();
}

function run(root: string, command: string, args: readonly string[], input?: Buffer): Buffer {
  const maxBuffer = 256 * 1024 * 1024;
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    input,
    maxBuffer,
  });
  if (error) throw error;
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} ends with ${status} in ${root}: ${stderr}`);
}

/** What the archive lacks, and files of it that are missing from the folder. */
export function checkShipped(root: string, files: readonly string[]): readonly Finding[] {
  const absent = needed.filter((path) => !files.some((file) => file.startsWith(path)));
  const missing = files.filter((file) => !existsSync(join(root, file)));
  return [
    ...absent.map((path) => wrong(`Nothing to ship in ${path}: it is not in git archive.`)),
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
