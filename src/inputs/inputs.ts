import { type ApprovedChange, parseApproved } from '../domain/approved-plan.ts';
import type { ApprovedRoute } from '../domain/approved-routes.ts';
import { parseAsn } from '../domain/asn.ts';
import { parseCidr } from '../domain/cidr.ts';
import type { Parsed, SpecialUse } from '../domain/parsed.ts';
import { parseRegion } from '../domain/region.ts';
import type { Role } from '../domain/role.ts';
import type { Target } from '../domain/target.ts';
import { Failure } from '../failure.ts';
import type { Environment } from '../lib/environment.ts';
import {
  booleanAs,
  booleanWithFile,
  type CommentCreation,
  combine,
  countOr,
  type Fields,
  mapParsed,
  mustBeEmpty,
  optional,
  parseAccountIds,
  parseBoolean,
  parseComment,
  parseConfigPath,
  parseCount,
  parseEnvironmentName,
  parseExpectedPlan,
  parsePullNumber,
  parseRegionInput,
  parseRpkiPolicy,
  parseRpkiSource,
  parseTargets,
  parseToken,
  parseUnmanaged,
  quote,
  type Reading,
  type RpkiPolicy,
  type RpkiSource,
  type VerifyPolicy,
} from './parsers.ts';
import { readProxies } from './proxies.ts';
import { checkRole } from './role-inputs.ts';

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

/** Where to read RPKI data, and how to use it. */
export interface RpkiInputs {
  readonly source: RpkiSource;
  readonly policy: RpkiPolicy;
  /** The maximum age of the data in hours, for sources that state it. */
  readonly maxAgeHours: number;
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
  /** The IPAM's home Region, for targets that do not set it; undefined for the Region of the CIDRs. */
  readonly ipamRegion: string | undefined;
  /** How to treat associations in AWS that are not in the file. */
  readonly unmanaged: 'report' | 'warn' | 'fail';
  /** Whether CIDRs that are not in the file count as unmanaged too. */
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
  /** The same for an approved plan of routes. */
  readonly approvedRoutes?: readonly ApprovedRoute[] | undefined;
  /** The maximum number of changes; undefined for no limit. */
  readonly maxChanges: number | undefined;
  /** Whether the plan may remove associations that the file marks with `remove: true`. */
  readonly allowRemove: boolean;
  /** Undefined if RPKI is not read. */
  readonly rpki: RpkiInputs | undefined;
  /** Whether a failure stops the associations that have not started. */
  readonly onFailure: 'stop' | 'continue';
  /** Targets at the same time. */
  readonly concurrency: number;
  /** What the run waits for. */
  readonly until: 'end-state' | 'accepted';
  readonly waitTimeoutSeconds: number;
  /** How to check that route collectors show a changed origin. */
  readonly verify: { readonly policy: VerifyPolicy; readonly timeoutSeconds: number };
  /** Whether to write the job summary. */
  readonly summary: boolean;
  /** The environment whose reviewers approve the apply; undefined if the workflow does not name it. */
  readonly environment: string | undefined;
  /** Undefined for no comment. */
  readonly comment: CommentInputs | undefined;
}

/** Whether a run is a dry run that does not ask EC2 for permission, so its role may be read-only. */
export function onlyReads({ mode, permissionCheck }: Inputs): boolean {
  return mode === 'plan' && permissionCheck === 'skip';
}

/** Whether a run can only withdraw the CIDR of its inputs, so its role need not do more. */
export function withdrawsOnly({ source, mode }: Inputs): boolean {
  if (mode === 'plan' || source.form === 'file') return false;
  const routes = source.target.routes ?? [];
  return routes.length > 0 && routes.every(({ origin }) => origin === 'none');
}

/** The text of an input by its name in action.yml, empty when it is not given. */
export type ReadInput = (name: string) => string;

/**
 * A reader of the inputs of an action. It throws a Failure (`invalid-input`) with all problems, each with
 * its input, what was seen and a right example.
 */
export function createReader<T extends object>(checkInputs: (reading: Reading) => Fields<T>) {
  return (read: ReadInput, env: Environment, workspace?: string): T => {
    const lines: string[] = [];
    const invalid: string[] = [];
    const check: Reading['check'] = (name, parse) => {
      const text = read(name);
      const parsed = parse(text);
      if (parsed.problem !== undefined) {
        const seen = text === '' ? '' : ` ${quote(text)}`;
        lines.push(`${name}:${seen} ${parsed.problem}. Example: ${name}: ${parsed.example}`);
        invalid.push(name);
      }
      return parsed;
    };

    const form = read('config') === '' ? 'inputs' : 'file';
    const { value } = combine(checkInputs({ check, form, env, workspace }));
    const proxyProblems = readProxies(env).problems;
    if (value && invalid.length === 0 && proxyProblems.length === 0) return value;
    const message = countInvalid(invalid, proxyProblems);
    throw new Failure('invalid-input', message, { lines: [...lines, ...proxyProblems] });
  };
}

/** Reads the inputs of the action for associations. */
export const readInputs = createReader<Inputs>((reading) => {
  const { check, form } = reading;
  const specialUse = check('allow-special-use', booleanAs('accept', 'refuse'));
  const { source, region } =
    form === 'inputs'
      ? checkAssociation(reading, specialUse.value)
      : checkFile(reading, ['asn', 'cidr', 'aws-region']);
  const approved = check('expected-plan', (text) => parseExpectedPlan(text, parseApproved));
  return {
    ...checkCommon(reading, region),
    action: { value: 'associations' },
    source,
    specialUse,
    expectedPlan: mapParsed(approved, (plan) => plan?.digest),
    approvedChanges: mapParsed(approved, (plan) => plan?.changes),
    allowRemove: check('allow-remove', booleanWithFile(form)),
    unmanaged: check('unmanaged', parseUnmanaged),
    allCidrs: check('all-cidrs', booleanWithFile(form)),
    onFailure: check('fail-fast', booleanAs('stop', 'continue')),
    until: check('wait', booleanAs('end-state', 'accepted')),
    verify: { value: { policy: 'off', timeoutSeconds: 0 } },
  };
});

/** The inputs that all actions have. `region` is empty with a file, or if the Region has a problem. */
export function checkCommon(reading: Reading, region: string) {
  const { check } = reading;
  return {
    mode: check('dry-run', booleanAs('plan', 'apply')),
    permissionCheck: check('permission-check', booleanAs('ask', 'skip')),
    role: checkRole(reading, region),
    sessionPolicy: check('session-policy', booleanAs('attach', 'leave out')),
    allowedAccountIds: check('allowed-account-ids', parseAccountIds),
    maxChanges: check('max-changes', optional(parseCount(0, 999_999, 10))),
    rpki: checkRpki(reading),
    ipamRegion: check('ipam-region', optional(parseRegion)),
    concurrency: check('concurrency', countOr(4, 1, 64)),
    waitTimeoutSeconds: check('wait-timeout-seconds', countOr(900, 1, 21_600)),
    environment: check('environment', optional(parseEnvironmentName)),
    comment: checkComment(reading),
    summary: check('summary', parseBoolean),
  };
}

type Entries = Pick<Target, 'associations' | 'routes'>;

function checkAssociation(reading: Reading, specialUse: SpecialUse['specialUse'] = 'refuse') {
  const asn = reading.check('asn', (text) => parseAsn(text, { specialUse }));
  const cidr = reading.check('cidr', (text) => parseCidr(text, { specialUse }));
  const association = mapParsed(combine({ asn, cidr }), (pair) => ({
    associations: [{ ...pair, note: '', location: undefined }],
  }));
  return checkEntry(reading, association);
}

/** The target of the entry of the inputs, and its Region. */
export function checkEntry({ check, env }: Reading, entries: Parsed<Entries>) {
  const region = check('aws-region', (text) => parseRegionInput(text, env));
  check('target', mustBeEmpty('only works with config'));
  const source = mapParsed(combine({ region, entries }), ({ region, entries }): Source => {
    const target = { name: region, accountId: undefined, region, ...entries };
    return { form: 'inputs', target };
  });
  return { source, region: region.value ?? '' };
}

/** The config file. Its targets have Regions of their own, in place of the inputs in `others`. */
export function checkFile({ check, env, workspace }: Reading, others: readonly string[]) {
  const path = check('config', (text) => parseConfigPath(text, env, workspace));
  const only = check('target', parseTargets);
  const cannotCombine = mustBeEmpty('cannot be combined with config, which has its own');
  for (const name of others) check(name, cannotCombine);
  const source = mapParsed(combine({ path, only }), (file): Source => ({ form: 'file', ...file }));
  return { source, region: '' };
}

function checkRpki({ check }: Reading): Parsed<RpkiInputs | undefined> {
  const source = check('rpki', parseRpkiSource);
  const isOff = source.problem === undefined && source.value === undefined;
  const policy = check('rpki-policy', (text) => parseRpkiPolicy(text, isOff));
  const maxAgeHours = check('rpki-max-age', countOr(24, 1, 8_760));
  const rpki = combine({ source, policy, maxAgeHours });
  return mapParsed(rpki, ({ source, ...rest }) => source && { source, ...rest });
}

function checkComment({ check }: Reading): Parsed<CommentInputs | undefined> {
  const create = check('comment', parseComment);
  const pullNumber = check('pr-number', optional(parsePullNumber));
  const token = check('github-token', (text) => parseToken(text, create.value !== undefined));
  const comment = combine({ create, token, pullNumber });
  return mapParsed(comment, ({ create, ...rest }) => create && { create, ...rest });
}

/** `2 inputs are invalid: asn, cidr`; problems of proxies start with their environment variable. */
function countInvalid(inputs: readonly string[], proxyProblems: readonly string[]): string {
  const variables = proxyProblems.map((problem) => problem.replace(/:.*/s, ''));
  const kinds = { input: inputs, 'environment variable': variables };
  const texts = Object.entries(kinds).flatMap(([kind, names]) => {
    const count = names.length === 1 ? `1 ${kind} is` : `${names.length} ${kind}s are`;
    return names.length === 0 ? [] : `${count} invalid: ${names.join(', ')}`;
  });
  return texts.join('; ');
}
