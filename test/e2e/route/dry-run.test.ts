import { describe, expect, test } from 'vitest';
import type { FakesOptions } from '../../fakes/fakes.ts';
import type { CidrFixture } from '../../fakes/ipam.ts';
import {
  amazons,
  dryRun,
  idle,
  own,
  plainText,
  type RouteEnded,
  routesFile,
  runRoute,
  runRouteFile,
  withRouteFakes,
} from './route-scenario.ts';

/** How a route of a plan is to be changed, or why not. */
type Decision = string;

/** A CIDR, and what a plan does with it for the origins AS64500, `AWS` and `none`. */
interface Row {
  readonly name: string;
  readonly state?: string;
  readonly origin?: string;
  /** Of the association with AS64500. */
  readonly association?: string;
  readonly type?: string;
  readonly decisions: readonly [Decision, Decision, Decision];
}

const all = (decision: Decision) => [decision, decision, decision] as const;

const rows: readonly Row[] = [
  { name: 'not listed', decisions: all('cidr-not-found') },
  { name: 'pending-provision', state: 'pending-provision', decisions: all('cidr-not-ready') },
  { name: 'failed-provision', state: 'failed-provision', decisions: all('cidr-not-ready') },
  { name: 'pending-deprovision', state: 'pending-deprovision', decisions: all('cidr-not-ready') },
  { name: 'failed-deprovision', state: 'failed-deprovision', decisions: all('cidr-not-ready') },
  { name: 'deprovisioned', state: 'deprovisioned', decisions: all('cidr-not-ready') },
  {
    name: 'not publicly advertisable',
    state: 'provisioned-not-publicly-advertisable',
    decisions: ['cidr-not-eligible', 'cidr-not-eligible', 'keep'],
  },
  { name: 'anycast', state: 'provisioned', type: 'anycast', decisions: all('cidr-not-eligible') },
  { name: 'provisioned', state: 'provisioned', decisions: ['advertise', 'advertise', 'keep'] },
  {
    name: 'pending-advertising',
    state: 'pending-advertising',
    decisions: ['wait', 'wait', 'route-busy'],
  },
  {
    name: 'advertised from AS64500',
    state: 'advertised',
    origin: '64500',
    decisions: ['keep', 'swap', 'withdraw'],
  },
  {
    name: 'advertised from AWS',
    state: 'advertised',
    origin: 'AWS',
    decisions: ['swap', 'keep', 'withdraw'],
  },
  {
    name: 'advertised from AS64501',
    state: 'advertised',
    origin: '64501',
    decisions: ['swap', 'swap', 'withdraw'],
  },
  {
    name: 'advertised from an unknown origin',
    state: 'advertised',
    origin: '64499',
    decisions: ['origin-unknown', 'swap', 'withdraw'],
  },
  {
    name: 'pending-withdrawal',
    state: 'pending-withdrawal',
    decisions: ['route-busy', 'route-busy', 'wait'],
  },
  { name: 'a new state', state: 'hibernated', decisions: all('unknown-state') },
  ...['absent', 'disassociated', 'failed-association'].map((association) => ({
    name: `provisioned, with an association that is ${association}`,
    state: 'provisioned',
    association,
    decisions: ['asn-not-associated', 'advertise', 'keep'] as const,
  })),
  ...['pending-association', 'pending-disassociation'].map((association) => ({
    name: `advertised from AWS, with an association that is ${association}`,
    state: 'advertised',
    origin: 'AWS',
    association,
    decisions: ['association-busy', 'keep', 'withdraw'] as const,
  })),
  {
    name: 'advertised from AWS, without an association',
    state: 'advertised',
    origin: 'AWS',
    association: 'absent',
    decisions: ['asn-not-associated', 'keep', 'withdraw'],
  },
];

const numbered = rows.map((row, index) => ({ ...row, cidr: `2001:db8:${index + 1}::/48` }));

const fixtures = numbered.flatMap(
  ({ cidr, state, origin, association = 'associated', type = 'unicast' }): CidrFixture[] => {
    if (state === undefined) return [];
    const associations = association === 'absent' ? [] : [{ asn: '64500', state: association }];
    const listed = { cidr, state, advertisementType: type, associations };
    return [origin === undefined ? listed : { ...listed, origin }];
  },
);

/** Only the route collectors show the origins, and none of them that of the unknown one. */
const ofRows: FakesOptions = {
  cidrs: fixtures,
  behaviour: { associationOfOrigin: 'associated', discoveredRoutes: [] },
};

/** The step of each CIDR, or the reason of its refusal. */
function decisionsOf({ outputs }: RouteEnded): Readonly<Record<string, Decision>> {
  const { changes } = JSON.parse(outputs.plan ?? '') as {
    readonly changes: readonly { cidr: string; step: string; refusal?: string }[];
  };
  return Object.fromEntries(changes.map(({ cidr, step, refusal }) => [cidr, refusal ?? step]));
}

describe.concurrent('a dry run decides every row of the table', () => {
  test.each([
    ['AS64500', 64500, 0],
    ['AWS', 'AWS', 1],
    ['none', 'none', 2],
  ] as const)('for the origin %s', (_, origin, column) =>
    withRouteFakes(ofRows, async (fakes) => {
      fakes.rpki.behaviour.announcements = numbered.flatMap(({ cidr, origin: seen }) =>
        seen === undefined || seen === '64499'
          ? []
          : [{ prefix: cidr, asn: seen === 'AWS' ? 16509 : Number(seen), peers: 20 }],
      );
      const file = routesFile(...numbered.map(({ cidr }) => ({ cidr, origin })));
      const ended = await runRouteFile(fakes, file, {
        ...dryRun,
        rpki: 'off',
        'rpki-policy': 'report',
      });

      const names = new Map(numbered.map(({ cidr, name }) => [cidr, name]));
      const decided = Object.entries(decisionsOf(ended)).map(([cidr, decision]) => [
        names.get(cidr),
        decision,
      ]);
      expect(decided).toEqual(numbered.map(({ name, decisions }) => [name, decisions[column]]));
      expect(ended.reason).toBe('refused');
      for (const { cidr, decisions } of numbered) {
        const refused = new RegExp(`${cidr}.*: ${decisions[column]}: `);
        const isRefused = !/^(keep|wait|advertise|swap|withdraw)$/.test(decisions[column]);
        if (isRefused) expect(ended.log).toMatch(refused);
      }
    }),
  );
});

describe.concurrent('a dry run of one route', () => {
  test.each([
    ['advertises', { cidr: idle, origin: '64500' }, 'planned', 'AdvertiseByoipCidr', 'none'],
    ['advertises from AWS', { cidr: idle, origin: 'AWS' }, 'planned', 'AdvertiseByoipCidr', 'none'],
    ['swaps', { cidr: amazons, origin: 'AS64501' }, 'planned', 'AdvertiseByoipCidr', 'AWS'],
    ['withdraws', { cidr: own, origin: 'none' }, 'planned', 'WithdrawByoipCidr', '64500'],
    ['keeps', { cidr: own, origin: '64500' }, 'no-changes', undefined, '64500'],
  ] as const)('that %s says so, asks for that permission and changes nothing', async (...row) => {
    const [, inputs, reason, operation, origin] = row;
    const { fakes, outputs } = await runRoute({ with: { ...inputs, ...dryRun } });
    expect(outputs).toMatchObject({
      reason,
      changed: 'false',
      'has-changes': String(operation !== undefined),
      origin,
      cidr: inputs.cidr,
      'request-id': '',
    });
    const asked = fakes.requestLog.requests.filter(({ operation: name }) =>
      /^(Advertise|Withdraw)/.test(name),
    );
    expect(asked.map(({ operation: name, params }) => [name, params.DryRun])).toEqual(
      operation === undefined ? [] : [[operation, 'true']],
    );
  });

  test.each([
    ['a CIDR that is not listed', { reason: 'cidr-not-found' }, { cidr: '192.0.2.0/24' }],
    ['an ASN without an association', { reason: 'asn-not-associated' }, { origin: '64502' }],
  ])('of %s is refused, and says so', async (_, expected, inputs) => {
    const { log, outputs } = await runRoute({ with: { ...dryRun, ...inputs } });
    expect(outputs).toMatchObject({ ...expected, changed: 'false' });
    expect(log).toContain('[error] Cannot ');
  });

  test('needs no permission to change routes with permission-check: false', async () => {
    const { fakes, outputs } = await runRoute({
      with: { ...dryRun, 'permission-check': 'false', cidr: amazons },
      credentials: 'route-plan',
    });
    expect(outputs).toMatchObject({ reason: 'planned', origin: 'AWS' });
    expect(fakes.requestLog.of('AdvertiseByoipCidr')).toEqual([]);
  });

  test.each([
    ['AdvertiseByoipCidr', { cidr: amazons, origin: '64500' }],
    ['WithdrawByoipCidr', { cidr: amazons, origin: 'none' }],
  ] as const)('of a role that may not call %s fails with the policy to paste', async (...row) => {
    const [operation, inputs] = row;
    const { log, outputs } = await runRoute({
      with: { ...dryRun, ...inputs },
      credentials: 'route-plan',
    });
    expect(outputs).toMatchObject({ reason: 'not-permitted', changed: 'false' });
    expect(log).toContain('Smallest policy for the role, for this Region:');
    expect(log).toContain(`"ec2:${operation}"`);
  });

  test('of a file shows the effect of every change in the summary', () =>
    withRouteFakes({}, async (fakes) => {
      const file = routesFile(
        { cidr: idle, origin: 64500 },
        { cidr: amazons, origin: 64501, note: 'edge POP' },
        { cidr: own, origin: 'none' },
      );
      const { outputs, planFile, planPage, summary } = await runRouteFile(fakes, file, {
        ...dryRun,
        // At EC2's rate, its responses would be ten seconds apart.
        'permission-check': 'false',
        'max-changes': '3',
      });
      expect(outputs.reason).toBe('planned');
      expect(JSON.parse(outputs.counts ?? '')).toEqual({
        ...{ advertise: 1, swap: 1, withdraw: 1, wait: 0, keep: 0, refuse: 0 },
      });
      expect(JSON.parse(planFile)).toEqual(JSON.parse(outputs.plan ?? ''));
      for (const page of [summary, planPage]) {
        expect(plainText(page)).toContain(
          `${amazons}: origin AWS to AS64501. RPKI from AS64501: valid (ROA AS64501 /24); from AWS, to go back: valid. Seen now from AS16509 by 30 peers.`,
        );
        expect(plainText(page)).toContain(
          `${own}: withdraw. No other route is seen; the prefix becomes unreachable.`,
        );
      }
    }));
});
