import { jsonEscapes } from '../lib/text.ts';

/** Unicode's names; other characters are named by their kind. */
const names: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u2002': 'en space',
  '\u2003': 'em space',
  '\u2007': 'figure space',
  '\u2009': 'thin space',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2010': 'hyphen',
  '\u2011': 'non-breaking hyphen',
  '\u2012': 'figure dash',
  '\u2013': 'en dash',
  '\u2014': 'em dash',
  '\u2018': 'left single quotation mark',
  '\u2019': 'right single quotation mark',
  '\u201c': 'left double quotation mark',
  '\u201d': 'right double quotation mark',
  '\u202f': 'narrow no-break space',
  '\u2044': 'fraction slash',
  '\u2060': 'word joiner',
  '\u2212': 'minus sign',
  '\u2215': 'division slash',
  '\u3000': 'ideographic space',
  '\ufeff': 'byte order mark',
};
const contextLength = 20;

/** Text as a JSON string, with invisible characters and unusual spaces escaped. */
export function quotedText(text: string): string {
  const json = JSON.stringify(text);
  if (isAscii(json)) return json;
  const { unseen } = patterns();
  return json.replace(new RegExp(unseen, 'gv'), jsonEscapes);
}

/**
 * Finds the first character that is invisible or looks like ASCII: `has U+00A0 (no-break space) after
 * "64500"`. Undefined if there is none. For text that must be ASCII.
 */
export function explainLookAlike(text: string): string | undefined {
  if (isAscii(text)) return undefined;
  const { unseen, drawn } = patterns();
  const found = new RegExp(`${unseen.source}|${drawn.source}`, 'v').exec(text);
  if (found === null) return undefined;
  const [character] = found;
  const before = text.slice(Math.max(0, found.index - contextLength), found.index);
  const name = nameOf(character);
  return before === '' ? `starts with ${name}` : `has ${name} after ${quotedText(before)}`;
}

function isAscii(text: string): boolean {
  return !/[^\0-~]/.test(text);
}

/** Compiled on demand: each takes a tenth of a millisecond. */
function patterns() {
  return {
    /** Other blanks, and characters that are not drawn. */
    unseen: /[\u007f-\u009f\u2800\p{Zl}\p{Zp}\p{Cf}\p{DI}[\p{Zs}--\u0020]]/v,
    /** Digits, letters and marks as word processors and other keyboards write them. */
    drawn:
      /[[\p{Nd}--[0-9]][\p{Pd}--\-]\u2018-\u201f\u2032\u2033\u2044\u2212\u2215\u2236\uff01-\uff5e\p{Script=Cyrillic}\p{Script=Greek}]/v,
  };
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code} (${names[character] ?? kindOf(character)})`;
}

function kindOf(character: string): string {
  if (/[\uff01-\uff5e]/.test(character)) return `fullwidth ${character.normalize('NFKC')}`;
  const kinds = [
    [/\p{Zs}/u, 'another space than U+0020'],
    [/\p{Nd}/u, 'digit of another script'],
    [/\p{Script=Cyrillic}/u, 'Cyrillic letter'],
    [/\p{Script=Greek}/u, 'Greek letter'],
    [/\p{Pd}/u, 'dash'],
    [patterns().unseen, 'invisible character'],
  ] as const;
  return kinds.find(([members]) => members.test(character))?.[1] ?? 'not an ASCII character';
}
