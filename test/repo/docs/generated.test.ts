import { describe, expect, test } from 'vitest';
import { formatTable } from '../../../scripts/docs/markdown.ts';
import { fillParts, staleDocs } from '../../../scripts/docs.ts';

test('the generated parts of the documentation are up to date', () => {
  expect(staleDocs()).toEqual([]);
});

describe('a generated part', () => {
  test('replaces only the text between its markers', () => {
    const page = 'a\n<!-- generated: x -->\nold\n<!-- /generated -->\nb\n';
    expect(fillParts(page, { x: 'new' })).toBe(
      'a\n<!-- generated: x -->\n\nnew\n\n<!-- /generated -->\nb\n',
    );
  });

  test('must have markers, and markers must have a part', () => {
    expect(() => fillParts('', { x: 'new' })).toThrow('no marker for: x');
    const page = '<!-- generated: y -->\n<!-- /generated -->\n';
    expect(() => fillParts(page, {})).toThrow('the marker y');
  });

  test('cannot break a table', () => {
    expect(formatTable(['h'], [['a | b\nc']])).toBe('| h |\n| --- |\n| a \\| b c |');
  });
});
