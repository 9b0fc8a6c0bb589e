import { expect, test } from 'vitest';
import { describeByoipCidrsIntervalMs, startPace } from '../../src/aws/pace.ts';
import { virtualClock } from './virtual-clock.ts';

test('the first call goes at once, each further one an interval after the one before', async () => {
  const clock = virtualClock();
  const pace = startPace(2_100, clock);
  const turns: number[] = [];
  for (let call = 1; call <= 4; call += 1) {
    await pace.take();
    turns.push(clock.now());
  }
  expect(turns).toEqual([0, 2_100, 4_200, 6_300]);
});

test('a call after a long rest goes at once, and the rest buys no burst', async () => {
  const clock = virtualClock();
  const pace = startPace(2_100, clock);
  await pace.take();
  await clock.sleep(60_000);
  await pace.take();
  expect(clock.now()).toBe(60_000);
  await pace.take();
  expect(clock.now()).toBe(62_100);
});

test('a call that comes early waits only for what is left of the interval', async () => {
  const clock = virtualClock();
  const pace = startPace(2_100, clock);
  await pace.take();
  await clock.sleep(2_000);
  await pace.take();
  expect(clock.now()).toBe(2_100);
});

test('calls that come together take turns', async () => {
  const clock = virtualClock();
  const pace = startPace(2_100, clock);
  const turns = await Promise.all([1, 2, 3].map(() => pace.take().then(() => clock.now())));
  expect(turns.toSorted((a, b) => a - b)).toEqual([0, 2_100, 4_200]);
});

test('DescribeByoipCidrs stays below the one call in two seconds that EC2 allows', () => {
  expect(describeByoipCidrsIntervalMs).toBeGreaterThan(2_000);
  expect(describeByoipCidrsIntervalMs).toBeLessThan(2_500);
});
