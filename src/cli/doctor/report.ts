import { canonicalAsn } from '../../domain/asn.ts';
import { canonicalCidr } from '../../domain/cidr.ts';
import { Failure } from '../../failure.ts';
import type { Observed } from '../../observe/observed.ts';
import { createAnonymizer } from './anonymize.ts';
import { asnLists } from './check-target.ts';
import type { Finding, Section } from './finding.ts';
import type { TargetReading } from './read-target.ts';
import type { RunResult } from './run-result.ts';

/** What a report is made of. */
interface ReportSource {
  readonly sections: readonly Section[];
  readonly readings: readonly TargetReading[];
  readonly results: readonly RunResult[];
  /** Names of the user that nothing in the report shows as such. */
  readonly names: readonly string[];
}

/** Text, or what JSON makes of texts. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * A report for a public issue, in JSON: the findings, what AWS lists, and what it answered in runs.
 * Values of the user are replaced; states and codes stay, because a real account shows here what AWS's
 * pages leave open.
 */
export function formatReport({ sections, readings, results, names }: ReportSource): string {
  const report: Json = {
    report: 1,
    node: process.versions.node,
    platform: process.platform,
    findings: sections.flatMap(({ findings }) => findings.map(findingFields)),
    targets: readings.map(targetFields),
    runs: results.map(resultFields),
  };
  const { asns, unreadable, values } = fieldsOf(readings, results);
  const known = { names: [...names, ...unreadable], asns, values };
  const anonymize = createAnonymizer(textsIn(report), known);
  return `${JSON.stringify(mapTexts(report, anonymize), null, 2)}\n`;
}

/** The problems of inputs and files quote what the user wrote, so they stay out. */
function findingFields({ status, subject, found, failure }: Finding): Json {
  return {
    status,
    subject,
    found: failure?.reason === 'invalid-input' ? 'invalid' : found,
    ...(failure ? { reason: failure.reason, code: failure.code ?? '' } : {}),
  };
}

function targetFields(reading: TargetReading): Json {
  const { target, accountId = '', read } = reading;
  const head = { account: accountId, region: target.region };
  if (read instanceof Failure) return { ...head, unread: read.reason };
  const { observed, pairs } = read;
  return {
    ...head,
    ipam_region: observed.ipamRegion ?? '',
    advertised_is_an_association_state: hasAdvertisedState(observed.cidrs),
    asns: asnLists(reading, read).map(({ region, asns }) => ({ region, ...asnFields(asns) })),
    cidrs: observed.cidrs.map(({ associations: listed, ...cidr }) => ({
      ...cidr,
      associations: listed.map((association) => ({ ...association })),
    })),
    pairs: pairs.map(({ association, before, step, why }) => ({
      asn: association.asn,
      cidr: association.cidr,
      state: before,
      step: step ?? '',
      why,
    })),
  };
}

/** Null where no association is listed that would have the state, if there is one. */
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

function asnFields(asns: Observed['asns']): Readonly<Record<string, Json>> {
  return 'unread' in asns
    ? { unread: asns.unread }
    : { listed: asns.map((listed) => ({ ...listed })) };
}

function resultFields({ error, pairs, ...result }: RunResult): Json {
  return {
    ...result,
    error: error?.message ?? '',
    pairs: pairs.map(({ error: failed, ...pair }) => ({
      ...pair,
      error: failed ? { ...failed } : '',
    })),
  };
}

/** The values of fields that hold one, its ASNs, and texts there that are neither an ASN nor a CIDR. */
function fieldsOf(readings: readonly TargetReading[], results: readonly RunResult[]) {
  const facts = readings.flatMap(({ read }) => (read instanceof Failure ? [] : [read]));
  const cidrs = facts.flatMap(({ observed }) => observed.cidrs);
  const lists = facts.flatMap(({ observed, regionAsns }) => [observed.asns, regionAsns]);
  const pairs = results.flatMap((result) => result.pairs);
  const accounts = [
    ...readings.map(({ target, accountId }) => accountId ?? target.accountId ?? ''),
    ...pairs.map(({ account_id }) => account_id),
  ];
  const desired = readings.flatMap(({ target }) => target.associations);
  const asnTexts = [
    ...desired.map(({ asn }): string => asn),
    ...cidrs.flatMap(({ associations }) => associations.map(({ asn }) => asn)),
    ...lists.flatMap((asns) => ('unread' in asns ? [] : asns.map(({ asn }) => asn))),
    ...pairs.map(({ asn }) => asn),
  ];
  const cidrTexts = [
    ...desired.map(({ cidr }): string => cidr),
    ...cidrs.map(({ cidr }) => cidr),
    ...pairs.map(({ cidr }) => cidr),
  ];
  return {
    asns: asnTexts.flatMap((text) => canonicalAsn(text) ?? []),
    values: [...accounts, ...asnTexts, ...cidrTexts],
    unreadable: [
      ...asnTexts.filter((text) => canonicalAsn(text) === undefined),
      ...cidrTexts.filter((text) => canonicalCidr(text) === undefined),
    ],
  };
}

/** Fields whose words are AWS's or this project's, whatever a user has named so. */
const closedFields: ReadonlySet<string> = new Set([
  ...['status', 'reason', 'code', 'unread', 'step', 'end', 'platform', 'advertisementType'],
  ...['state', 'cidr_state', 'state_before', 'region', 'ipam_region'],
]);
const closedWord = /^[A-Za-z]+(-[a-z]+)*(-\d)?(\.[A-Z][A-Za-z]*)*$/;

function isClosed(name: string, json: Json): boolean {
  return typeof json === 'string' && closedFields.has(name) && closedWord.test(json);
}

function textsIn(json: Json): readonly string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, item]) =>
    isClosed(name, item) ? [] : textsIn(item),
  );
}

function mapTexts(json: Json, map: (text: string) => string): Json {
  if (typeof json === 'string') return map(json);
  if (typeof json !== 'object' || json === null) return json;
  if (isList(json)) return json.map((item) => mapTexts(item, map));
  return Object.fromEntries(
    Object.entries(json).map(([name, item]) => [
      name,
      isClosed(name, item) ? item : mapTexts(item, map),
    ]),
  );
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
