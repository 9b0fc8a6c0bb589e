import { posix, win32 } from 'node:path';
import { parseAccountId } from '../domain/account-id.ts';
import type { Approved } from '../domain/approved-plan.ts';
import { explainLookAlike, quotedText } from '../domain/look-alikes.ts';
import type { Parsed } from '../domain/parsed.ts';
import { parseRegion } from '../domain/region.ts';
import { parseTargetName } from '../domain/target-name.ts';
import type { Environment } from '../lib/environment.ts';
import { truncate } from '../lib/text.ts';

/** Reads the text of an input. */
export type Parser<T> = (text: string) => Parsed<T>;

/** Converts a parsed value; a problem stays as it is. */
export function mapParsed<T, U>(parsed: Parsed<T>, convert: (value: T) => U): Parsed<U> {
  return parsed.problem === undefined ? { value: convert(parsed.value) } : parsed;
}

/** What the checks of an action read. */
export interface Reading {
  /** Parses an input and collects its problem, if there is one. */
  readonly check: <T>(name: string, parse: (text: string) => Parsed<T>) => Parsed<T>;
  /** Where the entries come from. */
  readonly form: 'inputs' | 'file';
  readonly env: Environment;
  /** The folder that the path of `config` is from; undefined for the current folder. */
  readonly workspace: string | undefined;
}

/** Values that are parsed separately. */
export type Fields<T> = { readonly [Name in keyof T]: Parsed<T[Name]> };

/** One value of several fields, or the problem of the first field that has one. */
export function combine<T extends object>(fields: Fields<T>): Parsed<T> {
  const entries: readonly [string, Parsed<unknown>][] = Object.entries(fields);
  const failed = entries.map(([, field]) => field).find(({ problem }) => problem !== undefined);
  if (failed?.problem !== undefined) return failed;
  return { value: Object.assign({}, ...entries.map(([name, { value }]) => ({ [name]: value }))) };
}

/** A parser that also accepts an empty text, as undefined. */
export function optional<T>(parse: Parser<T>): Parser<T | undefined> {
  return (text) => (text === '' ? { value: undefined } : parse(text));
}

/** Text that matches a pattern. */
export function parseMatch(
  text: string,
  pattern: RegExp,
  problem: string,
  example: string,
): Parsed<string> {
  return pattern.test(text) ? { value: text } : refuse(text, problem, example);
}

/** A character that only looks right explains a problem better than the problem does. */
export function refuse(text: string, problem: string, example: string) {
  return { problem: explainLookAlike(text) ?? problem, example };
}

/** The spellings of YAML 1.2's core schema; anything else is a problem, also an empty text. */
export function parseBoolean(text: string): Parsed<boolean> {
  if (/^(true|True|TRUE)$/.test(text)) return { value: true };
  if (/^(false|False|FALSE)$/.test(text)) return { value: false };
  const problem = 'must be true or false';
  return refuse(text, text === '' ? `is empty, and ${problem}` : problem, 'true');
}

/** A parser of a boolean that gives other values for `true` and `false`. */
export function booleanAs<const T>(whenTrue: T, whenFalse: T): Parser<T> {
  return (text) => mapParsed(parseBoolean(text), (value) => (value ? whenTrue : whenFalse));
}

/** A parser of a boolean that may only be `true` with a file. */
export function booleanWithFile(form: 'inputs' | 'file'): Parser<boolean> {
  return (text) => {
    const parsed = parseBoolean(text);
    return parsed.value && form === 'inputs'
      ? { problem: 'only works with config', example: 'false' }
      : parsed;
  };
}

/** A parser of whole numbers from `least` to `most`, up to 999,999. */
export function parseCount(least: number, most: number, example: number): Parser<number> {
  return (text) => {
    const count = /^(0|[1-9][0-9]{0,5})$/.test(text) ? Number(text) : Number.NaN;
    if (count >= least && count <= most) return { value: count };
    return refuse(text, `must be a whole number from ${least} to ${most}`, `${example}`);
  };
}

/** The same; an empty text gives the default. */
export function countOr(defaultCount: number, least: number, most: number): Parser<number> {
  const parse = parseCount(least, most, defaultCount);
  return (text) => parse(text || `${defaultCount}`);
}

/** A parser of one of several words; an empty text gives the first. */
function choice<const T extends string>(choices: readonly [T, ...T[]], example: T): Parser<T> {
  return (text) => {
    const value = choices.find((word) => word === (text || choices[0]));
    const listed = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
    return value === undefined ? refuse(text, `must be ${listed}`, example) : { value };
  };
}

/** A parser of an input that is not allowed with the others. */
export function mustBeEmpty(problem: string): Parser<string> {
  return (text) => (text === '' ? { value: text } : { problem, example: '(left out)' });
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
  if (text.length > maxPathLength) return tooLong(maxPathLength, 'byoasn.yml');
  const { isAbsolute, normalize, relative, resolve, sep } =
    env.RUNNER_OS === 'Windows' ? win32 : posix;
  const path = workspace ? relative(workspace, resolve(workspace, text)) : normalize(text);
  const leaves = ['', '..'].includes(path) || path.startsWith(`..${sep}`) || isAbsolute(path);
  return { value: (leaves ? text : path).replaceAll(sep, '/') };
}

/** The problem of a text with more characters. */
export function tooLong(most: number, example: string) {
  return { problem: `has more than ${most} characters`, example };
}

/** The names of targets. */
export function parseTargets(text: string): Parsed<readonly string[]> {
  return text.length <= maxTargetsLength
    ? parseList(text, parseTargetName)
    : tooLong(maxTargetsLength, '111122223333/us-west-2');
}

/** The IDs of accounts. */
export function parseAccountIds(text: string): Parsed<readonly string[]> {
  return parseList(text, parseAccountId);
}

/** Items separated by commas or line ends, trimmed, without empty ones. */
export function parseList(
  text: string,
  parseItem: Parser<string>,
  separator: RegExp | string = /[\n,]/,
): Parsed<readonly string[]> {
  const items = text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (text !== '' && items.length === 0) {
    // Only separators: a template without values, which must not lift a restriction.
    const empty = parseItem('');
    return { problem: 'has no value', example: empty.problem === undefined ? '' : empty.example };
  }
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

/** How to treat associations in AWS that are not in the file. */
export const parseUnmanaged = choice(['report', 'warn', 'fail'], 'warn');

/**
 * The approved plan; undefined for `any`. An empty text is a problem, because a misspelled
 * `needs.plan.outputs.plan-digest` gives one, and would apply what nobody approved.
 */
export function parseExpectedPlan<Change>(
  text: string,
  parseApproved: Parser<Approved<Change>>,
): Parsed<Approved<Change> | undefined> {
  if (text === 'any') return { value: undefined };
  const parsed = parseApproved(text);
  if (text !== '' || parsed.problem === undefined) return parsed;
  const problem = 'is empty: pass the plan-digest of the approved plan, or any';
  return { problem, example: parsed.example };
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
  return refuse(text, problem, 'ripestat');
}

function parseRpkiUrl(text: string): Parsed<RpkiSource> {
  const example = 'https://routinator.example.com';
  const url = URL.parse(text);
  if (!url) return refuse(text, 'is not a URL', example);
  // The URL is printed.
  if (url.username || url.password) return { problem: 'has a user or a password', example };
  if (/[?#]/.test(text)) return { problem: 'has a query or a fragment', example };
  return { value: { form: 'routinator', url: url.href } };
}

/** Which RPKI states refuse an association or a route: none, `invalid`, or all but `valid`. */
export type RpkiPolicy = 'report' | 'refuse-invalid' | 'require-valid';

const parseAnyPolicy = choice(['report', 'refuse-invalid', 'require-valid'], 'report');

/** The policy. A stricter one than `report` needs a source. */
export function parseRpkiPolicy(text: string, isOff: boolean): Parsed<RpkiPolicy> {
  const parsed = parseAnyPolicy(text);
  return isOff && parsed.value && parsed.value !== 'report'
    ? { problem: 'needs rpki, which is off', example: 'report' }
    : parsed;
}

/** What to do when route collectors do not show the wanted origin: not look, warn, or fail. */
export type VerifyPolicy = 'off' | 'warn' | 'required';

/** The policy for route collectors. */
export const parseVerify = choice(['warn', 'off', 'required'], 'warn');

/** The name of an environment of the repository. */
export function parseEnvironmentName(text: string): Parsed<string> {
  // GitHub's limit (docs.github.com, managing environments for deployment).
  if ([...text].length > 255) return tooLong(255, 'byoasn');
  if (/\p{Cc}/u.test(text)) return { problem: 'has a control character', example: 'byoasn' };
  return { value: text };
}

/** Which runs create a comment: all, or those with something to do. */
export type CommentCreation = 'always' | 'on-change';

/** Whether to comment on the pull request: a boolean or `on-change`; undefined for `false`. */
export function parseComment(text: string): Parsed<CommentCreation | undefined> {
  if (text === 'on-change') return { value: text };
  const parsed = booleanAs('always', undefined)(text);
  return parsed.problem === undefined
    ? parsed
    : refuse(text, 'must be true, false or on-change', 'true');
}

/** The number of a pull request. */
export function parsePullNumber(text: string): Parsed<number> {
  const problem = 'is not the number of a pull request';
  return mapParsed(parseMatch(text, /^[1-9][0-9]{0,9}$/, problem, '7'), Number);
}

/** The token that posts the comment, if there is to be one. */
export function parseToken(text: string, isNeeded: boolean): Parsed<string> {
  if (text !== '' || !isNeeded) return { value: text };
  return { problem: 'is empty, but the comment needs it', example: '$' + '{{ github.token }}' };
}

const maxQuoteLength = 200;

/** A text in quotes, cut where it is long, without the user and password of a URL. */
export function quote(text: string): string {
  return quotedText(truncate(text.replace(/^(https?:\/\/).*@/is, '$1***@'), maxQuoteLength));
}
