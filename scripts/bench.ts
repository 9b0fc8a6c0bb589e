// `npm run bench -- [--runs N]`: what the action costs, as ratios, each figure beside its goal and its
// hard limit. Machines drift, so a command and its baseline run in turn (A B A B ...) after two
// warm-ups, every ratio is taken within a pair, and the median of the ratios counts; milliseconds
// are only shown beside it. The same Node runs both, and the peers run in a process of their own.
//
// `npm run bench -- --scale [--runs N] [--speed F]`: what fleets cost: calls, throttles, memory, and time
// over the least that EC2's token buckets allow. In real time, some five minutes a run; `--speed F` is
// a quick look with buckets and waits F times as fast.
//
// Only sizes and counts are the same everywhere, so only their hard limits fail the bench; a quick look
// fails nothing.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bench/bundle.ts';
import { median } from './bench/median.ts';
import { type Cost, type Meter, startMeter } from './bench/meter.ts';
import { measureScale } from './bench/scale.ts';
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

async function timeRows(lab: Lab, runs: number): Promise<Row[]> {
  const keys = await measurePairs(bareNode(lab), stepWithKeys(lab), runs);
  const role = await measurePairs(bareNode(lab), stepWithRole(lab), runs);
  const calls = await measurePairs(bareCalls(lab, await bundle('floor')), stepWithKeys(lab), runs);
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
  const files = readdirSync(folder).map((name) => join(folder, name));
  const code = files.filter((file) => file.endsWith('.js'));
  const holding = (text: string) =>
    code.filter((file) => readFileSync(file, 'utf8').includes(text));
  // Octokit is loaded for a comment alone, and the terminal's code for people alone.
  const comment = holding('octokit-core.js');
  const terminal = holding('// src/terminal/');
  const total = (some: readonly string[]) => some.reduce((sum, file) => sum + size(file), 0);
  return [
    { measure: 'dist/index.js', value: size(program), unit: 'kB', goal: 330, limit: 400 },
    {
      measure: 'code in dist/, without Octokit and terminal',
      value: total(code) - total(comment) - total(terminal),
      unit: 'kB',
      note: `Octokit ${total(comment).toFixed(0)} kB, terminal ${total(terminal).toFixed(0)} kB`,
      goal: 660,
      limit: 800,
    },
  ];
}

/** What the bench shall do; without runs each part has its own number of them. */
interface Options {
  readonly runs: number | undefined;
  readonly scale: boolean;
  readonly speed: number;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      scale: { type: 'boolean', default: false },
      speed: { type: 'string' },
    },
  });
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  if (runs !== undefined && !(Number.isInteger(runs) && runs >= 1)) {
    throw new Error(`--runs ${values.runs}: give 1 or more`);
  }
  if (values.speed !== undefined && !values.scale) throw new Error('--speed: give --scale too');
  const speed = Number(values.speed ?? 1);
  if (!(speed >= 1 && speed < Number.POSITIVE_INFINITY)) {
    throw new Error(`--speed ${values.speed}: give 1 or more`);
  }
  return { runs, speed, scale: values.scale };
}

async function measureStartUp(meter: Meter, runs: number): Promise<Row[]> {
  const sizes = sizeRows();
  const world = await startWorld();
  try {
    console.log(`${runs} pairs after ${warmUps} warm-ups; medians of the ratios within the pairs`);
    return [...(await timeRows({ meter, world }, runs)), ...sizes];
  } finally {
    world.close();
  }
}

const options = readOptions();
const meter = startMeter();
try {
  console.log(`Node ${process.version} on ${process.platform} ${process.arch}; ${meter.method}`);
  const rows = options.scale
    ? await measureScale(meter, { runs: options.runs ?? 1, speed: options.speed })
    : await measureStartUp(meter, options.runs ?? 15);
  console.log(`\n${formatTable(rows)}`);
  const firm = rows.filter(({ unit }) => unit === 'kB' || unit === 'calls');
  if (options.speed === 1 && firm.some((row) => verdictOf(row) === 'over the limit'))
    process.exitCode = 1;
} finally {
  meter.close();
}
