import { posix, win32 } from 'node:path';
import { parseAccountId } from '../domain/account-id.ts';
import type { Approved } from '../domain/approved-plan.ts';
import { explainLookAlike, quotedText } from '../domain/look-alikes.ts';
import type { Parsed } from '../domain/parsed.ts';
import { parseRegion } from '../domain/region.ts';
import {
  audienceOf,
  checkPartition,
  needsAccount,
  parseRoleArn,
  type Role,
} from '../domain/role.ts';
import { parseTargetName } from '../domain/target-name.ts';
import { truncate } from '../lib/text.ts';
import type { Environment } from './runner.ts';

/** The spellings of YAML 1.2's core schema; anything else is a problem, also an empty text. */
export function parseBoolean(text: string): Parsed<boolean> {
  if (/^(true|True|TRUE)$/.test(text)) return { value: true };
  if (/^(false|False|FALSE)$/.test(text)) return { value: false };
  const problem = text === '' ? 'is empty, and must be true or false' : 'must be true or false';
  return { problem: explainLookAlike(text) ?? problem, example: 'true' };
}

/** The same for an input that `true` only works with a file. */
export function parseWithFile(text: string, form: 'inputs' | 'file'): Parsed<boolean> {
  const parsed = parseBoolean(text);
  return parsed.value && form === 'inputs'
    ? { problem: 'only works with config', example: 'false' }
    : parsed;
}

/** A parser of numbers from `least` to `most`; an empty text gives the default. */
export function parseCount(least: number, most: number, defaultCount: number) {
  return (text: string): Parsed<number> => {
    const count = text === '' ? defaultCount : /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : 0;
    if (count >= least && count <= most) return { value: count };
    const problem = `must be a whole number from ${least} to ${most}`;
    return { problem: explainLookAlike(text) ?? problem, example: `${defaultCount}` };
  };
}

/** A parser of an input that is not allowed with the others. */
export function mustBeEmpty(problem: string) {
  return (text: string): Parsed<string> =>
    text === '' ? { value: text } : { problem, example: '(left out)' };
}

// The comment's marker holds both, and must leave room for the comment. Linux takes paths of 4,096 bytes.
const maxPathLength = 4_096;
const maxTargetsLength = 16_384;

/**
 * The path from the root of the workspace, with slashes, also on Windows: links and annotations know
 * the file by this name. A path that leads out of the workspace stays as it is.
 */
export function parseConfigPath(
  text: string,
  env: Environment,
  workspace: string | undefined,
): Parsed<string> {
  if (text.length > maxPathLength) {
    return { problem: `has more than ${maxPathLength} characters`, example: 'byoasn.yml' };
  }
  const { isAbsolute, normalize, relative, resolve, sep } =
    env.RUNNER_OS === 'Windows' ? win32 : posix;
  const path = workspace ? relative(workspace, resolve(workspace, text)) : normalize(text);
  const leaves = ['', '..'].includes(path) || path.startsWith(`..${sep}`) || isAbsolute(path);
  return { value: (leaves ? text : path).replaceAll(sep, '/') };
}

/** The names of targets. */
export function parseTargets(text: string): Parsed<readonly string[]> {
  if (text.length <= maxTargetsLength) return parseList(text, parseTargetName);
  const problem = `has more than ${maxTargetsLength} characters`;
  return { problem, example: '111122223333/us-west-2' };
}

/** The IDs of accounts. */
export function parseAccountIds(text: string): Parsed<readonly string[]> {
  return parseList(text, parseAccountId);
}

/** Items separated by commas or line ends, trimmed, without empty ones. */
function parseList(
  text: string,
  parseItem: (item: string) => Parsed<string>,
  separator: RegExp | string = /[\n,]/,
): Parsed<readonly string[]> {
  const items = text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  for (const item of items) {
    const parsed = parseItem(item);
    if (parsed.problem !== undefined) {
      const problem = `has ${quote(item)}, which ${parsed.problem}`;
      return { problem, example: parsed.example };
    }
  }
  return { value: items };
}

/** The Region of the input, or of the environment if the input is empty. */
export function parseRegionInput(text: string, env: Environment): Parsed<string> {
  const inherited = env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
  const parsed = parseRegion(text || inherited);
  if (text !== '' || parsed.problem === undefined) return parsed;
  const problem =
    inherited === ''
      ? 'is missing, and AWS_REGION and AWS_DEFAULT_REGION are not set'
      : `${parsed.problem} (${quote(inherited)} from the environment)`;
  return { problem, example: parsed.example };
}

/** The home Region of the IPAM; undefined for an empty text. */
export function parseIpamRegion(text: string): Parsed<string | undefined> {
  return text === '' ? { value: undefined } : parseRegion(text);
}

/** What other associations in AWS do to the run; an empty text gives the default. */
export function parseUnmanaged(text: string): Parsed<'report' | 'warn' | 'fail'> {
  if (text === '' || text === 'report') return { value: 'report' };
  if (text === 'warn' || text === 'fail') return { value: text };
  const problem = 'must be report, warn or fail';
  return { problem: explainLookAlike(text) ?? problem, example: 'warn' };
}

/** The ARNs of roles, one a line, because names of roles may have commas. */
export function parseRoles(
  text: string,
  parseArn: (text: string) => Parsed<string>,
): Parsed<readonly string[]> {
  if (text === '' || text.includes('\n')) return parseList(text, parseArn, '\n');
  const parsed = parseArn(text);
  return parsed.problem === undefined ? { value: [parsed.value] } : parsed;
}

/** What the first role is assumed with; `true` takes the default chain, and needs a role. */
export function parseRoleSource(
  text: string,
  roles: readonly string[] | undefined,
): Parsed<Role['source']> {
  const parsed = parseBoolean(text);
  if (parsed.problem !== undefined) return parsed;
  if (!parsed.value) return { value: 'id-token' };
  if (roles?.length !== 0) return { value: 'default-chain' };
  return { problem: 'needs role-to-assume', example: 'false' };
}

/**
 * The external ID; undefined for an empty text. Only AssumeRole takes one (STS API reference), so it is
 * refused where no role is chained; undefined if that is not known.
 */
export function parseExternalId(
  text: string,
  isChained: boolean | undefined,
): Parsed<string | undefined> {
  if (text === '') return { value: undefined };
  if (isChained === false) {
    const problem = 'needs several roles, or role-chaining: true; an ID token takes no external ID';
    return { problem, example: '(left out)' };
  }
  if (/^[\w+=,.@:/-]{2,1224}$/.test(text)) return { value: text };
  const problem = 'must be 2 to 1224 letters, digits or any of +=,.@:/_-';
  return { problem: explainLookAlike(text) ?? problem, example: 'network-team-7Q2' };
}

/** Seconds of a session. AWS gives chained roles an hour at most (STS API reference, AssumeRole). */
export function parseDuration(text: string, isChained: boolean | undefined): Parsed<number> {
  if (!isChained) return parseCount(900, 43_200, 900)(text);
  const parsed = parseCount(900, 3_600, 900)(text);
  return parsed.problem === undefined
    ? parsed
    : { ...parsed, problem: `${parsed.problem} with role chaining` };
}

/** The ARN of a role for the pair of the inputs, in the partition of its Region. */
export function parsePairRole(text: string, region: string): Parsed<string> {
  const parsed = parseRoleArn(text);
  if (parsed.problem !== undefined) return parsed;
  if (!needsAccount(text)) return checkPartition(text, region);
  return {
    problem: 'has {account}, which only works with config: a target of the file gives the account',
    example: 'arn:aws:iam::111122223333:role/byoasn-apply',
  };
}

/** The audience of the ID token. */
export function parseAudience(text: string, region: string): Parsed<string> {
  const example = audienceOf(region);
  if (/\s/.test(text)) return { problem: explainLookAlike(text) ?? 'has a space inside', example };
  // IAM takes no longer one for an OIDC provider (CreateOpenIDConnectProvider, ClientIDList).
  if (text.length > 255) return { problem: 'has more than 255 characters', example };
  return { value: text };
}

/** The name of the session; an empty text gives the run and its attempt. */
export function parseSessionName(text: string, env: Environment): Parsed<string> {
  const defaultName = `byoasn-${env.GITHUB_RUN_ID || 'local'}-${env.GITHUB_RUN_ATTEMPT || '1'}`;
  const name = text || defaultName;
  if (/^[\w+=,.@-]{2,64}$/.test(name)) return { value: name };
  const problem = 'must be 2 to 64 letters, digits or any of +=,.@_-';
  return { problem: explainLookAlike(name) ?? problem, example: 'byoasn-apply' };
}

/**
 * The approved plan; undefined for `any`. An empty text is a problem, because a misspelled
 * `needs.plan.outputs.plan-digest` gives one, and would apply what nobody approved.
 */
export function parseExpectedPlan<Change>(
  text: string,
  parseApproved: (text: string) => Parsed<Approved<Change>>,
): Parsed<Approved<Change> | undefined> {
  if (text === 'any') return { value: undefined };
  const parsed = parseApproved(text);
  if (text !== '' || parsed.problem === undefined) return parsed;
  const problem = 'is empty: pass the plan-digest of the approved plan, or any';
  return { problem, example: parsed.example };
}

/** A number; undefined for an empty text. */
export function parseMaxChanges(text: string): Parsed<number | undefined> {
  if (text === '') return { value: undefined };
  if (/^(0|[1-9][0-9]{0,5})$/.test(text)) return { value: Number(text) };
  const problem = 'must be a whole number from 0 to 999999';
  return { problem: explainLookAlike(text) ?? problem, example: '10' };
}

/** Where RPKI data comes from. */
export type RpkiSource =
  | { readonly form: 'ripestat' }
  /** The base URL of a Routinator. */
  | { readonly form: 'routinator'; readonly url: string }
  /** A file with VRPs. */
  | { readonly form: 'file'; readonly path: string };

/** The source of RPKI data; undefined for `off` and an empty text. */
export function parseRpkiSource(text: string): Parsed<RpkiSource | undefined> {
  if (text === '' || text === 'off') return { value: undefined };
  if (text === 'ripestat') return { value: { form: 'ripestat' } };
  if (/^https?:/i.test(text)) return parseRpkiUrl(text);
  if (/\.json$/i.test(text) && text.length <= maxPathLength) {
    return { value: { form: 'file', path: text } };
  }
  const problem = 'must be off, ripestat, the URL of a Routinator or the path of a .json file';
  return { problem: explainLookAlike(text) ?? problem, example: 'ripestat' };
}

function parseRpkiUrl(text: string): Parsed<RpkiSource> {
  const example = 'https://routinator.example.com';
  const url = URL.parse(text);
  if (!url) return { problem: explainLookAlike(text) ?? 'is not a URL', example };
  // It is printed.
  if (url.username !== '' || url.password !== '') {
    return { problem: 'has a user or a password', example };
  }
  if (/[?#]/.test(text)) return { problem: 'has a query or a fragment', example };
  return { value: { form: 'routinator', url: url.href } };
}

const rpkiPolicies = ['report', 'refuse-invalid', 'require-valid'] as const;

/** What RPKI decides: nothing, or which associations are refused. */
export type RpkiPolicy = (typeof rpkiPolicies)[number];

/** The policy; `report` for an empty text. A stricter one needs a source. */
export function parseRpkiPolicy(text: string, isOff: boolean): Parsed<RpkiPolicy> {
  const value = rpkiPolicies.find((policy) => policy === (text || 'report'));
  if (value === undefined) {
    const problem = `is not one of ${rpkiPolicies.join(', ')}`;
    return { problem: explainLookAlike(text) ?? problem, example: 'report' };
  }
  if (!isOff || value === 'report') return { value };
  return { problem: 'needs rpki, which is off', example: 'report' };
}

const verifyPolicies = ['off', 'warn', 'required'] as const;

/** What is done where route collectors do not show the wanted origin: nothing is read, a warning, a failure. */
export type VerifyPolicy = (typeof verifyPolicies)[number];

/** The policy; `warn` for an empty text. */
export function parseVerify(text: string): Parsed<VerifyPolicy> {
  const value = verifyPolicies.find((policy) => policy === (text || 'warn'));
  if (value !== undefined) return { value };
  const problem = `is not one of ${verifyPolicies.join(', ')}`;
  return { problem: explainLookAlike(text) ?? problem, example: 'warn' };
}

/** The name of an environment of the repository; undefined for an empty text. */
export function parseEnvironmentName(text: string): Parsed<string | undefined> {
  if (text === '') return { value: undefined };
  const example = 'byoasn';
  // GitHub takes no longer one (docs.github.com, managing environments for deployment).
  if ([...text].length > 255) return { problem: 'has more than 255 characters', example };
  if (/\p{Cc}/u.test(text)) return { problem: 'has a control character', example };
  return { value: text };
}

/** Which runs create a comment: all, or those with something to do. */
export type CommentCreation = 'always' | 'on-change';

/** Whether to comment on the pull request: a boolean or `on-change`; undefined for `false`. */
export function parseComment(text: string): Parsed<CommentCreation | undefined> {
  if (text === 'on-change') return { value: text };
  const { value } = parseBoolean(text);
  if (value !== undefined) return { value: value ? 'always' : undefined };
  const problem = 'must be true, false or on-change';
  return { problem: explainLookAlike(text) ?? problem, example: 'true' };
}

/** The number of a pull request; undefined for an empty text. */
export function parsePullNumber(text: string): Parsed<number | undefined> {
  if (text === '') return { value: undefined };
  if (/^[1-9][0-9]{0,9}$/.test(text)) return { value: Number(text) };
  const problem = 'is not the number of a pull request';
  return { problem: explainLookAlike(text) ?? problem, example: '7' };
}

/** The token that posts the comment, if one is wanted. */
export function parseToken(text: string, isWanted: boolean): Parsed<string> {
  if (text !== '' || !isWanted) return { value: text };
  return { problem: 'is empty, but the comment needs it', example: '$' + '{{ github.token }}' };
}

const maxQuoteLength = 200;

/** A text in quotes, as much of it as a problem shows, and no user and password of a URL. */
export function quote(text: string): string {
  return quotedText(truncate(text.replace(/^(https?:\/\/).*@/is, '$1***@'), maxQuoteLength));
}
