import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkVersions } from './agreement.ts';
import { findEntry } from './changelog.ts';
import { checkCommit, headCommit } from './commit.ts';
import { checkDist } from './dist.ts';
import type { Finding } from './finding.ts';
import { assets, notesFile, releaseFolder } from './layout.ts';
import { checkSbom, makeSbom } from './sbom.ts';
import { checkShipped, formatChecksums, shippedFiles } from './shipped.ts';

/** What one step of the preparation did, and what it found in the way. */
export interface Step {
  readonly name: string;
  readonly done: string;
  readonly findings: readonly Finding[];
}

/**
 * Checks that `version` can be released under `tag` and writes what is released to build/release/,
 * anew. Yields each step once it is done; none is left out because an earlier one found something.
 */
export async function* prepare(
  root: string,
  tag: string,
  version: string,
): AsyncGenerator<Step, void> {
  const folder = releaseFolder(root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  yield versionStep(root, version);
  yield {
    name: 'commit',
    done: `${headCommit(root)}, tagged ${tag}, is on main`,
    findings: checkCommit(root, tag),
  };
  yield {
    name: 'dist',
    done: 'dist/ is what src/ builds',
    findings: await checkDist(root),
  };
  yield checksumStep(root);
  yield sbomStep(root);
  yield notesStep(root, version);
}

function versionStep(root: string, version: string): Step {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const stated = {
    package: read('package.json'),
    lock: read('package-lock.json'),
    changelog: read('CHANGELOG.md'),
  };
  return {
    name: 'version',
    done: `package.json, package-lock.json and CHANGELOG.md say ${version}`,
    findings: checkVersions(version, stated),
  };
}

function checksumStep(root: string): Step {
  const files = shippedFiles(root);
  const findings = checkShipped(root, files);
  const path = join(releaseFolder(root), assets.checksums);
  if (findings.length === 0) writeFileSync(path, formatChecksums(root, files));
  return {
    name: 'checksums',
    done: `${files.length} files in ${relative(root, path)}`,
    findings,
  };
}

function sbomStep(root: string): Step {
  const sbom = makeSbom(root);
  const path = join(releaseFolder(root), assets.sbom);
  writeFileSync(path, `${JSON.stringify(sbom, null, 2)}\n`);
  return {
    name: 'sbom',
    done: `${sbom.components.length} packages in ${relative(root, path)}`,
    findings: checkSbom(sbom, readFileSync(join(root, 'dist', 'licenses.txt'), 'utf8')),
  };
}

/** The version step has said it where there is no entry. */
function notesStep(root: string, version: string): Step {
  const path = join(releaseFolder(root), notesFile);
  const notes = findEntry(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version)?.notes ?? '';
  writeFileSync(path, notes);
  const lines = notes.split('\n').filter(Boolean).length;
  return { name: 'notes', done: `${lines} lines in ${relative(root, path)}`, findings: [] };
}
