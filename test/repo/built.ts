import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const stamp = join(root, 'build', 'dist.sha256');

/** Everything that dist/ is built from, and dist/ itself. */
const files = ['src/**/*.ts', 'scripts/{build,licenses}.ts', 'package-lock.json', 'dist/*.*'];

/** Tests run dist/: it is built before the first of them. */
export function setup(): void {
  buildDist();
}

/** Builds dist/, unless the last build was of the same files. */
export function buildDist(): void {
  if (readStamp() === digest()) return;
  const build = [join('scripts', 'build.ts')];
  const { status } = spawnSync(process.execPath, build, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('dist/ cannot be built from src/; the reason stands above');
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(stamp, digest());
}

function digest(): string {
  const hash = createHash('sha256');
  for (const path of globSync(files, { cwd: root }).sort()) {
    hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}
