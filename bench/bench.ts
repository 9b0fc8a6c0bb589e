// `npm run bench [-- --runs N]`: measures the cost of the action as ratios, each next to its goal and hard
// limit. Because machines drift, a command and its baseline alternate (A B A B ...) after two warm-ups. A
// ratio compares a pair of runs, and the median of the ratios counts; milliseconds are only for
// information. The same Node runs both, and the fake servers run in their own process.
//
// `npm run bench -- --against COMMIT`: also compares with the dist/ of that commit.
//
// `npm run bench -- --scale [--runs N]`: measures fleets: calls, throttles, memory, and time relative to
// the minimum that EC2's token buckets allow. In real time, about five minutes per run.
//
// Only memory and counts are the same on every machine, so only their hard limits fail the bench.
import { parseArgs } from 'node:util';
import { buildDist } from '../test/repo/built.ts';
import { configRow } from './config.ts';
import { startFakesProcess } from './fakes.ts';
import { type Meter, startMeter } from './meter.ts';
import {
  awsCli,
  type BenchEnv,
  bareNode,
  findAwsCli,
  sdkOnly,
  stepOfCommit,
  stepWithKeys,
  stepWithRole,
} from './programs.ts';
import { measurePairs, peak, ratio, warmUps } from './samples.ts';
import { measureScale } from './scale.ts';
import { formatTable, type Row, verdictOf } from './table.ts';

interface Options {
  /** Without it each part has its own number of runs. */
  readonly runs: number | undefined;
  readonly scale: boolean;
  readonly against: string | undefined;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      scale: { type: 'boolean', default: false },
      against: { type: 'string' },
    },
  });
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  if (runs !== undefined && !(Number.isInteger(runs) && runs >= 1)) {
    throw new Error(`--runs ${values.runs}: give 1 or more`);
  }
  return { runs, scale: values.scale, against: values.against };
}

async function measureStartUp(
  meter: Meter,
  runs: number,
  against: string | undefined,
): Promise<Row[]> {
  const fakes = await startFakesProcess();
  try {
    console.log(`${runs} pairs after ${warmUps} warm-ups; medians of the ratios within the pairs`);
    const benchEnv = { meter, fakes };
    const rows = await startUpRows(benchEnv, runs);
    return against === undefined ? rows : [...rows, await commitRow(benchEnv, runs, against)];
  } finally {
    fakes.close();
  }
}

async function startUpRows(benchEnv: BenchEnv, runs: number): Promise<Row[]> {
  const keys = await measurePairs(bareNode(benchEnv), stepWithKeys(benchEnv), runs);
  const role = await measurePairs(bareNode(benchEnv), stepWithRole(benchEnv), runs);
  const calls = await measurePairs(await sdkOnly(benchEnv), stepWithKeys(benchEnv), runs);
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
    await awsRow(benchEnv, runs),
    { measure: 'peak memory, associate', unit: 'MiB', ...peak(keys), goal: 64, limit: 75 },
    await configRow(runs),
  ];
}

async function commitRow(benchEnv: BenchEnv, runs: number, commit: string): Promise<Row> {
  const other = stepOfCommit(benchEnv, commit);
  const samples = await measurePairs(other, stepWithKeys(benchEnv), runs);
  return { measure: `wall, associate / by ${commit}`, unit: 'x', ...ratio(samples, 'wallMs') };
}

async function awsRow(benchEnv: BenchEnv, runs: number): Promise<Row> {
  const row = { measure: 'wall, associate / aws ec2', unit: 'x', goal: 0.17, limit: 0.25 } as const;
  const aws = findAwsCli();
  if (!aws) return { ...row, value: undefined, note: 'aws not installed: skipped' };
  console.log(`AWS CLI: ${aws.version}`);
  const samples = await measurePairs(awsCli(benchEnv, aws.path), stepWithKeys(benchEnv), runs);
  return { ...row, ...ratio(samples, 'wallMs') };
}

const { scale, runs, against } = readOptions();
buildDist();
const meter = startMeter();
try {
  console.log(`Node ${process.version} on ${process.platform} ${process.arch}; ${meter.method}`);
  const rows = scale
    ? await measureScale(meter, runs ?? 1)
    : await measureStartUp(meter, runs ?? 15, against);
  console.log(`\n${formatTable(rows)}`);
  const enforced = rows.filter(({ unit }) => unit === 'MiB' || unit === 'calls');
  if (enforced.some((row) => verdictOf(row) === 'over the limit')) process.exitCode = 1;
} finally {
  meter.close();
}
