const shownWhole = 1_000;

/**
 * Text from anywhere as one harmless line: control characters, line ends and bidirectional marks
 * become visible escapes, so that no text can start a line, colour the log or hide what it says.
 */
export function plainLine(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (character) => escapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

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

/** Text with what is above a thousand characters left out, saying how much. */
export function shorten(text: string): string {
  const left = text.length - shownWhole;
  return left > 0 ? `${text.slice(0, shownWhole)}... (${left} more characters)` : text;
}
