import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfigFile, refusePath } from '../config/load.ts';
import { isOutside, realPath } from '../lib/paths.ts';

const fromRoot = 'Use the path of a file in the workspace, relative to its root.';
const checkOut =
  'Check out the repository first (actions/checkout), and use a path relative to its root.';

/**
 * The text of a file in the workspace. Throws Failure `invalid-input` for a path that leads out of it,
 * also through links, and for what `readConfigFile` refuses.
 */
export function readWorkspaceFile(workspace: string, path: string): string {
  const real = realPath(resolve(workspace, path));
  if (real === undefined) {
    throw refusePath(path, 'does not exist in the workspace', { next: checkOut });
  }
  // Checks the name too, because reports make links and annotations of it.
  if (
    isOutside(workspace, resolve(workspace, path)) ||
    isOutside(realPath(workspace) ?? workspace, real)
  ) {
    throw refusePath(path, 'leads out of the workspace', { next: fromRoot });
  }
  return readConfigFile(real, path);
}

/**
 * Whether a file belongs to a checkout below the root of the workspace (the input `path` of
 * actions/checkout), so that its path in the repository is another one.
 */
export function isInNestedCheckout(workspace: string, path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.some((_, index) =>
    existsSync(join(workspace, ...folders.slice(0, index + 1), '.git')),
  );
}
