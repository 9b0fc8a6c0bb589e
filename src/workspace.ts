import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { readConfigFile, refusePath } from './config-file.ts';

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
  const inside = relative(realPath(workspace) ?? workspace, real);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw refusePath(path, 'leads out of the workspace');
  }
  return readConfigFile(real, path);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(join(path));
  } catch {
    return undefined;
  }
}
