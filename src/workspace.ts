import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Failure, type FailureDetails } from './failure.ts';

const largestBytes = 1_048_576;
const checkOut =
  'Check out the repository first (actions/checkout), and give the path from its root.';

/**
 * The text of a file in the workspace. Throws Failure `invalid-input` for a path that leads out of it,
 * through links too, for what is no file, is larger than 1 MiB or is not UTF-8.
 */
export function readWorkspaceFile(workspace: string, path: string): string {
  const no = (problem: string, details: FailureDetails = {}) =>
    new Failure('invalid-input', `config: ${JSON.stringify(path)} ${problem}`, details);
  const real = realPath(resolve(workspace, path));
  if (real === undefined) throw no('does not exist in the workspace', { next: checkOut });
  const inside = relative(realPath(workspace) ?? workspace, real);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw no('leads out of the workspace');
  }
  const found = statSync(real);
  if (!found.isFile()) throw no('is not a file');
  const { size } = found;
  if (size > largestBytes) throw no(`has ${size} bytes, and at most ${largestBytes} are read`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(real));
  } catch (error) {
    throw no(error instanceof TypeError ? 'is not UTF-8' : `cannot be read: ${error}`);
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(join(path));
  } catch {
    return undefined;
  }
}
