/** The structure of a page of GitHub's Markdown, as far as it can be read without a renderer. */
export interface Structure {
  /** Lines outside of fenced blocks. */
  readonly lines: readonly string[];
  /** Rows of each table, header first and the delimiter left out, as cells. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly fences: number;
}

/** Names of the elements that our own markup uses. */
const ownMarkup =
  /<\/?(?:b|br|code|sub|details|details open|summary)>|<a href="[\w.~/:?#=%&;-]+">|<\/a>/g;

/** Reads a page, and throws if a fence, a table, a fold or an element is incomplete. */
export function readStructure(markdown: string): Structure {
  const { lines, fences } = splitFences(markdown);
  const tables = splitTables(lines);
  for (const rows of tables) {
    const widths = new Set(rows.map((cells) => cells.length));
    if (widths.size !== 1) throw new Error(`a table with rows of ${[...widths]} cells`);
  }
  const text = lines.join('\n');
  checkElements(text);
  const foreign = text.replace(ownMarkup, '').match(/[<@].{0,20}/);
  if (foreign) throw new Error(`markup that is not ours: ${foreign[0]}`);
  return { lines, tables, fences };
}

function splitFences(markdown: string): Pick<Structure, 'lines' | 'fences'> {
  const lines: string[] = [];
  let fences = 0;
  let fence = '';
  for (const line of markdown.split('\n')) {
    const [, ticks = ''] = /^ {0,3}(`{3,})/.exec(line) ?? [];
    if (fence !== '') {
      if (ticks.length >= fence.length && line.trim() === ticks) fence = '';
    } else if (ticks !== '') {
      fence = ticks;
      fences += 1;
    } else {
      lines.push(line);
    }
  }
  if (fence !== '') throw new Error('a fence is open at the end');
  return { lines, fences };
}

function splitTables(lines: readonly string[]): string[][][] {
  const tables: string[][][] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('|')) continue;
    if (!lines[index - 1]?.startsWith('|')) tables.push([]);
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (!/^[- ]+$/.test(cells.join(''))) tables.at(-1)?.push(cells);
  }
  return tables;
}

/** Every element is closed, the inner before the outer. */
function checkElements(text: string): void {
  const open: string[] = [];
  for (const [, slash, name = ''] of text.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
    if (name === 'br') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
}

/** What a reader sees of Markdown: elements gone, character references decoded, joiners invisible. */
export function seen(markdown: string): string {
  return markdown
    .replace(ownMarkup, '')
    .replaceAll('&#8288;', '')
    .replace(/&#([0-9]+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
