import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { AssociateIpamByoasnCommand, DescribeByoipCidrsCommand } from '@aws-sdk/client-ec2';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect, onTestFinished, test } from 'vitest';
import { ec2Client, failureOf, stsClient } from './clients.ts';
import { startFakes } from './fakes.ts';
import type { Fault, PlainFault } from './faults.ts';

const PAIR = { Asn: '64500', Cidr: '198.51.100.0/24' };

async function start() {
  const fakes = await startFakes({ behaviour: { rateSpeed: Number.POSITIVE_INFINITY } });
  onTestFinished(() => fakes.close());
  const client = ec2Client(fakes);
  const sts = stsClient(fakes);
  const associate = (changes = {}) =>
    client.send(new AssociateIpamByoasnCommand({ ...PAIR, ...changes }));
  const list = (options = {}) =>
    client.send(new DescribeByoipCidrsCommand({ MaxResults: 100 }), options);
  const written = () => fakes.requestLog.changes.length;
  return { fakes, sts, associate, list, written };
}

test.each<[PlainFault, string, number | undefined, boolean]>([
  ['throttle', 'RequestLimitExceeded', 503, false],
  ['status500', 'InternalError', 500, false],
  ['status500-empty', 'Unknown', 500, false],
  ['502-html', 'Unknown', 502, false],
  ['503-unavailable', 'Unavailable', 503, false],
  ['hangup', 'TimeoutError', undefined, false],
  ['reset', 'TimeoutError', undefined, false],
  ['cut', 'Error', 200, true],
  ['cut-reset', 'Error', 200, true],
  ['garbled', 'Error', 200, true],
  ['applied-then-hangup', 'TimeoutError', undefined, true],
  ['applied-then-reset', 'TimeoutError', undefined, true],
  ['applied-then-end', 'TimeoutError', undefined, true],
  ['applied-then-500', 'InternalError', 500, true],
  ['applied-then-503', 'Unavailable', 503, true],
])(
  'after the fault %s the SDK reports %s with the status %s; applied: %s',
  async (fault, name, status, applied) => {
    const { fakes, associate, written } = await start();
    fakes.faults.add({ operation: 'AssociateIpamByoasn', fault });
    expect(await failureOf(associate())).toMatchObject({ name, status });
    expect(written()).toBe(applied ? 1 : 0);
    expect(fakes.ipam.association(PAIR.Asn, PAIR.Cidr) !== undefined).toBe(applied);
    expect(fakes.requestLog.requests).toMatchObject([{ outcome: fault }]);
  },
);

test.each([
  ['page', 403, 'Unknown', false],
  ['page', 404, 'NotFound', false],
  ['applied-then-page', 499, 'Unknown', true],
  ['applied-then-page', 302, 'Unknown', true],
] as const)(
  'after the fault %s (HTTP %i) the SDK reports %s, which proves nothing; applied: %s',
  async (fault, status, name, applied) => {
    const { fakes, associate, written } = await start();
    fakes.faults.add({ operation: 'AssociateIpamByoasn', fault, status });
    expect(await failureOf(associate())).toMatchObject({ name, status });
    expect(written()).toBe(applied ? 1 : 0);
    expect(fakes.requestLog.requests).toMatchObject([{ outcome: fault }]);
  },
);

test('an empty body after a success gives the SDK an empty response', async () => {
  const { fakes, associate, written } = await start();
  fakes.faults.add({ operation: 'AssociateIpamByoasn', fault: 'empty' });
  expect((await associate()).AsnAssociation).toBeUndefined();
  expect(written()).toBe(1);
});

test.each<PlainFault>(['cut', 'garbled', 'empty'])(
  'after the fault %s the status of the response is the same as without it',
  async (fault) => {
    const { fakes, associate } = await start();
    fakes.faults.add({ operation: 'AssociateIpamByoasn', fault });
    expect(await failureOf(associate({ DryRun: true }))).toMatchObject({ status: 412 });
  },
);

test('a connection can be closed after a complete response', async () => {
  const { fakes, list } = await start();
  fakes.faults.add({ operation: 'DescribeByoipCidrs', fault: 'slow', ms: 0, closes: true });
  let connections = 0;
  const count = () => {
    connections += 1;
  };
  subscribe('net.client.socket', count);
  onTestFinished(() => void unsubscribe('net.client.socket', count));
  for (let call = 0; call < 3; call += 1) expect((await list()).ByoipCidrs).toHaveLength(3);
  expect(connections).toBe(2);
});

test.each<[PlainFault, number]>([
  ['hang', 0],
  ['applied-then-hang', 1],
])('%s never answers', async (fault, changes) => {
  const { fakes, written } = await start();
  fakes.faults.add({ operation: 'AssociateIpamByoasn', fault });
  const call = ec2Client(fakes).send(new AssociateIpamByoasnCommand(PAIR), {
    abortSignal: AbortSignal.timeout(200),
  });
  expect(await failureOf(call)).toMatchObject({ name: 'AbortError' });
  expect(written()).toBe(changes);
});

test('any error of the service can be injected, and its request ID is in the request log', async () => {
  const { fakes, associate, written } = await start();
  const error = { status: 400, code: 'AsnAuthorizationMissing', message: 'no <ROA> & no "LOA"' };
  fakes.faults.add({ operation: 'AssociateIpamByoasn', fault: 'error', ...error });
  const { requestId, ...failure } = await failureOf(associate());
  expect(failure).toEqual({ name: error.code, message: error.message, status: 400 });
  expect(fakes.requestLog.requests).toMatchObject([{ outcome: error.code, requestId }]);
  expect(written()).toBe(0);
});

test.each<Fault & { ms: number }>([
  { fault: 'slow', ms: 300 },
  { fault: 'drip', ms: 20 },
])('$fault is slow and answers completely', async (fault) => {
  const { fakes, list } = await start();
  fakes.faults.add({ operation: 'DescribeByoipCidrs', ...fault });
  const began = performance.now();
  expect((await list()).ByoipCidrs).toHaveLength(3);
  expect(performance.now() - began).toBeGreaterThan(250);
  expect(fakes.requestLog.requests).toMatchObject([{ outcome: 'ok' }]);
});

test('rules of an operation apply one after another and do not affect other operations', async () => {
  const { fakes, associate, list } = await start();
  const operation = 'DescribeByoipCidrs';
  fakes.faults.add({ operation, fault: 'throttle', times: 2 });
  fakes.faults.add({ operation, fault: 'status500', skip: 1 });
  await associate();
  for (let call = 0; call < 5; call += 1) await list().catch(() => {});
  expect(fakes.requestLog.of(operation).map(({ outcome }) => outcome)).toEqual([
    'throttle',
    'throttle',
    'ok',
    'status500',
    'ok',
  ]);
  expect(fakes.faults.pending()).toEqual([]);
});

test('a rule without a limit stays until the rules are cleared', async () => {
  const { fakes, list } = await start();
  fakes.faults.add({
    operation: 'DescribeByoipCidrs',
    fault: 'throttle',
    times: Number.POSITIVE_INFINITY,
  });
  for (let call = 0; call < 3; call += 1) {
    expect(await failureOf(list())).toMatchObject({ name: 'RequestLimitExceeded' });
  }
  expect(fakes.faults.pending()).toHaveLength(1);
  fakes.faults.clear();
  expect((await list()).ByoipCidrs).toHaveLength(3);
});

test('a fault can apply only to real calls', async () => {
  const { fakes, associate } = await start();
  const operation = 'AssociateIpamByoasn';
  fakes.faults.add({ operation, fault: 'status500', when: 'real' });
  expect(await failureOf(associate({ DryRun: true }))).toMatchObject({ name: 'DryRunOperation' });
  expect(await failureOf(associate())).toMatchObject({ name: 'InternalError' });
});

test('a fault can apply only to dry runs, and carries out nothing there', async () => {
  const { fakes, associate, written } = await start();
  const operation = 'AssociateIpamByoasn';
  fakes.faults.add({ operation, fault: 'applied-then-503', when: 'dry-run' });
  await associate();
  expect(await failureOf(associate({ DryRun: true }))).toMatchObject({ name: 'Unavailable' });
  expect(written()).toBe(1);
});

test("STS fails with STS's error codes", async () => {
  const { fakes, sts } = await start();
  const token = { RoleArn: fakes.roleArn, RoleSessionName: 'run', WebIdentityToken: 'x.y.z.' };
  fakes.faults.add({ operation: 'GetCallerIdentity', fault: 'throttle' });
  fakes.faults.add({ operation: 'AssumeRoleWithWebIdentity', fault: '503-unavailable' });
  const identity = sts.send(new GetCallerIdentityCommand({}));
  expect(await failureOf(identity)).toMatchObject({ name: 'Throttling', status: 400 });
  const session = sts.send(new AssumeRoleWithWebIdentityCommand(token));
  expect(await failureOf(session)).toMatchObject({ name: 'ServiceUnavailable', status: 503 });
});

test('the token endpoint can fail and garble its JSON', async () => {
  const { fakes } = await start();
  const { requestUrl, requestToken } = fakes.issuer;
  const ask = () => fetch(requestUrl, { headers: { authorization: `Bearer ${requestToken}` } });
  fakes.faults.add({ operation: 'token', fault: '503-unavailable' });
  fakes.faults.add({ operation: 'token', fault: 'garbled' });
  fakes.faults.add({ operation: 'token', fault: 'hangup' });
  expect((await ask()).status).toBe(503);
  await expect((await ask()).json()).rejects.toThrow(SyntaxError);
  await expect(ask()).rejects.toThrow('fetch failed');
  expect(await (await ask()).json()).toHaveProperty('value');
});
