/**
 * Untrusted text as one line: control characters, line ends and invisible format characters (such as
 * bidirectional marks) become visible escapes.
 */
export function plainLine(text: string): string {
  return text.replace(
    unseen,
    (character) => escapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Equivalent JSON, with such characters escaped. */
export function plainJson(json: string): string {
  return json.replace(unseen, jsonEscapes);
}

/** A text as JSON's escapes of its UTF-16 units, such as `\u202e`. */
export function jsonEscapes(text: string): string {
  const units = text.split('').map((unit) => unit.charCodeAt(0).toString(16));
  return units.map((digits) => `\\u${digits.padStart(4, '0')}`).join('');
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': ' ' };

/**
 * A log line without workflow commands, which are `::name` at the start of a line, also after spaces,
 * and `##[name]` anywhere (actions/runner, ActionCommand).
 */
export function logLine(text: string): string {
  return plainLine(text)
    .replace(/^(\s*):(?=:)/, '$1\\:')
    .replaceAll('##[', '#\\#[');
}

/** `1 route`, `2 routes`. */
export function countNoun(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The first `most` texts; if there are others, a last one counts them: `and 3 more ASNs`. */
export function listFirst(texts: readonly string[], most: number, others = 'more'): string[] {
  const left = texts.length - most;
  return left > 0 ? [...texts.slice(0, most), `and ${left} ${others}`] : [...texts];
}

/** The same in a sentence: `AS64500, AS64501 and 3 more`. */
export function joinFirst(texts: readonly string[], most: number): string {
  const left = texts.length - most;
  return texts.slice(0, most).join(', ') + (left > 0 ? ` and ${left} more` : '');
}

/** Text cut after `most` characters, with the number of the rest. */
export function truncate(text: string, most: number): string {
  const left = text.length - most;
  return left > 0 ? `${text.slice(0, most)}... (${left} more characters)` : text;
}
