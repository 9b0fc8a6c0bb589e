import { describe, expect, test } from 'vitest';
import { callOnce } from '../../../src/aws/call.ts';
import { type Ec2, ec2Calls } from '../../../src/aws/ec2.ts';
import { Failure } from '../../../src/failure.ts';
import { connectedClient } from '../../fakes/clients.ts';
import { connectionContext } from '../../fakes/connection-context.ts';
import { brokenBy, memoryTransport, type ScriptedResponses } from '../../fakes/memory-transport.ts';
import {
  asnsReply,
  associatedReply,
  cidrsReply,
  ec2Error,
  ec2Reply,
  permittedReply,
  requestId,
} from '../../fakes/replies.ts';
import { element } from '../../fakes/xml.ts';
import { associationOf } from '../domain/association.ts';

const { signal } = new AbortController();

const pair = associationOf();
const form = { Asn: '64500', Cidr: '198.51.100.0/24' };

/** The calls of EC2 in us-west-2, with these responses to their requests. */
function callsWith(responses: ScriptedResponses, onSent = () => {}) {
  const transport = memoryTransport(responses, onSent);
  const client = connectedClient(transport);
  return { ec2: ec2Calls({ client, ipamClient: client }), transport };
}

type Listing = 'describeByoipCidrs' | 'describeIpamByoasn';

describe.each<[Listing, string, string, () => ReturnType<typeof cidrsReply>]>([
  ['describeByoipCidrs', 'DescribeByoipCidrs', 'byoipCidrSet', cidrsReply],
  ['describeIpamByoasn', 'DescribeIpamByoasn', 'byoasnSet', asnsReply],
])('%s', (call, operation, set, page) => {
  test('asks EC2 in the Region for the largest page, once', async () => {
    const { ec2, transport } = callsWith({ [operation]: [page()] });
    await ec2[call](undefined, signal);
    expect(transport.sent).toMatchObject([
      { operation, method: 'POST', url: 'https://ec2.us-west-2.amazonaws.com/' },
    ]);
    expect(transport.sent[0]?.form).toEqual({ MaxResults: '100' });
  });

  test('asks for the page of a token', async () => {
    const { ec2, transport } = callsWith({ [operation]: [page()] });
    await ec2[call]('token-2', signal);
    expect(transport.sent[0]?.form).toEqual({ MaxResults: '100', NextToken: 'token-2' });
  });

  test.each([
    ['token-2', 'token-2'],
    ['', undefined],
  ])('returns the token of the next page (%j)', async (token, nextToken) => {
    const last = { xml: `<nextToken>${token}</nextToken>` };
    const reply = ec2Reply(operation, [element(set, []), last]);
    const { ec2 } = callsWith({ [operation]: [reply] });
    await expect(ec2[call](undefined, signal)).resolves.toEqual({ items: [], nextToken });
  });

  test('treats a response without its set as cut off, not as an empty listing', async () => {
    const { ec2 } = callsWith({ [operation]: [ec2Reply(operation, [])] });
    await expect(ec2[call](undefined, signal)).rejects.toMatchObject({
      result: { kind: 'ambiguous', code: 'Unreadable', message: `the response has no ${set}` },
    });
  });

  test.each([
    ['denied', ec2Error(403, 'UnauthorizedOperation', 'You are not authorized.'), 'denied'],
    ['throttled', ec2Error(503, 'RequestLimitExceeded', 'Request limit exceeded.'), 'throttled'],
    ['not sent', brokenBy('ECONNREFUSED'), 'unsent'],
    ['lost', brokenBy('ECONNRESET'), 'ambiguous'],
  ])('that is %s is not retried', async (_, response, kind) => {
    const { ec2, transport } = callsWith({ [operation]: [response] });
    await expect(ec2[call](undefined, signal)).rejects.toMatchObject({
      name: 'CallError',
      result: { kind },
    });
    expect(transport.sent).toHaveLength(1);
  });

  test('is aborted when the run is cancelled', async () => {
    await cancelledDuring(operation, (ec2, signal) => ec2[call](undefined, signal));
  });
});

test('the CIDRs come with their associations, as EC2 spells them', async () => {
  const { ec2 } = callsWith({ DescribeByoipCidrs: [cidrsReply('failed-association')] });
  const { items } = await ec2.describeByoipCidrs(undefined, signal);
  expect(items).toMatchObject([
    {
      Cidr: '198.51.100.0/24',
      State: 'provisioned',
      AdvertisementType: 'unicast',
      AsnAssociations: [{ Asn: '64500', Cidr: '198.51.100.0/24', State: 'failed-association' }],
    },
  ]);
});

test('the ASNs come with their states', async () => {
  const { ec2 } = callsWith({ DescribeIpamByoasn: [asnsReply('failed-provision')] });
  const { items } = await ec2.describeIpamByoasn(undefined, signal);
  expect(items).toMatchObject([{ Asn: '64500', State: 'failed-provision' }]);
});

describe('an associate call', () => {
  const associate = (...scripted: ScriptedResponses[string]) =>
    callsWith({ AssociateIpamByoasn: scripted });

  test('is sent once, with the pair and without DryRun', async () => {
    const { ec2, transport } = associate(associatedReply());
    await ec2.associate(pair, signal);
    expect(transport.sent).toMatchObject([{ operation: 'AssociateIpamByoasn', method: 'POST' }]);
    expect(transport.sent[0]?.form).toEqual(form);
  });

  test('is accepted with the state and the request ID of the response', async () => {
    const { ec2 } = associate(associatedReply());
    await expect(ec2.associate(pair, signal)).resolves.toEqual({
      state: 'pending-association',
      statusMessage: '',
      requestId,
    });
  });

  test('is accepted with the status message of the response', async () => {
    const { ec2 } = associate(associatedReply({ statusMessage: 'queued' }));
    await expect(ec2.associate(pair, signal)).resolves.toMatchObject({ statusMessage: 'queued' });
  });

  test('is accepted if the response spells the CIDR in another way', async () => {
    const { ec2 } = associate(associatedReply({ cidr: '2001:0DB8:1:0:0:0:0:0/48' }));
    await expect(
      ec2.associate(associationOf('64500', '2001:db8:1::/48'), signal),
    ).resolves.toMatchObject({
      state: 'pending-association',
    });
  });

  test('is accepted without a request ID if the response has none', async () => {
    const { ec2 } = associate({ ...associatedReply(), headers: {} });
    await expect(ec2.associate(pair, signal)).resolves.toMatchObject({ requestId: '' });
  });

  test.each([{ asn: 'AS64500' }, { asn: '0064500' }, { cidr: '198.51.100.0/024' }])(
    'is accepted if the response spells the pair differently: %j',
    async (facts) => {
      const { ec2 } = associate(associatedReply(facts));
      await expect(ec2.associate(pair, signal)).resolves.toMatchObject({
        state: 'pending-association',
      });
    },
  );

  test.each([
    ['nothing', ec2Reply('AssociateIpamByoasn', [])],
    ['text that is not an ASN', associatedReply({ asn: '64500x' })],
    ['another ASN', associatedReply({ asn: '64501' })],
    ['another CIDR', associatedReply({ cidr: '203.0.113.0/24' })],
    ['no ASN', associatedReply({ asn: '' })],
    ['no CIDR', associatedReply({ cidr: '' })],
    ['no state', associatedReply({ state: '' })],
  ])('may have been carried out if the response shows %s', async (_, reply) => {
    const { ec2 } = associate(reply);
    await expect(ec2.associate(pair, signal)).rejects.toMatchObject({
      result: {
        kind: 'ambiguous',
        code: 'Unreadable',
        message: 'the response does not show the association',
        httpStatus: 200,
        requestId,
      },
    });
  });

  test.each([
    ['cut', { status: 200, body: '<AssociateIpamByoasnResponse><asnAss' }, 'Unreadable', 200],
    ['of a proxy', { status: 502, body: '<html>Bad gateway</html>' }, 'HTTP 502', 502],
    ['of a proxy, empty', { status: 503, body: '' }, 'HTTP 503', 503],
    ['refused, and cut', { status: 400, body: '<Response><Errors><Err' }, 'Unreadable', 400],
  ])('may have been carried out if the response is %s', async (_, reply, code, httpStatus) => {
    const { ec2 } = associate(reply);
    await expect(ec2.associate(pair, signal)).rejects.toMatchObject({
      result: { kind: 'ambiguous', code, httpStatus },
    });
  });

  test.each([
    [400, 'IncorrectState', 'rejected'],
    [403, 'UnauthorizedOperation', 'denied'],
    [401, 'AuthFailure', 'credentials'],
    [503, 'RequestLimitExceeded', 'throttled'],
    [500, 'InternalError', 'ambiguous'],
    [400, 'SomethingNew', 'rejected'],
  ])(
    "that EC2 rejects (%i %s) is %s, with EC2's text and request ID",
    async (status, code, kind) => {
      const { ec2, transport } = associate(ec2Error(status, code, 'EC2 says so.'));
      await expect(ec2.associate(pair, signal)).rejects.toMatchObject({
        result: { kind, code, message: 'EC2 says so.', httpStatus: status, requestId },
      });
      expect(transport.sent).toHaveLength(1);
    },
  );

  test.each([
    ['ECONNREFUSED', 'unsent'],
    ['ENOTFOUND', 'unsent'],
    ['ECONNRESET', 'ambiguous'],
    ['EPIPE', 'ambiguous'],
  ])('whose connection broke with %s is %s', async (code, kind) => {
    const { ec2, transport } = associate(brokenBy(code));
    await expect(ec2.associate(pair, signal)).rejects.toMatchObject({
      result: { kind, code, httpStatus: undefined },
    });
    expect(transport.sent).toHaveLength(1);
  });

  test('is aborted when the run is cancelled', async () => {
    await cancelledDuring('AssociateIpamByoasn', (ec2, signal) => ec2.associate(pair, signal));
  });
});

describe('a call with DryRun', () => {
  const dryRun = (...scripted: ScriptedResponses[string]) =>
    callsWith({ AssociateIpamByoasn: scripted });

  test('is the same call with DryRun=true', async () => {
    const { ec2, transport } = dryRun(permittedReply());
    await ec2.dryRunAssociate(pair, signal);
    expect(transport.sent[0]?.form).toEqual({ ...form, DryRun: 'true' });
  });

  test('that EC2 would permit says so, with the request ID', async () => {
    const { ec2 } = dryRun(permittedReply());
    await expect(ec2.dryRunAssociate(pair, signal)).resolves.toEqual({
      verdict: 'permitted',
      requestId,
    });
  });

  test('that is permitted without a request ID is permitted', async () => {
    const { ec2 } = dryRun({ ...permittedReply(), headers: {} });
    const permitted = { verdict: 'permitted', requestId: '' };
    await expect(ec2.dryRunAssociate(pair, signal)).resolves.toEqual(permitted);
  });

  test.each([
    ['the call itself', associatedReply()],
    ['nothing', ec2Reply('AssociateIpamByoasn', [])],
  ])('that returns success, as %s, counts as ignored', async (_, reply) => {
    const { ec2 } = dryRun(reply);
    await expect(ec2.dryRunAssociate(pair, signal)).resolves.toEqual({
      verdict: 'ignored',
      requestId,
    });
  });

  test('that is ignored without a request ID counts as ignored', async () => {
    const { ec2 } = dryRun({ ...associatedReply(), headers: {} });
    const ignored = { verdict: 'ignored', requestId: '' };
    await expect(ec2.dryRunAssociate(pair, signal)).resolves.toEqual(ignored);
  });

  test.each([
    ['denied', ec2Error(403, 'UnauthorizedOperation', 'You are not authorized.'), 'denied'],
    ['rejected', ec2Error(412, 'SomethingNew', 'No.'), 'rejected'],
    ['answered with 412 and nothing else', { status: 412, body: '' }, 'ambiguous'],
    ['lost', brokenBy('ECONNRESET'), 'ambiguous'],
  ])('that is %s proves no permission', async (_, response, kind) => {
    const { ec2 } = dryRun(response);
    await expect(ec2.dryRunAssociate(pair, signal)).rejects.toMatchObject({
      name: 'CallError',
      result: { kind },
    });
  });

  test('is aborted when the run is cancelled', async () => {
    await cancelledDuring('AssociateIpamByoasn', (ec2, signal) =>
      ec2.dryRunAssociate(pair, signal),
    );
  });
});

test.each(['RequestExpired', 'ExpiredToken'])(
  'a call that EC2 rejects with %s is rejected for its credentials',
  async (code) => {
    const { ec2 } = callsWith({ AssociateIpamByoasn: [ec2Error(400, code, 'Expired.')] });
    await expect(ec2.associate(pair, signal)).rejects.toMatchObject({
      result: { kind: 'credentials' },
    });
  },
);

/** Cancels the run during an operation, which ends the request and the call. */
async function cancelledDuring(
  operation: string,
  send: (ec2: Ec2, signal: AbortSignal) => Promise<unknown>,
) {
  const controller = new AbortController();
  const context = connectionContext({ cancelled: controller.signal });
  const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');
  const cancel = () => controller.abort(cancelled);
  const { ec2, transport } = callsWith({ [operation]: ['never'] }, cancel);
  await expect(callOnce((signal) => send(ec2, signal), context)).rejects.toBe(cancelled);
  await expect.poll(() => transport.aborted).toEqual([operation]);
}
