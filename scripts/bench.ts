// `npm run bench -- [--runs N]`: what the action costs, as ratios, each figure beside its goal and its
// hard limit. Machines drift, so a command and its baseline run in turn (A B A B ...) after two
// warm-ups, every ratio is taken within a pair, and the median of the ratios counts; milliseconds
// are only shown beside it. The same Node runs both, and the peers run in a process of their own.
// Only the size is the same everywhere, so only its hard limit fails the bench.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cost, startMeter } from './bench/meter.ts';
import {
  awsCli,
  bareCalls,
  bareNode,
  findAwsCli,
  type Lab,
  program,
  type Subject,
  stepWithKeys,
  stepWithRole,
} from './bench/subjects.ts';
import { formatTable, type Row, verdictOf } from './bench/table.ts';
import { startWorld } from './bench/world.ts';
import { build } from './build.ts';

const warmUps = 2;

interface Sample {
  readonly baseline: Cost;
  readonly subject: Cost;
}

async function measurePairs(baseline: Subject, subject: Subject, runs: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let run = 0; run < warmUps + runs; run += 1) {
    const sample = { baseline: await baseline(), subject: await subject() };
    if (run >= warmUps) samples.push(sample);
  }
  return samples;
}

/** The median of the ratios within the pairs, with the medians of both sides in milliseconds. */
function ratio(samples: readonly Sample[], key: 'wallMs' | 'cpuMs'): Pick<Row, 'value' | 'note'> {
  const pairs = samples.flatMap(({ baseline: { [key]: below }, subject: { [key]: above } }) =>
    below === undefined || above === undefined ? [] : [{ below, above }],
  );
  const value = median(pairs.map(({ below, above }) => above / below));
  const [above, below] = [
    median(pairs.map((pair) => pair.above)),
    median(pairs.map((pair) => pair.below)),
  ];
  return value === undefined
    ? { value, note: 'not measured here' }
    : { value, note: `${above?.toFixed(0)} / ${below?.toFixed(0)} ms` };
}

function peak(samples: readonly Sample[]): Pick<Row, 'value' | 'note'> {
  const value = median(samples.flatMap(({ subject }) => subject.peakMiB ?? []));
  const bare = median(samples.flatMap(({ baseline }) => baseline.peakMiB ?? []));
  return { value, note: value === undefined ? 'not measured here' : `bare ${bare?.toFixed(1)}` };
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

async function timeRows(lab: Lab, runs: number): Promise<Row[]> {
  const keys = await measurePairs(bareNode(lab), stepWithKeys(lab), runs);
  const role = await measurePairs(bareNode(lab), stepWithRole(lab), runs);
  const calls = await measurePairs(bareCalls(lab, await buildFloor()), stepWithKeys(lab), runs);
  const x = { unit: 'x' } as const;
  return [
    { measure: 'wall, associate / node -e 0', ...x, ...ratio(keys, 'wallMs'), goal: 3.3, limit: 4 },
    { measure: 'CPU, associate / node -e 0', ...x, ...ratio(keys, 'cpuMs'), goal: 3.7, limit: 4.5 },
    {
      measure: 'wall, OIDC and associate / node -e 0',
      ...x,
      ...ratio(role, 'wallMs'),
      goal: 3.6,
      limit: 4.5,
    },
    { measure: 'wall, associate / its calls by the SDK', ...x, ...ratio(calls, 'wallMs') },
    await awsRow(lab, runs),
    { measure: 'peak memory, associate', unit: 'MiB', ...peak(keys), goal: 64, limit: 75 },
  ];
}

/** Bundles floor.ts as the action is bundled; the path of its index.js. */
async function buildFloor(): Promise<string> {
  const folder = join(import.meta.dirname, '..', 'build', 'floor');
  await build(folder, join(import.meta.dirname, 'bench', 'floor.ts'));
  return join(folder, 'index.js');
}

async function awsRow(lab: Lab, runs: number): Promise<Row> {
  const row = { measure: 'wall, associate / aws ec2', unit: 'x', goal: 0.17, limit: 0.25 } as const;
  const aws = findAwsCli();
  if (!aws) return { ...row, value: undefined, note: 'aws not installed: skipped' };
  console.log(`AWS CLI: ${aws.version}`);
  const samples = await measurePairs(awsCli(lab, aws.path), stepWithKeys(lab), runs);
  return { ...row, ...ratio(samples, 'wallMs') };
}

/** Sizes in units of 1000 bytes. */
function sizeRows(): Row[] {
  const folder = dirname(program);
  const size = (path: string) => statSync(path).size / 1000;
  const total = readdirSync(folder).reduce((sum, name) => sum + size(join(folder, name)), 0);
  return [
    { measure: 'dist/index.js', value: size(program), unit: 'kB', goal: 330, limit: 400 },
    { measure: 'dist/ in all', value: total, unit: 'kB', goal: 660, limit: 800 },
  ];
}

function readRuns(): number {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: give 1 or more`);
  return runs;
}

const runs = readRuns();
const sizes = sizeRows();
const meter = startMeter();
const world = await startWorld();
try {
  console.log(`Node ${process.version} on ${process.platform} ${process.arch}; ${meter.method}`);
  console.log(`${runs} pairs after ${warmUps} warm-ups; medians of the ratios within the pairs`);
  const times = await timeRows({ meter, world }, runs);
  console.log(`\n${formatTable([...times, ...sizes])}`);
} finally {
  world.close();
  meter.close();
}
if (sizes.some((row) => verdictOf(row) === 'over the limit')) process.exitCode = 1;
