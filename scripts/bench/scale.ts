import { prepareStep } from '../../test/scenario/environment.ts';
import { bundle } from './bundle.ts';
import { type Fleet, fleetFile, fleets, fleetText } from './fleet.ts';
import { type FleetSample, fleetRows } from './fleet-rows.ts';
import { startFleetWorld } from './fleet-world.ts';
import { median } from './median.ts';
import type { Meter } from './meter.ts';
import { program as built } from './subjects.ts';
import type { Row } from './table.ts';
import { endedWith, measureTrial } from './trial.ts';

/** How fleets are measured. */
export interface Scale {
  /** Runs of each fleet. */
  readonly runs: number;
  /**
   * 1 measures the built action in real time. Any other speed is a quick look at the bundle of
   * hurried.ts: buckets and the client's clock are so many times as fast, the machine is not.
   */
  readonly speed: number;
}

/** Measures all fleets, each from its config file to its last association. */
export async function measureScale(meter: Meter, { runs, speed }: Scale): Promise<Row[]> {
  const unheldSeconds = await measureUnheld(meter);
  console.log(
    `least: by EC2's buckets, and ${unheldSeconds.toFixed(2)} s of a file with one pair that`,
  );
  console.log('no bucket holds up, from its start to the acceptance (median of five)');
  if (speed !== 1) {
    console.log(`ONLY A QUICK LOOK: buckets and waits are ${speed} times as fast; starting up and`);
    console.log('computing are not, and turns that come so close together may be throttled');
  }
  const program = speed === 1 ? built : await bundle('hurried');
  const rows: Row[] = [];
  for (const fleet of fleets) {
    console.log(`measuring ${fleetText(fleet)}`);
    const samples: FleetSample[] = [];
    for (let run = 0; run < runs; run += 1) {
      samples.push(await measureFleet(fleet, meter, { program, speed, end: 'applied' }));
    }
    rows.push(...fleetRows(fleet, samples, { speed, unheldSeconds }));
  }
  return rows;
}

interface FleetRun {
  readonly program: string;
  readonly speed: number;
  /** `accepted` waits for nothing more than EC2's answers. */
  readonly end: 'applied' | 'accepted';
}

/** One run of a fleet on fresh peers. */
async function measureFleet(
  fleet: Fleet,
  meter: Meter,
  { program, speed, end }: FleetRun,
): Promise<FleetSample> {
  const world = await startFleetWorld(fleet, speed);
  const inputs = {
    config: 'byoasn.yml',
    'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-apply',
    'allow-special-use': 'true',
    concurrency: String(fleet.targets),
    wait: String(end === 'applied'),
  };
  const files = { 'byoasn.yml': fleetFile(fleet) };
  try {
    const cost = await measureTrial(meter, (folder) => ({
      command: {
        argv: [process.execPath, program],
        cwd: folder,
        env: {
          ...prepareStep(folder, inputs, {}, files).env,
          ...world.env.endpoints,
          ...world.env.oidc,
          BENCH_SPEED: String(speed),
        },
      },
      endedWell: () => endedWith(folder, end),
    }));
    return { cost, tally: await world.tally() };
  } finally {
    world.close();
  }
}

/** Seconds of the built action's run of one pair on peers without buckets, not waited for. */
async function measureUnheld(meter: Meter): Promise<number> {
  const run = { program: built, speed: Number.POSITIVE_INFINITY, end: 'accepted' } as const;
  const seconds: number[] = [];
  for (let count = 0; count < 5; count += 1) {
    const { cost } = await measureFleet({ pairs: 1, targets: 1 }, meter, run);
    seconds.push(cost.wallMs / 1000);
  }
  return median(seconds) ?? 0;
}
