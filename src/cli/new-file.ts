import { writeFileSync } from 'node:fs';
import { Failure } from '../failure.ts';

/** Writes a file that does not exist yet; throws Failure `invalid-input`. */
export function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw new Failure('invalid-input', `Could not write ${JSON.stringify(path)}: ${error}`, {
      next: 'Choose a new file name in an existing folder.',
    });
  }
}
