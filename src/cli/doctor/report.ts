import * as v from 'valibot';
import { canonicalAsn } from '../../domain/asn.ts';
import { canonicalCidr } from '../../domain/cidr.ts';
import type { Target } from '../../domain/target.ts';
import { defaultTargetName } from '../../domain/target-name.ts';
import { Failure } from '../../failure.ts';
import type { Environment } from '../../lib/environment.ts';
import { parseJson } from '../../lib/json.ts';
import type { Observed } from '../../observe/observed.ts';
import type { DoctorCommand } from '../arguments.ts';
import { createAnonymizer, type KnownValues } from './anonymize.ts';
import type { Finding, Section } from './finding.ts';
import type { AsnList, TargetReading } from './read-target.ts';

/** The content of a report. */
interface ReportSource {
  readonly sections: readonly Section[];
  readonly readings: readonly TargetReading[];
  readonly results: readonly RunResult[];
  /** Names of the user that no pattern finds. */
  readonly names: readonly string[];
}

/**
 * A report for a public issue, in JSON: the findings, what AWS lists, and its responses in runs. Values
 * of the user are replaced; states and codes stay, because they show what AWS's pages leave open.
 */
export function formatReport({ sections, readings, results, names }: ReportSource): string {
  const report = {
    report: 1,
    node: process.versions.node,
    platform: process.platform,
    findings: sections.flatMap(({ findings }) => findings.map(findingFields)),
    targets: readings.map(targetFields),
    runs: results.map(resultFields),
  };
  const texts: string[] = [];
  mapTexts(report, (text) => {
    texts.push(text);
    return text;
  });
  const targets = readings.map(({ target }) => target);
  const anonymize = createAnonymizer(texts, knownValuesIn([report, targets], names));
  return `${mapTexts(report, anonymize)}\n`;
}

/** The problems of inputs and files quote the user's text, so they stay out. */
function findingFields({ status, subject, found, failure }: Finding) {
  return {
    status,
    subject,
    found: failure?.reason === 'invalid-input' ? 'invalid' : found,
    ...(failure ? { reason: failure.reason, code: failure.code ?? '' } : {}),
  };
}

function targetFields({ target, accountId = '', read }: TargetReading) {
  const head = { account: accountId, region: target.region };
  if (read instanceof Failure) return { ...head, unread: read.reason };
  const { observed, asnLists, pairs } = read;
  return {
    ...head,
    ipam_region: observed.ipamRegion ?? '',
    advertised_is_an_association_state: hasAdvertisedState(observed.cidrs),
    asns: asnLists.map(asnFields),
    cidrs: observed.cidrs,
    pairs: pairs.map(({ association, before, step, why }) => ({
      asn: association.asn,
      cidr: association.cidr,
      state: before,
      step: step ?? '',
      why,
    })),
  };
}

/** Null if no listed association says so. */
function hasAdvertisedState(cidrs: Observed['cidrs']): boolean | null {
  const states = cidrs.flatMap(({ state, associations }) =>
    associations.map((association) => ({ cidr: state, association: association.state })),
  );
  if (states.some(({ association }) => association === 'advertised')) return true;
  const isLacking = states.some(
    ({ cidr, association }) => cidr === 'advertised' && association === 'associated',
  );
  return isLacking ? false : null;
}

function asnFields({ region, asns }: AsnList) {
  return 'unread' in asns ? { region, unread: asns.unread } : { region, listed: asns };
}

function resultFields({ error, pairs, ...result }: RunResult) {
  return {
    ...result,
    error: error?.message ?? '',
    pairs: pairs.map((pair) => ({ ...pair, error: pair.error ?? '' })),
  };
}

/** The fields of reports and targets that contain a value, by the kind of the value. */
const valueFields: Readonly<Record<string, 'account' | 'asn' | 'cidr'>> = {
  ...{ account: 'account', account_id: 'account', accountId: 'account' },
  ...{ asn: 'asn', cidr: 'cidr' },
};

/** The values in those fields. What is not an ASN or a CIDR there counts as a name. */
function knownValuesIn(data: unknown, names: readonly string[]): KnownValues {
  const found = { account: new Set<string>(), asn: new Set<string>(), cidr: new Set<string>() };
  mapTexts(data, (text, field) => {
    const kind = valueFields[field];
    if (kind) found[kind].add(text);
    return text;
  });
  const { account, asn, cidr } = found;
  return {
    asns: [...asn].flatMap((text) => canonicalAsn(text) ?? []),
    values: [...account, ...asn, ...cidr],
    names: [
      ...names,
      ...[...asn].filter((text) => canonicalAsn(text) === undefined),
      ...[...cidr].filter((text) => canonicalCidr(text) === undefined),
    ],
  };
}

/** Fields whose words are AWS's or this project's, even if a user has a name like them. */
const closedFields: ReadonlySet<string> = new Set([
  ...['status', 'reason', 'code', 'unread', 'step', 'end', 'platform', 'advertisementType'],
  ...['state', 'cidr_state', 'state_before', 'region', 'ipam_region'],
]);
const closedWord = /^[A-Za-z]+(-[a-z]+)*(-\d)?(\.[A-Z][A-Za-z]*)*$/;

/** JSON with its texts replaced, except for closed words. */
function mapTexts(data: unknown, map: (text: string, field: string) => string): string {
  const replace = (field: string, value: unknown) => {
    if (typeof value !== 'string') return value;
    return closedFields.has(field) && closedWord.test(value) ? value : map(value, field);
  };
  return JSON.stringify(data, replace, 2);
}

/** Names of the user that a report must not contain, and that no pattern finds. */
export function namesOf(
  { profile, inputs, environment }: DoctorCommand,
  env: Environment,
  readings: readonly TargetReading[],
): readonly string[] {
  const hosts = Object.keys(env)
    .filter((name) => /_PROXY$|^AWS_ENDPOINT_URL|^GITHUB_API_URL$/i.test(name))
    .flatMap((name) => hostsIn(env[name] ?? ''))
    .filter((host) => host !== 'api.github.com');
  return [
    ...[profile ?? env.AWS_PROFILE, env.AWS_DEFAULT_PROFILE, env.AWS_ROLE_SESSION_NAME],
    ...[environment, inputs.config, inputs.rpki],
    ...(env.GITHUB_REPOSITORY ?? '').split('/'),
    ...[...hosts, ...hostsIn(inputs.rpki ?? '')],
    ...readings
      .map(({ target }) => target)
      .filter(hasOwnName)
      .map(({ name }) => name),
  ].filter((name) => name !== undefined);
}

/** The hosts in a URL or in a list like NO_PROXY. */
function hostsIn(text: string): readonly string[] {
  return text.split(/[\s,]+/).map((entry) => {
    const authority = entry.replace(/^[\w+.-]+:\/\//, '').replace(/^.*@/, '');
    return authority.replace(/^\*?\./, '').replace(/[:/].*$/, '');
  });
}

/** Account and Region make the default name. */
function hasOwnName({ name, accountId = '', region }: Target): boolean {
  return name !== region && name !== defaultTargetName(accountId, region);
}

const text = v.optional(v.string(), '');
const pairTexts = v.entriesFromList(
  [
    ...(['account_id', 'region', 'asn', 'cidr', 'cidr_state', 'state_before', 'state'] as const),
    ...(['status_message', 'end', 'why', 'request_id'] as const),
  ],
  text,
);

/** The fields that a report includes: no names, no digests and no evidence. */
const runResult = v.object({
  schema_version: v.literal(1),
  reason: v.string(),
  dry_run: v.nullable(v.boolean()),
  state: v.string(),
  pairs: v.array(
    v.object({
      ...pairTexts,
      changed: v.optional(v.boolean(), false),
      error: v.nullish(v.object({ reason: text, message: text })),
    }),
  ),
  error: v.nullish(v.object({ message: text })),
});

/** The part of the output `result` that a report needs. */
type RunResult = v.InferOutput<typeof runResult>;

/** Reads the output `result`, or what `plan --json` prints; throws Failure `invalid-input`. */
export function parseResult(json: string, path: string): RunResult {
  const { success, output } = v.safeParse(runResult, parseJson(json));
  if (success) return output;
  throw new Failure('invalid-input', `${path} is not the result of a run`, {
    next: 'Write the output result of the action, or what plan --json prints, to the file.',
  });
}
