import { describe, expect, test } from 'vitest';
import { rangeText } from '../../../src/domain/ip-range.ts';
import { readRows, readVrp } from '../../../src/rpki/read-vrp.ts';
import { SourceError } from '../../../src/rpki/source-error.ts';

const prefix = '198.51.100.0/22';
/** What `JSON.parse` can read, and `JSON.stringify` cannot write. */
const deeplyNested: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);

/** `AS64500 198.51.100.0/22-24`, and when it expires. */
function textOf(row: unknown): string {
  const { asn, prefix, maxLength, expires } = readVrp(row);
  return `AS${asn} ${rangeText(prefix)}-${maxLength}${expires === undefined ? '' : ` ${expires}`}`;
}

describe('a VRP is read in the format of', () => {
  test.each([
    [
      'rpki-client',
      { asn: 64500, prefix, maxLength: 24, ta: 'ripe', expires: 1_800_000_000 },
      'AS64500 198.51.100.0/22-24 1800000000',
    ],
    [
      'Routinator',
      { asn: 'AS64500', prefix, maxLength: 24, ta: 'ripe' },
      'AS64500 198.51.100.0/22-24',
    ],
    [
      "Routinator's validity",
      { asn: 'AS64500', prefix, maxLength: '24' },
      'AS64500 198.51.100.0/22-24',
    ],
    ['StayRTR', { asn: 'AS0', prefix: '2001:DB8::/32', maxLength: 48 }, 'AS0 2001:db8::/32-48'],
    ['one without maxLength', { asn: 4_294_967_295, prefix }, 'AS4294967295 198.51.100.0/22-22'],
  ])('%s', (_, row, text) => {
    expect(textOf(row)).toBe(text);
  });
});

test.each([
  undefined,
  null,
  'AS64500',
  {},
  { asn: 64500 },
  { asn: 64500.5, prefix },
  { asn: 4_294_967_296, prefix },
  { asn: -1, prefix },
  { asn: 'AS-SET', prefix },
  { asn: 64500, prefix: '198.51.100.0' },
  { asn: 64500, prefix: '198.51.100.0/33' },
  { asn: 64500, prefix: 'routes/24' },
  { asn: 64500, prefix, maxLength: 21 },
  { asn: 64500, prefix, maxLength: 33 },
  { asn: 64500, prefix, maxLength: 'all' },
  { asn: 64500, prefix, maxLength: null },
  { asn: 64500, prefix, expires: '2026-12-01' },
])('%j is no VRP', (row) => {
  expect(() => readVrp(row)).toThrow(SourceError);
});

describe('rows', () => {
  const now = Date.parse('2026-11-30T00:00:00Z');
  const roas = [{ asn: 64500, prefix }];

  test.each([
    ['a list', roas],
    ['rpki-client', { metadata: { buildtime: '2026-11-29T01:00:00Z' }, roas }],
    ['Routinator', { metadata: { generated: 1, generatedTime: '2026-11-29T01:00:00Z' }, roas }],
    ['StayRTR', { metadata: { generated: now / 1000 - 3_600 }, roas }],
    ['a source without a time', { roas }],
    ['a clock ahead of this one', { metadata: { buildtime: '2026-12-01T01:00:00Z' }, roas }],
  ])('are in %s', (_, document) => {
    expect(readRows(document, 24, now)).toEqual(roas);
  });

  test.each([
    [{}, /no list of VRPs/],
    [{ roas: {} }, /no list of VRPs/],
    ['roas', /no list of VRPs/],
    [
      { metadata: { buildtime: '2026-11-28T20:00:00Z' }, roas },
      /stale: 28 hours old, and the limit is 24 \(rpki-max-age\); renew/,
    ],
    [{ metadata: { generated: now / 1000 - 90_001 }, roas }, /stale: 25 hours old/],
    [{ metadata: { generatedTime: 'yesterday' }, roas }, /time cannot be read: "yesterday"/],
    [{ metadata: { generated: 'x' }, roas }, /time cannot be read: "x"/],
  ])('are not in %j', (document, message) => {
    expect(() => readRows(document, 24, now)).toThrow(message);
    expect(() => readRows(document, 24, now)).toThrow(SourceError);
  });
});

test('a value that is nested too deeply to quote is no defect', () => {
  expect(() => readVrp({ asn: deeplyNested })).toThrow(
    'a VRP cannot be read: it is nested too deeply',
  );
  for (const metadata of [{ generated: deeplyNested }, { buildtime: deeplyNested }]) {
    expect(() => readRows({ metadata, roas: [] }, 24, 0)).toThrow(
      'its time cannot be read: it is nested too deeply',
    );
  }
});
