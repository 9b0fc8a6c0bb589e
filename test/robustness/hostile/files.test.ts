import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readWorkspaceFile } from '../../../src/action/workspace-file.ts';
import { parseConfig } from '../../../src/config/parse.ts';
import { Failure } from '../../../src/failure.ts';
import { hostileText } from '../../unit/report/text.ts';
import { counted, elapsedMs, factor, fuzz, fuzzTimeoutMs } from './fuzz.ts';
import { allHostileText } from './texts.ts';

const root = mkdtempSync(join(tmpdir(), 'hostile-files-'));
const workspace = join(root, 'repo');
const secret = 'hostile-test-secret-of-the-runner';

beforeAll(() => {
  mkdirSync(join(workspace, 'folder'), { recursive: true });
  writeFileSync(join(root, 'secret.yml'), secret);
  writeFileSync(join(workspace, 'byoasn.yml'), 'inside');
  execFileSync('mkfifo', [join(workspace, 'fifo.yml')]);
  symlinkSync('fifo.yml', join(workspace, 'to-fifo.yml'));
  symlinkSync('/dev/stdin', join(workspace, 'to-stdin.yml'));
  symlinkSync('/dev/zero', join(workspace, 'to-zero.yml'));
  symlinkSync('/proc/self/environ', join(workspace, 'to-environment.yml'));
  symlinkSync('loop-b.yml', join(workspace, 'loop-a.yml'));
  symlinkSync('loop-a.yml', join(workspace, 'loop-b.yml'));
  symlinkSync('../..', join(workspace, 'folder', 'up'));
});

afterAll(() => rmSync(root, { recursive: true }));

/** The text, or the Failure that refuses the path. Rethrows any other error. */
function read(path: string): string | Failure {
  try {
    return readWorkspaceFile(workspace, path);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

describe('a path of the config input', () => {
  test.each([
    ...['fifo.yml', 'to-fifo.yml', 'folder', '.', '/dev/stdin', '/dev/fd/0', '/dev/zero'],
    ...['to-stdin.yml', 'to-zero.yml', 'to-environment.yml', '/proc/self/environ', 'loop-a.yml'],
    ...['folder/up/secret.yml', '../secret.yml', 'folder/../../secret.yml', '/etc/passwd', ''],
    ...['byoasn.yml/..', 'byoasn.yml\0', '~/secret.yml', 'file:///etc/passwd'],
  ])('that is not a file of the workspace is refused immediately: %.40j', (path) => {
    const started = elapsedMs();
    const answer = read(path);
    expect(elapsedMs() - started).toBeLessThan(2_000);
    expect(answer).toBeInstanceOf(Failure);
    expect(answer).toMatchObject({ reason: 'invalid-input' });
  });

  test.each([['x'.repeat(300)], ['x/'.repeat(3_000)], ['../'.repeat(3_000)]])(
    'that is too long for a file is refused: number %#',
    (path) => {
      expect(read(path)).toMatchObject({ reason: 'invalid-input' });
    },
  );

  const step = fc.constantFrom(
    ...['..', '.', '', '/', 'folder', 'up', 'repo', 'byoasn.yml', 'secret.yml', 'to-stdin.yml'],
    ...['dev', 'stdin', 'proc', 'self', 'environ', 'fifo.yml', 'loop-a.yml', '\\', '%2e%2e', '\0'],
    ...[root, workspace, '...', ' ', '~', '\u2025', '．．'],
  );
  const path = fc.oneof(
    fc.array(step, { maxLength: 8 }).map((steps) => steps.join('/')),
    hostileText,
  );

  test('never leads outside the workspace, for any text', async () => {
    await fuzz('paths', path, 3_000, (text) => {
      const answer = read(text);
      if (answer instanceof Failure) expect(answer.reason).toBe('invalid-input');
      else expect(answer).toBe('inside');
    });
  });
});

describe('the bytes of a file', () => {
  const readBytes = (bytes: Uint8Array) => {
    writeFileSync(join(workspace, 'bytes.yml'), bytes);
    return read('bytes.yml');
  };

  test.each<[string, readonly number[]]>([
    ['a lone continuation', [0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['UTF-16', [0xff, 0xfe, 0x76, 0x00]],
    ['a cut character', [0x61, 0xe2, 0x82]],
  ])('that are not UTF-8 are refused: %s', (_, bytes) => {
    expect(readBytes(Uint8Array.from(bytes))).toMatchObject({ reason: 'invalid-input' });
  });

  test('always give targets, problems or a read error', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(fc.constantFrom('\ufeff', '\0', '', '\ufeff\ufeff'), fc.constant(good))
        .map((parts) => Buffer.from(parts.join(''))),
    );
    await fuzz('file bytes', bytes, 200, (some) => {
      const text = readBytes(some);
      if (text instanceof Failure) expect(text.reason).toBe('invalid-input');
      else expectParsed(text);
    });
  });
});

const good = stringify({
  version: 1,
  targets: [
    {
      name: 'edge',
      account: '111122223333',
      region: 'us-west-2',
      associations: [
        { asn: 64500, cidr: '198.51.100.0/24', note: 'ticket NET-12' },
        { asn: '64501', cidr: '2001:db8:1000::/48', remove: true },
      ],
      routes: [{ cidr: '198.51.100.0/24', origin: 64500, note: 'ticket NET-12' }],
    },
    {
      account: '444455556666',
      region: 'eu-west-1',
      routes: [{ cidr: '203.0.113.0/24', origin: 'none' }],
    },
  ],
});

/** Expects valid targets or problems, within a time limit. */
function expectParsed(text: string): void {
  const started = elapsedMs();
  const { targets, problems } = parseConfig(text, 'byoasn.yml', { specialUse: 'accept' });
  expect(elapsedMs() - started).toBeLessThan(5_000);
  if (problems) {
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(101);
    return;
  }
  for (const { accountId, region, associations, routes } of targets) {
    expect(accountId).toMatch(/^[0-9]{12}$/);
    expect(region).toMatch(/^[a-z0-9-]+$/);
    for (const { asn, cidr, note, remove = true } of associations) {
      expect(asn).toMatch(/^[1-9][0-9]{0,9}$/);
      expect(cidr).toMatch(/^[0-9a-f:.]+\/[0-9]+$/);
      expect(note).toBeTypeOf('string');
      expect(remove).toBe(true);
    }
    if (associations.length === 0) expect(routes).not.toHaveLength(0);
    for (const { origin, cidr, note } of routes ?? []) {
      expect(origin).toMatch(/^(AWS|none|[1-9][0-9]{0,9})$/);
      expect(cidr).toMatch(/^[0-9a-f:.]+\/[0-9]+$/);
      expect(note).toBeTypeOf('string');
    }
  }
}

interface Tree {
  readonly version: unknown;
  readonly targets: unknown;
  readonly [key: string]: unknown;
}

/** Every path to a value of a tree. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

/** A tree with the value at a path replaced, its key renamed or left out. */
function changed(value: unknown, path: readonly string[], change: Change): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change.value;
  const changedEntry = ([name, item]: [string, unknown]): [string, unknown][] => {
    if (name !== key) return [[name, item]];
    if (rest.length > 0) return [[name, changed(item, rest, change)]];
    if (change.how === 'drop') return [];
    return change.how === 'rename' ? [[change.name, item]] : [[name, change.value]];
  };
  const entries = Object.entries(Object(value)).flatMap(changedEntry);
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

interface Change {
  readonly how: 'replace' | 'rename' | 'drop';
  readonly name: string;
  readonly value: unknown;
}

const odd = fc.oneof(
  hostileText,
  fc.jsonValue(),
  fc.constantFrom(
    ...[64_500, -1, 0, 1e21, 0.1, Number.NaN, Number.POSITIVE_INFINITY, 4_294_967_296, true, null],
    ...[
      '',
      '64500',
      'AS64500',
      '064500',
      '198.51.100.0/24',
      '::/0',
      'us-west-2',
      '1'.repeat(5_000),
    ],
    ...['none', 'None', 'AWS', 'aws', 'null', 'off', 'no', false, ' none', 'none\n', 'n\u043ene'],
    ...[
      [],
      {},
      [[]],
      { asn: 64_500 },
      allHostileText,
      '*edge',
      '&a',
      '!!js/function',
      '<<',
      '=',
      '~',
    ],
  ),
);

describe('a good file with one change to its structure', () => {
  const tree: Tree = JSON.parse(JSON.stringify(yamlOf()));
  const change = fc.record({
    path: fc.constantFrom(...pathsOf(tree)),
    change: fc.record({
      how: fc.constantFrom('replace', 'replace', 'replace', 'rename', 'drop'),
      name: fc.oneof(
        fc.constantFrom('__proto__', 'constructor', 'asn', 'origin', 'remove', '<<', ''),
        hostileText,
      ),
      value: odd,
    }),
    form: fc.constantFrom('YAML', 'JSON'),
  });

  test(
    'has valid targets or problems',
    async () => {
      await fuzz('file structures', change, 500, ({ path, change, form }) => {
        const value = changed(tree, path, change);
        expectParsed(form === 'YAML' ? stringify(value) : (JSON.stringify(value) ?? ''));
      });
    },
    fuzzTimeoutMs,
  );

  function yamlOf(): unknown {
    return {
      version: 1,
      targets: [
        {
          name: 'edge',
          account: '111122223333',
          region: 'us-west-2',
          associations: [
            { asn: 64_500, cidr: '198.51.100.0/24', note: 'ticket NET-12' },
            { asn: '64501', cidr: '2001:db8:1000::/48', remove: true },
          ],
          routes: [
            { cidr: '198.51.100.0/24', origin: 64_500, note: 'ticket NET-12' },
            { cidr: '2001:db8:1000::/48', origin: 'AWS' },
          ],
        },
      ],
    };
  }
});

describe('no text other than none withdraws a CIDR,', () => {
  const target = (origin: unknown) => ({
    account: '111122223333',
    region: 'us-west-2',
    routes: [{ cidr: '198.51.100.0/24', origin }],
  });
  const nearly = fc.constantFrom(
    ...['none', 'None', 'NONE', 'none ', '\tnone', 'none\r\n', '"none"', 'none#', 'null', 'no'],
    ...['\ufeffnone', 'none\u200b', 'n\u043ene', '\uff4eone', 'no ne', 'none,AWS', '~', '', '-'],
  );
  const texts = fc.oneof(
    nearly,
    hostileText,
    fc.jsonValue(),
    fc.tuple(nearly, hostileText).map((parts) => parts.join('')),
  );

  test('in YAML or JSON', async () => {
    const written = fc.record({ origin: texts, form: fc.constantFrom('YAML', 'JSON') });
    await fuzz('origins', written, 1_000, ({ origin, form }) => {
      const file = { version: 1, targets: [target(origin)] };
      const text = form === 'YAML' ? stringify(file) : JSON.stringify(file);
      const { targets } = parseConfig(text, 'byoasn.yml', { specialUse: 'accept' });
      const routes = targets?.flatMap((read) => read.routes ?? []) ?? [];
      expect(routes.some((route) => route.origin === 'none')).toBe(origin === 'none');
    });
  });

  test('written in the file verbatim', async () => {
    await fuzz('origins as written', fc.oneof(nearly, hostileText), 1_000, (origin) => {
      const text = `version: 1
targets:
  - account: "111122223333"
    region: us-west-2
    routes:
      - cidr: 198.51.100.0/24
        origin: ${origin}
`;
      const { targets } = parseConfig(text, 'byoasn.yml', { specialUse: 'accept' });
      const origins = targets?.flatMap(({ routes = [] }) => routes.map((route) => route.origin));
      // Blanks around plain text and quotes are not part of the text.
      const plain = /^[ \t\r\n]*("none"|'none'|none)[ \t\r\n]*$/.test(origin);
      expect(origins?.includes('none') ?? false).toBe(plain);
    });
  });
});

// The largest file that is read with FUZZ_RUNS; the time grows no faster than the text.
const size = factor > 1 ? 1_048_000 : 32_768;

describe('a file is checked in time bounded by its size,', () => {
  const fill = (head: string, part: string, tail = '') =>
    `${head}${part.repeat(Math.floor((size - head.length - tail.length) / part.length))}${tail}`;
  const target = (items: string, key = 'associations') =>
    `version: 1\ntargets:\n- account: "111122223333"\n  region: us-west-2\n  ${key}:\n${items}`;

  test.each<[string, string]>([
    ['of open brackets', fill('', '[')],
    ['of open braces', fill('', '{')],
    ['of dashes', fill('', '- ')],
    ['of keys in keys', fill('', '? ')],
    ['of one line', fill('', 'x')],
    ['of line ends', fill('', '\n')],
    ['of tabs', fill('', '\t')],
    ['of quotes', fill('', '"')],
    ['of an open quote with escapes', fill('"', '\\"')],
    ['of anchors', fill('', '&a ')],
    ['of aliases', fill('x: &a [1]\ny: [', '*a,', ']')],
    ['of tags', fill('', '!a ')],
    ['of comments', fill('', '#\n')],
    ['of documents', fill('', '---\n')],
    ['of directives', fill('', '%YAML 1.2\n')],
    ['of merge keys', fill('', '<<: {}\n')],
    [
      'of spaces that grow',
      Array.from({ length: Math.sqrt(2 * size) }, (_, nth) => `${' '.repeat(nth)}a:`).join('\n'),
    ],
    ['of a block scalar', fill('a: |\n', '  x\n')],
    ['of empty associations', fill(target(''), '  - {}\n')],
    ['of one association again', fill(target(''), '  - { asn: 64500, cidr: 198.51.100.0/24 }\n')],
    ['of notes', fill(target('  - { asn: 64500, cidr: 198.51.100.0/24, note: "'), '@x ', '" }\n')],
    ['of a long ASN', fill(target('  - { cidr: 198.51.100.0/24, asn: "'), '1', '" }\n')],
    ['of a long CIDR', fill(target('  - { asn: 64500, cidr: "'), '1.', '" }\n')],
    ['of one route again', fill(target('', 'routes'), '  - { cidr: ::/0, origin: none }\n')],
    [
      'of a long origin',
      fill(target('  - { cidr: 198.51.100.0/24, origin: "', 'routes'), 'none', '" }\n'),
    ],
    ['of a long IPv6 CIDR', fill(target('  - { asn: 64500, cidr: "'), 'a:', '::/48" }\n')],
  ])('%s', async (_name, text) => {
    await counted('enormous files', expectParsed)(text);
  });

  test('also with exponentially growing aliases', async () => {
    const levels = Array.from(
      { length: 20 },
      (_, nth) => `l${nth + 1}: &l${nth + 1} [${`*l${nth},`.repeat(10)}]`,
    );
    await counted('enormous files', expectParsed)(`l0: &l0 [x]\n${levels.join('\n')}\n`);
  });
});
