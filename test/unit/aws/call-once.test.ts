import type { EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { callOnce, mapErrors } from '../../../src/aws/call.ts';
import { ec2Calls } from '../../../src/aws/ec2.ts';
import { CallError } from '../../../src/aws/errors/call-error.ts';
import { Failure } from '../../../src/failure.ts';
import { startDeadline } from '../../../src/lib/deadline.ts';
import { callErrors } from '../../fakes/call-errors.ts';
import { connectedClient } from '../../fakes/clients.ts';
import { brokenBy, memoryTransport } from '../../fakes/memory-transport.ts';
import { cidrsReply, requestId } from '../../fakes/replies.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { virtualClock } from '../../fakes/virtual-clock.ts';
import { associationOf } from '../domain/association.ts';

/** A credential provider of the SDK that hangs and ignores its signal. */
const hangs = () => new Promise<never>(() => {});

/** Like the SDK, fails with its own error as soon as the signal aborts. */
const aborts = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Request aborted')));
  });

/** Limits whose time is up, or whose run is cancelled, when the test says so. */
function limits(seconds = 900) {
  const clock = virtualClock();
  const canceller = new AbortController();
  const asked: number[] = [];
  const timers = new Set<() => void>();
  const startTimer = (milliseconds: number, onEnd: () => void) => {
    asked.push(milliseconds);
    timers.add(onEnd);
    return () => void timers.delete(onEnd);
  };
  return {
    ...virtualContext(),
    clock: { ...clock, startTimer },
    deadline: startDeadline(clock, seconds),
    cancelled: canceller.signal,
    asked,
    timeUp: () => {
      for (const end of timers) end();
    },
    timers,
    cancel: (reason: Failure) => canceller.abort(reason),
  };
}

const cancelled = new Failure('cancelled', 'The run was cancelled (SIGINT)');

describe('the time of a request', () => {
  test.each([
    [900, 15_000],
    [15.001, 15_000],
    [14.9, 14_900],
    [1.0001, 1_001],
    [1, 1_000],
  ])('with %d s to the deadline is %d ms', async (seconds, milliseconds) => {
    const bounds = limits(seconds);
    await expect(callOnce(async () => 'answer', bounds)).resolves.toBe('answer');
    expect(bounds.asked).toEqual([milliseconds]);
    expect(bounds.timers.size).toBe(0);
  });

  test('is the time left to the deadline', async () => {
    const bounds = limits(20);
    await bounds.clock.sleep(12_000);
    await callOnce(async () => 'answer', bounds);
    expect(bounds.asked).toEqual([8_000]);
  });

  test.each([0.999, 0.0001, 0, -5])(
    'is zero if the deadline leaves no time for a response: nothing is sent (%d s)',
    async (seconds) => {
      const bounds = limits(seconds);
      let sent = false;
      const sending = callOnce(async () => {
        sent = true;
      }, bounds);
      await expect(sending).rejects.toMatchObject({
        name: 'CallError',
        result: { kind: 'unsent', code: 'TooLate', httpStatus: undefined },
      });
      expect(sent).toBe(false);
      expect(bounds.asked).toEqual([]);
    },
  );

  test.each([
    ['ends with the signal', aborts],
    ['ignores the signal', hangs],
  ])('that has run out leaves open whether a request that %s was carried out', async (_, send) => {
    const bounds = limits(2);
    const sending = callOnce(send, bounds);
    bounds.timeUp();
    await expect(sending).rejects.toMatchObject({
      name: 'CallError',
      result: {
        kind: 'ambiguous',
        code: 'Timeout',
        message: 'no response within 2.0 s',
        httpStatus: undefined,
      },
    });
  });

  /** The error of an associate call whose time is up once it has got this far. */
  async function timedOutAfter(hasHappened: () => boolean, client: EC2Client) {
    const ec2 = ec2Calls({ client, ipamClient: client });
    const bounds = limits();
    const sending = callOnce((signal) => ec2.associate(associationOf(), signal), bounds);
    const error = sending.catch((thrown: unknown) => thrown);
    await expect.poll(hasHappened).toBe(true);
    bounds.timeUp();
    return error;
  }

  test('that has run out before there were credentials proves that nothing was sent', async () => {
    const transport = memoryTransport({});
    const client = connectedClient(transport);
    let isAsked = false;
    const credentials = () => {
      isAsked = true;
      return hangs();
    };
    Object.assign(client.config, { credentials });
    const error = await timedOutAfter(() => isAsked, client);
    expect(error).toMatchObject({
      result: {
        kind: 'unsent',
        code: 'Timeout',
        message: 'no credentials within 15.0 s, so it was not sent',
      },
    });
    expect(transport.sent).toEqual([]);
  });

  test('that has run out after EC2 got the request leaves open whether it was carried out', async () => {
    const transport = memoryTransport({ AssociateIpamByoasn: ['never'] });
    const isSent = () => transport.sent.length === 1;
    const error = await timedOutAfter(isSent, connectedClient(transport));
    expect(error).toMatchObject({ result: { kind: 'ambiguous', code: 'Timeout' } });
  });
});

test.each<[string, CallError, readonly string[]]>([
  ['throttled', callErrors.throttled, ['exhaust', 'release']],
  ['lost', callErrors.ambiguous, ['release']],
])('a limiter learns of a response that is %s', async (_, error, expected) => {
  const reports: string[] = [];
  const limiter = {
    acquire: async () => {},
    exhaust: () => void reports.push('exhaust'),
    release: () => void reports.push('release'),
  };
  await expect(callOnce(() => Promise.reject(error), limits(), limiter)).rejects.toBe(error);
  expect(reports).toEqual(expected);
});

test.each([
  [true, { 'x-amzn-requestid': 'req-1' }, requestId],
  [false, {}, ''],
])(
  'a response proves that EC2 has the call only with a request ID (%s)',
  async (proof, headers, id) => {
    const { body, status } = cidrsReply();
    const reply = { status, headers, body: body.replace(requestId, id) };
    const transport = memoryTransport({ DescribeByoipCidrs: [reply] });
    const proven: (boolean | undefined)[] = [];
    const client = connectedClient(transport, {}, async (request, proves) => {
      const response = await request;
      proven.push(proves?.(response));
      return response;
    });
    const ec2 = ec2Calls({ client, ipamClient: client });
    await ec2.describeByoipCidrs(undefined, new AbortController().signal);
    expect(proven).toEqual([proof]);
  },
);

describe('a cancellation', () => {
  test('before a request keeps it from being sent', async () => {
    const bounds = limits();
    let sent = false;
    bounds.cancel(cancelled);
    const sending = callOnce(async () => {
      sent = true;
    }, bounds);
    await expect(sending).rejects.toBe(cancelled);
    expect(sent).toBe(false);
  });

  test.each([
    ['ends with the signal', aborts],
    ['ignores the signal', hangs],
  ])('ends a request that %s', async (_, send) => {
    const bounds = limits();
    const sending = callOnce(send, bounds);
    bounds.cancel(cancelled);
    await expect(sending).rejects.toBe(cancelled);
  });

  test('ends a request that also runs out of time', async () => {
    const bounds = limits();
    const sending = callOnce(aborts, bounds);
    bounds.cancel(cancelled);
    bounds.timeUp();
    await expect(sending).rejects.toBe(cancelled);
  });
});

describe('a request', () => {
  test.each([
    ['a Failure', cancelled],
    ['an answer', callErrors.denied],
  ])('that fails with %s fails with that', async (_, error) => {
    await expect(callOnce(() => mapErrors(Promise.reject(error)), limits())).rejects.toBe(error);
  });

  test('that fails with an SDK error fails with its meaning', async () => {
    const broken = brokenBy('ECONNREFUSED');
    const error = await callOnce(() => mapErrors(Promise.reject(broken)), limits()).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({
      result: { kind: 'unsent', code: 'ECONNREFUSED' },
      cause: broken,
    });
  });
});
