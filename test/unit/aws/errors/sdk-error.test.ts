import type { EC2ClientConfig } from '@aws-sdk/client-ec2';
import type { AwsCredentialIdentity } from '@smithy/types';
import { describe, expect, test } from 'vitest';
import { callOnce } from '../../../../src/aws/call.ts';
import { ec2Calls } from '../../../../src/aws/ec2.ts';
import {
  CallError,
  type CallResult,
  isClockRefusal,
} from '../../../../src/aws/errors/call-error.ts';
import { toCallError } from '../../../../src/aws/errors/sdk-error.ts';
import { callErrors } from '../../../fakes/call-errors.ts';
import { connectedClient } from '../../../fakes/clients.ts';
import { connectionContext } from '../../../fakes/connection-context.ts';
import {
  memoryTransport,
  type Reply,
  type ScriptedResponse,
} from '../../../fakes/memory-transport.ts';
import { ec2Error, requestId } from '../../../fakes/replies.ts';
import { associationOf } from '../../domain/association.ts';

const keys: AwsCredentialIdentity = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' };

/** The result of the SDK's associate call, and whether a request reached the transport. */
async function callBack(response: ScriptedResponse, config: EC2ClientConfig = {}) {
  const transport = memoryTransport({ AssociateIpamByoasn: [response] });
  const client = connectedClient(transport, { credentials: keys, ...config });
  const error: unknown = await callOnce(
    (signal) => ec2Calls({ client, ipamClient: client }).associate(associationOf(), signal),
    connectionContext(),
  ).catch((thrown: unknown) => thrown);
  if (!(error instanceof CallError)) throw error;
  return { error, answer: error.result, sent: transport.sent.length };
}

const resultFor = async (response: ScriptedResponse): Promise<CallResult> =>
  (await callBack(response)).answer;
const refusal = (status: number, code: string) => ec2Error(status, code, 'AWS says so.');
const dated = (reply: Reply, minutes: number): Reply => {
  const date = new Date(Date.now() + minutes * 60_000).toUTCString();
  return { ...reply, headers: { ...reply.headers, date } };
};

describe('a response with an AWS error code', () => {
  test.each([
    ['DryRunOperation', 412, 'permitted'],
    ['UnauthorizedOperation', 403, 'denied'],
    ['AccessDenied', 403, 'denied'],
    ['AuthFailure', 401, 'credentials'],
    ['RequestExpired', 400, 'credentials'],
    ['ExpiredToken', 400, 'credentials'],
    ['InvalidParameterValue', 400, 'rejected'],
    ['IncorrectState', 400, 'rejected'],
    ['RequestLimitExceeded', 503, 'throttled'],
    ['Throttling', 400, 'throttled'],
    ['InternalError', 500, 'ambiguous'],
    ['Unavailable', 503, 'ambiguous'],
    ['IDPCommunicationError', 400, 'unsent'],
  ])('%s (HTTP %i) is %s', async (code, httpStatus, kind) => {
    expect(await resultFor(refusal(httpStatus, code))).toEqual({
      kind,
      code,
      message: 'AWS says so.',
      httpStatus,
      requestId,
    });
  });

  test.each([
    ['DryRunOperation', 400],
    ['DryRunOperation', 500],
    ['UnauthorizedOperation', 500],
    ['AuthFailure', 503],
    ['IncorrectState', 502],
    ['IncorrectState', 302],
    ['IDPCommunicationError', 500],
    ['RequestLimitExceeded', 302],
  ])('%s proves nothing with HTTP %i, because it never has that status', async (code, status) => {
    expect(await resultFor(refusal(status, code))).toMatchObject({ kind: 'ambiguous', code });
  });

  test.each([
    ['InvalidByoipCidr.NotFound', 400, 'rejected'],
    ['SomethingNew', 409, 'rejected'],
    ['SomethingNew', 412, 'rejected'],
    ['SomethingNew', 500, 'ambiguous'],
    ['SomethingNew', 503, 'ambiguous'],
    ['SomethingNew', 429, 'throttled'],
    ['SomethingNew', 408, 'ambiguous'],
    ['constructor', 400, 'rejected'],
    ['toString', 500, 'ambiguous'],
  ])('that is unknown, %s, is classified by its status %i: %s', async (code, status, kind) => {
    expect(await resultFor(refusal(status, code))).toMatchObject({ kind, code });
  });

  test("keeps AWS's code if the SDK renames the error", () => {
    const renamed = Object.assign(new Error('x'), {
      name: 'IDPCommunicationErrorException',
      Code: 'IDPCommunicationError',
      $metadata: { httpStatusCode: 400 },
    });
    expect(toCallError(renamed).result).toMatchObject({
      code: 'IDPCommunicationError',
      kind: 'unsent',
    });
  });
});

const pages: readonly (readonly [string, string])[] = [
  ['a page', '<html><title>No entry</title></html>'],
  ['a page that is not XML', '<!DOCTYPE html><p>No entry<br><hr>'],
  ['JSON', '{"message":"No entry"}'],
  ['text', 'No entry'],
  ['XML of another kind', '<error><reason>No entry</reason></error>'],
  ['XML of another kind with a code', '<answer><Code>AccessDenied</Code></answer>'],
];

describe.each(pages)('a response that is %s', (_, body) => {
  test.each([302, 400, 403, 404, 412, 451, 499])(
    'does not come from AWS with HTTP %i',
    async (status) => {
      expect(await resultFor({ status, body })).toMatchObject({
        kind: 'intercepted',
        code: 'Intercepted',
        message: expect.stringContaining('this is not a response from ec2.us-west-2.amazonaws.com'),
        httpStatus: status,
      });
    },
  );

  test.each([408, 429, 500, 502, 503, 504])(
    'is a failure of something on the way with HTTP %i',
    async (status) => {
      const kind = 'ambiguous';
      expect(await resultFor({ status, body })).toMatchObject({ kind, code: `HTTP ${status}` });
    },
  );
});

describe('a response without a body', () => {
  test.each([
    [302, 'Intercepted', 'intercepted'],
    [403, 'Intercepted', 'intercepted'],
    [404, 'Intercepted', 'intercepted'],
    [412, 'Unreadable', 'ambiguous'],
    [500, 'HTTP 500', 'ambiguous'],
  ])('with HTTP %i is %s, %s', async (status, code, kind) => {
    expect(await resultFor({ status, body: '' })).toMatchObject({ code, kind });
  });
});

describe('a response from AWS that was cut off', () => {
  test.each([200, 400, 403, 412, 500])('proves nothing with HTTP %i', async (status) => {
    const body = '<?xml version="1.0"?><Response><Errors><Error><Code>Dry';
    expect(await resultFor({ status, body })).toMatchObject({
      kind: 'ambiguous',
      code: 'Unreadable',
      httpStatus: status,
    });
  });

  test('after its code has no message', async () => {
    const body = '<Response><Errors><Error><Code/></Error></Errors></Response>';
    expect(await resultFor({ status: 400, body })).toMatchObject({
      kind: 'ambiguous',
      code: 'Unreadable',
    });
  });

  test("is given without the SDK's advice on further lines", async () => {
    const { message } = await resultFor({ status: 200, body: 'no XML' });
    expect(message).toMatch(/^@aws-sdk XML parse error/);
    expect(message).not.toContain('Deserialization');
  });
});

test('a page instead of a success does not come from AWS', async () => {
  const page = { status: 200, body: '<html><head><title>Sign in</title></head></html>' };
  expect(await resultFor(page)).toMatchObject({
    kind: 'intercepted',
    message: expect.stringContaining('"Sign in"'),
  });
});

describe('a response that says that the clock is wrong', () => {
  const answers: readonly Reply[] = [
    refusal(412, 'DryRunOperation'),
    refusal(403, 'UnauthorizedOperation'),
    refusal(401, 'AuthFailure'),
    refusal(400, 'IncorrectState'),
    refusal(503, 'RequestLimitExceeded'),
    refusal(500, 'InternalError'),
    { status: 504, body: '<html>Gateway timeout</html>' },
    { status: 403, body: 'No entry' },
  ];

  test.each(answers)('means the same as with a correct clock: $status', async (reply) => {
    const right = await resultFor(reply);
    for (const minutes of [-60, -10, 10, 60]) {
      const { clockCorrected: _, ...off } = await resultFor(dated(reply, minutes));
      expect(off).toEqual(right);
    }
  });

  test.each([
    ['RequestExpired', 400, 10, true],
    ['AuthFailure', 401, -10, true],
    ['RequestExpired', 400, 1, false],
    ['UnauthorizedOperation', 403, 10, false],
    ['InternalError', 500, 10, false],
  ])('with %s (HTTP %i, %i minutes) rejects the clock: %s', async (code, status, off, refused) => {
    const { error } = await callBack(dated(refusal(status, code), off));
    expect(isClockRefusal(error)).toBe(refused);
  });
});

describe('a call that the SDK does not send', () => {
  const response = refusal(400, 'NotAsked');

  test.each([
    ['a Region', { region: 'us west 2' }, 'InvalidValue', 'invalid', 'Region not accepted'],
    ['an endpoint', { endpoint: 'no url' }, 'ERR_INVALID_URL', 'invalid', 'Invalid URL'],
    ['a port', { endpoint: 'http://127.0.0.1:99999' }, 'ERR_INVALID_URL', 'invalid', 'Invalid URL'],
    [
      'FIPS with an endpoint',
      { endpoint: 'http://127.0.0.1:1', useFipsEndpoint: true },
      ...(['InvalidValue', 'invalid', 'FIPS and custom endpoint are not supported'] as const),
    ],
    [
      'keys that are none',
      { credentials: async () => JSON.parse('{"accessKeyId":7}') },
      ...(['InvalidValue', 'invalid', 'Resolved credential object is not valid'] as const),
    ],
  ])('because of %s says so, and is final', async (_, config, code, kind, message) => {
    const { answer, sent } = await callBack(response, config);
    expect(answer).toMatchObject({
      ...{ kind, code, httpStatus: undefined },
      message: expect.stringContaining(message),
    });
    expect(sent).toBe(0);
  });

  test.each([
    ['CredentialsProviderError', { name: 'CredentialsProviderError', tryNextLink: true }],
    ['ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' }],
    ['ECONNRESET', { code: 'ECONNRESET', syscall: 'read', name: 'TimeoutError' }],
  ])('for lack of credentials (%s) was never sent', async (code, fields) => {
    const credentials = () => Promise.reject(Object.assign(new Error('none'), fields));
    const { answer, sent } = await callBack(response, { credentials });
    expect(answer).toMatchObject({ kind: 'unsent', code, message: 'none' });
    expect(sent).toBe(0);
  });
});

describe('any thrown value', () => {
  test('that is a CallError stays the same', () => {
    expect(toCallError(callErrors.denied)).toBe(callErrors.denied);
  });

  test('is kept as the cause', () => {
    const thrown = Object.assign(new Error('x'), { name: 'InternalError', Code: 'InternalError' });
    const $metadata = { httpStatusCode: 500 };
    const error = toCallError(Object.assign(thrown, { $metadata }));
    expect(error.cause).toBe(thrown);
    expect(error.message).toBe('InternalError (HTTP 500): x');
  });

  test.each(['a text', null, undefined])('that is not an Error is not a response: %j', (thrown) => {
    const answer = { kind: 'invalid', code: 'InvalidValue', message: String(thrown) };
    expect(toCallError(thrown).result).toMatchObject(answer);
  });

  test('with fields of unexpected types can still be read', () => {
    const odd = Object.assign(new Error('odd'), { code: 7, Code: {}, $metadata: null });
    expect(toCallError(odd).result).toMatchObject({ kind: 'invalid', message: 'odd' });
    const answered = Object.assign(new Error(''), {
      Code: {},
      $response: { text: 7 },
      $metadata: { httpStatusCode: 404 },
    });
    expect(toCallError(answered).result).toMatchObject({ kind: 'intercepted' });
  });
});
