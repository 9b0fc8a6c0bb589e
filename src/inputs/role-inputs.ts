import type { Parsed } from '../domain/parsed.ts';
import {
  audienceOf,
  checkPartition,
  needsAccount,
  parseRoleArn,
  type Role,
} from '../domain/role.ts';
import type { Environment } from '../lib/environment.ts';
import {
  booleanAs,
  combine,
  countOr,
  mapParsed,
  optional,
  type Parser,
  parseList,
  parseMatch,
  type Reading,
  refuse,
  tooLong,
} from './parsers.ts';

/** The role of the run; undefined for the default credential chain. */
export function checkRole({ check, env, form }: Reading, region: string): Parsed<Role | undefined> {
  const arns = check('role-to-assume', (text) =>
    parseRoles(text, form === 'file' ? parseRoleArn : (arn) => parseEntryRole(arn, region)),
  );
  const source = check('role-chaining', (text) => parseRoleSource(text, arns.value));
  const isChained = arns.value && (arns.value.length > 1 || source.value === 'default-chain');
  const role = combine({
    arns,
    source,
    externalId: check(
      'role-external-id',
      optional((text) => parseExternalId(text, isChained)),
    ),
    audience: check('audience', (text) => parseAudience(text, region)),
    sessionName: check('role-session-name', (text) => parseSessionName(text, env)),
    durationSeconds: check('role-duration-seconds', (text) => parseDuration(text, isChained)),
  });
  return mapParsed(role, ({ arns, ...rest }) => {
    const arn = arns.at(-1);
    return arn === undefined ? undefined : { arn, via: arns.slice(0, -1), ...rest };
  });
}

/** The ARNs of roles, one per line, because role names may contain commas. */
function parseRoles(text: string, parseArn: Parser<string>): Parsed<readonly string[]> {
  if (text === '' || text.includes('\n')) return parseList(text, parseArn, '\n');
  return mapParsed(parseArn(text), (arn) => [arn]);
}

/** What the first role is assumed with; `true` takes the default chain, and needs a role. */
function parseRoleSource(
  text: string,
  roles: readonly string[] | undefined,
): Parsed<Role['source']> {
  const parsed = booleanAs('default-chain', 'id-token')(text);
  if (parsed.value !== 'default-chain' || roles?.length !== 0) return parsed;
  return { problem: 'needs role-to-assume', example: 'false' };
}

/**
 * The external ID. Only AssumeRole takes one (STS API reference), so it is refused where no role is
 * chained; `isChained` is undefined while the roles have a problem.
 */
function parseExternalId(text: string, isChained: boolean | undefined): Parsed<string> {
  if (isChained === false) {
    const problem = 'needs several roles, or role-chaining: true; an ID token takes no external ID';
    return { problem, example: '(left out)' };
  }
  const problem = 'must be 2 to 1224 letters, digits or any of +=,.@:/_-';
  return parseMatch(text, /^[\w+=,.@:/-]{2,1224}$/, problem, 'network-team-7Q2');
}

/** Seconds of a session. AWS limits chained roles to an hour (STS API reference, AssumeRole). */
function parseDuration(text: string, isChained: boolean | undefined): Parsed<number> {
  if (!isChained) return countOr(900, 900, 43_200)(text);
  const parsed = countOr(900, 900, 3_600)(text);
  return parsed.problem === undefined
    ? parsed
    : { ...parsed, problem: `${parsed.problem} with role chaining` };
}

/** The ARN of a role for the entry of the inputs, in the partition of its Region. */
function parseEntryRole(text: string, region: string): Parsed<string> {
  const parsed = parseRoleArn(text);
  if (parsed.problem !== undefined) return parsed;
  if (!needsAccount(text)) return checkPartition(text, region);
  return {
    problem: 'has {account}, which only works with config: a target of the file gives the account',
    example: 'arn:aws:iam::111122223333:role/byoasn-apply',
  };
}

/** The audience of the ID token. */
function parseAudience(text: string, region: string): Parsed<string> {
  const example = audienceOf(region);
  if (/\s/.test(text)) return refuse(text, 'has a space inside', example);
  // IAM's limit for an OIDC provider (CreateOpenIDConnectProvider, ClientIDList).
  return text.length > 255 ? tooLong(255, example) : { value: text };
}

/** The name of the session; an empty text gives the run and its attempt. */
function parseSessionName(text: string, env: Environment): Parsed<string> {
  const defaultName = `byoasn-${env.GITHUB_RUN_ID || 'local'}-${env.GITHUB_RUN_ATTEMPT || '1'}`;
  const problem = 'must be 2 to 64 letters, digits or any of +=,.@_-';
  return parseMatch(text || defaultName, /^[\w+=,.@-]{2,64}$/, problem, 'byoasn-apply');
}
