import { describe, expect, test } from 'vitest';
import { makeVerdict, questionOf } from '../../../src/rpki/make-verdict.ts';
import { readVrp } from '../../../src/rpki/read-vrp.ts';
import { associationOf } from '../domain/association.ts';

const now = Date.parse('2026-11-30T00:00:00Z') / 1000;
const day = 86_400;
const cidr = '198.51.100.0/24';

const verdictOf = (rows: readonly unknown[], region = 'us-west-2') =>
  makeVerdict(questionOf(associationOf('64500', cidr), region), { vrps: rows.map(readVrp) }, now);

const own = { asn: 64500, prefix: cidr, maxLength: 24 };

describe('an association', () => {
  test('is valid, and so is the way back to the origins of its partition', () => {
    expect(verdictOf([own, { ...own, asn: 16509 }, { ...own, asn: 14618 }])).toEqual({
      state: 'valid',
      why: '',
      wayBack: [
        { asn: '16509', state: 'valid' },
        { asn: '14618', state: 'valid' },
      ],
      notes: [],
      roas: ['AS64500 /24'],
    });
    expect(verdictOf([own], 'us-gov-west-1').wayBack).toEqual([{ asn: '8987', state: 'invalid' }]);
    expect(verdictOf([own], 'cn-north-1').wayBack).toEqual([]);
  });

  test('is not valid by a VRP that has expired', () => {
    expect(verdictOf([{ ...own, expires: now }]).state).toBe('not-found');
    expect(verdictOf([{ ...own, expires: now + 1 }]).state).toBe('valid');
  });

  test('has a note if the last VRP expires within seven days', () => {
    expect(verdictOf([{ ...own, expires: now + 7 * day }]).notes).toEqual([
      '198.51.100.0/24 from AS64500 is valid until 2026-12-07 00:00 UTC, unless renewed',
    ]);
    expect(verdictOf([{ ...own, expires: now + 8 * day }]).notes).toEqual([]);
    expect(verdictOf([{ ...own, expires: now + day }, own]).notes).toEqual([]);
  });

  test('has a note if more specific prefixes are valid too', () => {
    expect(verdictOf([{ ...own, prefix: '198.51.0.0/16', maxLength: 26 }]).notes).toEqual([
      'AS64500 may also originate prefixes in 198.51.100.0/24 up to /26',
    ]);
  });

  test('is unread if the source is', () => {
    expect(
      makeVerdict(questionOf(associationOf(), 'us-west-2'), { unread: 'it is stale' }, now),
    ).toEqual({
      state: 'unread',
      why: 'it is stale',
      wayBack: [],
      notes: [],
      roas: [],
    });
  });
});

describe('a route from several origins', () => {
  const amazon = {
    cidr: associationOf('64500', cidr).cidr,
    origins: ['16509', '14618'],
    wayBack: [],
  };
  const verdict = (rows: readonly unknown[]) =>
    makeVerdict(amazon, { vrps: rows.map(readVrp) }, now);

  test.each([
    ['valid', [16509, 14618]],
    ['invalid', [16509]],
    ['invalid', [64500]],
    ['not-found', []],
  ])('is %s with VRPs of %j: the worst one counts', (state, asns) => {
    expect(verdict(asns.map((asn) => ({ ...own, asn }))).state).toBe(state);
  });

  test('names the origin that is not valid', () => {
    expect(verdict([{ ...own, asn: 16509 }]).why).toContain('with AS14618');
  });

  test('is unread if no origin is documented', () => {
    expect(makeVerdict({ ...amazon, origins: [] }, { vrps: [] }, now).state).toBe('unread');
  });
});
