import { Failure } from '../failure.ts';
import { explainLookAlike } from './look-alikes.ts';
import type { Parsed } from './parsed.ts';
import { partitionOf } from './partition.ts';

/** The role to assume and how. `fillRole` fills in the placeholders for one target. */
export interface Role {
  /** May contain `{account}` and `{region}`, like the ARNs in `via`. */
  readonly arn: string;
  /** Roles to assume first, in order, each from the session of the previous one. */
  readonly via: readonly string[];
  /** The credentials that assume the first role. */
  readonly source: 'id-token' | 'default-chain';
  /** Audience of the ID token; empty for the partition's default. */
  readonly audience: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
  /** Sent with the last AssumeRole call only: it belongs to the target account's role. */
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

/** The values for `{account}` and `{region}`. An unknown account stays a placeholder. */
interface RoleParameters {
  readonly accountId: string | undefined;
  readonly region: string;
}

/** STS's shortest session; long enough to assume the next role. */
const minSessionSeconds = 900;

const example = 'arn:aws:iam::111122223333:role/byoasn-apply';
const roleArn = /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/;

/** Reads the ARN of an IAM role, which may contain the placeholders `{account}` and `{region}`. */
export function parseRoleArn(text: string): Parsed<string> {
  const filled = fill(text, { accountId: '000000000000', region: 'us-east-1' });
  if (text === '' || roleArn.test(filled)) return { value: text };
  const name = /^[\w+=,.@-]+$/.test(text);
  const problem = name ? 'is a role name; use the full ARN' : 'is not the ARN of an IAM role';
  return { problem: explainLookAlike(text) ?? problem, example };
}

/** Whether the ARN can only be filled in with an account from a config file. */
export function needsAccount(arn: string): boolean {
  return arn.includes('{account}');
}

/**
 * The role of a target, with the partition's default audience if none is set. Throws Failure
 * `invalid-input` if the role is in another partition than the Region.
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

/** The ARNs in the order to assume them. */
export function arnsOf({ via, arn }: Role): readonly string[] {
  return [...via, arn];
}

/** The sessions to request, in order; `policy` restricts the last one. */
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

/** Rejects a role in another partition than the Region: credentials work in one partition only. */
export function checkPartition(arn: string, region: string): Parsed<string> {
  const [, own] = arn.split(':');
  const partition = partitionOf(region);
  if (own === undefined || region === '' || own === partition) return { value: arn };
  return {
    problem: `is in the partition ${own}, but ${region} is in ${partition}`,
    example: example.replace('aws', partition),
  };
}

/** The audience that STS expects in GitHub's ID tokens (configure-aws-credentials, README). */
export function audienceOf(region: string): string {
  return partitionOf(region) === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

function fill(arn: string, { accountId, region }: RoleParameters): string {
  return arn.replaceAll('{account}', accountId ?? '{account}').replaceAll('{region}', region);
}
