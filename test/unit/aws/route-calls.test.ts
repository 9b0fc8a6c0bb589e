import { describe, expect, test } from 'vitest';
import { type RouteCalls, routeCalls } from '../../../src/aws/route-calls.ts';
import { connectedClient } from '../../fakes/clients.ts';
import { brokenBy, memoryTransport, type ScriptedResponse } from '../../fakes/memory-transport.ts';
import { ec2Error, ec2Reply, permittedReply, requestId, routeReply } from '../../fakes/replies.ts';
import { associationOf } from '../domain/association.ts';

const { signal } = new AbortController();
const { asn, cidr } = associationOf();
const advertisement = { cidr, asn, networkBorderGroup: undefined };

/** The calls in us-west-2, with this response to the only request. */
function callsWith(response: ScriptedResponse) {
  const transport = memoryTransport({
    AdvertiseByoipCidr: [response],
    WithdrawByoipCidr: [response],
  });
  return { calls: routeCalls(connectedClient(transport)), transport };
}

type Operation = Parameters<typeof routeReply>[0];
type Call = (calls: RouteCalls) => Promise<unknown>;

const verbs: readonly [name: string, Operation, Call, dryRun: Call, form: object][] = [
  [
    'an advertise call',
    'AdvertiseByoipCidr',
    (calls) => calls.advertise(advertisement, signal),
    (calls) => calls.dryRunAdvertise(advertisement, signal),
    { Cidr: '198.51.100.0/24', Asn: '64500' },
  ],
  [
    'a withdraw call',
    'WithdrawByoipCidr',
    (calls) => calls.withdraw(cidr, signal),
    (calls) => calls.dryRunWithdraw(cidr, signal),
    { Cidr: '198.51.100.0/24' },
  ],
];

describe.each(verbs)('%s', (_name, operation, send, dryRun, form) => {
  test('is sent once, without DryRun', async () => {
    const { calls, transport } = callsWith(routeReply(operation));
    await send(calls);
    expect(transport.sent).toMatchObject([{ operation, method: 'POST' }]);
    expect(transport.sent[0]?.form).toEqual(form);
  });

  test.each(['provisioned', 'advertised', 'pending-advertising', 'some-new-state', ''])(
    'is accepted with its request ID, whatever state the response shows (%j)',
    async (state) => {
      const { calls } = callsWith(routeReply(operation, { state }));
      await expect(send(calls)).resolves.toEqual({ requestId });
    },
  );

  test.each([
    ['nothing', ec2Reply(operation, [])],
    ['another CIDR', routeReply(operation, { cidr: '203.0.113.0/24' })],
    ['no CIDR', routeReply(operation, { cidr: '' })],
  ])('may have been carried out if the response shows %s', async (_, reply) => {
    const { calls } = callsWith(reply);
    await expect(send(calls)).rejects.toMatchObject({
      result: {
        kind: 'ambiguous',
        code: 'Unreadable',
        message: 'the response does not show the CIDR',
        requestId,
      },
    });
  });

  test.each([
    ['rejected', ec2Error(400, 'IncorrectState', 'No.'), 'rejected'],
    ['denied', ec2Error(403, 'UnauthorizedOperation', 'No.'), 'denied'],
    ['throttled', ec2Error(503, 'RequestLimitExceeded', 'No.'), 'throttled'],
    ['lost', brokenBy('ECONNRESET'), 'ambiguous'],
    ['not sent', brokenBy('ECONNREFUSED'), 'unsent'],
  ])('that is %s is not retried', async (_, response, kind) => {
    const { calls, transport } = callsWith(response);
    await expect(send(calls)).rejects.toMatchObject({ name: 'CallError', result: { kind } });
    expect(transport.sent).toHaveLength(1);
  });

  test('as a dry run is the same call with DryRun=true', async () => {
    const { calls, transport } = callsWith(permittedReply());
    await expect(dryRun(calls)).resolves.toEqual({ verdict: 'permitted', requestId });
    expect(transport.sent[0]?.form).toEqual({ ...form, DryRun: 'true' });
  });

  test('as a dry run that returns success counts as ignored', async () => {
    const { calls } = callsWith(routeReply(operation));
    await expect(dryRun(calls)).resolves.toEqual({ verdict: 'ignored', requestId });
  });

  test('as a dry run that is denied proves no permission', async () => {
    const { calls } = callsWith(ec2Error(403, 'UnauthorizedOperation', 'No.'));
    await expect(dryRun(calls)).rejects.toMatchObject({ result: { kind: 'denied' } });
  });
});

test('the group of a Local Zone and the origin AWS are sent', async () => {
  const { calls, transport } = callsWith(routeReply('AdvertiseByoipCidr'));
  const networkBorderGroup = 'us-west-2-lax-1';
  await calls.advertise({ cidr, asn: 'AWS', networkBorderGroup }, signal);
  expect(transport.sent[0]?.form).toEqual({
    Cidr: '198.51.100.0/24',
    Asn: 'AWS',
    NetworkBorderGroup: networkBorderGroup,
  });
});
