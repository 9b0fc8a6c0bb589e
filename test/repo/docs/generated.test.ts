import { describe, expect, test } from 'vitest';
import { formatTable } from '../../../scripts/docs/table.ts';
import { fillParts, staleDocs } from '../../../scripts/docs.ts';

test('what is generated in the documentation is fresh', () => {
  expect(staleDocs()).toEqual([]);
});

describe('a generated part', () => {
  test('replaces what stands between its markers, and nothing else', () => {
    const page = 'a\n<!-- generated: x -->\nold\n<!-- /generated -->\nb\n';
    expect(fillParts(page, { x: 'new' })).toBe(
      'a\n<!-- generated: x -->\n\nnew\n\n<!-- /generated -->\nb\n',
    );
  });

  test('must have a place, and a place must have a part', () => {
    expect(() => fillParts('', { x: 'new' })).toThrow('no marker for: x');
    const page = '<!-- generated: y -->\n<!-- /generated -->\n';
    expect(() => fillParts(page, {})).toThrow('the marker y');
  });

  test('cannot break its table', () => {
    expect(formatTable(['h'], [['a | b\nc']])).toBe('| h |\n| --- |\n| a \\| b c |');
  });
});
