import { readFileSync, statSync } from 'node:fs';
import { quotedText } from '../domain/look-alikes.ts';
import type { Target } from '../domain/target.ts';
import { Failure, type FailureDetails } from '../failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { countNoun } from '../lib/text.ts';

/** Returns the text of a file of the workspace; throws Failure `invalid-input`. */
export type ReadFile = (path: string) => string;

/**
 * The desired targets. Throws Failure `invalid-input` with every problem of the file, or with the
 * requested names of targets that are not in the file.
 */
export async function loadTargets(
  { source, specialUse }: Pick<Inputs, 'source' | 'specialUse'>,
  readFile: ReadFile,
): Promise<readonly Target[]> {
  if (source.form === 'inputs') return [source.target];
  const text = readFile(source.path);
  const { parseConfig } = await import('./parse.ts');
  const { targets, problems, count } = parseConfig(text, source.path, { specialUse });
  if (problems) {
    const counted = countNoun(count, 'problem');
    throw new Failure('invalid-input', `${source.path} has ${counted}`, { problems });
  }
  return pickTargets(targets, source.only);
}

function pickTargets(targets: readonly Target[], only: readonly string[]): readonly Target[] {
  const names = new Set(targets.map(({ name }) => name));
  const unknown = only.filter((name) => !names.has(name));
  if (unknown.length > 0) {
    const known = [...names].slice(0, 20).join(', ');
    throw new Failure(
      'invalid-input',
      `target: the file has no target ${unknown.map(quotedText).join(', ')}; it has ${known}${names.size > 20 ? ', ...' : ''}`,
    );
  }
  return only.length === 0 ? targets : targets.filter(({ name }) => only.includes(name));
}

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
