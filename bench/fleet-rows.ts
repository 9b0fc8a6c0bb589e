import {
  type CallCounts,
  callsAtMost,
  type Fleet,
  fleetText,
  leastSeconds,
  workOf,
} from './fleet.ts';
import type { Cost } from './meter.ts';
import { median } from './samples.ts';
import type { Row } from './table.ts';

/** One run of a fleet: its cost, and the calls that EC2 received. */
export interface FleetSample {
  readonly cost: Cost;
  readonly counts: CallCounts;
}

/**
 * The rows of a fleet. The worst of the runs counts for calls and throttles, the median for time and
 * memory. `unthrottledSeconds` is the time of a run of one pair without buckets.
 */
export function fleetRows(
  fleet: Fleet,
  samples: readonly FleetSample[],
  unthrottledSeconds: number,
): Row[] {
  const name = fleetText(fleet);
  const most = samples.toSorted((a, b) => b.counts.total - a.counts.total)[0]?.counts;
  const atMost = callsAtMost(fleet);
  const throttles = Math.max(...samples.map(({ counts }) => counts.throttles));
  const calls = { unit: 'calls' } as const;
  return [
    {
      measure: `${name}: calls of EC2`,
      ...calls,
      value: most?.total,
      note: most ? callsText(most) : 'not measured',
      goal: atMost,
      limit: atMost,
    },
    { measure: `${name}: throttled`, ...calls, value: throttles, goal: 0, limit: 0 },
    {
      measure: `${name}: wall / least by the buckets`,
      ...timeOf(fleet, samples, unthrottledSeconds),
    },
    { measure: `${name}: peak memory`, ...memoryOf(fleet, samples) },
  ];
}

function callsText(counts: CallCounts): string {
  return [
    `${counts.describeByoipCidrs} DescribeByoipCidrs`,
    `${counts.associateIpamByoasn} AssociateIpamByoasn`,
    `${counts.describeIpamByoasn} DescribeIpamByoasn`,
  ].join(', ');
}

function timeOf(
  fleet: Fleet,
  samples: readonly FleetSample[],
  unthrottledSeconds: number,
): Omit<Row, 'measure'> {
  const expectedSeconds = leastSeconds(workOf(fleet));
  const seconds = samples.map(({ cost }) => cost.wallMs / 1000);
  return {
    value: median(seconds.map((taken) => taken / (expectedSeconds + unthrottledSeconds))),
    unit: 'x',
    note: `${rangeText(seconds, 2)} s / ${expectedSeconds.toFixed(1)} + ${unthrottledSeconds.toFixed(2)} s`,
    goal: 1.1,
    limit: 1.1,
  };
}

function memoryOf({ pairs }: Fleet, samples: readonly FleetSample[]): Omit<Row, 'measure'> {
  const peaks = samples.flatMap(({ cost }) => cost.peakMiB ?? []);
  const value = median(peaks);
  return {
    value,
    unit: 'MiB',
    ...(value === undefined ? { note: 'not measured here' } : {}),
    ...(peaks.length > 1 ? { note: rangeText(peaks, 1) } : {}),
    ...(pairs === 1_000 ? { goal: 128, limit: 128 } : {}),
  };
}

/** The median of several values, with the minimum and the maximum. */
function rangeText(values: readonly number[], digits: number): string {
  const [middle = '', least, most] = [
    median(values) ?? 0,
    Math.min(...values),
    Math.max(...values),
  ].map((value) => value.toFixed(digits));
  return values.length > 1 ? `${middle}, ${least} to ${most}` : middle;
}
