import { plainLine, shorten } from './plain.ts';

/** A page shows the start of a long text; the log has all of it. */
const shownWhole = 1_000;

/**
 * Text from anywhere as Markdown that shows it and does nothing else. What could open markup, a table
 * cell or a link becomes a character reference; a word joiner behind `@` and `#` keeps GitHub, which
 * looks for mentions and issues in the rendered page, from finding any.
 */
export function markdownText(text: string): string {
  return shorten(plainLine(text), shownWhole).replace(
    /[!#$&()*.:<>@[\\\]^_`{|}~]/g,
    (mark) => `&#${mark.charCodeAt(0)};${mark === '@' || mark === '#' ? '&#8288;' : ''}`,
  );
}

/** The same in a code span. */
export function markdownCode(text: string): string {
  return text === '' ? '' : `<code>${markdownText(text)}</code>`;
}

/** A table; its cells are Markdown already. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Lines as they are in a fenced block that they cannot close. */
export function markdownBlock(lines: readonly string[]): string {
  const text = lines.map(plainLine).join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
