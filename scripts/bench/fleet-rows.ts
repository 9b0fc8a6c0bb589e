import { leastSeconds } from './bound.ts';
import { callsAtMost, type Fleet, fleetText, workOf } from './fleet.ts';
import { median } from './median.ts';
import type { Cost } from './meter.ts';
import type { Row } from './table.ts';
import { type Tally, totalOf } from './tally.ts';

/** One run of a fleet: what it cost, and what EC2 got of it. */
export interface FleetSample {
  readonly cost: Cost;
  readonly tally: Tally;
}

/** What the runs of a fleet are held against. */
export interface Yardstick {
  /** How many times as fast as AWS's the buckets refilled. */
  readonly speed: number;
  /** What a run of one pair takes that no bucket holds up, in seconds: start, credentials, calls, report. */
  readonly unheldSeconds: number;
}

/**
 * The rows of a fleet. The worst of the runs counts for calls and throttles, the median for time and
 * memory, which have goals in real time alone: hurried, the machine counts for more than it does.
 */
export function fleetRows(
  fleet: Fleet,
  samples: readonly FleetSample[],
  yardstick: Yardstick,
): Row[] {
  const name = fleetText(fleet);
  const most = samples.toSorted((one, other) => totalOf(other.tally) - totalOf(one.tally))[0];
  const atMost = callsAtMost(fleet);
  const throttles = Math.max(...samples.map(({ tally }) => tally.throttles));
  const counts = { unit: 'calls' } as const;
  return [
    {
      measure: `${name}: calls of EC2`,
      ...counts,
      value: most && totalOf(most.tally),
      note: most ? callsText(most.tally) : 'not measured',
      goal: atMost,
      limit: atMost,
    },
    { measure: `${name}: throttled`, ...counts, value: throttles, goal: 0, limit: 0 },
    { measure: `${name}: wall / least by the buckets`, ...timeOf(fleet, samples, yardstick) },
    { measure: `${name}: peak memory`, ...memoryOf(fleet, samples, yardstick) },
  ];
}

function callsText(tally: Tally): string {
  return [
    `${tally.describeByoipCidrs} DescribeByoipCidrs`,
    `${tally.associateIpamByoasn} AssociateIpamByoasn`,
    `${tally.describeIpamByoasn} DescribeIpamByoasn`,
  ].join(', ');
}

function timeOf(
  fleet: Fleet,
  samples: readonly FleetSample[],
  { speed, unheldSeconds }: Yardstick,
): Omit<Row, 'measure'> {
  const held = leastSeconds(workOf(fleet)) / speed;
  const seconds = samples.map(({ cost }) => cost.wallMs / 1000);
  return {
    value: median(seconds.map((taken) => taken / (held + unheldSeconds))),
    unit: 'x',
    note: `${rangeText(seconds, 2)} s / ${held.toFixed(1)} + ${unheldSeconds.toFixed(2)} s`,
    ...(speed === 1 ? { goal: 1.1, limit: 1.1 } : {}),
  };
}

function memoryOf(
  { pairs }: Fleet,
  samples: readonly FleetSample[],
  { speed }: Yardstick,
): Omit<Row, 'measure'> {
  const peaks = samples.flatMap(({ cost }) => cost.peakMiB ?? []);
  const value = median(peaks);
  return {
    value,
    unit: 'MiB',
    ...(value === undefined ? { note: 'not measured here' } : {}),
    ...(peaks.length > 1 ? { note: rangeText(peaks, 1) } : {}),
    ...(pairs === 1_000 && speed === 1 ? { goal: 128, limit: 128 } : {}),
  };
}

/** The median of several, with the least and the most of them. */
function rangeText(values: readonly number[], digits: number): string {
  const [middle = '', least, most] = [
    median(values) ?? 0,
    Math.min(...values),
    Math.max(...values),
  ].map((value) => value.toFixed(digits));
  return values.length > 1 ? `${middle}, ${least} to ${most}` : middle;
}
