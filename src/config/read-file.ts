import { readFileSync, statSync } from 'node:fs';
import { quotedText } from '../domain/look-alikes.ts';
import { Failure, type FailureDetails } from '../failure.ts';

const largestBytes = 1_048_576;

/**
 * The text of an existing configuration file; `named` is its name in messages. Throws Failure
 * `invalid-input` if it is not a file, is larger than 1 MiB or is not UTF-8.
 */
export function readConfigFile(path: string, named: string): string {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw refusePath(named, 'is not a file');
    const { size } = found;
    if (size > largestBytes) {
      throw refusePath(named, `has ${size} bytes; the limit is ${largestBytes}`);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw refusePath(
      named,
      error instanceof TypeError ? 'is not UTF-8' : `cannot be read: ${error}`,
    );
  }
}

/** The failure of a path that cannot be used. */
export function refusePath(named: string, problem: string, details: FailureDetails = {}): Failure {
  return new Failure('invalid-input', `config: ${quotedText(named)} ${problem}`, details);
}
