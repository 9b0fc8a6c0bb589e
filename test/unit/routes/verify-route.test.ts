import { describe, expect, test } from 'vitest';
import type { SeenRoutes } from '../../../src/plan/observed-origin.ts';
import { verifyRoute } from '../../../src/routes/wait-for-collectors.ts';
import { originOfText } from './origins.ts';

/** Origins such as `64500 298`, or `64500 298 20` with 20 of the peers elsewhere; `set 3` for peers without one. */
function seenOf(...texts: readonly string[]): SeenRoutes {
  const parts = texts.map((text) => {
    const [asn = '', peers, elsewhere = '0'] = text.split(' ');
    return { asn, peers: Number(peers), elsewhere: Number(elsewhere) };
  });
  return {
    peers: parts.reduce((sum, { peers }) => sum + peers, 0),
    origins: parts.filter(({ asn }) => asn !== 'set'),
  };
}

const check = (desired: string, seen: readonly string[]) => {
  const { isAsDesired, text } = verifyRoute(originOfText(desired), seenOf(...seen));
  return [isAsDesired, text];
};

describe('an origin is as desired', () => {
  test.each<[string, readonly string[], boolean, string]>([
    ['64500', ['64500 312'], true, 'AS64500 at 312 of 312 peers (100 %)'],
    ['64500', ['64500 80', '16509 20'], true, 'AS64500 at 80 of 100 peers (80 %)'],
    ['64500', ['64500 798', '16509 202'], false, 'AS64500 at 798 of 1000 peers (79 %)'],
    ['64500', ['64500 80', '16509 19', 'set 2'], false, 'AS64500 at 80 of 101 peers (79 %)'],
    ['64500', ['16509 312'], false, 'AS64500 at 0 of 312 peers (0 %)'],
    ['64500', [], false, 'AS64500 at 0 of 0 peers (0 %)'],
    ['64500', ['64500 10'], true, 'AS64500 at 10 of 10 peers (100 %)'],
    ['64500', ['64500 9'], false, 'AS64500 at 9 of 9 peers (100 %)'],
    ['AWS', ['16509 150', '14618 150', '64500 12'], true, 'AWS at 300 of 312 peers (96 %)'],
    ['AWS', ['64500 312'], false, 'AWS at 0 of 312 peers (0 %)'],
    [
      'AWS',
      ['64500 200 200', '16509 112'],
      true,
      'AWS at 112 of 112 peers (100 %); another route: from AS64500 by 200 peers',
    ],
    [
      '64500',
      ['64500 312 300'],
      true,
      'AS64500 at 12 of 12 peers (100 %); another route: from AS64500 by 300 peers',
    ],
    [
      '64500',
      ['64500 300 300', '16509 12'],
      false,
      'AS64500 at 0 of 12 peers (0 %); another route: from AS64500 by 300 peers',
    ],
  ])('%s where the collectors see %j: %s', (desired, seen, isAsDesired, text) => {
    expect(check(desired, seen)).toEqual([isAsDesired, text]);
  });
});

describe('a withdrawal is as desired', () => {
  test.each<[readonly string[], boolean, string]>([
    [[], true, '0 peers see it from AWS'],
    [['64500 1'], true, '1 peer sees it from AWS'],
    [['64500 5'], true, '5 peers see it from AWS'],
    [['64500 6'], false, '6 peers see it from AWS'],
    [['64500 3', '16509 3'], false, '6 peers see it from AWS'],
    [['64500 3', 'set 3'], false, '6 peers see it from AWS'],
    [['64499 50 50'], true, '0 peers see it from AWS; another route: from AS64499 by 50 peers'],
    [['64500 303 300'], true, '3 peers see it from AWS; another route: from AS64500 by 300 peers'],
  ])('where the collectors see %j: %s', (seen, isAsDesired, text) => {
    expect(check('none', seen)).toEqual([isAsDesired, text]);
  });
});
