import { describe, expect, test } from 'vitest';
import { ec2Error, permittedReply, routeReply } from '../../fakes/replies.ts';
import { applyScript, cidr, type RouteScript, targetWith } from './route-run.ts';

const [second, third] = ['203.0.113.0/24', '192.0.2.0/24'];
const denied = ec2Error(403, 'UnauthorizedOperation', 'You are not authorized.');

/** A dry run whose changes need both calls; EC2 permits each unless the script says otherwise. */
const dryRun = (facts: Partial<RouteScript> = {}) =>
  applyScript({
    routes: { [cidr]: '64500', [second]: '64500', [third]: 'none' },
    planned: {
      ...{ [cidr]: 'provisioned', [second]: 'advertised 64501' },
      [third]: 'advertised 64500',
    },
    mode: 'plan',
    advertise: [permittedReply()],
    withdraw: [permittedReply()],
    ...facts,
  });

describe('a dry run', () => {
  test('asks once for each call, at the rate limit', async () => {
    const run = await dryRun();
    expect(run.events).toEqual([`0 advertise ${cidr} 64500 true`, `10.2 withdraw ${third} true`]);
    expect(run.lines).toEqual([
      'EC2 DryRun permits this role to advertise (request id req-1)',
      'EC2 DryRun permits this role to withdraw (request id req-1)',
    ]);
  });

  test('adds its evidence to each change that needs the call', async () => {
    const { outcomes } = await dryRun();
    const last = outcomes.map(({ evidence }) => evidence.at(-1));
    expect(last.map((evidence) => evidence?.grade)).toEqual(['proven', 'proven', 'proven']);
    expect(outcomes.map(({ state, changed }) => [state, changed])).toEqual([
      ['provisioned', false],
      ['advertised', false],
      ['advertised', false],
    ]);
  });

  test('that is denied fails every change that needs the call, with the policy to paste', async () => {
    const { outcomes } = await dryRun({ advertise: [denied] });
    const [first, swap, withdraw] = outcomes.map(({ failure }) => failure);
    expect(first).toMatchObject({
      reason: 'not-permitted',
      message: expect.stringContaining(
        'Could not confirm the permission to advertise 198.51.100.0/24 in us-west-2: Unauthorized',
      ),
    });
    expect(first?.lines.join('\n')).toContain('ec2:AdvertiseByoipCidr');
    expect(swap).toBe(first);
    expect(withdraw).toBeUndefined();
  });

  test('that fails otherwise does not mention the permission', async () => {
    const rejected = ec2Error(400, 'SomethingNew', 'No.');
    const { outcomes } = await dryRun({ withdraw: [rejected] });
    expect(outcomes[2]?.failure).toMatchObject({ reason: 'request-rejected', lines: [] });
  });

  test('that is answered with success leaves the state unknown', async () => {
    const { outcome } = await dryRun({ advertise: [routeReply('AdvertiseByoipCidr')] });
    expect(outcome).toMatchObject({
      state: 'unknown',
      originNow: { origin: 'unknown' },
      failure: {
        reason: 'service-error',
        next: expect.stringContaining('Look at the route in AWS now'),
      },
    });
  });

  test('without the permission check sends nothing, and says so', async () => {
    const { events, outcomes } = await dryRun({ permissionCheck: 'skip' });
    expect(events).toEqual([]);
    expect(outcomes[2]?.evidence.at(-1)).toEqual({
      grade: 'not asked',
      text: 'EC2 was not asked whether the role may withdraw (permission-check: false)',
    });
  });

  test('of routes that need no change asks nothing', async () => {
    const { events } = await dryRun({ targets: [targetWith({ [cidr]: 'none' })] });
    expect(events).toEqual([]);
  });
});
