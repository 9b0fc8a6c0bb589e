import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from '../scripts/build.ts';
import { prepareStep } from '../test/e2e/action/environment.ts';
import { pair, type RunningFakes } from './fakes.ts';
import { type Cost, hasReason, type MeasuredRun, type Meter, measureRun } from './meter.ts';

/** The built program that the runner starts. */
export const dist = join(import.meta.dirname, '..', 'dist', 'index.js');

/** A program to measure: each call is one successful run from a new state. */
export type Program = () => Promise<Cost>;

/** The context of every program. */
export interface BenchEnv {
  readonly meter: Meter;
  readonly fakes: RunningFakes;
}

/** Only Node: the same binary as the action's, without code. */
export function bareNode(benchEnv: BenchEnv): Program {
  return () =>
    measured(benchEnv, (folder) => ({
      command: { argv: [process.execPath, '-e', '0'], cwd: folder, env: baseEnv(folder) },
      succeeded: () => true,
    }));
}

/** The step with the credentials in its environment, as an earlier login step leaves them. */
export function stepWithKeys(benchEnv: BenchEnv): Program {
  const { env } = benchEnv.fakes;
  return step(benchEnv, { ...env.region, ...env.credentials }, {});
}

/** The step's calls with only the SDK: sdk-only.ts, bundled like the action. */
export async function sdkOnly(benchEnv: BenchEnv): Promise<Program> {
  const folder = join(import.meta.dirname, '..', 'build', 'sdk-only');
  await bundle(join(import.meta.dirname, 'sdk-only.ts'), folder);
  const { env } = benchEnv.fakes;
  return step(benchEnv, { ...env.region, ...env.credentials }, {}, join(folder, 'index.js'));
}

/** The same step with the dist/ of another commit. */
export function stepOfCommit(benchEnv: BenchEnv, commit: string): Program {
  const { env } = benchEnv.fakes;
  const folder = join(import.meta.dirname, '..', 'build', 'other-dist');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = spawnSync('git', ['archive', commit, 'dist'], { maxBuffer: 2 ** 27 });
  if (archive.status !== 0) throw new Error(`--against ${commit}: ${archive.stderr}`);
  spawnSync('tar', ['-x', '-C', folder], { input: archive.stdout });
  const file = join(folder, 'dist', 'index.js');
  return step(benchEnv, { ...env.region, ...env.credentials }, {}, file);
}

/** The step that assumes a role with GitHub's ID token. */
export function stepWithRole(benchEnv: BenchEnv): Program {
  const { env, roleArn } = benchEnv.fakes;
  return step(benchEnv, { ...env.region, ...env.oidc }, { 'role-to-assume': roleArn });
}

/** One associate call from the AWS CLI to the same fake EC2. */
export function awsCli(benchEnv: BenchEnv, aws: string): Program {
  const { env, ec2Url } = benchEnv.fakes;
  const call = ['ec2', 'associate-ipam-byoasn', '--asn', pair.asn, '--cidr', pair.cidr];
  const region = env.region.AWS_REGION ?? '';
  const options = ['--endpoint-url', ec2Url, '--region', region, '--output', 'json'];
  return () =>
    measured(benchEnv, (folder) => ({
      command: {
        argv: [aws, ...options, ...call],
        cwd: folder,
        env: { ...baseEnv(folder), ...env.credentials, AWS_PAGER: '' },
      },
      succeeded: ({ log }) => log.includes('"State": "pending-association"'),
    }));
}

/**
 * The program and version of the AWS CLI; undefined if there is none. The shim of a version manager would
 * add its own start, so the manager is asked for the program behind it.
 */
export function findAwsCli(): { readonly path: string; readonly version: string } | undefined {
  const shim = output('sh', ['-c', 'command -v aws']);
  if (shim === undefined) return undefined;
  const behind = ['pyenv', 'asdf', 'mise'].map((manager) => output(manager, ['which', 'aws']));
  const path = dirname(shim).endsWith('shims') ? (behind.find(Boolean) ?? shim) : shim;
  const version = output(path, ['--version']);
  return version === undefined ? undefined : { path, version };
}

function output(program: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function step(
  benchEnv: BenchEnv,
  env: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
  file = dist,
): Program {
  const given = { ...pair, 'allow-special-use': 'true', wait: 'false', ...inputs };
  return () =>
    measured(benchEnv, (folder) => ({
      command: {
        argv: [process.execPath, file],
        cwd: folder,
        env: {
          ...prepareStep(folder, { with: given }).env,
          ...benchEnv.fakes.env.endpoints,
          ...env,
        },
      },
      succeeded: () => hasReason(folder, 'accepted'),
    }));
}

async function measured(
  { meter, fakes }: BenchEnv,
  prepare: (folder: string) => MeasuredRun,
): Promise<Cost> {
  await fakes.reset();
  return measureRun(meter, prepare);
}

function baseEnv(folder: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: folder };
}
