import { describe, expect, test } from 'vitest';
import { addReading, noReads } from '../../../src/apply/history.ts';
import {
  evaluateRoute,
  readingOf,
  routeGoal,
  type WantedRoute,
} from '../../../src/routes/change-rules.ts';
import { observedCidr } from '../plan/observed-cidr.ts';
import { routeOf } from './route-change.ts';

const [provisioned, advertised] = ['provisioned', 'advertised'];
const [advertising, withdrawing] = ['pending-advertising', 'pending-withdrawal'];
const gone = 'not listed';

/** A read such as `advertised`, or `advertised 64501` where the association with AS64501 shows it. */
const readingOfText = (text: string) => {
  const [state = '', ...origins] = text === gone ? [gone] : text.split(' ');
  return { state, statusMessage: '', origins };
};

/** The results of a wait that reads these states one after the other. */
function results(wanted: WantedRoute, ...reads: readonly string[]): readonly string[] {
  let history = noReads;
  return reads.map((text) => {
    const reading = readingOfText(text);
    history = addReading(routeGoal(wanted), history, reading.state);
    const evaluated = evaluateRoute(wanted, history, reading);
    return typeof evaluated === 'object' ? evaluated.reason : evaluated;
  });
}

const many = (count: number, text: string) => Array<string>(count).fill(text);
const wanted = (step: WantedRoute['step'], before: string, origin = '64500'): WantedRoute => ({
  step,
  before,
  route: routeOf(origin),
});

const advertise = wanted('advertise', provisioned);
const swap = wanted('swap', advertised);
const swapToAws = wanted('swap', advertised, 'AWS');
const withdraw = wanted('withdraw', advertised, 'none');
const waitToAdvertise = wanted('wait', advertising);
const waitToWithdraw = wanted('wait', withdrawing, 'none');

describe('an advertisement', () => {
  test.each([
    ['goes through pending', [advertising, advertising, advertised], ['open', 'open', 'done']],
    ['that nobody saw pending needs a second read', many(2, advertised), ['open', 'done']],
    ['is done where its association says so', ['advertised 64500'], ['done']],
    ['is waited for while the listing lags behind', many(9, provisioned), many(9, 'open')],
    [
      'may lag behind after a newer state',
      [advertising, provisioned, advertised],
      ['open', 'open', 'done'],
    ],
    ['is not done while another origin is shown', many(6, 'advertised 64501'), many(6, 'open')],
    [
      'fails when an operator withdraws it again',
      [advertising, advertising, advertising, withdrawing],
      ['open', 'open', 'open', 'route-busy'],
    ],
    [
      'fails when an operator has withdrawn it again',
      [advertising, advertising, provisioned, provisioned],
      ['open', 'open', 'open', 'route-busy'],
    ],
    [
      'treats three reads of the opposite change as stale',
      [withdrawing, withdrawing, withdrawing, withdrawing],
      ['open', 'open', 'open', 'route-busy'],
    ],
    ['is waited for in a state that is not known', many(6, 'some-new-state'), many(6, 'open')],
    ['is waited for while reads are unclear', many(6, 'unknown'), many(6, 'open')],
    [
      'fails when it can never be',
      many(4, 'provisioned-not-publicly-advertisable'),
      ['open', 'open', 'open', 'cidr-not-eligible'],
    ],
  ])('%s', (_, reads, expected) => {
    expect(results(advertise, ...reads)).toEqual(expected);
  });
});

describe('a swap', () => {
  test.each([
    ['is done where the listing shows its origin', ['advertised 64500'], ['done']],
    ['is done after pending', [advertising, advertised], ['open', 'done']],
    [
      'that no association shows is done once the reads are not stale',
      many(4, advertised),
      ['open', 'open', 'open', 'done'],
    ],
    ['is open while the former origin is shown', many(5, 'advertised 64501'), many(5, 'open')],
    ['is open while both origins are shown', many(5, 'advertised 64501 64500'), many(5, 'open')],
    [
      'is done when the former origin is no longer shown',
      ['advertised 64501', 'advertised 64501', 'advertised 64501', advertised],
      ['open', 'open', 'open', 'done'],
    ],
    [
      'does not count unclear reads',
      [...many(3, 'unknown'), ...many(4, advertised)],
      [...many(6, 'open'), 'done'],
    ],
    [
      'fails when an operator withdraws the CIDR',
      [...many(3, 'advertised 64501'), withdrawing],
      ['open', 'open', 'open', 'route-busy'],
    ],
    [
      'fails when an operator has withdrawn the CIDR',
      many(4, provisioned),
      ['open', 'open', 'open', 'route-busy'],
    ],
  ])('to an own ASN %s', (_, reads, expected) => {
    expect(results(swap, ...reads)).toEqual(expected);
  });

  test.each([
    ['is open while the former origin is shown', many(5, 'advertised 64501'), many(5, 'open')],
    [
      'is done once no association shows the origin and the reads are not stale',
      many(4, advertised),
      ['open', 'open', 'open', 'done'],
    ],
    ['is done after pending', [advertising, advertised], ['open', 'done']],
  ])('to AWS %s', (_, reads, expected) => {
    expect(results(swapToAws, ...reads)).toEqual(expected);
  });
});

describe('a withdrawal', () => {
  test.each([
    ['goes through pending', [withdrawing, withdrawing, provisioned], ['open', 'open', 'done']],
    ['that nobody saw pending needs a second read', many(2, provisioned), ['open', 'done']],
    [
      'is not done by a stale read from before an advertisement',
      [provisioned, 'advertised 64500', withdrawing, provisioned],
      ['open', 'open', 'open', 'done'],
    ],
    ['is waited for while the listing lags behind', many(9, 'advertised 64500'), many(9, 'open')],
    [
      'fails when someone has advertised it again',
      [withdrawing, withdrawing, withdrawing, advertised],
      ['open', 'open', 'open', 'route-busy'],
    ],
    [
      'fails when someone is advertising it',
      many(4, advertising),
      ['open', 'open', 'open', 'route-busy'],
    ],
  ])('%s', (_, reads, expected) => {
    expect(results(withdraw, ...reads)).toEqual(expected);
  });
});

describe("the wait for someone else's change", () => {
  test.each([
    ['ends when it is advertised', [advertising, advertised], ['open', 'done']],
    ['goes on while it is pending', many(9, advertising), many(9, 'open')],
    [
      'ends from another origin too, once the reads are not stale',
      many(4, 'advertised 64501'),
      ['open', 'open', 'open', 'done'],
    ],
    [
      'fails when an operator withdraws it',
      [advertising, advertising, advertising, withdrawing],
      ['open', 'open', 'open', 'route-busy'],
    ],
    [
      'fails when an operator has withdrawn it',
      many(4, provisioned),
      ['open', 'open', 'open', 'route-busy'],
    ],
  ])('to be advertised %s', (_, reads, expected) => {
    expect(results(waitToAdvertise, ...reads)).toEqual(expected);
  });

  test.each([
    ['ends when it is provisioned', [withdrawing, provisioned], ['open', 'done']],
    [
      'fails when it is advertised again',
      many(4, advertised),
      ['open', 'open', 'open', 'route-busy'],
    ],
  ])('to be withdrawn %s', (_, reads, expected) => {
    expect(results(waitToWithdraw, ...reads)).toEqual(expected);
  });
});

describe.each([
  ['an advertisement', advertise],
  ['a swap', swap],
  ['a withdrawal', withdraw],
  ['a wait', waitToAdvertise],
])('%s fails', (_name, change) => {
  test('when three reads in a row do not list the CIDR', () => {
    const { pending } = change === withdraw ? { pending: withdrawing } : { pending: advertising };
    expect(results(change, gone, gone, pending, gone, gone, gone)).toEqual([
      ...many(5, 'open'),
      'cidr-not-found',
    ]);
  });

  test('not if an unclear read interrupts those that do not list it', () => {
    expect(results(change, gone, gone, 'unknown', gone, gone)).toEqual(many(5, 'open'));
  });

  test.each([
    'pending-provision',
    'failed-provision',
    'pending-deprovision',
    'failed-deprovision',
    'deprovisioned',
  ])('when the CIDR is %s beyond the stale reads', (state) => {
    expect(results(change, ...many(4, state))).toEqual([...many(3, 'open'), 'cidr-not-ready']);
  });
});

describe('a listing shows', () => {
  const route = routeOf();
  const association = (asn: string, state: string) => ({ asn, state, statusMessage: '' });

  test('the state of the CIDR and the origins of its associations', () => {
    const associations = [association('64500', advertised), association('64501', 'associated')];
    const listed = observedCidr({ state: advertised, statusMessage: 'ok', associations });
    expect(readingOf([listed], route)).toEqual({
      state: advertised,
      statusMessage: 'ok',
      origins: ['64500'],
    });
  });

  test('a CIDR that it lacks as not listed', () => {
    const listed = observedCidr({ cidr: '203.0.113.0/24' });
    expect(readingOf([listed], route)).toMatchObject({ state: gone, origins: [] });
  });

  test('an unknown state if it contradicts itself', () => {
    const listed = [observedCidr({ state: provisioned }), observedCidr({ state: advertised })];
    expect(readingOf(listed, route)).toMatchObject({ state: 'unknown', origins: [] });
  });
});
