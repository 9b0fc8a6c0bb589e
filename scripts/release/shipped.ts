import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, wrong } from './finding.ts';

/** The assets of a release, in its folder. */
export const assets = { checksums: 'checksums.txt', sbom: 'sbom.cdx.json' } as const;

/** The notes of a release, in its folder. */
export const notesFile = 'notes.md';

/** The folder of a release. */
export function releaseFolder(root: string): string {
  return join(root, 'build', 'release');
}

/** The files that users run, call or copy: without one, a release is broken. */
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

/** Needed files that the archive lacks, and files of the archive that do not exist. */
export function checkShipped(root: string, files: readonly string[]): readonly Finding[] {
  const absent = needed.filter((path) => !files.some((file) => file.startsWith(path)));
  const missing = files.filter((file) => !existsSync(join(root, file)));
  return [
    ...absent.map((path) => wrong(`Nothing to ship in ${path}: it is not in git archive.`)),
    ...missing.map((file) => wrong(`${file} is missing.`)),
  ];
}

/** SHA-256 of each file, for `sha256sum --check`. */
export function formatChecksums(root: string, files: readonly string[]): string {
  return files.map((file) => `${sha256(join(root, file))}  ${file}\n`).join('');
}

/** SHA-256 of a file, in hexadecimal. */
export function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
