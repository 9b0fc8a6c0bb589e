import type { Links } from '../inputs/links.ts';
import { locationText, type SourceLocation } from '../lib/source-location.ts';
import { plainLine, truncate } from '../lib/text.ts';

/** A page shows the start of a longer text; the log has all of it. */
const longestText = 1_000;

/**
 * Text from anywhere as Markdown, inside a line, that shows it and does nothing else. What could open
 * markup, a table cell or a link becomes a character reference. GitHub looks for mentions, issues,
 * addresses and emoji in the rendered page, where references do not help: there a word joiner does.
 */
export function markdownText(text: string): string {
  return escapeMarks(
    truncate(plainLine(text), longestText).replace(/[@#]|\bgh-(?=\d)|:(?=[\w+-]+:)/gi, '$&\u2060'),
  );
}

/** The same in a code element, where GitHub looks only for addresses. */
export function markdownCode(text: string): string {
  if (text === '') return '';
  return `<code>${escapeMarks(truncate(plainLine(text), longestText).replaceAll('@', '@\u2060'))}</code>`;
}

function escapeMarks(text: string): string {
  return text.replace(/[!#$&()*.:<>@[\\\]^_`{|}~\u2060]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A link whose text is Markdown already; without the link if the URL is not of the web. */
export function markdownLink(markdown: string, url: string | undefined): string {
  const href = url !== undefined && URL.canParse(url) ? new URL(url).href : '';
  if (!/^https?:/.test(href)) return markdown;
  const inert = href.replace(/[^\w.~/:?#=%-]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return `<a href="${inert}">${markdown}</a>`;
}

/** A location, as a link to its line if the file has a URL. */
export function locationLink(location: SourceLocation, { files }: Links): string {
  const path = location.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  const url = files === undefined ? undefined : `${files}${path}#L${location.line}`;
  return markdownLink(markdownCode(locationText(location)), url);
}

/** A row of a table; its cells are Markdown already. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table of rows that `markdownRow` made. */
export function markdownTable(header: readonly string[], rows: readonly string[]): string {
  return [markdownRow(header), markdownRow(header.map(() => '---')), ...rows].join('\n');
}

/** A list; its items are Markdown already. */
export function markdownList(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Markdown folded under a title, which is Markdown already. */
export function markdownFold(title: string, body: string, isOpen = false): string {
  return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** Lines as they are in a fenced block that they cannot close. */
export function markdownBlock(lines: readonly string[], language = 'text'): string {
  const text = lines.map(plainLine).join('\n');
  // Not spread: a text may have more runs of backticks than a call takes arguments.
  const longest = [...text.matchAll(/`+/g)].reduce(
    (most, [ticks]) => Math.max(most, ticks.length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** GitHub's alert, with a list if there are several texts, which are Markdown already. */
export function markdownAlert(kind: 'CAUTION' | 'WARNING', texts: readonly string[]): string {
  const body = texts.length === 1 ? texts : texts.map((text) => `- ${text}`);
  return [`[!${kind}]`, ...body].map((line) => `> ${line}`).join('\n');
}
