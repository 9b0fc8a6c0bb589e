import { type Part, patternOf, readPart } from './patterns.ts';
import { createSubstitutes, leftOut, type Substitute } from './substitutes.ts';

/** What is known to be the user's. Patterns find the rest. */
export interface KnownValues {
  readonly names: readonly string[];
  /** In asplain digits: one of few digits looks like any other number. */
  readonly asns: readonly string[];
  /** Accounts, ASNs and CIDRs, which are found in base64 too. */
  readonly values: readonly string[];
}

/**
 * Returns a function that puts documentation values in place of accounts, ASNs, prefixes, ARNs, ids,
 * host names and names. `texts` are all that will be passed to it: no substitute is a value in them.
 * What looks like an encoded text or a path, and what follows `=`, is left out.
 */
export function createAnonymizer(
  texts: readonly string[],
  { names, asns, values }: KnownValues,
): (text: string) => string {
  const pattern = patternOf(names, values);
  const known: ReadonlySet<string> = new Set(asns);
  const found = texts.flatMap((text) =>
    [...text.matchAll(pattern)]
      .map((match) => readPart(match, known))
      .flatMap((part) => (typeof part === 'string' ? [] : [part.value])),
  );
  const substitute = createSubstitutes(new Set([...found, ...asns]));
  return (text) => {
    let end = 0;
    let replaced = '';
    for (const match of text.matchAll(pattern)) {
      const [found] = match;
      const part = readPart(match, known);
      replaced += text.slice(end, match.index) + replace(found, part, substitute);
      end = match.index + found.length;
    }
    return replaced + text.slice(end);
  };
}

function replace(found: string, part: Part, substitute: Substitute): string {
  if (part === 'keep') return found;
  if (part === 'drop') return leftOut;
  const { kind, value, before, after } = part;
  const text = substitute(kind, value);
  // A single address was written without a length.
  const isAddress = kind === 'prefix' && !found.includes('/');
  return before + (isAddress ? text.replace(/\/.*/, '') : text) + after;
}
