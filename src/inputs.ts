import { parseAccountId } from './desired/account-id.ts';
import { parseAsn } from './desired/asn.ts';
import type { Association } from './desired/association.ts';
import { parseCidr } from './desired/cidr.ts';
import type { Parsed } from './desired/parsed.ts';
import { parseRegion } from './desired/region.ts';
import { Failure } from './failure.ts';

/** The role to assume with GitHub's ID token, and how. */
export interface RoleInputs {
  readonly arn: string;
  readonly audience: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
}

/** The inputs of the action, checked. */
export interface Inputs {
  readonly associations: readonly Association[];
  readonly specialUse: 'refuse' | 'accept';
  /** `plan` is a dry run. */
  readonly mode: 'plan' | 'apply';
  /** Whether a dry run asks EC2 for permission. */
  readonly permissionCheck: 'ask' | 'skip';
  readonly region: string;
  /** Undefined takes the SDK's default credential chain. */
  readonly role: RoleInputs | undefined;
  /** Empty allows every account. */
  readonly allowedAccountIds: readonly string[];
  /** Whether the run waits for the end state or returns once EC2 has accepted. */
  readonly until: 'settled' | 'accepted';
  readonly waitTimeoutSeconds: number;
}

/** The text of an input by its name in action.yml, empty when it is not given. */
export type ReadInput = (name: string) => string;

type Environment = Readonly<Record<string, string | undefined>>;
type Check = <T>(name: string, parse: (text: string) => Parsed<T>) => T | undefined;

const exampleRole = 'arn:aws:iam::111122223333:role/byoasn-apply';

/**
 * Reads every input and throws one Failure (`invalid-input`) that lists all problems, each with the
 * input, what was seen and one right example.
 */
export function readInputs(read: ReadInput, env: Environment): Inputs {
  const problems: string[] = [];
  const check: Check = (name, parse) => {
    const text = read(name);
    const parsed = parse(text);
    if (parsed.problem === undefined) return parsed.value;
    const seen = text === '' ? '' : ` ${JSON.stringify(text)}`;
    problems.push(`${name}:${seen} ${parsed.problem}. Example: ${name}: ${parsed.example}`);
    return undefined;
  };

  const specialUse = check('allow-special-use', parseBoolean) ? 'accept' : 'refuse';
  const asn = check('asn', (text) => parseAsn(text, { specialUse }));
  const cidr = check('cidr', (text) => parseCidr(text, { specialUse }));
  const dryRun = check('dry-run', parseBoolean);
  const permissionCheck = check('permission-check', parseBoolean);
  const region = check('aws-region', (text) => parseRegionInput(text, env));
  const role = readRole(check, env, region ?? '');
  const allowedAccountIds = check('allowed-account-ids', parseAccountIds);
  const wait = check('wait', parseBoolean);
  const waitTimeoutSeconds = check('wait-timeout-seconds', parseSeconds(1, 21_600, 900));
  check('summary', parseBoolean);

  if (asn === undefined || cidr === undefined || problems.length > 0) {
    throw new Failure('invalid-input', countProblems(problems.length), { lines: problems });
  }
  return {
    associations: [{ asn, cidr }],
    specialUse,
    mode: dryRun ? 'plan' : 'apply',
    permissionCheck: permissionCheck ? 'ask' : 'skip',
    region: region ?? '',
    role,
    allowedAccountIds: allowedAccountIds ?? [],
    until: wait ? 'settled' : 'accepted',
    waitTimeoutSeconds: waitTimeoutSeconds ?? 0,
  };
}

/** The spellings of YAML 1.2's core schema; anything else, emptiness included, is a problem. */
export function parseBoolean(text: string): Parsed<boolean> {
  if (/^(true|True|TRUE)$/.test(text)) return { value: true };
  if (/^(false|False|FALSE)$/.test(text)) return { value: false };
  const problem = text === '' ? 'is empty, and must be true or false' : 'must be true or false';
  return { problem, example: 'true' };
}

function readRole(check: Check, env: Environment, region: string): RoleInputs | undefined {
  const arn = check('role-to-assume', parseRoleArn);
  const audience = check('audience', (text) => parseAudience(text, region));
  const sessionName = check('role-session-name', (text) => parseSessionName(text, env));
  const durationSeconds = check('role-duration-seconds', parseSeconds(900, 43_200, 900));
  if (!arn || !audience || !sessionName || !durationSeconds) return undefined;
  return { arn, audience, sessionName, durationSeconds };
}

/** The Region of the input; without one that of the environment. */
function parseRegionInput(text: string, env: Environment): Parsed<string> {
  const inherited = env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
  const parsed = parseRegion(text || inherited);
  if (text !== '' || parsed.problem === undefined) return parsed;
  const problem =
    inherited === ''
      ? 'is missing, and so are AWS_REGION and AWS_DEFAULT_REGION'
      : `${parsed.problem} (${JSON.stringify(inherited)} from the environment)`;
  return { problem, example: parsed.example };
}

function parseRoleArn(text: string): Parsed<string> {
  if (text === '' || /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/.test(text)) {
    return { value: text };
  }
  const name = /^[\w+=,.@-]+$/.test(text);
  const problem = name ? 'is a name; the whole ARN is needed' : 'is not the ARN of an IAM role';
  return { problem, example: exampleRole };
}

function parseAudience(text: string, region: string): Parsed<string> {
  const byPartition = region.startsWith('cn-') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
  if (/\s/.test(text)) return { problem: 'has a space inside', example: byPartition };
  return { value: text || byPartition };
}

function parseSessionName(text: string, env: Environment): Parsed<string> {
  const standard = `byoasn-${env.GITHUB_RUN_ID || 'local'}-${env.GITHUB_RUN_ATTEMPT || '1'}`;
  const name = text || standard;
  if (/^[\w+=,.@-]{2,64}$/.test(name)) return { value: name };
  return { problem: 'must be 2 to 64 letters, digits or any of +=,.@_-', example: 'byoasn-apply' };
}

function parseAccountIds(text: string): Parsed<readonly string[]> {
  const ids = text
    .split(/[\n,]/)
    .map((id) => id.trim())
    .filter((id) => id !== '');
  for (const id of ids) {
    const parsed = parseAccountId(id);
    if (parsed.problem !== undefined) {
      const problem = `has ${JSON.stringify(id)}, which ${parsed.problem}`;
      return { problem, example: parsed.example };
    }
  }
  return { value: ids };
}

function parseSeconds(least: number, most: number, standard: number) {
  return (text: string): Parsed<number> => {
    const seconds = text === '' ? standard : /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : 0;
    if (seconds >= least && seconds <= most) return { value: seconds };
    return { problem: `must be a whole number from ${least} to ${most}`, example: `${standard}` };
  };
}

function countProblems(count: number): string {
  return count === 1 ? 'One input is not right' : `${count} inputs are not right`;
}
