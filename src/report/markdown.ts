import type { Links } from '../inputs/links.ts';
import { locationText, type SourceLocation } from '../lib/source-location.ts';
import { plainLine, truncate } from '../lib/text.ts';

/** Pages cut longer texts; the log has them in full. */
const longestText = 1_000;

/**
 * Untrusted text as Markdown within a line, which renders as the text. Characters that could open
 * markup, a table cell or a link become character references. GitHub finds mentions, issues, addresses
 * and emoji in the rendered page, so a word joiner breaks those.
 */
export function markdownText(text: string): string {
  const line = truncate(plainLine(text), longestText);
  const marked = line.replace(/[@#]|\bgh-(?=\d)|:(?=[\w+-]+:)/gi, '$&\u2060');
  // At the start of a block, these would make it code, a list, a rule or a heading.
  return escapeMarks(marked).replace(/^[ +=-]/, toReference);
}

/** Untrusted text in a code element, where GitHub finds only addresses. */
export function markdownCode(text: string): string {
  if (text === '') return '';
  const line = truncate(plainLine(text), longestText);
  return `<code>${escapeMarks(line.replaceAll('@', '@\u2060'))}</code>`;
}

function escapeMarks(text: string): string {
  return text.replace(/[!#$&()*.:<>@[\\\]^_`{|}~\u2060]/g, toReference);
}

function toReference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** A link around Markdown; only the Markdown if the URL is not one of HTTP. */
export function markdownLink(markdown: string, url = ''): string {
  const href = URL.parse(url)?.href ?? '';
  if (!/^https?:/.test(href)) return markdown;
  const inert = href.replace(/[^\w.~/:?#=%-]/g, toReference);
  return `<a href="${inert}">${markdown}</a>`;
}

/** A location, which links to its line if the file has a URL. */
export function locationLink(location: SourceLocation, { files }: Links): string {
  const path = location.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  const url = files === undefined ? undefined : `${files}${path}#L${location.line}`;
  return markdownLink(markdownCode(locationText(location)), url);
}

/** A row of a table from cells in Markdown. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table from rows of `markdownRow`. */
export function markdownTable(header: readonly string[], rows: readonly string[]): string {
  return [markdownRow(header), markdownRow(header.map(() => '---')), ...rows].join('\n');
}

/** A list of items in Markdown. */
export function markdownList(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Markdown folded under a title in Markdown. */
export function markdownFold(title: string, body: string, isOpen = false): string {
  return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** Lines in a fenced block that they cannot close. */
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

/** GitHub's alert with texts in Markdown, as a list if there are several. */
export function markdownAlert(kind: 'CAUTION' | 'WARNING', texts: readonly string[]): string {
  const body = texts.length === 1 ? texts : texts.map((text) => `- ${text}`);
  return [`[!${kind}]`, ...body].map((line) => `> ${line}`).join('\n');
}
