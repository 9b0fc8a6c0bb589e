import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/apply/call-rules.ts';
import type { ResultKind } from '../../../src/aws/errors/error-codes.ts';
import {
  classifyRead,
  decideCall,
  decideNext,
  type NextStep,
} from '../../../src/routes/change-rules.ts';
import { changeOf, originFrom, routeOf } from './route-change.ts';

type Step = 'advertise' | 'swap' | 'withdraw';

/** The decision after the first call, and after one that AWS may have carried out. */
type Row = readonly [first: Decision, later: Decision];

const retry: Row = ['not carried out', 'not carried out'];
const readBack: Row = ['read back', 'read back'];
const onlyLater: Row = ['not carried out', 'read back'];

const decisions: Readonly<Record<ResultKind, readonly [routes: Row, toAws: Row, toOwn: Row]>> = {
  throttled: [retry, retry, retry],
  unsent: [retry, retry, retry],
  ambiguous: [readBack, ['repeat', 'unknown'], ['unknown', 'unknown']],
  intercepted: [readBack, ['repeat', 'unknown'], ['unknown', 'unknown']],
  permitted: [readBack, ['repeat', 'unknown'], ['unknown', 'unknown']],
  rejected: [
    ['check rejection', 'read back'],
    ['check rejection', 'unknown'],
    ['check rejection', 'unknown'],
  ],
  denied: [onlyLater, ['not carried out', 'unknown'], ['not carried out', 'unknown']],
  credentials: [onlyLater, ['not carried out', 'unknown'], ['not carried out', 'unknown']],
  invalid: [onlyLater, ['not carried out', 'unknown'], ['not carried out', 'unknown']],
};

const rows = Object.entries(decisions).flatMap(([kind, [routes, toAws, toOwn]]) => [
  { kind, step: 'advertise', origin: '64500', row: routes },
  { kind, step: 'advertise', origin: 'AWS', row: routes },
  { kind, step: 'withdraw', origin: 'none', row: routes },
  { kind, step: 'swap', origin: 'AWS', row: toAws },
  { kind, step: 'swap', origin: '64500', row: toOwn },
]);

test.each(rows)('a call to $step to $origin that is $kind is followed by $row', (each) => {
  const kind = each.kind as ResultKind;
  const change = { step: each.step as Step, route: routeOf(each.origin) };
  const [first, later] = each.row;
  expect(decideCall(change, { kind }, false)).toBe(first);
  expect(decideCall(change, { kind }, true)).toBe(later);
});

/** A route as planned, or as it would be planned now: `swap from AWS, advertised`. */
const change = (origin: string, step: string, from: string, before: string) =>
  changeOf({
    route: routeOf(origin),
    step: step as Step,
    originBefore: originFrom(from),
    before,
  });

const plans = {
  advertise: change('64500', 'advertise', 'none', 'provisioned'),
  swap: change('64500', 'swap', 'AWS', 'advertised'),
  swapToAws: change('AWS', 'swap', '64500', 'advertised'),
  swapFromUnknown: change('AWS', 'swap', 'unknown', 'advertised'),
  withdraw: change('none', 'withdraw', '64500', 'advertised'),
} as const;

/** A read right before a call, and the next step: at the first call, and after a lost response. */
const reads: readonly (readonly [
  plan: keyof typeof plans,
  step: string,
  from: string,
  state: string,
  first: NextStep,
  later: NextStep,
])[] = [
  ['advertise', 'advertise', 'none', 'provisioned', 'send', 'send'],
  ['advertise', 'wait', 'unknown', 'pending-advertising', 'changed', 'wait'],
  ['advertise', 'keep', '64500', 'advertised', 'keep', 'wait'],
  ['advertise', 'swap', 'AWS', 'advertised', 'changed', 'wait'],
  ['advertise', 'refuse', 'unknown', 'advertised', 'changed', 'wait'],
  ['advertise', 'refuse', 'unknown', 'pending-withdrawal', 'changed', 'changed'],
  ['advertise', 'refuse', 'none', 'provisioned', 'changed', 'changed'],
  ['advertise', 'refuse', 'none', 'not listed', 'changed', 'changed'],
  ['swap', 'swap', 'AWS', 'advertised', 'send', 'send'],
  ['swap', 'swap', '64501', 'advertised', 'changed', 'changed'],
  ['swap', 'refuse', 'unknown', 'advertised', 'changed', 'changed'],
  ['swap', 'keep', '64500', 'advertised', 'keep', 'keep'],
  ['swap', 'advertise', 'none', 'provisioned', 'changed', 'changed'],
  ['swap', 'refuse', 'unknown', 'pending-withdrawal', 'changed', 'changed'],
  ['swap', 'wait', 'unknown', 'pending-advertising', 'changed', 'wait'],
  ['swapToAws', 'swap', '64500', 'advertised', 'send', 'send'],
  ['swapToAws', 'swap', '64501', 'advertised', 'changed', 'changed'],
  ['swapToAws', 'swap', 'unknown', 'advertised', 'changed', 'send'],
  ['swapToAws', 'keep', 'AWS', 'advertised', 'keep', 'keep'],
  ['swapToAws', 'advertise', 'none', 'provisioned', 'changed', 'changed'],
  ['swapFromUnknown', 'swap', 'unknown', 'advertised', 'send', 'send'],
  ['withdraw', 'withdraw', '64500', 'advertised', 'send', 'send'],
  ['withdraw', 'withdraw', 'AWS', 'advertised', 'send', 'send'],
  ['withdraw', 'withdraw', 'unknown', 'advertised', 'send', 'send'],
  ['withdraw', 'keep', 'none', 'provisioned', 'keep', 'wait'],
  ['withdraw', 'wait', 'unknown', 'pending-withdrawal', 'wait', 'wait'],
  ['withdraw', 'refuse', 'unknown', 'pending-advertising', 'changed', 'changed'],
  ['withdraw', 'refuse', 'none', 'not listed', 'changed', 'changed'],
];

describe('a planned', () => {
  test.each(reads)(
    '%s that would now be %s from %s (%s)',
    (plan, step, from, state, first, later) => {
      const planned = plans[plan];
      const now = change(planned.route.origin, step, from, state);
      expect(decideNext(planned, now, false)).toBe(first);
      expect(decideNext(planned, now, true)).toBe(later);
    },
  );
});

describe('a read after a call to', () => {
  test.each([
    ['advertise', 'provisioned', 'unchanged'],
    ['advertise', 'pending-advertising', 'carried out'],
    ['advertise', 'advertised', 'carried out'],
    ['advertise', 'pending-withdrawal', 'conflicting'],
    ['advertise', 'deprovisioned', 'conflicting'],
    ['advertise', 'unknown', 'unknown'],
    ['advertise', 'some-new-state', 'unknown'],
    ['withdraw', 'advertised', 'unchanged'],
    ['withdraw', 'pending-withdrawal', 'carried out'],
    ['withdraw', 'provisioned', 'carried out'],
    ['withdraw', 'pending-advertising', 'conflicting'],
    ['withdraw', 'unknown', 'unknown'],
    ['swap', 'advertised', 'unchanged'],
    ['swap', 'pending-advertising', 'carried out'],
    ['swap', 'provisioned', 'conflicting'],
  ] as const)('%s that shows %s says %s', (plan, state, expected) => {
    expect(classifyRead(plans[plan], state)).toBe(expected);
  });

  test.each([
    [2, 'unknown'],
    [3, 'conflicting'],
  ])('advertise that does not list the CIDR, %i in a row, says %s', (absences, expected) => {
    expect(classifyRead(plans.advertise, 'not listed', { absences })).toBe(expected);
  });
});
