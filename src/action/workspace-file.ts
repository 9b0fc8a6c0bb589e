import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfigFile, refusePath } from '../config/load.ts';
import { isOutside, realPath } from '../lib/paths.ts';

const fromRoot = 'Use the path of a file in the workspace, relative to its root.';
const checkOut =
  'Check out the repository first (actions/checkout), and use a path relative to its root.';

/**
 * The text of a file in the workspace. Throws Failure `invalid-input` for a path that leaves the
 * workspace, also through links, and for files that `readConfigFile` refuses.
 */
export function readWorkspaceFile(workspace: string, path: string): string {
  const real = realPath(resolve(workspace, path));
  if (real === undefined) {
    throw refusePath(path, 'does not exist in the workspace', { next: checkOut });
  }
  // Reports make links and annotations from the name, so it must not leave the workspace either.
  const isNameOutside = isOutside(workspace, resolve(workspace, path));
  if (isNameOutside || isOutside(realPath(workspace) ?? workspace, real)) {
    throw refusePath(path, 'leads out of the workspace', { next: fromRoot });
  }
  return readConfigFile(real, path);
}

/**
 * Whether a file is in a checkout below the root of the workspace (the input `path` of
 * actions/checkout), so that it has another path in its repository.
 */
export function isInNestedCheckout(workspace: string, path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.some((_, index) =>
    existsSync(join(workspace, ...folders.slice(0, index + 1), '.git')),
  );
}
