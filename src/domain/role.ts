import { Failure } from '../failure.ts';
import { explainLookAlike } from './look-alikes.ts';
import type { Parsed } from './parsed.ts';
import { partitionOf } from './partition.ts';

/** The role of a run, and how to get it; `fillRole` makes that of one target. */
export interface Role {
  /** May hold `{account}` and `{region}`, like the ARNs of `via`. */
  readonly arn: string;
  /** Roles that are assumed before it, each with the session of the one before. */
  readonly via: readonly string[];
  /** What the first role of all is assumed with. */
  readonly source: 'id-token' | 'default-chain';
  /** Of the ID token; empty takes that of the partition. */
  readonly audience: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
  /** Goes with the last AssumeRole, into the account of the other party. */
  readonly externalId: string | undefined;
}

/** One session to request from STS. */
export interface Hop {
  readonly arn: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
  readonly externalId?: string | undefined;
  /** An inline session policy: JSON of at most 2,048 characters. */
  readonly policy?: string | undefined;
}

/** What replaces `{account}`, if it is known, and `{region}`. */
interface RoleParameters {
  readonly accountId: string | undefined;
  readonly region: string;
}

/** The shortest session of STS, long enough to assume the next role. */
const minSessionSeconds = 900;

const example = 'arn:aws:iam::111122223333:role/byoasn-apply';
const roleArn = /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/;

/** Reads the ARN of an IAM role, in which `{account}` and `{region}` stand for those of a target. */
export function parseRoleArn(text: string): Parsed<string> {
  const filled = fill(text, { accountId: '000000000000', region: 'us-east-1' });
  if (text === '' || roleArn.test(filled)) return { value: text };
  const name = /^[\w+=,.@-]+$/.test(text);
  const problem = name ? 'is a role name; use the full ARN' : 'is not the ARN of an IAM role';
  return { problem: explainLookAlike(text) ?? problem, example };
}

/** Whether an ARN needs the account of a config file. */
export function needsAccount(arn: string): boolean {
  return arn.includes('{account}');
}

/**
 * The role of a target; its audience is by default that of the Region's partition. Throws
 * Failure `invalid-input` for a role of another partition than the Region's.
 */
export function fillRole(template: Role, parameters: RoleParameters): Role {
  for (const arn of arnsOf(template)) {
    const { problem } = checkPartition(arn, parameters.region);
    if (problem !== undefined) {
      throw new Failure('invalid-input', `role-to-assume: ${arn} ${problem}`);
    }
  }
  return {
    ...template,
    arn: fill(template.arn, parameters),
    via: template.via.map((arn) => fill(arn, parameters)),
    audience: template.audience || audienceOf(parameters.region),
  };
}

/** The ARNs in the order in which they are assumed. */
export function arnsOf({ via, arn }: Role): readonly string[] {
  return [...via, arn];
}

/** The sessions to request, in order; `policy` limits the last one. */
export function hopsOf(
  { arn, via: [first, ...others], sessionName, durationSeconds, externalId }: Role,
  policy: string | undefined,
): readonly [Hop, ...Hop[]] {
  const before = (each: string) => ({
    arn: each,
    sessionName,
    durationSeconds: minSessionSeconds,
  });
  const last = { arn, sessionName, durationSeconds, externalId, policy };
  return first === undefined ? [last] : [before(first), ...others.map(before), last];
}

/** Refuses a role of another partition than the Region's: credentials are valid in one partition. */
export function checkPartition(arn: string, region: string): Parsed<string> {
  const [, own] = arn.split(':');
  const partition = partitionOf(region);
  if (own === undefined || region === '' || own === partition) return { value: arn };
  return {
    problem: `is of the partition ${own}, but ${region} is in ${partition}`,
    example: example.replace('aws', partition),
  };
}

/** The audience that STS expects of GitHub's ID tokens (configure-aws-credentials, README). */
export function audienceOf(region: string): string {
  return partitionOf(region) === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

function fill(arn: string, { accountId, region }: RoleParameters): string {
  return arn.replaceAll('{account}', accountId ?? '{account}').replaceAll('{region}', region);
}
