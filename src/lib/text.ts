/**
 * Text from anywhere as one harmless line: control characters, line ends and invisible
 * format characters (bidirectional marks among them) become visible escapes, so that no text can start a line, colour the log or hide what it says.
 */
export function plainLine(text: string): string {
  return text.replace(
    unseen,
    (character) => escapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** JSON that says the same, and whose texts can do nothing to a terminal either. */
export function plainJson(json: string): string {
  return json.replace(unseen, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': ' ' };

/**
 * A line of the log that the runner takes for text: it reads `::name` at the start of a line, after
 * spaces too, and `##[name]` anywhere, as commands (actions/runner, ActionCommand).
 */
export function logLine(text: string): string {
  return plainLine(text)
    .replace(/^(\s*):(?=:)/, '$1\\:')
    .replaceAll('##[', '#\\#[');
}

/** Text with what is above so many characters left out, saying how much. */
export function truncate(text: string, most: number): string {
  const left = text.length - most;
  return left > 0 ? `${text.slice(0, most)}... (${left} more characters)` : text;
}
