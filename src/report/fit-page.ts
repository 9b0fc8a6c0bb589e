import { countNoun } from '../lib/text.ts';
import { markdownFold } from './markdown.ts';

/** A part of a page. A page that is too long drops parts, then cuts the lists of the others. */
export interface Part {
  /** Markdown with at most so many items of each list; empty for nothing. */
  readonly text: (count: number) => string;
  /** What a page misses without the part, or with only so many items of its lists. */
  readonly leftOut?: (count: number) => readonly string[];
  /** The step of shortening that drops it; undefined if it always stays. */
  readonly droppedAt?: 1 | 2 | 3;
}

/** The content of a page in order of its parts. */
export interface Page {
  readonly head: readonly Part[];
  readonly body: readonly Part[];
  /** The shortest page: less than 900 characters. */
  readonly least: string;
  /** Where everything is that a shorter page leaves out: the subject of "has more". */
  readonly rest: string;
}

/** The count of a page that has everything. */
export const inFull = Number.POSITIVE_INFINITY;

/** More items than fit into any page. */
const maxItems = 20_000;

/** The first rendering that fits: in full, after one, two or three steps, or with cut lists. */
export function fitPage(page: Page, fits: (text: string) => boolean): string {
  const full = [0, 1, 2].map((step) => () => renderPage(page, step, inFull));
  const steps = [...full, () => renderPage(page, 3, maxItems)];
  for (const render of steps) {
    const text = render();
    if (fits(text)) return text;
  }
  let [most, over] = [0, maxItems];
  while (over - most > 1) {
    const middle = Math.floor((most + over) / 2);
    if (fits(renderPage(page, 3, middle))) most = middle;
    else over = middle;
  }
  if (most > 0) return renderPage(page, 3, most);
  const rest = 'The log of the run';
  return `${joinParts([page.least, leftOutText({ ...page, rest }, 3, 0)])}\n`;
}

function renderPage(page: Page, step: number, count: number): string {
  const render = (parts: readonly Part[]) =>
    parts.filter((part) => !isDropped(part, step)).map(({ text }) => text(count));
  const leftOut = leftOutText(page, step, count);
  return `${joinParts([...render(page.head), leftOut, ...render(page.body)])}\n`;
}

function isDropped({ droppedAt }: Part, step: number): boolean {
  return droppedAt !== undefined && droppedAt <= step;
}

function leftOutText({ head, body, rest }: Page, step: number, count: number): string {
  const parts = [...head, ...body].toSorted((a, b) => (a.droppedAt ?? 4) - (b.droppedAt ?? 4));
  const texts = parts.flatMap((part) =>
    part.droppedAt === undefined || isDropped(part, step) ? (part.leftOut?.(count) ?? []) : [],
  );
  if (texts.length === 0) return '';
  return `**Shortened.** Left out: ${[...new Set(texts)].join(', ')}. ${rest} has more.`;
}

/** Blocks of Markdown, without the empty ones. */
export function joinParts(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** A part that every page has. */
export function fixedPart(text: string): Part {
  return { text: () => text };
}

/** A fold with Markdown, if there is any; `leftOut` says `name` if the page drops it. */
export function foldPart(
  name: string,
  droppedAt: 1 | 2 | 3,
  title: string,
  text: string,
  isOpen = false,
): Part {
  return {
    text: () => (text === '' ? '' : markdownFold(title, text, isOpen)),
    leftOut: () => (text === '' ? [] : [name]),
    droppedAt,
  };
}

/** What `leftOut` says of some items: `3 rows`. */
export function countLeft(count: number, noun: string): readonly string[] {
  return count > 0 ? [countNoun(count, noun)] : [];
}
