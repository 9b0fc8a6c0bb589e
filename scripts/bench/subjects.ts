import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { prepareStep } from '../../test/scenario/environment.ts';
import type { Cost, Meter } from './meter.ts';
import { endedWith, measureTrial, type Trial } from './trial.ts';
import { pair, type RunningWorld } from './world.ts';

/** The built program that the runner starts. */
export const program = join(import.meta.dirname, '..', '..', 'dist', 'index.js');

/** Something to measure: each call is one run from a fresh state that is known to have ended well. */
export type Subject = () => Promise<Cost>;

/** What every subject runs in. */
export interface Lab {
  readonly meter: Meter;
  readonly world: RunningWorld;
}

/** Bare Node: the same binary as the action's, doing nothing. */
export function bareNode(lab: Lab): Subject {
  return () =>
    measured(lab, (folder) => ({
      command: { argv: [process.execPath, '-e', '0'], cwd: folder, env: baseEnv(folder) },
      endedWell: () => true,
    }));
}

/** The step with the credentials in its environment, as an earlier login step leaves them. */
export function stepWithKeys(lab: Lab): Subject {
  const { env } = lab.world;
  return step(lab, { ...env.region, ...env.credentials }, {});
}

/** The step's calls by the SDK alone: the bundle of floor.ts. */
export function bareCalls(lab: Lab, floor: string): Subject {
  const { env } = lab.world;
  return step(lab, { ...env.region, ...env.credentials }, {}, floor);
}

/** The step that assumes a role with GitHub's ID token. */
export function stepWithRole(lab: Lab): Subject {
  const { env, roleArn } = lab.world;
  return step(lab, { ...env.region, ...env.oidc }, { 'role-to-assume': roleArn });
}

/** One associate call by the AWS CLI on the same peer. */
export function awsCli(lab: Lab, aws: string): Subject {
  const { env, ec2Url } = lab.world;
  const call = ['ec2', 'associate-ipam-byoasn', '--asn', pair.asn, '--cidr', pair.cidr];
  const region = env.region.AWS_REGION ?? '';
  const options = ['--endpoint-url', ec2Url, '--region', region, '--output', 'json'];
  return () =>
    measured(lab, (folder) => ({
      command: {
        argv: [aws, ...options, ...call],
        cwd: folder,
        env: { ...baseEnv(folder), ...env.credentials, AWS_PAGER: '' },
      },
      endedWell: ({ log }) => log.includes('"State": "pending-association"'),
    }));
}

/**
 * The AWS CLI's own program and version, undefined where there is none. The shim of a version
 * manager would add its own start to the CLI's, so the manager is asked what stands behind it.
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
  lab: Lab,
  env: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
  file = program,
): Subject {
  const given = { ...pair, 'allow-special-use': 'true', wait: 'false', ...inputs };
  return () =>
    measured(lab, (folder) => ({
      command: {
        argv: [process.execPath, file],
        cwd: folder,
        env: {
          ...prepareStep(folder, given).env,
          ...lab.world.env.endpoints,
          ...env,
        },
      },
      endedWell: () => endedWith(folder, 'accepted'),
    }));
}

async function measured({ meter, world }: Lab, prepare: (folder: string) => Trial): Promise<Cost> {
  await world.reset();
  return measureTrial(meter, prepare);
}

function baseEnv(folder: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: folder };
}
