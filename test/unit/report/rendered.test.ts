import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownCode, markdownText } from '../../../src/report/markdown.ts';
import { formatComment, formatSummary } from '../../../src/report/markdown-page.ts';
import { anyLinks, anyOutcome } from './any-outcome.ts';
import { nowhere } from './links.ts';
import { refusedPlan } from './scenarios.ts';
import { readStructure } from './structure.ts';
import { hostileText } from './text.ts';

/** The renderer that GitHub publishes; these tests add to those that need nothing installed. */
const command = 'cmark-gfm';
const missing = spawnSync(command, ['--version']).status !== 0;
const note = missing ? ` (SKIPPED: ${command} is not installed)` : '';

function render(markdown: string): string {
  const extensions = ['table', 'autolink', 'strikethrough', 'tasklist', 'footnotes'];
  const options = ['--unsafe', ...extensions.flatMap((name) => ['-e', name])];
  return spawnSync(command, options, { input: markdown, encoding: 'utf8' }).stdout;
}

const elements: ReadonlySet<string> = new Set([
  ...['p', 'strong', 'pre', 'code', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'ul', 'li'],
  ...['h3', 'blockquote', 'details', 'summary', 'sub', 'b', 'br', 'a'],
]);

/** Names of the elements of a page; throws where one is not closed inside its parent. */
function elementsOf(html: string): readonly string[] {
  const open: string[] = [];
  const names: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (slash === '') names.push(name);
    if (name === 'br') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return names;
}

const decoded = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u2060', '');

describe.skipIf(missing)(`a page in GitHub's renderer${note}`, () => {
  test('has only our elements, all closed, and only our links', () => {
    fc.assert(
      fc.property(
        anyOutcome,
        anyLinks,
        fc.integer({ min: 1_000, max: 65_536 }),
        (outcome, to, most) => {
          for (const page of [formatComment(outcome, most, to), formatSummary(outcome, to)]) {
            const html = render(page);
            const names = elementsOf(html);
            expect(names.filter((name) => !elements.has(name))).toEqual([]);
            const count = (name: string) => names.filter((other) => other === name).length;
            const { tables, fences } = readStructure(page);
            expect(count('table')).toBe(tables.length);
            expect(count('tr')).toBe(tables.flat().length);
            expect(count('td') + count('th')).toBe(tables.flat(2).length);
            expect(count('pre')).toBe(fences);
            expect(count('h3')).toBe(1);
            expect(count('a')).toBe(page.match(/<a href=/g)?.length ?? 0);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('of a refused plan links to the lines of the file', () => {
    const files = 'https://github.com/octo-org/network/blob/abc/';
    const html = render(formatSummary(refusedPlan(), { ...nowhere, files }));
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      `${files}byoasn.yml#L11`,
      `${files}byoasn.yml#L12`,
    ]);
  });

  test('shows text from outside verbatim, in prose and in code', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const visible = `x${text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')}x`;
        expect(decoded(render(markdownText(visible)))).toBe(`<p>${visible}</p>\n`);
        expect(decoded(render(`x ${markdownCode(visible)}`))).toBe(
          `<p>x <code>${visible}</code></p>\n`,
        );
      }),
      { numRuns: 200 },
    );
  });
});
