import { describe, expect, test } from 'vitest';
import {
  describeIpamResourceDiscoveries,
  getIpamDiscoveredRoutes,
} from '../../../src/aws/origin-calls.ts';
import { connectedClient } from '../../fakes/clients.ts';
import { brokenBy, memoryTransport, type ScriptedResponses } from '../../fakes/memory-transport.ts';
import { ec2Error, ec2Reply } from '../../fakes/replies.ts';
import { element } from '../../fakes/xml.ts';

const { signal } = new AbortController();

/** The calls of EC2 in us-east-1, with these responses to their requests. */
function callsWith(responses: ScriptedResponses) {
  const transport = memoryTransport(responses);
  const client = connectedClient(transport, { region: 'us-east-1' });
  const discovery = { id: 'ipam-res-disco-1', region: 'us-west-2' };
  return {
    transport,
    describeIpamResourceDiscoveries: (token?: string) =>
      describeIpamResourceDiscoveries(client, token, signal),
    getIpamDiscoveredRoutes: (token?: string) =>
      getIpamDiscoveredRoutes(client, discovery, token, signal),
  };
}

const texts = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, text]) => element(name, text));

describe.each([
  [
    'describeIpamResourceDiscoveries',
    'DescribeIpamResourceDiscoveries',
    'ipamResourceDiscoverySet',
    {},
  ],
  [
    'getIpamDiscoveredRoutes',
    'GetIpamDiscoveredRoutes',
    'ipamDiscoveredRouteSet',
    { IpamResourceDiscoveryId: 'ipam-res-disco-1', ResourceRegion: 'us-west-2' },
  ],
] as const)('%s', (call, operation, set, form) => {
  test('asks EC2 in the Region of the client for the largest page, once', async () => {
    const calls = callsWith({ [operation]: [ec2Reply(operation, [element(set, [])])] });
    expect(await calls[call]()).toEqual({ items: [], nextToken: undefined });
    expect(calls.transport.sent).toMatchObject([
      { operation, url: 'https://ec2.us-east-1.amazonaws.com/' },
    ]);
    expect(calls.transport.sent[0]?.form).toEqual({ MaxResults: '1000', ...form });
  });

  test('requests the page of a token, and returns the next token', async () => {
    const page = ec2Reply(operation, [element(set, []), element('nextToken', 'token-3')]);
    const calls = callsWith({ [operation]: [page] });
    expect((await calls[call]('token-2')).nextToken).toBe('token-3');
    expect(calls.transport.sent[0]?.form).toMatchObject({ NextToken: 'token-2' });
  });

  test('treats a response without its set as cut off, not as an empty listing', async () => {
    const calls = callsWith({ [operation]: [ec2Reply(operation, [])] });
    await expect(calls[call]()).rejects.toMatchObject({
      result: { kind: 'ambiguous', code: 'Unreadable', message: `the response has no ${set}` },
    });
  });

  test.each([
    ['denied', ec2Error(403, 'UnauthorizedOperation', 'You are not authorized.'), 'denied'],
    ['throttled', ec2Error(503, 'RequestLimitExceeded', 'Request limit exceeded.'), 'throttled'],
    ['not sent', brokenBy('ECONNREFUSED'), 'unsent'],
  ])('that is %s is not retried', async (_, response, kind) => {
    const calls = callsWith({ [operation]: [response] });
    await expect(calls[call]()).rejects.toMatchObject({ name: 'CallError', result: { kind } });
    expect(calls.transport.sent).toHaveLength(1);
  });
});

test('the resource discoveries come with their owners', async () => {
  const item = {
    ownerId: '111122223333',
    ipamResourceDiscoveryId: 'ipam-res-disco-1',
    isDefault: 'true',
  };
  const reply = ec2Reply('DescribeIpamResourceDiscoveries', [
    element('ipamResourceDiscoverySet', element('item', texts(item))),
  ]);
  const calls = callsWith({ DescribeIpamResourceDiscoveries: [reply] });
  const { items } = await calls.describeIpamResourceDiscoveries();
  expect(items).toMatchObject([
    { OwnerId: '111122223333', IpamResourceDiscoveryId: 'ipam-res-disco-1', IsDefault: true },
  ]);
});

test('the routes come with their origin and time', async () => {
  const item = {
    cidr: '198.51.100.0/24',
    asn: '64500',
    state: 'advertised',
    sampleTime: '2026-11-29T12:00:00.000Z',
  };
  const reply = ec2Reply('GetIpamDiscoveredRoutes', [
    element('ipamDiscoveredRouteSet', element('item', texts(item))),
  ]);
  const calls = callsWith({ GetIpamDiscoveredRoutes: [reply] });
  const { items } = await calls.getIpamDiscoveredRoutes();
  expect(items).toMatchObject([
    {
      Cidr: '198.51.100.0/24',
      Asn: '64500',
      State: 'advertised',
      SampleTime: new Date('2026-11-29T12:00:00Z'),
    },
  ]);
});
