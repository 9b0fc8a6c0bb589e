import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { staleFiles } from '../build.ts';
import { checkVersions, findEntry } from './agreement.ts';
import { checkCommit, headCommit } from './commit.ts';
import { type Finding, wrong } from './finding.ts';
import { checkReferences } from './references.ts';
import { checkSbom, makeSbom } from './sbom.ts';
import {
  assets,
  checkShipped,
  formatChecksums,
  notesFile,
  releaseFolder,
  shippedFiles,
} from './shipped.ts';

/** A step of the preparation, with its result and its findings. */
interface Step {
  readonly name: string;
  readonly done: string;
  readonly findings: readonly Finding[];
}

/**
 * Checks that the version of `tag` (v1.2.3) can be released, and writes the files of the release to
 * build/release/. Yields each step when it is done, also after a step with findings.
 */
export async function* prepare(root: string, tag: string): AsyncGenerator<Step, void> {
  const version = tag.slice(1);
  const folder = releaseFolder(root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  yield versionStep(root, version);
  yield {
    name: 'commit',
    done: `${headCommit(root)}, tagged ${tag}, is on main`,
    findings: checkCommit(root, tag),
  };
  yield await distStep();
  yield checksumStep(root);
  yield sbomStep(root);
  yield notesStep(root, version);
}

function versionStep(root: string, version: string): Step {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const versions = {
    package: read('package.json'),
    lock: read('package-lock.json'),
    changelog: read('CHANGELOG.md'),
  };
  return {
    name: 'version',
    done: `package.json, package-lock.json, CHANGELOG.md, pages and examples say ${version}`,
    findings: [...checkVersions(version, versions), ...checkReferences(root, version)],
  };
}

async function distStep(): Promise<Step> {
  const done = 'dist/ matches src/';
  const stale = await staleFiles();
  const text = `dist/ does not match src/: ${stale.join(', ')}. Run: npm run dist`;
  return { name: 'dist', done, findings: stale.length === 0 ? [] : [wrong(text)] };
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

/** The version step reports a missing entry. */
function notesStep(root: string, version: string): Step {
  const path = join(releaseFolder(root), notesFile);
  const notes = findEntry(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version)?.notes ?? '';
  writeFileSync(path, notes);
  const lines = notes.split('\n').filter(Boolean).length;
  return { name: 'notes', done: `${lines} lines in ${relative(root, path)}`, findings: [] };
}
