import { posix, win32 } from 'node:path';
import { parseAccountId } from '../domain/account-id.ts';
import { type Approved, type ApprovedChange, parseApproved } from '../domain/approved-plan.ts';
import { parseAsn } from '../domain/asn.ts';
import { parseCidr } from '../domain/cidr.ts';
import { explainLookAlike, quotedText } from '../domain/look-alikes.ts';
import type { Parsed, SpecialUse } from '../domain/parsed.ts';
import { parseRegion } from '../domain/region.ts';
import {
  audienceOf,
  checkPartition,
  needsAccount,
  parseRoleArn,
  type Role,
} from '../domain/role.ts';
import type { Target } from '../domain/target.ts';
import { parseTargetName } from '../domain/target-name.ts';
import { Failure } from '../failure.ts';
import { truncate } from '../lib/text.ts';
import { readProxies } from './proxies.ts';

/** Where it is said what is desired: in the inputs themselves, or in a file of the workspace. */
export type Source =
  | { readonly form: 'inputs'; readonly target: Target }
  | {
      readonly form: 'file';
      readonly path: string;
      /** Names of the targets to run; empty takes all. */
      readonly only: readonly string[];
    };

/** The pull request comment that is wanted. */
export interface CommentInputs {
  readonly token: string;
  /** Undefined takes the pull request of the event. */
  readonly pullNumber: number | undefined;
}

/** The inputs of the action, checked. */
export interface Inputs extends SpecialUse {
  readonly source: Source;
  /** `plan` is a dry run. */
  readonly mode: 'plan' | 'apply';
  /** Whether a dry run asks EC2 for permission. */
  readonly permissionCheck: 'ask' | 'skip';
  /** Undefined takes the SDK's default credential chain. */
  readonly role: Role | undefined;
  /** Empty allows every account. */
  readonly allowedAccountIds: readonly string[];
  /** The digest that the plan must have; undefined takes any plan. */
  readonly expectedPlan: string | undefined;
  /** The changes of the approved plan, where it was given as a whole. */
  readonly approvedChanges: readonly ApprovedChange[] | undefined;
  /** How many associations may be written; undefined takes any number. */
  readonly maxChanges: number | undefined;
  /** What a failure does to associations that are not started yet. */
  readonly onFailure: 'stop' | 'go on';
  /** Targets at a time. */
  readonly concurrency: number;
  /** Whether the run waits for the end state or returns once EC2 has accepted. */
  readonly until: 'settled' | 'accepted';
  readonly waitTimeoutSeconds: number;
  /** Undefined for none. */
  readonly comment: CommentInputs | undefined;
}

/** The text of an input by its name in action.yml, empty when it is not given. */
export type ReadInput = (name: string) => string;

/** Characters of an input that a problem shows. */
const longestShown = 200;

type Environment = Readonly<Record<string, string | undefined>>;
type Check = <T>(name: string, parse: (text: string) => Parsed<T>) => T | undefined;

/**
 * Reads every input and throws one Failure (`invalid-input`) that lists all problems, each with the
 * input, what was seen and one right example. `workspace` is the folder that the path of `config` is
 * from; without one it stays relative to the current folder.
 */
export function readInputs(read: ReadInput, env: Environment, workspace?: string): Inputs {
  const problems: string[] = [];
  const invalid: string[] = [];
  const check: Check = (name, parse) => {
    const text = read(name);
    const parsed = parse(text);
    if (parsed.problem === undefined) return parsed.value;
    const seen = text === '' ? '' : ` ${seenText(text)}`;
    problems.push(`${name}:${seen} ${parsed.problem}. Example: ${name}: ${parsed.example}`);
    invalid.push(name);
    return undefined;
  };

  const specialUse = check('allow-special-use', parseBoolean) ? 'accept' : 'refuse';
  const form: Source['form'] = read('config') === '' ? 'inputs' : 'file';
  const source =
    form === 'inputs'
      ? readPair(check, env, specialUse)
      : readFileInputs(check, (text) => parseConfigPath(text, env, workspace));
  const dryRun = check('dry-run', parseBoolean);
  const permissionCheck = check('permission-check', parseBoolean);
  const region = source?.form === 'inputs' ? source.target.region : '';
  const role = readRole(check, env, { form, region });
  const allowedAccountIds = check('allowed-account-ids', parseAccountIds);
  const approved = check('expected-plan', parseExpectedPlan)?.approved;
  const maxChanges = check('max-changes', parseMaxChanges);
  const failFast = check('fail-fast', parseBoolean);
  const concurrency = check('concurrency', parseCount(1, 64, 4));
  const wait = check('wait', parseBoolean);
  const waitTimeoutSeconds = check('wait-timeout-seconds', parseCount(1, 21_600, 900));
  const comment = readComment(check);
  check('summary', parseBoolean);
  const proxies = readProxies(env).problems;
  problems.push(...proxies);

  if (source === undefined || problems.length > 0) {
    const message = countInvalid(invalid, proxies);
    throw new Failure('invalid-input', message, { lines: problems });
  }
  return {
    source,
    specialUse,
    mode: dryRun ? 'plan' : 'apply',
    permissionCheck: permissionCheck ? 'ask' : 'skip',
    role,
    allowedAccountIds: allowedAccountIds ?? [],
    expectedPlan: approved?.digest,
    approvedChanges: approved?.changes,
    maxChanges: maxChanges?.count,
    onFailure: failFast ? 'stop' : 'go on',
    concurrency: concurrency ?? 1,
    until: wait ? 'settled' : 'accepted',
    waitTimeoutSeconds: waitTimeoutSeconds ?? 0,
    comment,
  };
}

/** The spellings of YAML 1.2's core schema; anything else, emptiness included, is a problem. */
export function parseBoolean(text: string): Parsed<boolean> {
  if (/^(true|True|TRUE)$/.test(text)) return { value: true };
  if (/^(false|False|FALSE)$/.test(text)) return { value: false };
  const problem = text === '' ? 'is empty, and must be true or false' : 'must be true or false';
  return { problem: explainLookAlike(text) ?? problem, example: 'true' };
}

/** The one association of the inputs; undefined when a part of it has a problem. */
function readPair(
  check: Check,
  env: Environment,
  specialUse: SpecialUse['specialUse'],
): Source | undefined {
  const asn = check('asn', (text) => parseAsn(text, { specialUse }));
  const cidr = check('cidr', (text) => parseCidr(text, { specialUse }));
  const region = check('aws-region', (text) => parseRegionInput(text, env));
  check('target', leftOut('is of use only with config'));
  if (asn === undefined || cidr === undefined || region === undefined) return undefined;
  const association = { asn, cidr, note: '', location: undefined };
  const target = { name: region, accountId: undefined, region, associations: [association] };
  return { form: 'inputs', target };
}

function readFileInputs(
  check: Check,
  parsePath: (text: string) => Parsed<string>,
): Source | undefined {
  const path = check('config', parsePath);
  const only = check('target', parseTargets);
  for (const name of ['asn', 'cidr', 'aws-region'])
    check(name, leftOut('is given beside config, which says it all'));
  return path === undefined || only === undefined ? undefined : { form: 'file', path, only };
}

// The comment's marker holds both, and must leave room for the comment. Linux takes paths of 4,096 bytes.
const longestPath = 4_096;
const longestTargets = 16_384;

/**
 * The path from the root of the workspace, so that a file has one name, which links and annotations
 * know it by: with slashes alone, on Windows too. What leads out of the workspace stays as it is.
 */
function parseConfigPath(
  text: string,
  env: Environment,
  workspace: string | undefined,
): Parsed<string> {
  if (text.length > longestPath) {
    return { problem: 'is longer than any path', example: 'byoasn.yml' };
  }
  const { isAbsolute, normalize, relative, resolve, sep } =
    env.RUNNER_OS === 'Windows' ? win32 : posix;
  const path = workspace ? relative(workspace, resolve(workspace, text)) : normalize(text);
  const leaves = ['', '..'].includes(path) || path.startsWith(`..${sep}`) || isAbsolute(path);
  return { value: (leaves ? text : path).replaceAll(sep, '/') };
}

function parseTargets(text: string): Parsed<readonly string[]> {
  const example = '111122223333/us-west-2';
  if (text.length > longestTargets) {
    return { problem: `has more than ${longestTargets} characters`, example };
  }
  const names = listOf(text);
  for (const name of names) {
    const { problem } = { problem: undefined, ...parseTargetName(name) };
    const seen = JSON.stringify(truncate(name, longestShown));
    if (problem !== undefined) return { problem: `has ${seen}, which ${problem}`, example };
  }
  return { value: names };
}

/** An input that has no place beside the others. */
function leftOut(problem: string) {
  return (text: string): Parsed<string> =>
    text === '' ? { value: text } : { problem, example: '(left out)' };
}

function readRole(
  check: Check,
  env: Environment,
  { form, region }: { readonly form: Source['form']; readonly region: string },
): Role | undefined {
  const arn = check('role-to-assume', (text): Parsed<string> => {
    const parsed = parseRoleArn(text);
    if (parsed.problem !== undefined) return parsed;
    if (form === 'file' || !needsAccount(text)) return checkPartition(text, region);
    return {
      problem: 'has {account}, which only the targets of a config file fill in',
      example: 'arn:aws:iam::111122223333:role/byoasn-apply',
    };
  });
  const audience = check('audience', (text) => parseAudience(text, region));
  const sessionName = check('role-session-name', (text) => parseSessionName(text, env));
  const durationSeconds = check('role-duration-seconds', parseCount(900, 43_200, 900));
  if (!arn || audience === undefined || !sessionName || !durationSeconds) return undefined;
  return { arn, audience, sessionName, durationSeconds };
}

function readComment(check: Check): CommentInputs | undefined {
  const wanted = check('comment', parseBoolean);
  const pullNumber = check('pr-number', parsePullNumber);
  const token = check('github-token', (text): Parsed<string> => {
    if (text !== '' || !wanted) return { value: text };
    return { problem: 'is empty, and comment: true needs it', example: '$' + '{{ github.token }}' };
  });
  if (!wanted || !token) return undefined;
  return { token, pullNumber: pullNumber?.number };
}

/** The Region of the input; without one that of the environment. */
function parseRegionInput(text: string, env: Environment): Parsed<string> {
  const inherited = env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
  const parsed = parseRegion(text || inherited);
  if (text !== '' || parsed.problem === undefined) return parsed;
  const problem =
    inherited === ''
      ? 'is missing, and so are AWS_REGION and AWS_DEFAULT_REGION'
      : `${parsed.problem} (${seenText(inherited)} from the environment)`;
  return { problem, example: parsed.example };
}

function parseAudience(text: string, region: string): Parsed<string> {
  const example = audienceOf(region);
  if (/\s/.test(text)) return { problem: explainLookAlike(text) ?? 'has a space inside', example };
  // IAM takes no longer one for an OIDC provider (CreateOpenIDConnectProvider, ClientIDList).
  if (text.length > 255) return { problem: 'has more than 255 characters', example };
  return { value: text };
}

function parseSessionName(text: string, env: Environment): Parsed<string> {
  const standard = `byoasn-${env.GITHUB_RUN_ID || 'local'}-${env.GITHUB_RUN_ATTEMPT || '1'}`;
  const name = text || standard;
  if (/^[\w+=,.@-]{2,64}$/.test(name)) return { value: name };
  const problem = 'must be 2 to 64 letters, digits or any of +=,.@_-';
  return { problem: explainLookAlike(name) ?? problem, example: 'byoasn-apply' };
}

function parseAccountIds(text: string): Parsed<readonly string[]> {
  const ids = listOf(text);
  for (const id of ids) {
    const parsed = parseAccountId(id);
    if (parsed.problem !== undefined) {
      const problem = `has ${seenText(id)}, which ${parsed.problem}`;
      return { problem, example: parsed.example };
    }
  }
  return { value: ids };
}

/**
 * Empty is a problem: it is what a misspelt `needs.plan.outputs.plan-digest` gives, and must not
 * let an apply through that nobody has approved.
 */
function parseExpectedPlan(text: string): Parsed<{ readonly approved: Approved | undefined }> {
  if (text === 'any') return { value: { approved: undefined } };
  const { value, problem, example } = { example: '', ...parseApproved(text) };
  if (value) return { value: { approved: value } };
  const empty = 'is empty, and must be the plan-digest of the plan that was approved, or any';
  return { problem: text === '' ? empty : problem, example };
}

function parseMaxChanges(text: string): Parsed<{ readonly count: number | undefined }> {
  if (text === '') return { value: { count: undefined } };
  if (/^(0|[1-9][0-9]{0,5})$/.test(text)) return { value: { count: Number(text) } };
  const problem = 'must be a whole number from 0 to 999999';
  return { problem: explainLookAlike(text) ?? problem, example: '10' };
}

function parsePullNumber(text: string): Parsed<{ readonly number: number | undefined }> {
  if (text === '') return { value: { number: undefined } };
  if (/^[1-9][0-9]{0,9}$/.test(text)) return { value: { number: Number(text) } };
  const problem = 'is not the number of a pull request';
  return { problem: explainLookAlike(text) ?? problem, example: '7' };
}

function parseCount(least: number, most: number, standard: number) {
  return (text: string): Parsed<number> => {
    const count = text === '' ? standard : /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : 0;
    if (count >= least && count <= most) return { value: count };
    const problem = `must be a whole number from ${least} to ${most}`;
    return { problem: explainLookAlike(text) ?? problem, example: `${standard}` };
  };
}

/** Items separated by commas or line ends, trimmed, without empty ones. */
function listOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** What was seen, in quotes, as much of it as a problem shows. */
function seenText(text: string): string {
  return quotedText(truncate(text, longestShown));
}

/** `2 inputs are invalid: asn, cidr`, and the environment variables that problems of proxies start with. */
export function countInvalid(inputs: readonly string[], proxyProblems: readonly string[]): string {
  const variables = proxyProblems.map((problem) => problem.replace(/:.*/s, ''));
  const kinds = [
    ['input', inputs],
    ['environment variable', variables],
  ] as const;
  return kinds
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => {
      const count = names.length === 1 ? `1 ${kind} is` : `${names.length} ${kind}s are`;
      return `${count} invalid: ${names.join(', ')}`;
    })
    .join('; ');
}
