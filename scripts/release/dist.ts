import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, differences } from '../build.ts';
import { type Finding, wrong } from './finding.ts';

/** Builds from src/ into a folder of its own, and tells which files of dist/ are others. */
export async function checkDist(root: string): Promise<readonly Finding[]> {
  const fresh = mkdtempSync(join(tmpdir(), 'byoasn-release-'));
  try {
    await build(fresh);
    const stale = differences(join(root, 'dist'), fresh);
    if (stale.length === 0) return [];
    return [wrong(`dist/ is not what src/ builds: ${stale.join(', ')}. Run: npm run dist`)];
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
