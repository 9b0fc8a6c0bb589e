import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of dist/ on a branch, as GitHub lists it: its name and the ID of its blob. */
export interface Committed {
  readonly name: string;
  readonly sha: string;
}

/** Changes of files, the input of GitHub's createCommitOnBranch. */
interface FileChanges {
  readonly additions: readonly { readonly path: string; readonly contents: string }[];
  readonly deletions: readonly { readonly path: string }[];
}

const allowedName = /^(?:[a-z][\w-]*\.js|licenses\.txt|package\.json)$/i;
const requiredNames = ['index.js', 'licenses.txt', 'package.json'];
const limits = { files: 100, bytes: 8 * 1024 * 1024 } as const;

/**
 * The files of an untrusted dist/, by name. Throws for anything that the build never writes: other names,
 * folders, links, too many or too large files, another package.json.
 */
export function readBuilt(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { withFileTypes: true });
  const unexpected = entries.filter((entry) => !entry.isFile() || !allowedName.test(entry.name));
  if (unexpected.length > 0) {
    const names = unexpected.slice(0, 5).map(({ name }) => JSON.stringify(name.slice(0, 80)));
    throw new Error(`The build has files that dist/ never has: ${names.join(', ')}.`);
  }
  if (entries.length > limits.files) throw new Error(`The build has ${entries.length} files.`);
  const files = new Map(entries.map(({ name }) => [name, readFileSync(join(folder, name))]));
  checkContents(files);
  return files;
}

function checkContents(files: ReadonlyMap<string, Buffer>): void {
  const missing = requiredNames.filter((name) => !files.has(name));
  if (missing.length > 0) throw new Error(`The build lacks ${missing.join(', ')}.`);
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  if (bytes > limits.bytes) throw new Error(`The build has ${bytes} bytes.`);
  const { type, ...more } = JSON.parse(String(files.get('package.json')));
  if (type !== 'module' || Object.keys(more).length > 0) {
    throw new Error('package.json of the build has keys other than "type": "module".');
  }
}

/** The changes that turn dist/ of a branch into the built files. */
export function changesOf(
  built: ReadonlyMap<string, Buffer>,
  committed: readonly Committed[],
): FileChanges {
  const ids = new Map(committed.map(({ name, sha }) => [name, sha]));
  const changed = [...built].filter(([name, contents]) => ids.get(name) !== blobId(contents));
  const gone = committed.filter(({ name }) => !built.has(name));
  return {
    additions: changed.map(([name, contents]) => ({
      path: `dist/${name}`,
      contents: contents.toString('base64'),
    })),
    deletions: gone.map(({ name }) => ({ path: `dist/${name}` })),
  };
}

/** The ID that git gives a file's contents (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). */
function blobId(contents: Buffer): string {
  return createHash('sha1').update(`blob ${contents.length}\0`).update(contents).digest('hex');
}
