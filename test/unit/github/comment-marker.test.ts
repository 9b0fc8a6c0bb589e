import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CommentHeader,
  commentRoom,
  compareHeaders,
  readComment,
  sameKey,
  writeComment,
} from '../../../src/github/comment-marker.ts';

const header: CommentHeader = {
  key: { file: 'byoasn.yml', targets: ['edge', 'prod'] },
  run: { runId: 42, attempt: 1 },
  phase: 'plan',
};
const withFile = (file: string): CommentHeader => ({
  ...header,
  key: { file, targets: [file] },
});

test('a comment starts with a marker that GitHub does not show', () => {
  expect(writeComment(header, '## Plan')).toBe(
    '<!-- {"name":"associate-ipam-byoasn","version":1,"file":"byoasn.yml","targets":["edge","prod"],"runId":42,"attempt":1,"phase":"plan"} -->\n## Plan',
  );
});

test('a comment on routes has a marker that versions without routes ignore', () => {
  const ofRoutes: CommentHeader = { ...header, key: { ...header.key, action: 'routes' } };
  const text = writeComment(ofRoutes, 'body');
  expect(text).toContain('{"name":"associate-ipam-byoasn/route","version":1,"file":"byoasn.yml",');
  expect(readComment(text)).toEqual(ofRoutes);
});

describe('a marker', () => {
  test.each([
    'a --> b.yml',
    'a --!> <b>.yml',
    '--->',
    '"} --> <script>',
    '\\u003e\\',
    'pr\u00e9fixes-\u{1f310}.yml',
    'two\nlines\u2028.yml',
    '\ud800.yml',
    '',
  ])('holds the file name %j', (file) => {
    expect(readComment(writeComment(withFile(file), 'body'))).toEqual(withFile(file));
  });

  test('holds any name, and no name closes it or leaves plain ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (file, runId, attempt) => {
        const written = { ...withFile(file), run: { runId, attempt }, phase: 'apply' as const };
        const [line = '', ...rest] = writeComment(written, 'body').split('\n');
        expect(rest).toEqual(['body']);
        expect(line).toMatch(/^<!-- [ -;=?-~]* -->$/);
        expect(readComment(`${line}\r\nother`)).toEqual(written);
      }),
    );
  });

  test.each([
    ['is missing', 'a comment'],
    ['stands after other text', `see ${writeComment(header, '')}`],
    ['stands on a later line', `\n${writeComment(header, '')}`],
    ['is quoted', `> ${writeComment(header, '')}`],
    ['is no JSON', '<!-- {file} -->\nbody'],
    ['is of another tool', writeComment(header, '').replace('associate-ipam-byoasn', 'other')],
    [
      'is of an action that this version does not know',
      writeComment(header, '').replace('ipam-byoasn', 'ipam-byoasn/other'),
    ],
    ['is of another version', writeComment(header, '').replace('"version":1', '"version":2')],
    ['has no run', writeComment(header, '').replace('"runId":42', '"runId":"42"')],
    ['has another phase', writeComment(header, '').replace('"plan"', '"destroy"')],
    ['has text behind it', writeComment(header, '').replace('-->', '--> text')],
  ])('that %s is none', (_, text) => {
    expect(readComment(text)).toBeUndefined();
  });
});

test('the room for the body is 65,536 characters less the longest marker', () => {
  const { key } = header;
  const longest = { runId: Number.MAX_SAFE_INTEGER, attempt: Number.MAX_SAFE_INTEGER };
  const body = 'x'.repeat(commentRoom(key));
  expect(writeComment({ key, run: longest, phase: 'apply' }, body)).toHaveLength(65_536);
  expect(writeComment(header, body).length).toBeLessThan(65_536);
});

describe('a key', () => {
  const key = (file: string, ...targets: string[]) => ({ file, targets });

  test.each([
    ['the same file and targets', key('a.yml', 'edge'), true],
    ['another file', key('b.yml', 'edge'), false],
    ['other targets', key('a.yml', 'core'), false],
    ['all targets', key('a.yml'), false],
    ['a target named twice', key('a.yml', 'edge', 'edge'), true],
  ])('with %s: same %j', (_, other, same) => {
    expect(sameKey(key('a.yml', 'edge'), other)).toBe(same);
  });

  test('of routes is another one', () => {
    const ofRoutes = { ...key('a.yml', 'edge'), action: 'routes' } as const;
    expect(sameKey(key('a.yml', 'edge'), ofRoutes)).toBe(false);
    expect(sameKey(ofRoutes, { ...ofRoutes })).toBe(true);
  });

  test('is the same in any order of the targets', () => {
    expect(sameKey(key('a.yml', 'edge', 'core'), key('a.yml', 'core', 'edge'))).toBe(true);
  });

  test('does not take one target for two', () => {
    expect(sameKey(key('a.yml', 'edge,core'), key('a.yml', 'edge', 'core'))).toBe(false);
  });
});

test('headers are ordered by run, then attempt, then phase', () => {
  const at = (runId: number, attempt: number, phase: 'plan' | 'apply') => ({
    ...header,
    run: { runId, attempt },
    phase,
  });
  const ordered = [
    at(9, 1, 'plan'),
    at(9, 1, 'apply'),
    at(9, 2, 'plan'),
    at(10, 1, 'plan'),
    at(10, 1, 'apply'),
  ];
  expect(ordered.toReversed().sort(compareHeaders)).toEqual(ordered);
});
