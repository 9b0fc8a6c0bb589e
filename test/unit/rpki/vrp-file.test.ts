import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rangeOf, rangeText } from '../../../src/domain/ip-range.ts';
import { readVrpFile, readVrpText } from '../../../src/rpki/vrp-file.ts';

const wanted = ['198.51.100.0/24', '2001:db8:1000::/48'].flatMap((cidr) => rangeOf(cidr) ?? []);

const read = (document: unknown) =>
  readVrpFile(JSON.stringify(document), wanted, 24, Date.now()).map(({ prefix }) =>
    rangeText(prefix),
  );

const rows = (...prefixes: readonly string[]) => prefixes.map((prefix) => ({ asn: 64500, prefix }));

describe('of a file', () => {
  test('only VRPs that touch the CIDRs are kept, however they are written', () => {
    const near = ['198.51.100.0/24', '198.0.0.0/8', '0.0.0.0/0', '192.0.0.0/2', '::/0'];
    const nearIPv6 = ['2001:DB8::/32', '2001:0db8:1000:0::/48', '2000::/3', '2001::/16'];
    const far = ['198.51.101.0/24', '203.0.113.0/24', '2001:db8:2000::/48', '2a00::/12', '::/8'];
    expect(read(rows(...near, ...far, ...nearIPv6))).toEqual([
      ...near,
      '2001:db8::/32',
      '2001:db8:1000::/48',
      '2000::/3',
      '2001::/16',
    ]);
  });

  test.each([
    ['{', /not JSON/],
    ['[{"asn": 1}]', /a row has no prefix: {"asn":1}/],
    ['[null]', /a row has no prefix: null/],
    ['[{"prefix": "198.51.100.0/24"}]', /a VRP cannot be read/],
    ['[{"asn": 1, "prefix": "198.51.100.0"}]', /a VRP cannot be read/],
    ['[{"asn": 1, "prefix": ""}]', /a VRP cannot be read/],
  ])('%s is refused', (text, message) => {
    expect(() => readVrpFile(text, wanted, 24, 0)).toThrow(message);
  });
});

describe('the path of a file', () => {
  let root: string;
  let folders: readonly [string, string];

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'byoasn-vrps-'));
    folders = [join(root, 'workspace'), join(root, 'temp')];
    for (const folder of folders) mkdirSync(folder);
    for (const folder of [root, ...folders]) writeFileSync(join(folder, 'vrps.json'), '[]');
    symlinkSync(join(root, 'vrps.json'), join(folders[0], 'link.json'));
    writeFileSync(join(folders[1], 'large.json'), '');
    truncateSync(join(folders[1], 'large.json'), 134_217_729);
  });

  afterAll(() => rmSync(root, { recursive: true }));

  test('is from the workspace, or full', () => {
    expect(readVrpText('vrps.json', folders)).toBe('[]');
    expect(readVrpText(join(folders[1], 'vrps.json'), folders)).toBe('[]');
  });

  test('may lead anywhere in a terminal', () => {
    expect(readVrpText(join(root, 'vrps.json'), [])).toBe('[]');
  });

  test.each([
    ['../vrps.json', /neither in the workspace nor/],
    ['link.json', /neither in the workspace nor/],
    ['nothing.json', /does not exist/],
    ['.', /the file: .*EISDIR/],
    ['../temp/large.json', /134217729 bytes; the limit is 134217728: keep only VRPs/],
  ])('%s is refused', (path, message) => {
    expect(() => readVrpText(path, folders)).toThrow(message);
  });
});
