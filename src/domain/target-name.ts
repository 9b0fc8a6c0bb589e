import { explainLookAlike } from './look-alikes.ts';
import type { Parsed } from './parsed.ts';

/** The characters and length of a target's name. */
export const targetNamePattern = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/;

/** Reads the name of a target: short and plain, because outputs and tables show it. */
export function parseTargetName(text: string): Parsed<string> {
  if (targetNamePattern.test(text)) return { value: text };
  const problem =
    'is not a name: 1 to 64 letters, digits or any of ._/-, the first a letter or a digit';
  return { problem: explainLookAlike(text) ?? problem, example: 'edge/us-west-2' };
}

/** The name of a target that the file does not name: `111122223333/us-west-2`. */
export function defaultTargetName(accountId: string, region: string): string {
  return `${accountId}/${region}`;
}
