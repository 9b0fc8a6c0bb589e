import { describe, expect, test } from 'vitest';
import { fleetRows } from '../../../bench/fleet-rows.ts';

const fleet = { pairs: 1_000, targets: 1 };

function sample(seconds: number, peakMiB: number, pages: number) {
  return {
    cost: { exitCode: 0, log: '', wallMs: seconds * 1_000, peakMiB },
    counts: {
      describeByoipCidrs: pages,
      associateIpamByoasn: 1_000,
      describeIpamByoasn: 1,
      total: pages + 1_001,
      throttles: pages - 20,
    },
  };
}

const samples = [sample(228, 110, 20), sample(250, 130, 21), sample(239.4, 115, 20)];

describe('the rows of a fleet', () => {
  const rows = fleetRows(fleet, samples, 2);

  test('show the maximum of the runs in calls and throttles, next to the limit', () => {
    expect(rows.slice(0, 2)).toEqual([
      {
        measure: '1000 pairs in 1 target: calls of EC2',
        value: 1_022,
        unit: 'calls',
        note: '21 DescribeByoipCidrs, 1000 AssociateIpamByoasn, 1 DescribeIpamByoasn',
        goal: 1_021,
        limit: 1_021,
      },
      {
        measure: '1000 pairs in 1 target: throttled',
        value: 1,
        unit: 'calls',
        goal: 0,
        limit: 0,
      },
    ]);
  });

  test('show the median of the runs in time, relative to the bound, and in memory, with their spread', () => {
    expect(rows.slice(2)).toEqual([
      {
        measure: '1000 pairs in 1 target: wall / least by the buckets',
        value: 239.4 / 228,
        unit: 'x',
        note: '239.40, 228.00 to 250.00 s / 226.0 + 2.00 s',
        goal: 1.1,
        limit: 1.1,
      },
      {
        measure: '1000 pairs in 1 target: peak memory',
        value: 115,
        unit: 'MiB',
        note: '115.0, 110.0 to 130.0',
        goal: 128,
        limit: 128,
      },
    ]);
  });
});
