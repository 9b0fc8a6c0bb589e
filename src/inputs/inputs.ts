import { type ApprovedChange, parseApproved } from '../domain/approved-plan.ts';
import type { ApprovedRoute } from '../domain/approved-routes.ts';
import { parseAsn } from '../domain/asn.ts';
import { parseCidr } from '../domain/cidr.ts';
import type { Parsed, SpecialUse } from '../domain/parsed.ts';
import { parseRoleArn, type Role } from '../domain/role.ts';
import type { Target } from '../domain/target.ts';
import { Failure } from '../failure.ts';
import {
  type CommentCreation,
  mustBeEmpty,
  parseAccountIds,
  parseAudience,
  parseBoolean,
  parseComment,
  parseConfigPath,
  parseCount,
  parseDuration,
  parseEnvironmentName,
  parseExpectedPlan,
  parseExternalId,
  parseIpamRegion,
  parseMaxChanges,
  parsePairRole,
  parsePullNumber,
  parseRegionInput,
  parseRoleSource,
  parseRoles,
  parseRpkiPolicy,
  parseRpkiSource,
  parseSessionName,
  parseTargets,
  parseToken,
  parseUnmanaged,
  parseWithFile,
  quote,
  type RpkiPolicy,
  type RpkiSource,
  type VerifyPolicy,
} from './parsers.ts';
import { readProxies } from './proxies.ts';
import type { Environment } from './runner.ts';

/** Where the desired associations come from: the inputs, or a file of the workspace. */
export type Source =
  | { readonly form: 'inputs'; readonly target: Target }
  | {
      readonly form: 'file';
      readonly path: string;
      /** Names of the targets to run; empty means all. */
      readonly only: readonly string[];
    };

/** How to post the comment on the pull request. */
export interface CommentInputs {
  readonly create: CommentCreation;
  readonly token: string;
  /** Undefined for the pull request of the event. */
  readonly pullNumber: number | undefined;
}

/** Where RPKI data comes from, and what it decides. */
export interface RpkiInputs {
  readonly source: RpkiSource;
  readonly policy: RpkiPolicy;
  /** The most hours that data may be old, where the source says its age. */
  readonly maxAgeHours: number;
}

/** What is done where route collectors do not show the wanted origin in time. */
interface VerifyInputs {
  readonly policy: VerifyPolicy;
  readonly timeoutSeconds: number;
}

/** The inputs of an action, checked. */
export interface Inputs extends SpecialUse {
  /** What the run changes. */
  readonly action: 'associations' | 'routes';
  readonly source: Source;
  /** `plan` is a dry run. */
  readonly mode: 'plan' | 'apply';
  /** Whether a dry run asks EC2 for permission. */
  readonly permissionCheck: 'ask' | 'skip';
  /** Where the ASNs of targets that do not say it are listed; undefined for the Region of the CIDRs. */
  readonly ipamRegion: string | undefined;
  /** What other associations and CIDRs in AWS do to the run. */
  readonly unmanaged: 'report' | 'warn' | 'fail';
  /** Whether CIDRs that the file does not have count as unmanaged too. */
  readonly allCidrs: boolean;
  /** Undefined for the SDK's default credential chain. */
  readonly role: Role | undefined;
  /** Whether the session of the role is limited to the calls of the run. */
  readonly sessionPolicy: 'attach' | 'leave out';
  /** Empty allows any account. */
  readonly allowedAccountIds: readonly string[];
  /** The digest that the plan must have; undefined allows any plan. */
  readonly expectedPlan: string | undefined;
  /** The changes of the approved plan; undefined if only its digest was given. */
  readonly approvedChanges: readonly ApprovedChange[] | undefined;
  /** Those of an approved plan of routes. */
  readonly approvedRoutes?: readonly ApprovedRoute[] | undefined;
  /** How many associations may be created or removed; undefined allows any number. */
  readonly maxChanges: number | undefined;
  /** Whether the plan may remove associations that the file says to remove. */
  readonly allowRemove: boolean;
  /** Undefined if RPKI is not read. */
  readonly rpki: RpkiInputs | undefined;
  /** Whether associations that have not started are still created after a failure. */
  readonly onFailure: 'stop' | 'continue';
  /** How many targets at the same time. */
  readonly concurrency: number;
  /** What the run waits for. */
  readonly until: 'end-state' | 'accepted';
  readonly waitTimeoutSeconds: number;
  /** Whether route collectors are to show a changed origin. */
  readonly verify: VerifyInputs;
  /** Whether to write the job summary. */
  readonly summary: boolean;
  /** Whose reviewers approve the apply; undefined if the workflow does not say. */
  readonly environment: string | undefined;
  /** Undefined for none. */
  readonly comment: CommentInputs | undefined;
}

/** Whether a run only reads: a dry run that does not ask for the permission to associate. */
export function onlyReads({ mode, permissionCheck }: Inputs): boolean {
  return mode === 'plan' && permissionCheck === 'skip';
}

/** Whether a run withdraws the CIDR of its inputs: its role may do nothing else. */
export function withdrawsOnly({ source, mode }: Inputs): boolean {
  if (mode === 'plan' || source.form === 'file') return false;
  const wanted = source.target.routes ?? [];
  return wanted.length > 0 && wanted.every(({ origin }) => origin === 'none');
}

/** The text of an input by its name in action.yml, empty when it is not given. */
export type ReadInput = (name: string) => string;

/** Parses an input and collects its problem, if there is one. */
export type Check = <T>(name: string, parse: (text: string) => Parsed<T>) => Parsed<T>;

/** A part of the inputs, which can be built once there are no problems. */
export type Build<T> = () => T;

/** How an action reads its inputs: `form` is where its entries come from. */
type CheckInputs = (
  check: Check,
  form: Source['form'],
  env: Environment,
  workspace: string | undefined,
) => Build<Inputs>;

/**
 * A reader of the inputs of an action. It throws a Failure (`invalid-input`) with all problems, each with
 * its input, what was seen and a right example. `workspace` is the folder that the path of `config` is
 * from; without one it stays relative to the current folder.
 */
export function createReader(checkInputs: CheckInputs) {
  return (read: ReadInput, env: Environment, workspace?: string): Inputs => {
    const problems: string[] = [];
    const invalid: string[] = [];
    const check: Check = (name, parse) => {
      const text = read(name);
      const parsed = parse(text);
      if (parsed.problem !== undefined) {
        const seen = text === '' ? '' : ` ${quote(text)}`;
        problems.push(`${name}:${seen} ${parsed.problem}. Example: ${name}: ${parsed.example}`);
        invalid.push(name);
      }
      return parsed;
    };

    const build = checkInputs(check, read('config') === '' ? 'inputs' : 'file', env, workspace);
    const proxyProblems = readProxies(env).problems;
    if (invalid.length === 0 && proxyProblems.length === 0) return build();
    throw new Failure('invalid-input', countInvalid(invalid, proxyProblems), {
      lines: [...problems, ...proxyProblems],
    });
  };
}

/** Reads the inputs of the action for associations. */
export const readInputs = createReader((check, form, env, workspace) => {
  const specialUse = check('allow-special-use', parseBoolean).value ? 'accept' : 'refuse';
  const { source, region } =
    form === 'inputs'
      ? checkPair(check, env, specialUse)
      : checkFile(check, ['asn', 'cidr', 'aws-region'], env, workspace);
  const common = checkCommon(check, { form, region, env });
  const approved = check('expected-plan', (text) => parseExpectedPlan(text, parseApproved));
  const allowRemove = check('allow-remove', (text) => parseWithFile(text, form));
  const unmanaged = check('unmanaged', parseUnmanaged);
  const allCidrs = check('all-cidrs', (text) => parseWithFile(text, form));
  const failFast = check('fail-fast', parseBoolean);
  const wait = check('wait', parseBoolean);
  return () => ({
    ...common.build(),
    action: 'associations',
    source: source(),
    specialUse,
    expectedPlan: unwrap(approved)?.digest,
    approvedChanges: unwrap(approved)?.changes,
    allowRemove: unwrap(allowRemove),
    unmanaged: unwrap(unmanaged),
    allCidrs: unwrap(allCidrs),
    onFailure: unwrap(failFast) ? 'stop' : 'continue',
    until: unwrap(wait) ? 'end-state' : 'accepted',
    verify: { policy: 'off', timeoutSeconds: 0 },
  });
});

/** What the inputs that all actions have depend on. */
interface Form {
  readonly form: Source['form'];
  /** Empty with a file. */
  readonly region: string;
  readonly env: Environment;
}

/** The inputs that all actions have. */
export function checkCommon(check: Check, { form, region, env }: Form) {
  const dryRun = check('dry-run', parseBoolean);
  const permissionCheck = check('permission-check', parseBoolean);
  const role = checkRole(check, env, form, region);
  const sessionPolicy = check('session-policy', parseBoolean);
  const allowedAccountIds = check('allowed-account-ids', parseAccountIds);
  const maxChanges = check('max-changes', parseMaxChanges);
  const rpki = checkRpki(check);
  const ipamRegion = check('ipam-region', parseIpamRegion);
  const concurrency = check('concurrency', parseCount(1, 64, 4));
  const waitTimeoutSeconds = check('wait-timeout-seconds', parseCount(1, 21_600, 900));
  const environment = check('environment', parseEnvironmentName);
  const comment = checkComment(check);
  const summary = check('summary', parseBoolean);
  const build = () =>
    ({
      mode: unwrap(dryRun) ? 'plan' : 'apply',
      permissionCheck: unwrap(permissionCheck) ? 'ask' : 'skip',
      role: role(),
      sessionPolicy: unwrap(sessionPolicy) ? 'attach' : 'leave out',
      allowedAccountIds: unwrap(allowedAccountIds),
      maxChanges: unwrap(maxChanges),
      rpki: rpki(),
      ipamRegion: unwrap(ipamRegion),
      concurrency: unwrap(concurrency),
      waitTimeoutSeconds: unwrap(waitTimeoutSeconds),
      environment: unwrap(environment),
      comment: comment(),
      summary: unwrap(summary),
    }) as const;
  return { build, isDryRun: dryRun.value === true };
}

/** The value of an input without a problem. */
export function unwrap<T>(parsed: Parsed<T>): T {
  if (parsed.problem !== undefined) throw new Error(parsed.problem);
  return parsed.value;
}

/** The association of the inputs, and its Region, empty if that has a problem. */
function checkPair(
  check: Check,
  env: Environment,
  specialUse: SpecialUse['specialUse'],
): { readonly source: Build<Source>; readonly region: string } {
  const asn = check('asn', (text) => parseAsn(text, { specialUse }));
  const cidr = check('cidr', (text) => parseCidr(text, { specialUse }));
  const region = check('aws-region', (text) => parseRegionInput(text, env));
  check('target', mustBeEmpty('only works with config'));
  const source = (): Source => {
    const association = { asn: unwrap(asn), cidr: unwrap(cidr), note: '', location: undefined };
    const name = unwrap(region);
    const target = { name, accountId: undefined, region: name, associations: [association] };
    return { form: 'inputs', target };
  };
  return { source, region: region.value ?? '' };
}

/** The config file. Its targets have Regions of their own, in place of the inputs in `others`. */
export function checkFile(
  check: Check,
  others: readonly string[],
  env: Environment,
  workspace: string | undefined,
): { readonly source: Build<Source>; readonly region: '' } {
  const path = check('config', (text) => parseConfigPath(text, env, workspace));
  const only = check('target', parseTargets);
  for (const name of others)
    check(name, mustBeEmpty('cannot be combined with config, which has its own'));
  const source = (): Source => ({ form: 'file', path: unwrap(path), only: unwrap(only) });
  return { source, region: '' };
}

function checkRole(
  check: Check,
  env: Environment,
  form: Source['form'],
  region: string,
): Build<Role | undefined> {
  const roles = check('role-to-assume', (text) =>
    parseRoles(text, form === 'file' ? parseRoleArn : (arn) => parsePairRole(arn, region)),
  );
  const source = check('role-chaining', (text) => parseRoleSource(text, roles.value));
  // Unknown while the roles have a problem.
  const isChained = roles.value && (roles.value.length > 1 || source.value === 'default-chain');
  const externalId = check('role-external-id', (text) => parseExternalId(text, isChained));
  const audience = check('audience', (text) => parseAudience(text, region));
  const sessionName = check('role-session-name', (text) => parseSessionName(text, env));
  const durationSeconds = check('role-duration-seconds', (text) => parseDuration(text, isChained));
  return () => {
    const arns = unwrap(roles);
    const arn = arns.at(-1);
    if (arn === undefined) return undefined;
    return {
      arn,
      via: arns.slice(0, -1),
      source: unwrap(source),
      audience: unwrap(audience),
      sessionName: unwrap(sessionName),
      durationSeconds: unwrap(durationSeconds),
      externalId: unwrap(externalId),
    };
  };
}

function checkRpki(check: Check): Build<RpkiInputs | undefined> {
  const source = check('rpki', parseRpkiSource);
  const isOff = source.problem === undefined && source.value === undefined;
  const policy = check('rpki-policy', (text) => parseRpkiPolicy(text, isOff));
  const maxAgeHours = check('rpki-max-age', parseCount(1, 8_760, 24));
  return () => {
    const from = unwrap(source);
    return from && { source: from, policy: unwrap(policy), maxAgeHours: unwrap(maxAgeHours) };
  };
}

function checkComment(check: Check): Build<CommentInputs | undefined> {
  const comment = check('comment', parseComment);
  const pullNumber = check('pr-number', parsePullNumber);
  const token = check('github-token', (text) => parseToken(text, comment.value !== undefined));
  return () => {
    const create = unwrap(comment);
    return create && { create, token: unwrap(token), pullNumber: unwrap(pullNumber) };
  };
}

/** `2 inputs are invalid: asn, cidr`; problems of proxies start with their environment variable. */
export function countInvalid(inputs: readonly string[], proxyProblems: readonly string[]): string {
  const variables = proxyProblems.map((problem) => problem.replace(/:.*/s, ''));
  return [...invalidText('input', inputs), ...invalidText('environment variable', variables)].join(
    '; ',
  );
}

function invalidText(kind: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const count = names.length === 1 ? `1 ${kind} is` : `${names.length} ${kind}s are`;
  return [`${count} invalid: ${names.join(', ')}`];
}
