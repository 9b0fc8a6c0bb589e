import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rates } from '../../../src/aws/rates.ts';
import type { Clock } from '../../../src/lib/clock.ts';
import { startDeadline } from '../../../src/lib/deadline.ts';
import { createRateLimiter, type Rate, type RateLimiter } from '../../../src/lib/rate-limiter.ts';
import { createBuckets, ec2Buckets } from '../../fakes/buckets.ts';
import { virtualClock } from '../../fakes/virtual-clock.ts';

const slow = { burst: 1, intervalMs: 2_100 };
const three = { burst: 3, intervalMs: 200 };

function begin(rate: Rate, seconds = Number.POSITIVE_INFINITY) {
  const clock = virtualClock();
  const deadline = startDeadline(clock, seconds);
  return { clock, limiter: createRateLimiter(rate, { clock, deadline }) };
}

/** The times at which sequential calls acquire. */
async function acquireTimes(
  count: number,
  { limiter, clock }: { limiter: RateLimiter; clock: Clock },
) {
  const taken: number[] = [];
  for (let call = 1; call <= count; call += 1) {
    await limiter.acquire();
    taken.push(clock.now());
  }
  return taken;
}

describe('a rate limiter without a burst', () => {
  test('lets the first call go immediately, and each further one an interval after the one before', async () => {
    expect(await acquireTimes(4, begin(slow))).toEqual([0, 2_100, 4_200, 6_300]);
  });

  test('lets a call after a long pause go immediately, without a burst', async () => {
    const { clock, limiter } = begin(slow);
    await limiter.acquire();
    await clock.sleep(60_000);
    await limiter.acquire();
    expect(clock.now()).toBe(60_000);
    await limiter.acquire();
    expect(clock.now()).toBe(62_100);
  });

  test('makes an early call wait only for the rest of the interval', async () => {
    const { clock, limiter } = begin(slow);
    await limiter.acquire();
    await clock.sleep(2_000);
    await limiter.acquire();
    expect(clock.now()).toBe(2_100);
  });

  test('spaces out simultaneous calls', async () => {
    const { clock, limiter } = begin(slow);
    const taken = await Promise.all([1, 2, 3].map(() => limiter.acquire().then(() => clock.now())));
    expect(taken).toEqual([0, 2_100, 4_200]);
  });
});

describe('a rate limiter with a deadline', () => {
  test('keeps nobody waiting beyond it', async () => {
    expect(await acquireTimes(4, begin(slow, 3))).toEqual([0, 2_100, 3_000, 3_000]);
  });
});

describe('a rate limiter with a burst', () => {
  test('lets a full burst go immediately, then one call per interval', async () => {
    expect(await acquireTimes(6, begin(three))).toEqual([0, 0, 0, 200, 400, 600]);
  });

  test('refills by one call per interval, up to the burst', async () => {
    const { clock, limiter } = begin(three);
    await acquireTimes(3, { clock, limiter });
    await clock.sleep(400);
    expect(await acquireTimes(3, { clock, limiter })).toEqual([400, 400, 600]);
    await clock.sleep(60_000);
    expect(await acquireTimes(4, { clock, limiter })).toEqual([60_600, 60_600, 60_600, 60_800]);
  });

  test('serves callers in order', async () => {
    const { limiter } = begin(three);
    const order: number[] = [];
    const take = (call: number) => limiter.acquire().then(() => order.push(call));
    await Promise.all([1, 2, 3, 4, 5, 6].map(take));
    expect(order).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('is empty after throttling, and refills from there', async () => {
    const { clock, limiter } = begin(three);
    limiter.exhaust();
    expect(await acquireTimes(3, { clock, limiter })).toEqual([200, 400, 600]);
    await clock.sleep(600);
    expect(await acquireTimes(4, { clock, limiter })).toEqual([1_200, 1_200, 1_200, 1_400]);
  });

  test('does not go below empty, and cancels no acquired call', async () => {
    const { clock, limiter } = begin(three);
    const first = acquireTimes(5, { clock, limiter });
    await first;
    limiter.exhaust();
    limiter.exhaust();
    expect(await acquireTimes(2, { clock, limiter })).toEqual([600, 800]);
    for (let call = 1; call <= 5; call += 1) void limiter.acquire();
    limiter.exhaust();
    await limiter.acquire();
    expect(clock.now()).toBe(2_000);
  });
});

describe("EC2's rates", () => {
  const buckets = {
    describeByoipCidrs: ec2Buckets.describeByoipCidrs,
    associateIpamByoasn: ec2Buckets.mutating,
  };

  test.each(['describeByoipCidrs', 'associateIpamByoasn'] as const)(
    '%s is called at nine tenths of the rate that EC2 allows, or more, but never above it',
    (name) => {
      const { burst, intervalMs } = rates[name];
      const { capacity, perSecond } = buckets[name];
      expect(burst).toBeLessThanOrEqual(capacity);
      expect(burst).toBeGreaterThanOrEqual(capacity * 0.9);
      expect(1000 / intervalMs).toBeLessThan(perSecond);
      expect(1000 / intervalMs).toBeGreaterThan(perSecond * 0.9);
    },
  );

  test.each(['describeByoipCidrs', 'associateIpamByoasn'] as const)(
    '%s never meets an empty bucket, whatever the times of the calls',
    async (name) => {
      const pauses = fc.array(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(fc.array(pauses, { minLength: 1, maxLength: 20 }), async (callers) => {
          const { clock, limiter } = begin(rates[name]);
          const ec2 = createBuckets(clock.now);
          const call = async (pauses: readonly number[]) => {
            const taken: boolean[] = [];
            for (const pause of pauses) {
              await clock.sleep(pause);
              await limiter.acquire();
              taken.push(ec2.take(name, buckets[name], 1));
            }
            return taken;
          };
          const taken = await Promise.all(callers.map(call));
          expect(taken.flat()).not.toContain(false);
        }),
      );
    },
  );

  test('associateIpamByoasn leaves room for calls that arrive up to 200 ms closer together than sent', async () => {
    const delays = fc.array(fc.nat({ max: 200 }), { minLength: 120, maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(delays, async (late) => {
        const { clock, limiter } = begin(rates.associateIpamByoasn);
        const ec2 = createBuckets(clock.now);
        const taken = await Promise.all(
          late.map(async (milliseconds) => {
            await limiter.acquire();
            await clock.sleep(milliseconds);
            return ec2.take('associate', ec2Buckets.mutating, 1);
          }),
        );
        expect(taken).not.toContain(false);
      }),
      { numRuns: 30 },
    );
  });
});

test('a call with a late response counts from the response, because AWS may have counted it then', async () => {
  const { clock, limiter } = begin(rates.describeByoipCidrs);
  await limiter.acquire();
  await clock.sleep(700);
  limiter.release();
  await limiter.acquire();
  expect(clock.now()).toBe(700 + rates.describeByoipCidrs.intervalMs);
});

test('waiting callers wait longer after throttling', async () => {
  const { clock, limiter } = begin(three);
  await acquireTimes(3, { clock, limiter });
  const waiting = acquireTimes(2, { clock, limiter });
  await clock.sleep(100);
  limiter.exhaust();
  expect(await waiting).toEqual([300, 500]);
});
