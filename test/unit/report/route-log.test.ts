import { describe, expect, test } from 'vitest';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { inputLines } from '../../../src/report/input-lines.ts';
import { planGroups, resultLines } from '../../../src/report/log.ts';
import { changedPairs, undoLines } from '../../../src/report/undo.ts';
import { role } from '../../fakes/connection-context.ts';
import { targetOf } from '../domain/target.ts';
import { routeOf } from '../routes/route-change.ts';
import { inputsOf } from './outcome.ts';
import { done, type RouteEntry, routesOf } from './routes.ts';

const elsewhere = { pullRequest: undefined, isOnDefaultBranch: false };

describe('the inputs', () => {
  const warn = { policy: 'warn', timeoutSeconds: 180 } as const;
  const inputs = (facts: Partial<Inputs> = {}) =>
    inputsOf({ action: 'routes', specialUse: 'refuse', verify: warn, ...facts });

  test.each([
    ['64500', 'route 198.51.100.0/24 to origin AS64500'],
    ['AWS', 'route 198.51.100.0/24 to origin AWS'],
    ['none', 'route 198.51.100.0/24 to origin none'],
  ])('of a route to %s are logged as they were parsed', (origin, text) => {
    const target = targetOf([], { routes: [routeOf(origin)] });
    expect(inputLines(inputs({ maxChanges: 1 }), [target])).toEqual([
      text,
      'Region us-west-2',
      'apply',
      "credentials of the AWS SDK's default chain",
      'changes at most 1 route',
      'the run warns if route collectors do not show a changed origin within 180 s',
    ]);
  });

  test('of a file count its routes, and say what the session may do', () => {
    const source = { form: 'file', path: 'byoasn.yml', only: [] } as const;
    const target = targetOf([], { routes: [routeOf(), routeOf('AWS', '192.0.2.0/24')] });
    const lines = inputLines(inputs({ source, role, ipamRegion: 'eu-west-1' }), [target]);
    expect(lines).toContain(
      'target 111122223333/us-west-2: account 111122223333, Region us-west-2, 2 routes',
    );
    expect(lines).toContain('session policy: this run may only read, advertise and withdraw');
    expect(lines).toContain('origins are read from the IPAM in eu-west-1');
  });

  test.each([
    ['none', 'apply', 'read and withdraw'],
    ['AWS', 'apply', 'read, advertise and withdraw'],
    ['none', 'plan', 'read, advertise and withdraw'],
  ] as const)('of a route to %s say what the session of its %s may do', (origin, mode, calls) => {
    const target = targetOf([], { routes: [routeOf(origin)] });
    const lines = inputLines(inputs({ source: { form: 'inputs', target }, mode, role }), [target]);
    expect(lines).toContain(`session policy: this run may only ${calls}`);
  });

  test.each([
    ['off', 'route collectors are not asked'],
    ['required', 'the run fails if route collectors do not show a changed origin within 180 s'],
  ] as const)('say what verify: %s does', (policy, text) => {
    expect(inputLines(inputs({ verify: { ...warn, policy } }), [])).toContain(text);
  });
});

const swap: RouteEntry = {};
const withdrawal: RouteEntry = { to: 'none', from: '64500', cidr: '192.0.2.0/24' };

test('the plan has the effect of each change below it', () => {
  const { plan } = routesOf([swap, withdrawal, { cidr: '203.0.113.0/24', from: '64500' }]);
  expect(plan && planGroups(plan)).toEqual([
    {
      title: 'Plan for edge: 1 to swap, 1 to withdraw, 1 unchanged',
      lines: [
        'swap: 198.51.100.0/24 to origin AS64500 (now advertised): advertised from AWS',
        '  198.51.100.0/24: origin AWS to AS64500.',
        'withdraw: 192.0.2.0/24 to origin none (now advertised): advertised from AS64500',
        '  192.0.2.0/24: withdraw. Other routes were not read; the prefix may become unreachable.',
        'keep: 203.0.113.0/24 to origin AS64500 (now advertised): already advertised from AS64500',
        '  read: DescribeByoipCidrs: the association of 198.51.100.0/24 with AS64500 is associated',
        `plan digest ${plan?.digest}`,
      ],
    },
  ]);
});

describe('the end', () => {
  test('of a plan has the step of each route', () => {
    expect(resultLines(routesOf([swap, withdrawal]), elsewhere)).toEqual([
      '198.51.100.0/24 to origin AS64500: to swap, now advertised',
      '192.0.2.0/24 to origin none: to withdraw, now advertised',
      'planned: The plan has changes, and nothing blocks it.',
      expect.stringMatching(/^Next step: Review the plan\./),
    ]);
  });

  test('of an apply has the result of the route collectors, and the undo commands', () => {
    const text = 'AS64500 at 298 of 312 peers (95 %)';
    const facts = { ...done, verification: { verified: 'collectors', text } } as const;
    expect(resultLines(routesOf([{ facts }], { mode: 'apply' }), elsewhere)).toEqual([
      '198.51.100.0/24 to origin AS64500: advertised, verified: AS64500 at 298 of 312 peers (95 %)',
      'applied: AWS shows everything as desired.',
      'Next step: Nothing to do. Networks outside AWS can take a few minutes.',
      'Undo:',
      '  # edge (111122223333 us-west-2)',
      '  aws ec2 advertise-byoip-cidr --region us-west-2 --cidr 198.51.100.0/24 --asn AWS',
    ]);
  });
});

describe('undo', () => {
  const undoOf = (entry: RouteEntry, mode: Inputs['mode'] = 'plan') => {
    const outcome: Outcome = routesOf([entry], { mode });
    return undoLines(changedPairs(outcome)).slice(1);
  };
  const advertise = (asn: string) =>
    `aws ec2 advertise-byoip-cidr --region us-west-2 --cidr 198.51.100.0/24 --asn ${asn}`;

  test.each<[string, RouteEntry, readonly string[]]>([
    [
      'an advertisement',
      { cidrState: 'provisioned' },
      ['aws ec2 withdraw-byoip-cidr --region us-west-2 --cidr 198.51.100.0/24'],
    ],
    ['a swap from AWS', {}, [advertise('AWS')]],
    ['a swap from an ASN', { to: 'AWS', from: '64501' }, [advertise('64501')]],
    ['a withdrawal', { to: 'none', from: '64500' }, [advertise('64500')]],
    [
      'a withdrawal from an origin that is not known',
      { to: 'none', from: 'unknown' },
      ['# 198.51.100.0/24: the origin before is not known'],
    ],
    [
      'a withdrawal from what is no origin',
      { to: 'none', from: '64500; reboot' },
      ['# 198.51.100.0/24: the origin before is not known'],
    ],
    [
      'a change of a CIDR of a Local Zone',
      { to: 'none', from: '64500', facts: { networkBorderGroup: 'us-west-2-lax-1' } },
      [`${advertise('64500')} --network-border-group us-west-2-lax-1`],
    ],
    [
      'a change of a CIDR whose group is no plain word',
      { to: 'none', from: '64500', facts: { networkBorderGroup: 'a; reboot' } },
      [advertise('64500')],
    ],
    ['nothing', { from: '64500' }, []],
    ['a wait', { cidrState: 'pending-advertising' }, []],
  ])('of %s', (_, entry, lines) => {
    expect(undoOf(entry)).toEqual(lines);
  });

  test('after an apply covers every change that the run made or may have made', () => {
    expect(undoOf({}, 'apply')).toEqual([]);
    expect(undoOf({ facts: { changed: true } }, 'apply')).toEqual([advertise('AWS')]);
    expect(undoOf({ facts: { state: 'unknown' } }, 'apply')).toEqual([
      '# its state is not known: check it in AWS first',
      advertise('AWS'),
    ]);
  });
});
