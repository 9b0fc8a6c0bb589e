import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  markdownBlock,
  markdownCode,
  markdownFold,
  markdownLink,
  markdownList,
  markdownRow,
  markdownTable,
  markdownText,
} from '../../../src/report/markdown.ts';
import { hostileText } from './text.ts';

/** Characters that open inline markup, links, cells, HTML, math, mentions or autolinks in GFM. */
const opening = /[!$()*.:<>@[\\\]^_`{|}~\n\r]/;

/** What a reader of the page sees: character references decoded, word joiners being invisible. */
const seen = (markdown: string) =>
  markdown
    .replaceAll('&#8288;', '')
    .replace(/&#([0-9]+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

const harmless = (text: string) => !/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u.test(text);

describe('text in Markdown', () => {
  test('has no characters that could open markup, except character references', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const markdown = markdownText(text);
        expect(markdown).not.toMatch(opening);
        expect(markdown.replace(/&#[0-9]+;/g, '')).not.toMatch(/[&#]/);
      }),
      { numRuns: 3000 },
    );
  });

  test('renders as exactly the text', () => {
    fc.assert(
      fc.property(hostileText.filter(harmless), (text) => {
        expect(seen(markdownText(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('mentions no user and no issue, also in the rendered page', () => {
    const rendered = markdownText('@octocat octo/repo#1').replace(
      /&#([0-9]+);/g,
      (_, code: string) => String.fromCodePoint(Number(code)),
    );
    expect(rendered).not.toMatch(/@\w|#\d/);
    expect(rendered).toMatch(/@\u2060octocat octo\/repo#\u20601/);
  });

  test.each([
    ['a|b', 'a&#124;b'],
    ['<img src=x>', '&#60;img src=x&#62;'],
    ['&lt;', '&#38;lt;'],
    ['[a](https://a.example)', '&#91;a&#93;&#40;https&#58;//a&#46;example&#41;'],
    ['two\nlines', 'two&#92;nlines'],
    ['associated', 'associated'],
    ['pending-association, 12 s', 'pending-association, 12 s'],
    ['#1', '&#35;&#8288;1'],
    ['GH-12 and gh-3', 'GH-&#8288;12 and gh-&#8288;3'],
    ['high-5', 'high-5'],
    ['2001:100::', '2001&#58;&#8288;100&#58;&#58;'],
    ['    code', '&#32;   code'],
    ['- item', '&#45; item'],
    ['+ item', '&#43; item'],
    ['===', '&#61;=='],
  ])('%j is written %s', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  test('is cut if it is very long', () => {
    expect(seen(markdownText('x'.repeat(1003)))).toMatch(/x\.\.\. \(3 more characters\)$/);
  });
});

describe('code', () => {
  test('is the same text in a code element, and empty for an empty text', () => {
    expect(markdownCode('a|<b>')).toBe('<code>a&#124;&#60;b&#62;</code>');
    expect(markdownCode('')).toBe('');
  });

  test('can be copied verbatim, except for what looks like a mail address', () => {
    expect(markdownCode('2001:db8:100::/48 #1')).toBe(
      '<code>2001&#58;db8&#58;100&#58;&#58;/48 &#35;1</code>',
    );
    expect(markdownCode('a@b.example')).toBe('<code>a&#64;&#8288;b&#46;example</code>');
  });
});

describe('a table', () => {
  test('has a header, a delimiter with as many cells, and the rows', () => {
    const rows = [markdownRow(['1', '2']), markdownRow(['3', ''])];
    expect(markdownTable(['A', 'B'], rows)).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 |  |');
  });

  test('keeps its cells for any text in them', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 3 }), (texts) => {
        const table = markdownTable(['A', 'B', 'C'], [markdownRow(texts.map(markdownText))]);
        const rows = table.split('\n').map((row) => row.split('|').length);
        expect(rows).toEqual([5, 5, 5]);
      }),
    );
  });
});

describe('a link', () => {
  test.each([
    ['https://github.com/o/r#L1', '<a href="https://github.com/o/r#L1">x</a>'],
    ['https://a.example/"><b>', '<a href="https://a.example/%22%3E%3Cb%3E">x</a>'],
    ['https://a.example/a|b`c', '<a href="https://a.example/a&#124;b%60c">x</a>'],
    [
      "https://a.example/?a='b'&c=(d)",
      '<a href="https://a.example/?a=%27b%27&#38;c=&#40;d&#41;">x</a>',
    ],
  ])('to %s is %s', (url, markdown) => {
    expect(markdownLink('x', url)).toBe(markdown);
  });

  test.each([
    undefined,
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'byoasn.yml',
    '//a.example',
  ])('to %j is not made', (url) => {
    expect(markdownLink('x', url)).toBe('x');
  });

  test('is one element for any URL', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(markdownLink('x', `https://a.example/${text}`)).toMatch(
          /^<a href="[\w.~/:?#=%&;-]+">x<\/a>$/,
        );
      }),
    );
  });
});

describe('a list and a fold', () => {
  test('have the given content', () => {
    expect(markdownList(['a', 'b'])).toBe('- a\n- b');
    expect(markdownFold('2 more', 'text')).toBe(
      '<details><summary>2 more</summary>\n\ntext\n\n</details>',
    );
  });
});

describe('a block', () => {
  test('has the given language', () => {
    expect(markdownBlock(['a: 1'], 'yaml')).toBe('```yaml\na: 1\n```');
  });

  /** CommonMark 4.5: a fence closes with at least as many of its characters, indented by 3 or less. */
  const closes = (line: string, ticks: number) => {
    const [, run = ''] = /^ {0,3}(`+)[ \t]*$/.exec(line) ?? [];
    return run.length >= ticks;
  };

  test('cannot be closed by its lines', () => {
    const runs = fc.nat(9).map((count) => ' '.repeat(count % 4) + '`'.repeat(count));
    fc.assert(
      fc.property(fc.array(fc.oneof(hostileText, runs), { minLength: 1 }), (texts) => {
        const [open = '', ...rest] = markdownBlock(texts).split('\n');
        const ticks = open.replace(/text$/, '').length;
        expect(open).toMatch(/^`{3,}text$/);
        expect(rest).toHaveLength(texts.length + 1);
        expect(rest.findIndex((line) => closes(line, ticks))).toBe(texts.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('shows lines as they are', () => {
    expect(markdownBlock(['{', '  "a": "<b>|@c"', '}'])).toBe(
      '```text\n{\n  "a": "<b>|@c"\n}\n```',
    );
  });

  test('has a fence no longer than necessary', () => {
    expect(markdownBlock(['``'])).toBe('```text\n``\n```');
    expect(markdownBlock(['```` and ``'])).toBe('`````text\n```` and ``\n`````');
    expect(markdownBlock(['a```', '`````b'])).toMatch(/^`{6}text\n/);
  });

  test('shows a line end inside a line', () => {
    expect(markdownBlock(['a\n```\nb'])).toBe('````text\na\\n```\\nb\n````');
  });
});

test('a block of any number of backticks is one block', () => {
  const block = markdownBlock(['` '.repeat(500_000), '`````']);
  expect(block.startsWith('``````text\n')).toBe(true);
  expect(block.endsWith('\n``````')).toBe(true);
});
