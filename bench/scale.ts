import { prepareStep } from '../test/e2e/action/environment.ts';
import { startFakesProcess } from './fakes.ts';
import { type Fleet, fleetFile, fleets, fleetText } from './fleet.ts';
import { type FleetSample, fleetRows } from './fleet-rows.ts';
import { hasReason, type Meter, measureRun } from './meter.ts';
import { dist } from './programs.ts';
import { median } from './samples.ts';
import type { Row } from './table.ts';

/** Measures the built action on all fleets, each several times, from the config file to the last association. */
export async function measureScale(meter: Meter, runs: number): Promise<Row[]> {
  const unthrottledSeconds = await measureUnthrottled(meter);
  console.log(
    `least: by EC2's buckets, and ${unthrottledSeconds.toFixed(2)} s of a file with one pair that`,
  );
  console.log('no bucket holds up, from its start to the acceptance (median of five)');
  const rows: Row[] = [];
  for (const fleet of fleets) {
    console.log(`measuring ${fleetText(fleet)}`);
    const samples: FleetSample[] = [];
    for (let run = 0; run < runs; run += 1) {
      samples.push(await measureFleet(fleet, meter, { rateSpeed: 1, end: 'applied' }));
    }
    rows.push(...fleetRows(fleet, samples, unthrottledSeconds));
  }
  return rows;
}

interface FleetRun {
  readonly rateSpeed: number;
  /** `accepted` waits only for EC2's responses. */
  readonly end: 'applied' | 'accepted';
}

/** One run of a fleet on new fake servers. */
async function measureFleet(
  fleet: Fleet,
  meter: Meter,
  { rateSpeed, end }: FleetRun,
): Promise<FleetSample> {
  const fakes = await startFakesProcess(fleet, rateSpeed);
  const inputs = {
    config: 'byoasn.yml',
    'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-apply',
    'allow-special-use': 'true',
    concurrency: String(fleet.targets),
    wait: String(end === 'applied'),
  };
  const files = { 'byoasn.yml': fleetFile(fleet) };
  try {
    const cost = await measureRun(meter, (folder) => ({
      command: {
        argv: [process.execPath, dist],
        cwd: folder,
        env: {
          ...prepareStep(folder, { with: inputs, files }).env,
          ...fakes.env.endpoints,
          ...fakes.env.oidc,
        },
      },
      succeeded: () => hasReason(folder, end),
    }));
    return { cost, counts: await fakes.counts() };
  } finally {
    fakes.close();
  }
}

/** Seconds of the built action for one pair, without a wait, on fake servers without buckets. */
async function measureUnthrottled(meter: Meter): Promise<number> {
  const run = { rateSpeed: Number.POSITIVE_INFINITY, end: 'accepted' } as const;
  const seconds: number[] = [];
  for (let count = 0; count < 5; count += 1) {
    const { cost } = await measureFleet({ pairs: 1, targets: 1 }, meter, run);
    seconds.push(cost.wallMs / 1000);
  }
  return median(seconds) ?? 0;
}
