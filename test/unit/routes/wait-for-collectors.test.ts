import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { clockUntil } from '../../../src/lib/clock.ts';
import { waitForCollectors } from '../../../src/routes/wait-for-collectors.ts';
import {
  type FakeAnnouncements,
  lookingGlassTransport,
  propagate,
} from '../../fakes/looking-glass.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { associationOf } from '../domain/association.ts';
import { originOfText } from './origins.ts';

const { cidr } = associationOf('64500', '198.51.100.0/24');

interface Waited {
  readonly origin?: string;
  /** What the collectors see, by milliseconds since the change. */
  readonly seen: FakeAnnouncements;
  readonly region?: string;
  readonly timeoutSeconds?: number;
  /** Until the deadline of the run. */
  readonly seconds?: number;
  /** How long AWS took to show the end state. */
  readonly awsMs?: number;
  /** Which responses fail, by number. */
  readonly isDown?: (nth: number) => boolean;
  /** The number of responses after which the run is cancelled. */
  readonly cancelAfter?: number;
}

async function waitFor({
  origin = '64500',
  seen,
  region = 'us-west-2',
  timeoutSeconds = 180,
  seconds = 900,
  awsMs = 0,
  isDown = () => false,
  cancelAfter = Number.POSITIVE_INFINITY,
}: Waited) {
  const { signal, ...cancel } = cancellation();
  const { clock: virtual, ...context } = virtualContext(seconds);
  const clock = clockUntil(signal, virtual);
  await clock.sleep(100_000);
  const changedAtMs = clock.now();
  await clock.sleep(awsMs);
  const asked: number[] = [];
  const transport = lookingGlassTransport(() => {
    asked.push((clock.now() - changedAtMs) / 1_000);
    if (asked.length > cancelAfter) cancel.now();
    const at = clock.now() - changedAtMs;
    return isDown(asked.length) ? 'down' : typeof seen === 'function' ? seen(at) : seen;
  });
  const wait = waitForCollectors(
    { cidr, origin: originOfText(origin), region, changedAtMs },
    timeoutSeconds,
    { ...context, clock, cancelled: signal, transport },
  );
  return { ...(await wait), asked, lines: context.lines };
}

function cancellation() {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    now: () => controller.abort(new Failure('cancelled', 'cancelled')),
  };
}

/** A change at time 0 that reaches 312 peers within a number of seconds. */
const change = (from: string, to: string, seconds: number) =>
  propagate(cidr, (time) => (time < 0 ? from : to), { peers: 312, ms: seconds * 1_000 });

const always = (asn: number, peers = 312) => [{ prefix: cidr, asn, peers }];

describe('the collectors confirm', () => {
  test.each([
    ['64500', 'AWS', 15, [20], 'AS64500 at 312 of 312 peers (100 %), 20 s after the change'],
    ['64500', 'AWS', 36, [20, 35], 'AS64500 at 303 of 312 peers (97 %), 35 s after the change'],
    ['AWS', '64500', 60, [20, 35, 50], 'AWS at 260 of 312 peers (83 %), 50 s after the change'],
    ['64500', 'none', 15, [20], 'AS64500 at 312 of 312 peers (100 %), 20 s after the change'],
    ['none', '64500', 36, [20, 35, 50], '0 peers see it from AWS, 50 s after the change'],
  ])('%s after %s within %i s', async (origin, from, seconds, asked, text) => {
    const waited = await waitFor({ origin, seen: change(from, origin, seconds) });
    expect(waited).toMatchObject({ verified: 'collectors', text, asked });
  });

  test('a withdrawal though another announcement goes on', async () => {
    const seen = [{ prefix: cidr, asn: 64_500, peers: 300, via: [64_499] }];
    expect(await waitFor({ origin: 'none', seen })).toMatchObject({
      verified: 'collectors',
      text: '0 peers see it from AWS; another route: from AS64500 by 300 peers, 20 s after the change',
    });
  });

  test('at once, if AWS needed longer than the first pause', async () => {
    const { asked } = await waitFor({ seen: always(64_500), awsMs: 90_000 });
    expect(asked).toEqual([90]);
  });

  test('a change even if they could not be read before', async () => {
    const isDown = (nth: number) => nth <= 3;
    const { verified, asked } = await waitFor({ seen: always(64_500), isDown });
    expect(verified).toBe('collectors');
    expect(asked).toEqual([20, 20.5, 21.5, 35]);
  });
});

describe('a change is not verified', () => {
  test('if they still see the former origin, with figures', async () => {
    const { verified, text, asked } = await waitFor({ seen: always(16_509) });
    expect(verified).toBe('none');
    expect(text).toBe(
      'AS64500 at 0 of 312 peers (0 %), 170 s after the change; expected: 80 % of the peers, and at least 10, see it',
    );
    expect(asked).toEqual([20, 35, 50, 65, 80, 95, 110, 125, 140, 155, 170]);
  });

  test('if a withdrawn CIDR is still seen', async () => {
    const { verified, text } = await waitFor({
      origin: 'none',
      seen: always(16_509, 6),
      timeoutSeconds: 30,
    });
    expect(verified).toBe('none');
    expect(text).toBe(
      '6 peers see it from AWS, 20 s after the change; expected: at most 5 peers see it from AWS',
    );
  });

  test('if they cannot be read, with the reason', async () => {
    const { verified, text } = await waitFor({
      seen: [],
      isDown: () => true,
      timeoutSeconds: 40,
    });
    expect(verified).toBe('none');
    expect(text).toContain(
      'the route collectors could not be read (stat.ripe.net: HTTP 503: "down"), 37 s after the change',
    );
  });

  test('at the deadline of the run', async () => {
    const { verified, asked } = await waitFor({ seen: always(16_509), seconds: 160 });
    expect(verified).toBe('none');
    expect(asked).toEqual([20, 35, 50]);
  });

  test.each([
    [{ timeoutSeconds: 10 }, 'the route collectors were not asked: there was no time left'],
    [
      { region: 'cn-north-1' },
      'the route collectors were not asked: the ASNs of AWS in this partition are not documented',
    ],
  ])('if they were not asked, because of %j', async (facts, text) => {
    const waited = await waitFor({ seen: always(64_500), ...facts });
    expect(waited).toMatchObject({ verified: 'none', asked: [] });
    expect(waited.text).toContain(text);
  });
});

test('the log has each response', async () => {
  const { lines } = await waitFor({ seen: change('AWS', '64500', 36) });
  expect(lines).toEqual([
    '198.51.100.0/24: AS64500 at 173 of 312 peers (55 %), 20 s after the change',
    '198.51.100.0/24: AS64500 at 303 of 312 peers (97 %), 35 s after the change',
  ]);
});

test.each([0, 1])(
  'a cancellation ends the wait at once, after %i responses',
  async (cancelAfter) => {
    const waiting = waitFor({ seen: always(16_509), cancelAfter });
    await expect(waiting).rejects.toMatchObject({ reason: 'cancelled' });
  },
);
