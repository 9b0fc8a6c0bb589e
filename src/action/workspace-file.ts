import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { readConfigFile, refusePath } from '../config/read-file.ts';

const fromRoot = 'Give the path of a file in the workspace, from its root.';
const checkOut =
  'Check out the repository first (actions/checkout), and give the path from its root.';

/**
 * The text of a file in the workspace. Throws Failure `invalid-input` for a path that leads out of it,
 * through links too, and for what `readConfigFile` refuses.
 */
export function readWorkspaceFile(workspace: string, path: string): string {
  const real = realPath(resolve(workspace, path));
  if (real === undefined) {
    throw refusePath(path, 'does not exist in the workspace', { next: checkOut });
  }
  // By its name too, so that no link or annotation that is made of the name leads out either.
  if (
    leaves(workspace, resolve(workspace, path)) ||
    leaves(realPath(workspace) ?? workspace, real)
  ) {
    throw refusePath(path, 'leads out of the workspace', { next: fromRoot });
  }
  return readConfigFile(real, path);
}

/**
 * Whether a file of the workspace is of a checkout below its root (the input `path` of
 * actions/checkout), where its path is another one than in the repository.
 */
export function isInNestedCheckout(workspace: string, path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.some((_, index) =>
    existsSync(join(workspace, ...folders.slice(0, index + 1), '.git')),
  );
}

function leaves(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(join(path));
  } catch {
    return undefined;
  }
}
