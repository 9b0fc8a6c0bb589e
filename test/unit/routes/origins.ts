import { type Origin, parseOrigin } from '../../../src/domain/origin.ts';

/** A desired origin of a test. */
export function originOfText(text: string): Origin {
  const { value, problem } = parseOrigin(text, { specialUse: 'accept' });
  if (value === undefined) throw new Error(problem);
  return value;
}
