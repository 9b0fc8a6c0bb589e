import { describe, expect, test } from 'vitest';
import type { Seen } from '../../../src/plan/observed-origin.ts';
import type { RouteChange } from '../../../src/plan/plan.ts';
import { effectOf } from '../../../src/routes/effect.ts';
import { changeOf, originFrom, routeOf } from './route-change.ts';

const seen: Seen = { peers: 312, origins: [{ asn: '16509', peers: 312 }] };
const valid = {
  state: 'valid',
  why: '',
  wayBack: [{ asn: '16509', state: 'valid' }],
  notes: [],
  roas: ['AS64500 /24'],
  warnings: [],
} as const;

const effectFor = (facts: Partial<RouteChange>) => effectOf(changeOf(facts));

describe('the effect of a change of origin', () => {
  test('has the origins, the RPKI verdicts on it and on the way back, and the seen origins', () => {
    expect(effectFor({ originBefore: originFrom('AWS', seen), rpki: valid })).toBe(
      '198.51.100.0/24: origin AWS to AS64500. RPKI from AS64500: valid (ROA AS64500 /24); from AWS, to go back: valid. Seen now from AS16509 by 312 peers.',
    );
  });

  test('lists the five origins that most peers see, and counts the others', () => {
    const origins = [1, 2, 3, 4, 5, 6, 7].map((nth) => ({ asn: String(64_495 + nth), peers: 9 }));
    const effect = effectFor({ originBefore: originFrom('AWS', { peers: 63, origins }) });
    expect(effect).toContain('Seen now from AS64496 by 9 peers and from ');
    expect(effect).toMatch(/ and from AS64500 by 9 peers and from 2 more\.$/);
  });

  test('says which way back is not valid', () => {
    const rpki = { ...valid, wayBack: [{ asn: '16509', state: 'invalid' }] } as const;
    expect(effectFor({ rpki })).toContain('; from AWS, to go back: invalid from AS16509.');
  });

  test('to AWS names the ASN of the way back', () => {
    const rpki = { ...valid, wayBack: [{ asn: '64500', state: 'valid' }] } as const;
    expect(effectFor({ route: routeOf('AWS'), rpki })).toContain(
      'RPKI from AWS: valid (ROA AS64500 /24); from AS64500, to go back: valid.',
    );
  });

  test('names the way back to AWS, and to the former ASN', () => {
    const wayBack = [
      { asn: '16509', state: 'valid' },
      { asn: '64501', state: 'not-found' },
    ] as const;
    const rpki = { ...valid, wayBack };
    expect(effectFor({ originBefore: originFrom('64501'), rpki })).toContain(
      '; from AWS, to go back: valid; from AS64501, to go back: not-found from AS64501.',
    );
  });

  test('names peers without a single origin', () => {
    const originBefore = originFrom('AWS', { peers: 4, origins: [{ asn: '16509', peers: 1 }] });
    expect(effectFor({ originBefore })).toMatch(
      /Seen now from AS16509 by 1 peer and from no single origin by 3 peers\.$/,
    );
  });

  test('says what was not read', () => {
    const rpki = { ...valid, state: 'unread', why: 'stale', wayBack: [], roas: [] } as const;
    const originBefore = originFrom('AWS', { unread: 'down' });
    expect(effectFor({ originBefore, rpki })).toBe(
      "198.51.100.0/24: origin AWS to AS64500. RPKI was not read. RIPE's route collectors were not read, so it is unknown where the prefix is visible.",
    );
  });

  test('of an advertisement starts from none', () => {
    const originBefore = originFrom('none', { peers: 0, origins: [] });
    expect(effectFor({ step: 'advertise', originBefore })).toBe(
      '198.51.100.0/24: origin none to AS64500. Not seen now.',
    );
  });
});

describe('the effect of a withdrawal', () => {
  const withdraw = (now?: Seen, origin = '64500') =>
    effectFor({ step: 'withdraw', originBefore: originFrom(origin, now) });

  test.each(['64500', '64501', 'AWS', 'unknown'])(
    'from %s does not count peers that see it through AWS as another announcement',
    (origin) => {
      const origins = [{ asn: '64500', peers: 312, elsewhere: 12 }];
      expect(withdraw({ peers: 312, origins }, origin)).toMatch(
        /It is also seen from AS64500 by 12 peers\.$/,
      );
      const none = [{ asn: '64500', peers: 312 }];
      expect(withdraw({ peers: 312, origins: none }, origin)).toMatch(
        /No other route is seen; the prefix becomes unreachable\.$/,
      );
    },
  );

  test.each([
    [{ peers: 9, origins: [{ asn: '64500', peers: 9 }] }, 'the prefix becomes unreachable'],
    [{ peers: 2, origins: [{ asn: '16509', peers: 2 }] }, 'the prefix becomes unreachable'],
    [
      {
        peers: 3,
        origins: [
          { asn: '64500', peers: 2 },
          { asn: '64999', peers: 1, elsewhere: 1 },
        ],
      },
      'It is also seen from AS64999 by 1 peer.',
    ],
    [{ peers: 5, origins: [], elsewhere: 3 }, 'It is also seen from no single origin by 3 peers.'],
    [{ peers: 5, origins: [] }, 'the prefix becomes unreachable'],
    [{ unread: 'down' }, 'were not read; the prefix may become unreachable'],
    [undefined, 'were not read; the prefix may become unreachable'],
  ] as const)('with %j seen', (now, text) => {
    expect(withdraw(now)).toContain(text);
  });
});

test.each(['keep', 'wait', 'refuse'] as const)('%s has no effect', (step) => {
  expect(effectFor({ step })).toBe('');
});
