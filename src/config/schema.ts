import * as v from 'valibot';
import { parseAccountId } from '../domain/account-id.ts';
import { parseAsn } from '../domain/asn.ts';
import { parseCidr } from '../domain/cidr.ts';
import { explainLookAlike } from '../domain/look-alikes.ts';
import { originChoices, parseOrigin } from '../domain/origin.ts';
import type { Parsed, SpecialUse } from '../domain/parsed.ts';
import { parseRegion } from '../domain/region.ts';
import { parseTargetName, targetNamePattern } from '../domain/target-name.ts';
import { quoted } from './entry.ts';

/** Keys whose numbers are read as text, as written: YAML takes `1.10` for 1.1, another AS. */
export const textKeys: ReadonlySet<unknown> = new Set(['account', 'asn', 'origin']);

const longestNote = 500;
const associationExample = '{ asn: 64500, cidr: 198.51.100.0/24 }';
const routeExample = '{ cidr: 198.51.100.0/24, origin: 64500 }';
const targetExample = `{ account: "111122223333", region: us-west-2, associations: [${associationExample}] }`;
const examples: Readonly<Record<string, string>> = {
  $schema: '"byoasn.schema.json"',
  version: '1',
  targets: `[${targetExample}]`,
  name: 'edge/us-west-2',
  account: '"111122223333"',
  region: 'us-west-2',
  'ipam-region': 'us-east-1',
  associations: `[${associationExample}]`,
  routes: `[${routeExample}]`,
  asn: '64500',
  cidr: '198.51.100.0/24',
  origin: '64500',
  note: '"edge POP, ticket NET-12"',
};

const $schema = optional(v.string(mustBe('text', exampleOf('$schema'))), {
  description: 'For editors of JSON; not read.',
});

// Other tools write it in quotes.
const version = v.pipe(
  v.picklist([1, '1'], explainVersion),
  v.metadata({ description: 'The version of this format.', examples: [1] }),
);

const name = optional(
  text('name', 'text', parseTargetName, { pattern: targetNamePattern.source }),
  {
    description: 'The name in reports, unique in the file. Default: account/region.',
    examples: ['edge/us-west-2'],
  },
);

const account = text('account', '12 digits in quotes', parseAccountId, {
  pattern: '^[0-9]{12}$',
  description: 'The account that the CIDRs are in: 12 digits, in quotes.',
  examples: ['111122223333'],
});

const regionPattern = '^[a-z]{2,5}(-[a-z]+)+-[1-9][0-9]?$';

const region = text('region', 'text', parseRegion, {
  pattern: regionPattern,
  description: 'The Region of the CIDRs; for an IPAM pool, its locale.',
  examples: ['us-west-2'],
});

const ipamRegion = (description: string) =>
  optional(text('ipam-region', 'text', parseRegion, { pattern: regionPattern }), {
    description,
    examples: ['us-east-1'],
  });

/** An ASN as a number, or text that matches a pattern. */
const numberOrText = (pattern: string) => ({
  type: undefined,
  anyOf: [
    { type: 'integer', minimum: 1, maximum: 4_294_967_295 },
    { type: 'string', pattern },
  ],
});

const asn = (policy: SpecialUse) =>
  text('asn', 'a number', (digits) => parseAsn(digits, policy), {
    ...numberOrText('^([Aa][Ss])?[1-9][0-9]{0,9}$'),
    description: 'The ASN that you brought to IPAM, in asplain digits (RFC 5396).',
    examples: [64500],
  });

const origin = (policy: SpecialUse) =>
  text('origin', originChoices, (words) => parseOrigin(words, policy), {
    ...numberOrText('^(AWS|none|([Aa][Ss])?[1-9][0-9]{0,9})$'),
    description: 'The origin that the CIDR is to have: your ASN, AWS, or none to withdraw it.',
    examples: [64500, 'AWS', 'none'],
  });

const cidr = (policy: SpecialUse) =>
  text('cidr', 'text', (prefix) => parseCidr(prefix, policy), {
    pattern: String.raw`^[0-9A-Fa-f:.]+\/[0-9]{1,3}$`,
    description:
      'The CIDR that you brought to EC2, without host bits: IPv4 up to /24, IPv6 up to /48.',
    examples: ['198.51.100.0/24', '2001:db8:1000::/48'],
  });

const note = optional(text('note', 'text', parseNote, { maxLength: longestNote }), {
  description: 'For people: reports show it, and it decides nothing.',
  examples: ['edge POP, ticket NET-12'],
});

const remove = v.pipe(
  v.literal(
    true,
    ({ input }) =>
      `is ${kindOf(input)}, and can only be true; to keep the association, leave remove out`,
  ),
  v.metadata({ description: 'Removes the association, with the input allow-remove.' }),
);

/** The schema of the file, with the values that the domain's parsers return. */
export const makeConfigSchema = (policy: SpecialUse) => {
  const association = mapping(
    'asn and cidr',
    `- ${associationExample}`,
    { asn: asn(policy), cidr: cidr(policy), note, remove: v.exactOptional(remove) },
    { description: 'An association of one CIDR with one ASN.' },
  );
  const associations = list(
    'association',
    association,
    'The associations; optional with routes. A CIDR may have several ASNs.',
  );
  const route = mapping(
    'cidr and origin',
    `- ${routeExample}`,
    { cidr: cidr(policy), origin: origin(policy), note },
    { description: 'The origin of one CIDR.' },
  );
  const routes = list('route', route, 'Origins of CIDRs, for the action for routes.');
  const target = v.pipe(
    mapping(
      'account, region and associations',
      `- ${targetExample}`,
      {
        name,
        account,
        region,
        'ipam-region': ipamRegion('The same, for this target.'),
        associations: v.exactOptional(associations),
        routes: v.exactOptional(routes),
      },
      { description: 'One account and Region, which no other target has.' },
    ),
    v.rawCheck(({ dataset: { value: input }, addIssue }) => {
      if (!isMapping(input) || 'associations' in input || 'routes' in input) return;
      const message = `is missing, and so is routes; one of them is needed. Example: ${exampleOf('associations')}`;
      addIssue({ message, path: [pathItem(input, 'associations')] });
    }),
    v.metadata({
      anyOf: [requiring('associations', 'routes'), requiring('routes', 'associations')],
    }),
  );
  const targets = list('target', target, 'What is desired, by account and Region.');
  const common = ipamRegion(
    'Home Region of the IPAM: an ASN that is not provisioned there is refused. A target may have its own.',
  );
  return mapping(
    'version and targets',
    exampleOf('version'),
    { $schema, version, 'ipam-region': common, targets },
    {
      title: 'Associations of BYOIP CIDRs with ASNs',
      description: 'What associate-ipam-byoasn associates, by account and Region.',
    },
  );
};

/** The targets of a file with their valid parts; invalid parts are undefined. */
export function readValidParts(data: unknown, policy: SpecialUse) {
  const association = v.object({
    asn: asn(policy),
    cidr: cidr(policy),
    remove: v.fallback(v.optional(remove), undefined),
  });
  const route = v.object({ cidr: cidr(policy), origin: origin(policy) });
  const target = v.object({
    name: v.fallback(name, undefined),
    account: v.fallback(v.optional(account), undefined),
    region: v.fallback(v.optional(region), undefined),
    associations: v.fallback(v.array(v.fallback(v.optional(association), undefined)), []),
    routes: v.fallback(v.array(v.fallback(v.optional(route), undefined)), []),
  });
  const targets = v.array(v.fallback(target, { associations: [], routes: [] }));
  return v.parse(v.fallback(v.object({ targets }), { targets: [] }), data).targets;
}

/** Keywords of JSON Schema, beyond the type of a value. */
type Metadata = Readonly<Record<string, unknown>>;

/** Requires a key in the absence of another; strict validators want it among the properties. */
function requiring(key: string, other: string): Metadata {
  return { properties: { [key]: { description: `Needed without ${other}.` } }, required: [key] };
}

/** Text for a parser of the domain; `metadata` describes the parser's checks in JSON Schema. */
function text<T>(
  key: string,
  must: string,
  parse: (text: string) => Parsed<T>,
  metadata: Metadata,
) {
  return v.pipe(
    v.string(mustBe(must, exampleOf(key))),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const parsed = parse(dataset.value);
      if (parsed.problem === undefined) return parsed.value;
      const seen = dataset.value === '' ? '' : `${quoted(dataset.value)} `;
      addIssue({ message: `${seen}${parsed.problem}. Example: ${key}: ${parsed.example}` });
      return NEVER;
    }),
    v.metadata(metadata),
  );
}

/** An optional key; other tools write null for a key without a value. */
function optional<T extends v.GenericSchema>(schema: T, metadata: Metadata) {
  return v.optional(v.pipe(v.nullable(schema), v.metadata(metadata)));
}

/** A mapping; valibot itself would accept a list, with its indexes as keys. */
function mapping<const T extends v.ObjectEntries>(
  keys: string,
  example: string,
  entries: T,
  metadata: Metadata,
) {
  const known = v.never(`known are ${Object.keys(entries).join(', ')}`);
  return v.pipe(
    v.custom<Record<string, unknown>>(isMapping, mustBe(`a mapping with ${keys}`, example)),
    v.objectWithRest(entries, known, explainMissing),
    v.metadata(metadata),
  );
}

function list<T extends v.GenericSchema>(
  noun: 'association' | 'route' | 'target',
  item: T,
  description: string,
) {
  const example = exampleOf(`${noun}s`);
  return v.pipe(
    v.array(item, mustBe(`a list of ${noun}s`, example)),
    v.minLength(1, `is empty; at least one ${noun} is needed. Example: ${example}`),
    v.metadata({ description }),
  );
}

function parseNote(text: string): Parsed<string> {
  const { length } = Array.from(text);
  if (length <= longestNote) return { value: text };
  const problem = `has ${length} characters; ${longestNote} are allowed`;
  return { problem, example: '"edge POP, ticket NET-12"' };
}

function mustBe(must: string, example: string) {
  return ({ input }: v.BaseIssue<unknown>) =>
    `is ${kindOf(input)}, and must be ${must}. Example: ${example}`;
}

function explainMissing({ path }: v.BaseIssue<unknown>): string {
  return `is missing. Example: ${exampleOf(String(path?.at(-1)?.key))}`;
}

/** Where valibot reports a key that a mapping lacks. */
function pathItem(input: Record<string, unknown>, key: string): v.IssuePathItem {
  return { type: 'object', origin: 'key', input, key, value: undefined };
}

function explainVersion(issue: v.BaseIssue<unknown>): string {
  const { input } = issue;
  const example = exampleOf('version');
  if (typeof input === 'object') return mustBe('the number 1', example)(issue);
  const problem = explainLookAlike(String(input)) ?? 'is not a known version; use 1';
  return `${quoted(String(input))} ${problem}. Example: ${example}`;
}

function exampleOf(key: string): string {
  return `${key}: ${examples[key]}`;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'a number' : String(value);
}
