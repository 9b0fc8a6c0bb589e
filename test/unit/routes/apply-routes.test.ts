import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { brokenBy, type ScriptedResponse } from '../../fakes/memory-transport.ts';
import { ec2Error, routeReply } from '../../fakes/replies.ts';
import { defaultDiscovery, discoveriesReply, routesReply } from './ipam.ts';
import { originFrom } from './route-change.ts';
import { applyScript, cidr, type RouteScript, targetWith } from './route-run.ts';

const lost = brokenBy('ECONNRESET');
const unsent = brokenBy('ECONNREFUSED');
const throttled = ec2Error(503, 'RequestLimitExceeded', 'Request limit exceeded.');
const rejected = ec2Error(400, 'IncorrectState', 'It cannot be changed now.');
const denied = ec2Error(403, 'UnauthorizedOperation', 'You are not authorized.');
const expired = ec2Error(400, 'ExpiredToken', 'The token has expired.');

const [advertising, withdrawing] = ['pending-advertising', 'pending-withdrawal'];
const toOwn = { [cidr]: '64500' };
const toAws = { [cidr]: 'AWS' };

/** A script for each kind of change. */
const advertise: RouteScript = { routes: toOwn, planned: 'provisioned' };
const swapToOwn: RouteScript = { routes: toOwn, planned: 'advertised 64501' };
const swapToAws: RouteScript = { routes: toAws, planned: 'advertised 64500' };
const withdraw: RouteScript = { planned: 'advertised 64500' };

const advertiseCall = `advertise ${cidr} 64500`;
const awsCall = `advertise ${cidr} AWS`;
const withdrawCall = `withdraw ${cidr}`;

const failureOf = async (script: RouteScript) => {
  const run = await applyScript(script);
  return { ...run, failure: run.outcome.failure };
};

describe('an emergency withdrawal', () => {
  test('is one call if the listing is fresh, and done once a second read agrees', async () => {
    const run = await applyScript({ ...withdraw, reads: ['provisioned'] });
    expect(run.events).toEqual([`0 ${withdrawCall}`, '2 read', '5 read']);
    expect(run.outcome).toMatchObject({
      changed: true,
      done: true,
      state: 'provisioned',
      requestId: 'req-1',
      originNow: { origin: 'none', source: 'state' },
      failure: undefined,
    });
    expect(run.lines).toEqual([
      '00:00 EC2 accepted the call to withdraw 198.51.100.0/24 in us-west-2 (request id req-1)',
      '00:02 198.51.100.0/24 is provisioned',
    ]);
  });

  test('reads the listing again if it is older than five seconds', async () => {
    const reads = ['advertised 64500', 'provisioned'];
    const young = await applyScript({ ...withdraw, reads, planAgeMs: 5_000 });
    expect(young.events[0]).toBe(`0 ${withdrawCall}`);
    const old = await applyScript({ ...withdraw, reads, planAgeMs: 5_001 });
    expect(old.events).toEqual(['0 read', `0 ${withdrawCall}`, '2 read', '5 read']);
  });

  test('does not read the origin', async () => {
    const origin = originFrom('unknown');
    const reads = ['advertised', 'provisioned'];
    const run = await applyScript({ ...withdraw, origin, reads, planAgeMs: 60_000 });
    expect(run.outcome).toMatchObject({ done: true, failure: undefined });
    expect(run.events).toEqual(['0 read', `0 ${withdrawCall}`, '2 read', '5 read']);
  });
});

describe('a change succeeds', () => {
  test.each([
    [
      'advertise',
      advertise,
      [advertising, 'advertised 64500'],
      advertiseCall,
      '64500',
      'association',
    ],
    [
      'advertise, with no origin in the listing',
      advertise,
      [advertising, 'advertised'],
      advertiseCall,
      'unknown',
      'none',
    ],
    [
      'swap to an own ASN',
      swapToOwn,
      ['advertised 64501', 'advertised 64500'],
      advertiseCall,
      '64500',
      'association',
    ],
    [
      'swap to AWS',
      swapToAws,
      ['advertised 64500', advertising, 'advertised'],
      awsCall,
      'unknown',
      'none',
    ],
  ] as const)('%s', async (_, script, reads, call, origin, source) => {
    const run = await applyScript({ ...script, reads });
    expect(run.calls).toEqual([`0 ${call}`]);
    expect(run.outcome).toMatchObject({
      changed: true,
      done: true,
      state: 'advertised',
      originNow: { origin, source },
      failure: undefined,
    });
  });

  test('with the group of a Local Zone', async () => {
    const networkBorderGroup = 'us-west-2-lax-1';
    const run = await applyScript({ ...advertise, reads: ['advertised'], networkBorderGroup });
    expect(run.calls).toEqual([`0 ${advertiseCall} us-west-2-lax-1`]);
  });

  test.each(['', 'us-west-2'])('without a group if AWS lists %j', async (networkBorderGroup) => {
    const run = await applyScript({ ...advertise, reads: ['advertised'], networkBorderGroup });
    expect(run.calls).toEqual([`0 ${advertiseCall}`]);
  });
});

describe('a route that has changed since the plan is left as it is', () => {
  const moved = (script: RouteScript, ...reads: readonly (string | Error)[]) =>
    failureOf({ ...script, reads, planAgeMs: 60_000 });

  test.each([
    [
      'an operator withdrew it',
      swapToOwn,
      'provisioned',
      'planned swap from AS64501, now provisioned, and not advertised',
    ],
    [
      'an operator withdraws it',
      swapToOwn,
      withdrawing,
      'planned swap from AS64501, now AWS is withdrawing it',
    ],
    [
      'an operator withdraws it',
      swapToAws,
      withdrawing,
      'planned swap from AS64500, now AWS is withdrawing it',
    ],
    [
      'it is from another origin',
      swapToAws,
      'advertised 64501',
      'planned swap from AS64500, now advertised from AS64501',
    ],
    [
      'an operator withdraws it',
      advertise,
      withdrawing,
      'planned advertise, now AWS is withdrawing it',
    ],
    [
      'someone else advertises it',
      advertise,
      advertising,
      'planned advertise, now AWS is advertising it',
    ],
    [
      'someone else has advertised it',
      advertise,
      'advertised 64501',
      'planned advertise, now advertised from AS64501',
    ],
    [
      'someone else has advertised it from an unknown origin',
      advertise,
      'advertised',
      'planned advertise, now it is advertised from an unknown origin',
    ],
    [
      'someone else advertises it',
      withdraw,
      advertising,
      'planned withdraw, now AWS is advertising it',
    ],
    [
      'it is being deprovisioned',
      withdraw,
      'pending-deprovision',
      'planned withdraw, now it is pending-deprovision',
    ],
    [
      'its state is not known',
      withdraw,
      'some-new-state',
      'planned withdraw, now AWS shows it in the state some-new-state, which this version does not know',
    ],
  ])('%s', async (_, script, read, text) => {
    const { failure, calls, outcome } = await moved(script, read);
    expect(failure).toMatchObject({
      reason: 'plan-changed',
      message: `198.51.100.0/24 in us-west-2 has changed since the plan: ${text}`,
    });
    expect(calls).toEqual([]);
    expect(outcome).toMatchObject({ changed: false, state: read.split(' ')[0] });
  });

  test.each([
    ['fails', callErrors.unanswered, 'network-error', ''],
    [
      'is denied, with the policy to paste',
      callErrors.denied,
      'access-denied',
      'ec2:WithdrawByoipCidr',
    ],
  ])('if the read %s', async (_, error, reason, action) => {
    const { failure, calls } = await moved(withdraw, error);
    expect(failure).toMatchObject({
      reason,
      message: expect.stringMatching(
        /^Could not read the state of 198\.51\.100\.0\/24 in us-west-2: /,
      ),
    });
    expect(failure?.lines.join('')).toContain(action);
    expect(calls).toEqual([]);
  });
});

describe('a route that already has the desired origin', () => {
  test.each([
    ['withdrawn', withdraw, 'provisioned', 'none'],
    ['advertised', advertise, 'advertised 64500', '64500'],
    ['swapped', swapToOwn, 'advertised 64500', '64500'],
  ])('is %s without a call, once a second read agrees', async (_, script, read, origin) => {
    const run = await applyScript({ ...script, reads: [read], planAgeMs: 60_000 });
    expect(run.events).toEqual(['0 read', '2 read']);
    expect(run.outcome).toMatchObject({
      changed: false,
      done: true,
      originNow: { origin },
      failure: undefined,
    });
  });

  test.each([
    ['withdrawn', withdraw, 'provisioned', 'advertised 64500', withdrawCall],
    ['swapped', swapToOwn, 'advertised 64500', 'advertised 64501', advertiseCall],
  ])('%s according to a stale read is changed', async (_, script, stale, read, call) => {
    const end = script === withdraw ? 'provisioned' : 'advertised 64500';
    const run = await applyScript({ ...script, reads: [stale, read, end], planAgeMs: 60_000 });
    const confirmed = script === withdraw ? ['4 read', '7 read'] : ['4 read'];
    expect(run.events).toEqual(['0 read', '2 read', `2 ${call}`, ...confirmed]);
    expect(run.outcome).toMatchObject({ changed: true, done: true });
  });

  test('is waited for while someone else withdraws it', async () => {
    const reads = [withdrawing, withdrawing, 'provisioned'];
    const run = await applyScript({ ...withdraw, reads, planAgeMs: 60_000 });
    expect(run.calls).toEqual([]);
    expect(run.outcome).toMatchObject({ changed: false, done: true, state: 'provisioned' });
  });
});

describe('an origin that the plan has from another source than the listing', () => {
  const by = (source: 'ipam' | 'collectors' | 'none', origin: string) => ({
    ...{ origin, source, evidence: [] },
  });
  const seen = (asn: number) => () => [{ prefix: cidr, asn, peers: 312 }];
  const fromAws: RouteScript = {
    routes: toOwn,
    planned: 'advertised',
    origin: by('collectors', 'AWS'),
    reads: ['advertised', 'advertised', 'advertised', 'advertised', 'advertised 64500'],
  };

  test('is read again if it is older than five seconds', async () => {
    const run = await applyScript({ ...fromAws, collectors: seen(16_509), planAgeMs: 60_000 });
    expect(run.calls).toEqual([`0 ${advertiseCall}`]);
  });

  test('is not read again if it is recent', async () => {
    const run = await applyScript({ ...fromAws, collectors: () => 'down' });
    expect(run.calls).toEqual([`0 ${advertiseCall}`]);
  });

  test.each([
    ['has changed', seen(64_501), 'now advertised from AS64501'],
    ['is no longer known', () => 'down' as const, 'now it is advertised from an unknown origin'],
  ])('stops the swap if it %s', async (_, collectors, text) => {
    const { failure, calls } = await failureOf({ ...fromAws, collectors, planAgeMs: 60_000 });
    expect(failure).toMatchObject({
      reason: 'plan-changed',
      message: expect.stringContaining(text),
    });
    expect(calls).toEqual([]);
  });

  test('leaves nothing to do if it is the desired one by now', async () => {
    const reads = ['advertised'];
    const script = { ...fromAws, reads, collectors: seen(64_500), planAgeMs: 60_000 };
    const run = await applyScript(script);
    expect(run.calls).toEqual([]);
    expect(run.outcome).toMatchObject({
      changed: false,
      done: true,
      originNow: { origin: '64500', source: 'collectors' },
    });
  });

  test('gives way to another origin in the listing', async () => {
    const reads = ['advertised 64501'];
    const script = { ...fromAws, collectors: seen(16_509), reads, planAgeMs: 60_000 };
    const { failure } = await failureOf(script);
    expect(failure).toMatchObject({ reason: 'plan-changed' });
  });

  test('stops a swap to AWS if the listing shows an origin that it did not show in the plan', async () => {
    const script: RouteScript = {
      ...{ routes: toAws, planned: 'advertised', origin: by('none', 'unknown') },
      ...{ reads: ['advertised 64501'], planAgeMs: 60_000 },
    };
    const { failure, calls } = await failureOf(script);
    expect(failure).toMatchObject({
      reason: 'plan-changed',
      message: expect.stringContaining('now advertised from AS64501'),
    });
    expect(calls).toEqual([]);
  });

  test('stays undecided if the listing has not changed since the plan', async () => {
    const script: RouteScript = {
      ...{ routes: toAws, planned: 'advertised 64501', origin: by('none', 'unknown') },
      ...{ reads: ['advertised 64501', advertising, 'advertised'], planAgeMs: 60_000 },
    };
    const { calls } = await applyScript(script);
    expect(calls).toEqual([`0 ${awsCall}`]);
  });

  test('is not needed for a swap from an unknown origin to AWS', async () => {
    const script: RouteScript = {
      ...{ routes: toAws, planned: 'advertised', origin: by('none', 'unknown') },
      ...{ reads: ['advertised', advertising, 'advertised'], planAgeMs: 60_000 },
    };
    const run = await applyScript(script);
    expect(run.calls).toEqual([`0 ${awsCall}`]);
    expect(run.outcome).toMatchObject({ done: true, failure: undefined });
  });
});

describe('a lost response', () => {
  test('to a withdraw call leads to another call, even if one listing lacked the CIDR', async () => {
    const reads = ['not listed', 'advertised', 'advertised', 'advertised', 'advertised'];
    const { calls, outcome } = await applyScript({
      ...{ ...withdraw, reads: [...reads, withdrawing, 'provisioned'] },
      withdraw: [lost, routeReply('WithdrawByoipCidr', { cidr })],
    });
    expect(calls).toHaveLength(2);
    expect(outcome).toMatchObject({ done: true, failure: undefined });
  });

  test('to a call for a CIDR that three listings in a row lack is a failure that says so', async () => {
    const { failure } = await failureOf({ ...withdraw, reads: ['not listed'], withdraw: [lost] });
    expect(failure).toMatchObject({ reason: 'cidr-not-found' });
  });

  test('stays unknown if a read is missed among the listings without the CIDR', async () => {
    const listings = [{}, callErrors.unsent, {}, {}];
    const { outcome } = await applyScript({
      ...{ routes: { [cidr]: 'none' }, planned: 'advertised', withdraw: [lost] },
      reads: ({ nth }) => listings[nth - 1] ?? {},
    });
    expect(outcome).toMatchObject({ state: 'unknown', failure: { reason: 'network-error' } });
  });

  test.each([
    [
      'advertise call that was carried out',
      { ...advertise, advertise: [lost] },
      [advertising, 'advertised 64500'],
      1,
    ],
    [
      'withdraw call that was carried out',
      { ...withdraw, withdraw: [lost] },
      [withdrawing, 'provisioned'],
      1,
    ],
    [
      'advertise call that was not carried out',
      { ...advertise, advertise: [lost, routeReply('AdvertiseByoipCidr')] },
      [...Array(5).fill('provisioned'), 'advertised 64500'],
      2,
    ],
    [
      'withdraw call that was not carried out',
      { ...withdraw, withdraw: [lost, routeReply('WithdrawByoipCidr')] },
      [...Array(5).fill('advertised 64500'), 'provisioned'],
      2,
    ],
  ])('to an %s', async (_, script, reads, calls) => {
    const run = await applyScript({ ...script, reads });
    expect(run.calls).toHaveLength(calls);
    expect(run.outcome).toMatchObject({ changed: true, done: true, failure: undefined });
  });

  test.each([
    ['advertise', { ...advertise, advertise: [lost, lost, lost] }, 'provisioned'],
    ['withdraw', { ...withdraw, withdraw: [lost, lost, lost] }, 'advertised 64500'],
  ])('to an %s call, three times, ends with the state of the reads', async (_, script, read) => {
    const { failure, calls, outcome } = await failureOf({ ...script, reads: [read] });
    expect(calls).toHaveLength(3);
    expect(failure).toMatchObject({ reason: 'network-error' });
    expect(outcome).toMatchObject({ changed: false, state: read.split(' ')[0] });
  });

  test('to an advertise call leads to no other call if a read was missed: the CIDR may have been withdrawn again', async () => {
    const reads = ['provisioned', callErrors.unanswered, 'provisioned'];
    const { failure, calls, outcome } = await failureOf({ ...advertise, advertise: [lost], reads });
    expect(calls).toHaveLength(1);
    expect(failure).toMatchObject({ next: expect.stringContaining('plan again') });
    expect(outcome).toMatchObject({ changed: false, state: 'unknown' });
  });

  test('to a withdraw call leads to another call even if a read was missed', async () => {
    const answers = [lost, routeReply('WithdrawByoipCidr')];
    const still = 'advertised 64500';
    const reads = [still, callErrors.unanswered, still, still, still, 'provisioned'];
    const run = await applyScript({ ...withdraw, withdraw: answers, reads });
    expect(run.calls).toHaveLength(2);
    expect(run.outcome).toMatchObject({ done: true, failure: undefined });
  });

  test.each([
    ['advertise', { ...advertise, advertise: [lost] }],
    ['withdraw', { ...withdraw, withdraw: [lost] }],
  ])('to an %s call leaves its result unknown if every read fails', async (_, script) => {
    const { failure, calls, outcome } = await failureOf({
      ...script,
      reads: [callErrors.unanswered],
    });
    expect(calls).toHaveLength(1);
    expect(failure).toMatchObject({ next: expect.stringContaining('plan again') });
    expect(outcome).toMatchObject({ state: 'unknown', originNow: { origin: 'unknown' } });
  });

  test.each([
    ['advertise', { ...advertise, advertise: [lost] }, 'provisioned'],
    ['withdraw', { ...withdraw, withdraw: [lost] }, 'advertised 64500'],
  ])('to an %s call leaves its result unknown if the deadline ends the reads', async (...row) => {
    const [, script, read] = row;
    const { failure, outcome } = await failureOf({ ...script, reads: [read], seconds: 8 });
    expect(failure).toMatchObject({ next: expect.stringContaining('plan again') });
    expect(outcome).toMatchObject({
      changed: false,
      state: 'unknown',
      originNow: { origin: 'unknown' },
    });
  });

  test('to an advertise call whose effect shows late leads to no other call', async () => {
    const reads = [...Array(4).fill('provisioned'), advertising, 'advertised 64500'];
    const run = await applyScript({ ...advertise, advertise: [lost], reads });
    expect(run.calls).toHaveLength(1);
    expect(run.outcome).toMatchObject({ changed: true, done: true, failure: undefined });
  });

  test.each([
    ['is being withdrawn', withdrawing, 'route-busy'],
    ['is being deprovisioned', 'pending-deprovision', 'cidr-not-ready'],
    ['is gone', 'not listed', 'cidr-not-found'],
  ])('to an advertise call leads to no other call if the CIDR %s', async (_, read, reason) => {
    const { failure, calls } = await failureOf({ ...advertise, advertise: [lost], reads: [read] });
    expect(calls).toHaveLength(1);
    expect(failure).toMatchObject({
      reason,
      message: expect.stringContaining('after a call whose response was lost'),
    });
  });

  test('to a swap to AWS leads to no other call from another origin, and its result is unknown', async () => {
    const reads = ['advertised 64501'];
    const { failure, calls } = await failureOf({ ...swapToAws, advertise: [lost], reads });
    expect(calls).toHaveLength(1);
    expect(failure).toMatchObject({
      reason: 'network-error',
      next: expect.stringContaining('plan again'),
    });
  });

  test('to a swap to AWS leads to one more call', async () => {
    const again = [lost, routeReply('AdvertiseByoipCidr')];
    const reads = ['advertised 64500', 'advertised', 'advertised', 'advertised', 'advertised'];
    const run = await applyScript({ ...swapToAws, advertise: again, reads });
    expect(run.calls).toEqual([`0 ${awsCall}`, `10.2 ${awsCall}`]);
    expect(run.outcome).toMatchObject({ changed: true, done: true });
  });

  test('to a swap to AWS that was carried out leads to one more call, too', async () => {
    const again = [lost, routeReply('AdvertiseByoipCidr')];
    const run = await applyScript({ ...swapToAws, advertise: again, reads: ['advertised'] });
    expect(run.calls).toEqual([`0 ${awsCall}`, `10.2 ${awsCall}`]);
    expect(run.outcome).toMatchObject({ changed: true, done: true });
  });

  test.each([
    ['lost again', [lost, lost]],
    ['rejected', [lost, rejected]],
    ['denied', [lost, denied]],
  ])('to a swap to AWS leaves its result unknown if the next call is %s', async (_, answers) => {
    const reads = ['advertised 64500'];
    const { failure, calls, outcome } = await failureOf({
      ...swapToAws,
      advertise: answers,
      reads,
    });
    expect(calls).toHaveLength(2);
    expect(failure).toMatchObject({ next: expect.stringContaining('plan again') });
    expect(outcome).toMatchObject({ state: 'unknown', originNow: { origin: 'unknown' } });
  });

  test('to a swap to your own ASN leads to no other call, and leaves its result unknown', async () => {
    const { failure, calls, events, outcome } = await failureOf({
      ...swapToOwn,
      advertise: [lost],
    });
    expect(calls).toEqual([`0 ${advertiseCall}`]);
    expect(events).toEqual(calls);
    expect(failure).toMatchObject({
      reason: 'network-error',
      message: expect.stringMatching(
        /^Could not swap 198\.51\.100\.0\/24 from AS64501 to AS64500 in us-west-2: ECONNRESET/,
      ),
      likely: 'AWS may have carried it out or not. This run does not repeat it.',
      next: expect.stringContaining('plan again'),
    });
    expect(outcome).toMatchObject({
      changed: false,
      state: 'unknown',
      originNow: { origin: 'unknown' },
    });
  });
});

describe('a call that AWS did not carry out is repeated at the rate limit', () => {
  test.each([
    ['throttled', [throttled], 'advertised 64500', swapToOwn, advertiseCall],
    ['not sent', [unsent], 'advertised 64500', swapToOwn, advertiseCall],
  ])('if it was %s, even a swap to your own ASN', async (_, answers, end, script, call) => {
    const advertiseAnswers = [...answers, routeReply('AdvertiseByoipCidr')];
    const reads = ['advertised 64501', end];
    const run = await applyScript({ ...script, advertise: advertiseAnswers, reads });
    expect(run.calls).toEqual([`0 ${call}`, `10.2 ${call}`]);
    expect(run.outcome).toMatchObject({ changed: true, done: true, failure: undefined });
  });

  test('but not after an operator has withdrawn the CIDR', async () => {
    const answers = [throttled];
    const { failure, calls } = await failureOf({
      ...{ ...swapToOwn, advertise: answers },
      reads: ['provisioned'],
    });
    expect(calls).toEqual([`0 ${advertiseCall}`]);
    expect(failure).toMatchObject({ reason: 'plan-changed' });
  });

  test('if the session had expired, with a new session', async () => {
    const answers = [expired, routeReply('WithdrawByoipCidr')];
    const reads = ['advertised 64500', 'provisioned'];
    const renew = async () => true;
    const run = await applyScript({ ...withdraw, withdraw: answers, reads, renew });
    expect(run.calls).toHaveLength(2);
    expect(run.outcome).toMatchObject({ done: true });
  });

  test('but not without credentials, and the state stays known', async () => {
    const none = new Failure('no-credentials', 'No credentials', { cause: callErrors.unsent });
    const { failure, calls, outcome } = await failureOf({ ...withdraw, noCredentials: none });
    expect(failure).toBe(none);
    expect(calls).toEqual([]);
    expect(outcome).toMatchObject({ changed: false, state: 'advertised', originNow: undefined });
  });

  test('three times in total if it could not be sent', async () => {
    const answers = [unsent, unsent, unsent];
    const { failure, calls, outcome } = await failureOf({
      ...{ ...withdraw, withdraw: answers },
      reads: ['advertised 64500'],
    });
    expect(calls).toHaveLength(3);
    expect(failure).toMatchObject({ reason: 'network-error' });
    expect(outcome).toMatchObject({ changed: false, state: 'advertised' });
  });
});

describe('a call that AWS refuses', () => {
  test('as throttled is explained by the hourly limit', async () => {
    const script = { ...swapToOwn, advertise: Array(20).fill(throttled), seconds: 60 };
    const { failure } = await failureOf(script);
    expect(failure).toMatchObject({ reason: 'throttled' });
    expect(failure?.likely).toContain('one change to your own ASN an hour');
  });

  test.each([
    ['swap', swapToOwn],
    ['advertise call', advertise],
  ])('as a %s to your own ASN is explained by the hourly limit', async (_, script) => {
    const { failure, outcome, calls } = await failureOf({ ...script, advertise: [rejected] });
    expect(calls).toHaveLength(1);
    expect(failure).toMatchObject({
      reason: 'request-rejected',
      likely: expect.stringContaining('once an hour'),
    });
    expect(outcome).toMatchObject({
      changed: false,
      state: script.planned.toString().split(' ')[0],
    });
    expect(outcome.originNow).toBeUndefined();
  });

  test.each([
    ['a withdrawal is on its way', withdraw, 'provisioned', [withdrawing, 'provisioned']],
    ['a withdrawal is done', withdraw, 'provisioned', ['provisioned']],
    ['an advertise call is done', advertise, 'advertised', ['advertised 64500']],
    ['a swap is done', swapToOwn, 'advertised', ['advertised 64500']],
  ] as const)('but another has done the same: %s', async (_, script, state, reads) => {
    const answers = { advertise: [rejected], withdraw: [rejected] };
    const { calls, failure, lines, outcome } = await failureOf({ ...script, ...answers, reads });
    expect(calls).toHaveLength(1);
    expect(failure).toBeUndefined();
    expect(outcome).toMatchObject({ done: true, changed: false, state });
    expect(lines[0]).toMatch(
      /^IncorrectState .*It cannot be changed now.*; AWS shows the change as started without this call: /,
    );
  });

  test('is a failure if only one read shows the change as made', async () => {
    const reads = ['provisioned', 'advertised 64500'];
    const { failure, outcome } = await failureOf({ ...withdraw, withdraw: [rejected], reads });
    expect(failure).toMatchObject({ reason: 'request-rejected' });
    expect(outcome).toMatchObject({ changed: false, state: 'advertised' });
  });

  test.each([
    ['another change', [advertising], advertising],
    ['an error', [new Failure('access-denied', 'Denied.')], 'provisioned'],
  ] as const)('is a failure if the read after it shows %s', async (_, reads, state) => {
    const { calls, failure, outcome } = await failureOf({
      ...advertise,
      advertise: [rejected],
      reads,
    });
    expect(calls).toHaveLength(1);
    expect(failure).toMatchObject({ reason: 'request-rejected' });
    expect(outcome).toMatchObject({ changed: false, state });
  });

  test('is a failure after ten seconds without a read', async () => {
    const reads = () => 'never' as const;
    const run = await failureOf({ ...withdraw, withdraw: [rejected], reads });
    expect(run.failure).toMatchObject({ reason: 'request-rejected' });
    expect(run.seconds).toBe(10);
  });

  test('as a withdrawal is not explained by the hourly limit', async () => {
    const { failure } = await failureOf({ ...withdraw, withdraw: [rejected] });
    expect(failure).toMatchObject({ reason: 'request-rejected' });
    expect(failure?.likely).not.toContain('hour');
  });

  test.each([
    [
      'withdraw',
      { ...withdraw, withdraw: [denied] },
      ['ec2:WithdrawByoipCidr'],
      'ec2:AdvertiseByoipCidr',
    ],
    [
      'advertise',
      { ...advertise, advertise: [denied] },
      ['ec2:AdvertiseByoipCidr'],
      'ec2:AssociateIpamByoasn',
    ],
  ])('because the role may not %s has the policy to paste', async (_, script, wanted, other) => {
    const { failure } = await failureOf(script);
    const policy = failure?.lines.join('\n');
    expect(failure).toMatchObject({ reason: 'access-denied' });
    for (const action of wanted) expect(policy).toContain(action);
    expect(policy).not.toContain(other);
  });
});

describe('an operator who withdraws the CIDR during the wait', () => {
  test.each([
    ['advertise', advertise, [advertising, advertising, advertising, withdrawing]],
    ['advertise', advertise, [advertising, advertising, advertising, 'provisioned']],
    ['swap', swapToOwn, ['advertised 64501', advertising, advertising, withdrawing]],
    ['swap', swapToAws, ['advertised 64500', 'provisioned', 'provisioned', 'provisioned']],
  ])('ends the %s, and nothing is sent again', async (_, script, reads) => {
    const { failure, calls, outcome } = await failureOf({ ...script, reads });
    expect(calls).toHaveLength(1);
    expect(failure).toMatchObject({
      reason: 'route-busy',
      likely: 'Someone else has withdrawn it during the run.',
    });
    expect(outcome).toMatchObject({ changed: true });
    expect(outcome.done).toBeUndefined();
  });
});

describe('the deadline', () => {
  test('prevents a call that leaves no time for a response', async () => {
    const { failure, calls } = await failureOf({ ...withdraw, seconds: 0.9 });
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message: 'Not started: the deadline of 0.9 s was reached first',
    });
    expect(calls).toEqual([]);
  });

  test('ends the wait with the last state', async () => {
    const { failure } = await failureOf({ ...swapToOwn, reads: ['advertised 64501'], seconds: 60 });
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message: '198.51.100.0/24 in us-west-2 is still advertised from AS64501 after 60 s',
    });
  });

  test('prevents a repetition, and the failure is the one of the call', async () => {
    const { failure, calls } = await failureOf({ ...withdraw, withdraw: [throttled], seconds: 8 });
    expect(failure).toMatchObject({ reason: 'throttled' });
    expect(calls).toHaveLength(1);
  });
});

describe('several changes', () => {
  const [second, third, fourth] = ['203.0.113.0/24', '192.0.2.0/24', '2001:db8:1::/48'];
  const routes = { [fourth]: '64500', [third]: 'none', [second]: '64500', [cidr]: '64500' };
  const planned = {
    ...{ [cidr]: 'provisioned', [second]: 'advertised 64501' },
    ...{ [third]: 'advertised 64500', [fourth]: advertising },
  };
  const end = {
    ...{ [cidr]: 'advertised 64500', [second]: 'advertised 64500' },
    ...{ [third]: 'provisioned', [fourth]: 'advertised 64500' },
  };
  /** The listing after a number of calls. */
  const shownAfter = (calls: number) => ({
    ...planned,
    ...(calls > 0 ? { [cidr]: end[cidr] } : {}),
    ...(calls > 1 ? { [second]: end[second] } : {}),
    ...(calls > 2 ? { [third]: end[third], [fourth]: end[fourth] } : {}),
  });
  const all = (facts: Partial<RouteScript> = {}) => {
    let calls = 0;
    return applyScript({
      ...{ routes, planned },
      advertise: [cidr, second].map((name) => routeReply('AdvertiseByoipCidr', { cidr: name })),
      withdraw: [routeReply('WithdrawByoipCidr', { cidr: third })],
      onSent: (operation) => {
        if (/^(Advertise|Withdraw)/.test(operation)) calls += 1;
      },
      reads: () => shownAfter(calls),
      ...facts,
    });
  };

  test('are made one after the other: advertise, swap, withdraw, then the waits', async () => {
    const run = await all();
    expect(run.outcomes.map(({ failure }) => failure)).toEqual(Array(4).fill(undefined));
    expect(run.outcomes.map(({ done }) => done)).toEqual(Array(4).fill(true));
    expect(run.events).toEqual([
      `0 advertise ${cidr} 64500`,
      '2 read',
      '10.2 read',
      `10.2 advertise ${second} 64500`,
      '12.2 read',
      '20.4 read',
      `20.4 withdraw ${third}`,
      '22.4 read',
      '25.4 read',
      '27.4 read',
    ]);
  });

  test('stop at the first failure', async () => {
    const answers: readonly ScriptedResponse[] = [
      routeReply('AdvertiseByoipCidr', { cidr }),
      rejected,
    ];
    const run = await all({ advertise: answers, reads: () => shownAfter(1) });
    expect(run.calls).toHaveLength(2);
    expect(run.outcomes.map(({ route, failure }) => [route.cidr, failure?.reason])).toEqual([
      [fourth, undefined],
      [third, undefined],
      [second, 'request-rejected'],
      [cidr, undefined],
    ]);
    expect(run.outcomes.map(({ changed }) => changed)).toEqual([false, false, false, true]);
  });

  test('stop if an operator has withdrawn the next CIDR', async () => {
    const withdrawn = { ...shownAfter(1), [second]: 'provisioned' };
    const run = await all({ reads: () => withdrawn });
    expect(run.calls).toHaveLength(1);
    expect(run.outcomes[2]?.failure).toMatchObject({ reason: 'plan-changed' });
  });

  test('of two targets in two Regions have a rate limiter each', async () => {
    const targets = [
      targetWith({ [cidr]: 'none' }, { name: 'a' }),
      targetWith({ [second]: 'none' }, { name: 'b', region: 'eu-west-1' }),
    ];
    const run = await applyScript({
      targets,
      planned: { [cidr]: 'advertised', [second]: 'advertised' },
      reads: () => ({ [cidr]: 'provisioned', [second]: 'provisioned' }),
      withdraw: [cidr, second].map((name) => routeReply('WithdrawByoipCidr', { cidr: name })),
    });
    expect(run.calls).toEqual([`0 withdraw ${cidr}`, `5 withdraw ${second}`]);
  });
});

describe('an RPKI verdict that is older than a minute', () => {
  const other = '203.0.113.0/24';
  const afterTenMinutes: RouteScript = {
    ...{ routes: { [cidr]: '64500', [other]: '64500' } },
    ...{ planned: { [cidr]: 'provisioned', [other]: 'provisioned' } },
    reads: ({ nth, ms }) => ({
      [cidr]: ms < 600_000 ? advertising : 'advertised 64500',
      [other]: nth > 0 && ms < 640_000 ? 'provisioned' : 'advertised 64500',
    }),
    advertise: [cidr, other].map((name) => routeReply('AdvertiseByoipCidr', { cidr: name })),
  };

  test('is renewed before the call, but not for the first change', async () => {
    const { events, outcomes } = await applyScript(afterTenMinutes);
    expect(events.filter((text) => text.includes(' renewVerdict '))).toHaveLength(1);
    const last = events.findIndex((text) => text.endsWith(` renewVerdict ${other}`));
    expect(events.slice(last + 1).some((text) => text.includes(` advertise ${other}`))).toBe(true);
    expect(outcomes.map(({ done }) => done)).toEqual([true, true]);
  });

  test('is renewed before a retry too', async () => {
    const { calls, events, outcome } = await applyScript({
      ...{
        routes: { [cidr]: '64500' },
        planned: 'provisioned',
        reads: () => ({ [cidr]: 'provisioned' }),
      },
      advertise: [...Array(12).fill(throttled), routeReply('AdvertiseByoipCidr', { cidr })],
      renewVerdict: (change) => ({
        ...change,
        ...{ step: 'refuse', refusal: 'rpki-not-valid', why: 'it is invalid' },
      }),
    });
    expect(Math.max(...calls.map((text) => Number.parseFloat(text)))).toBeLessThan(60 + 15);
    expect(events.filter((text) => text.includes(' renewVerdict '))).toHaveLength(1);
    expect(outcome).toMatchObject({ changed: false, failure: { reason: 'rpki-not-valid' } });
  });

  test('stops a change that the policy refuses by now', async () => {
    const refusal = { step: 'refuse', refusal: 'rpki-not-valid', why: 'it is invalid' } as const;
    const run = await applyScript({
      ...afterTenMinutes,
      renewVerdict: (change) => ({ ...change, ...refusal }),
    });
    expect(run.calls).toEqual([`0 ${advertiseCall}`]);
    expect(run.outcomes.map(({ failure }) => failure?.reason)).toEqual([
      undefined,
      'rpki-not-valid',
    ]);
    expect(run.outcomes[1]).toMatchObject({ changed: false, state: 'provisioned' });
  });
});

describe('a cancellation', () => {
  test('during the call leaves its result unknown, and nothing more is sent', async () => {
    const run = await applyScript({ ...swapToOwn, cancelAt: 'AdvertiseByoipCidr' });
    expect(run.events).toEqual([`0 ${advertiseCall}`]);
    expect(run.outcome).toMatchObject({
      failure: { reason: 'cancelled' },
      state: 'unknown',
      originNow: { origin: 'unknown' },
    });
  });
});

describe("the wait for someone else's advertisement", () => {
  const pending: RouteScript = { routes: toOwn, planned: advertising };
  const sampled = (ageMs: number, asn = '64500') => ({
    DescribeIpamResourceDiscoveries: [discoveriesReply(defaultDiscovery)],
    GetIpamDiscoveredRoutes: [
      routesReply({
        ...{ cidr, asn, state: 'advertised' },
        sampleTime: new Date(Date.now() - ageMs).toISOString(),
      }),
    ],
  });
  const seen = (asn: number) => () => [{ prefix: cidr, asn, peers: 312 }];

  test('succeeds if the association shows the desired origin', async () => {
    const run = await applyScript({ ...pending, reads: [advertising, 'advertised 64500'] });
    expect(run.calls).toEqual([]);
    expect(run.outcome).toMatchObject({
      changed: false,
      done: true,
      originNow: { origin: '64500', source: 'association' },
    });
  });

  test('succeeds if IPAM has sampled the desired origin since', async () => {
    const run = await applyScript({ ...pending, reads: ['advertised'], ipam: sampled(-3_600_000) });
    expect(run.outcome).toMatchObject({ done: true, originNow: { source: 'ipam' } });
  });

  test('succeeds if the collectors show the desired origin, even with verify: off', async () => {
    const run = await applyScript({ ...pending, reads: ['advertised'], collectors: seen(64_500) });
    expect(run.outcome).toMatchObject({
      done: true,
      originNow: { origin: '64500', source: 'collectors' },
      verification: { verified: 'collectors' },
    });
  });

  test('ignores earlier routes, which the collectors still see for a while', async () => {
    const run = await failureOf({
      ...pending,
      reads: ({ ms }) => ({ [cidr]: ms < 60_000 ? advertising : 'advertised' }),
      collectors: ({ ms }) => seen(ms < 75_000 ? 64_500 : 16_509)(),
    });
    expect(run.failure).toMatchObject({ reason: 'origin-unknown' });
    expect(run.outcome.done).toBeUndefined();
  });

  test.each([
    ['nobody shows the origin', { collectors: () => 'down' as const }, 'origin-unknown'],
    ['the collectors show another', { collectors: seen(16_509) }, 'origin-unknown'],
    ['IPAM has only an older sample', { ipam: sampled(3_600_000) }, 'origin-unknown'],
    ['IPAM shows another', { ipam: sampled(-3_600_000, '64501') }, 'not-verified'],
    ['the association of another shows it', { reads: ['advertised 64501'] }, 'not-verified'],
  ])('fails if %s', async (_, facts, reason) => {
    const { failure, outcome } = await failureOf({ ...pending, reads: ['advertised'], ...facts });
    expect(failure).toMatchObject({ reason });
    expect(outcome.done).toBeUndefined();
  });

  test('fails if an operator withdraws the CIDR', async () => {
    const { failure } = await failureOf({ ...pending, reads: ['provisioned'] });
    expect(failure).toMatchObject({ reason: 'route-busy' });
  });

  test('or withdrawal ends when the CIDR is withdrawn', async () => {
    const run = await applyScript({ planned: withdrawing, reads: [withdrawing, 'provisioned'] });
    expect(run.calls).toEqual([]);
    expect(run.outcome).toMatchObject({ done: true, originNow: { origin: 'none' } });
  });
});

describe('the failure of a wait names the state, its likely cause and the reason', () => {
  const place = `${cidr} in us-west-2`;

  test.each([
    [advertise, [withdrawing], 'route-busy', 'Someone else has withdrawn it during the run.'],
    [advertise, ['pending-deprovision'], 'cidr-not-ready', 'Someone else deprovisions it.'],
    [
      advertise,
      ['provisioned-not-publicly-advertisable'],
      'cidr-not-eligible',
      'AWS does not advertise it.',
    ],
    [advertise, ['not listed'], 'cidr-not-found', 'Someone else has deprovisioned it.'],
    [
      withdraw,
      [withdrawing, 'advertised'],
      'route-busy',
      'Someone else has advertised it during the run.',
    ],
  ] as const)('%#', async (script, reads, reason, likely) => {
    const { failure } = await failureOf({ ...script, reads });
    expect(failure).toMatchObject({ reason, likely, message: `${place} is ${reads.at(-1)}` });
  });

  test.each([
    [advertise, advertising, advertising],
    [swapToOwn, 'advertised 64501', 'advertised from AS64501'],
    [swapToOwn, 'advertised', 'advertised'],
    [withdraw, withdrawing, withdrawing],
  ])('at the deadline (%#)', async (script, read, text) => {
    const { failure } = await failureOf({ ...script, reads: [read], seconds: 4 });
    expect(failure).toMatchObject({
      reason: 'wait-timeout',
      message: `${place} is still ${text} after 4 s`,
    });
  });

  test('if the origin is another than the desired one', async () => {
    const script = { routes: toOwn, planned: advertising, reads: ['advertised 64501'] };
    const { failure } = await failureOf(script);
    expect(failure).toMatchObject({
      reason: 'not-verified',
      message: `${place} is advertised from AS64501, not from AS64500`,
      likely: 'Someone else has advertised it from there.',
    });
  });

  test('if nobody shows the origin', async () => {
    const script = { routes: toOwn, planned: advertising, reads: ['advertised'] };
    const { failure } = await failureOf({ ...script, collectors: () => 'down' as const });
    expect(failure?.message).toContain(`${place} is advertised from an unknown origin: `);
  });
});

describe('the route collectors verify a change that has ended', () => {
  const seen = (asn: number) => () => [{ prefix: cidr, asn, peers: 312 }];
  const required = { policy: 'required' } as const;
  const warn = { policy: 'warn' } as const;
  const swapped = [...Array(3).fill('advertised 64501'), 'advertised'];

  test('and their origin is recorded if AWS shows none', async () => {
    const script = { ...swapToOwn, reads: swapped, verify: required, collectors: seen(64_500) };
    const { outcome, warnings } = await applyScript(script);
    expect(outcome).toMatchObject({
      done: true,
      originNow: { origin: '64500', source: 'collectors' },
      verification: { verified: 'collectors' },
      failure: undefined,
    });
    expect(warnings).toEqual([]);
  });

  test('and a mismatch is a warning with figures', async () => {
    const script = { ...swapToOwn, reads: swapped, verify: warn, collectors: seen(16_509) };
    const { outcome, warnings } = await applyScript(script);
    expect(outcome).toMatchObject({
      done: true,
      originNow: { origin: 'unknown' },
      verification: { verified: 'none' },
      failure: undefined,
    });
    expect(warnings).toEqual([
      expect.stringMatching(
        /^The route collectors do not show the change of 198\.51\.100\.0\/24 to origin AS64500: AS64500 at 0 of 312 peers/,
      ),
    ]);
  });

  test('and a mismatch is a failure if verification is required, and nothing is rolled back', async () => {
    const script = { ...swapToOwn, reads: swapped, verify: required, collectors: seen(16_509) };
    const { failure, calls, outcome } = await failureOf(script);
    expect(failure).toMatchObject({ reason: 'not-verified' });
    expect(calls).toHaveLength(1);
    expect(outcome).toMatchObject({
      changed: true,
      done: true,
      verification: { verified: 'none' },
    });
  });

  test('20 s after AWS accepted it at the earliest', async () => {
    const asked: number[] = [];
    const collectors = ({ ms }: { readonly ms: number }) => {
      asked.push(ms / 1_000);
      return [];
    };
    await applyScript({ ...withdraw, reads: ['provisioned'], verify: warn, collectors });
    expect(asked).toEqual([20]);
  });

  test('before the next change begins', async () => {
    const other = '203.0.113.0/24';
    const run = await applyScript({
      ...{ routes: { [cidr]: 'none', [other]: 'none' }, verify: required },
      planned: { [cidr]: 'advertised', [other]: 'advertised' },
      reads: ({ ms }) => ({
        [cidr]: 'provisioned',
        [other]: ms < 25_000 ? 'advertised' : 'provisioned',
      }),
      collectors: ({ ms }) => (ms < 30_000 ? seen(16_509)() : []),
      withdraw: [cidr, other].map((name) => routeReply('WithdrawByoipCidr', { cidr: name })),
    });
    expect(run.calls[0]).toBe(`0 withdraw ${cidr}`);
    expect(run.outcome.verification).toMatchObject({ verified: 'collectors' });
  });
});
