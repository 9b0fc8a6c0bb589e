import { explainLookAlike } from './look-alikes.ts';
import type { Parsed } from './parsed.ts';

/** What a target's name may be. */
export const targetNamePattern = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/;

/** Reads the name of a target: it stands in outputs and in tables, so it is short and plain. */
export function parseTargetName(text: string): Parsed<string> {
  if (targetNamePattern.test(text)) return { value: text };
  const problem =
    'is not a name: 1 to 64 letters, digits or any of ._/-, the first a letter or a digit';
  return { problem: explainLookAlike(text) ?? problem, example: 'edge/us-west-2' };
}

/** The name of a target that its author gave none: `111122223333/us-west-2`. */
export function defaultTargetName(accountId: string, region: string): string {
  return `${accountId}/${region}`;
}
