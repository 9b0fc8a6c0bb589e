import { canonicalAsn } from '../../domain/asn.ts';
import { rangeOf, rangeText } from '../../domain/ip-range.ts';
import type { Kind } from './substitutes.ts';

/** Part of a text: kept, left out, or a value in canonical text between texts that are kept. */
export type Part =
  | 'keep'
  | 'drop'
  | {
      readonly kind: Kind;
      readonly value: string;
      readonly before: string;
      readonly after: string;
    };

/** A kind of part: how it looks, and what it is; `asns` are those that are known. */
interface Pattern {
  readonly source: string;
  readonly read: (text: string, asns: ReadonlySet<string>) => Part;
}

const letter = String.raw`[\p{L}\p{N}_]`;
const label = String.raw`${letter}(?:[\p{L}\p{N}_\-]{0,62}${letter})?`;
const dottedQuad = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;

/** AWS's prefixes of ids say what one is of; any other text is the user's. */
const idPrefix =
  '(?:ipam-(?:pool-|scope-|res-disco-)?|ipv[46]pool-ec2-|eipalloc-|eni-|i-|subnet-|vpce?-)';
const pathStart = String.raw`(?:[A-Za-z]:\\|\\\\|~?\/(?=[A-Za-z_.~]))`;
const ofPath = String.raw`[^\s"',;()]`;

/** The first that matches counts. All are bounded, because AWS's texts may be long. */
const patterns: Readonly<Record<string, Pattern>> = {
  /** An ID of IAM (User Guide, "IAM identifiers"), and the name of its session. */
  principal: {
    source: String.raw`\b(?:A[BCGIKNPRS][A-Z]A|APKA)[A-Z0-9]{12,128}(?::[\w+=,.@\-]{1,64})?`,
    read: (text) => partOf('id', text),
  },
  /** The subject of an ID token. */
  subject: {
    source: String.raw`\brepo:[^\s:"',;()]{1,300}(?::[^\s"',;()]{1,300})?`,
    read: readSubject,
  },
  mail: {
    source: String.raw`[\p{L}\p{N}_.+\-]{1,64}@${label}(?:\.${label})*`,
    read: (text) => partOf('mail', text),
  },
  arn: {
    source: String.raw`arn:[\w\-]{0,20}:(?:[^\s"'\x60,;<>()]|,(?=[\w+=.@\/\-]))*`,
    read: readArn,
  },
  encodedArn: { source: String.raw`arn%3[Aa][\w%+=,.@\-]*`, read: () => 'drop' },
  url: {
    source: String.raw`[A-Za-z][A-Za-z0-9+.\-]{0,20}:\/\/[^\s"'<>()]+`,
    read: readUrl,
  },
  uuid: {
    source: '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}',
    read: (text) => partOf('id', text.toLowerCase()),
  },
  v6: {
    source: String.raw`(?<![\p{L}\p{N}])(?:[0-9A-Fa-f]{0,4}:){2,9}(?:${dottedQuad}|[0-9A-Fa-f]{1,4})?(?:\/\d{1,3})?`,
    read: readV6,
  },
  v4: {
    source: String.raw`(?<!\d|\d\.)${dottedQuad}(?:\.\d{1,3}){0,20}(?:\/\d{1,3})?(?!\.?\d)`,
    read: (text) => readPrefix(text),
  },
  /** As in names of hosts of EC2. */
  dashedV4: {
    source: String.raw`(?<!\d|\d-)\d{1,3}(?:-\d{1,3}){3}(?!-?\d)`,
    read: (text) => readPrefix(text.replaceAll('-', '.')),
  },
  /** `198.51.100.*` and `198.51.100/24`. */
  shortV4: {
    source: String.raw`(?<!\d|\d\.)\d{1,3}(?:\.\d{1,3}){1,2}(?:(?:\.[*xX]){1,3}|\/\d{1,2}(?!\d))`,
    read: () => 'drop',
  },
  /** Tags and filters have values in any words. */
  assigned: {
    source: String.raw`(?<==)(?: ?"[^"\n]{0,300}"| ?'[^'\n]{0,300}'|[^,;"'\n(){}[\]]{1,300})`,
    read: () => 'drop',
  },
  /** To the end of the quotes, or over spaces while another separator follows. */
  path: {
    source: String.raw`(?<!${letter})${pathStart}(?:(?<=["'].{1,3})[^"'\n]{1,300}(?=["'])|${ofPath}+(?: (?:\p{Lu}[\p{L}.\-]* ){0,2}[^\s"',;()\/\\]*[\/\\]${ofPath}*)*)`,
    read: () => 'drop',
  },
  host: {
    source: String.raw`(?:${label}\.){1,40}\p{L}(?:[\p{L}\p{N}\-]{0,61}[\p{L}\p{N}])+(?::\d{1,5})?`,
    read: readHost,
  },
  /** EC2's encoded authorization messages, digests, tokens. */
  encoded: {
    source: String.raw`(?=[A-Za-z+\/=_\-]*\d)[A-Za-z0-9+\/=_\-]{32,}|[A-Za-z0-9+\/=_\-]{64,}`,
    read: () => 'drop',
  },
  date: {
    source: String.raw`\b20\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?`,
    read: () => 'keep',
  },
  asn: {
    source: String.raw`(?<![\p{L}\p{N}])(?:AS |[Aa][Ss][:=#\/_\-]{0,2}|[Aa][Ss][Nn][\s\p{Cf}:=#"'\/_\-]{0,3})\d{1,10}(?:\.\d{1,5}(?!\d))?`,
    read: readAsn,
  },
  id: {
    source: String.raw`\b${idPrefix}[0-9a-f]{8,32}\b|(?:[A-Za-z0-9]{1,32}[\-_]){0,6}(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{8,}(?:[\-_][A-Za-z0-9]{1,32}){0,6}`,
    read: readId,
  },
  dotted: {
    source: String.raw`(?<![\w.])\d{1,5}\.\d{1,5}(?![\w.]*\d)`,
    read: readDotted,
  },
  digits: { source: String.raw`\d{4,}`, read: readDigits },
  number: {
    source: String.raw`(?<![\w.:\/\-])\d{1,3}(?![\w\/\-]|[.:]\d)`,
    read: (text, asns) => (asns.has(text) ? partOf('asn', text) : 'keep'),
  },
};

/**
 * Finds every part that may have to go; names come first, in any case, the longest of all. `values` are
 * found in base64.
 */
export function patternOf(names: readonly string[], values: readonly string[]): RegExp {
  const longestFirst = [...new Set(names)]
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => [...name].map(inAnyCase).join(''));
  const edge = String.raw`[\p{L}\p{N}_\-]`;
  const sources = [
    `(?<name>(?<!${edge})(?:${anyOf(longestFirst)})(?!${edge}))`,
    `(?<base64>(?:${anyOf(values.flatMap(base64Of))})[A-Za-z0-9+/=_-]*)`,
    ...Object.entries(patterns).map(([name, { source }]) => `(?<${name}>${source})`),
  ];
  return new RegExp(sources.join('|'), 'gu');
}

/** An alternative of each, or one that matches nothing. */
function anyOf(sources: readonly string[]): string {
  return sources.length === 0 ? '(?!)' : sources.join('|');
}

function inAnyCase(character: string): string {
  const [lower, upper] = [character.toLowerCase(), character.toUpperCase()];
  if (lower === upper) return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  return `(?:${lower}|${upper})`;
}

/** The digits of base64 that a value alone decides, wherever in an encoded text it begins. */
function base64Of(value: string): readonly string[] {
  // In fewer digits there is no value.
  if (value.length < 4) return [];
  return [0, 1, 2].map((offset) => {
    const digits = Buffer.from('\0'.repeat(offset) + value).toString('base64');
    const [first, end] = [
      Math.ceil((offset * 8) / 6),
      Math.floor(((offset + value.length) * 8) / 6),
    ];
    return digits.slice(first, end).replaceAll('+', '\\+').replaceAll('/', '\\/');
  });
}

/** What a match of the pattern is. */
export function readPart({ groups = {} }: RegExpMatchArray, asns: ReadonlySet<string>): Part {
  const [name = '', text = ''] = Object.entries(groups).find(([, found]) => found) ?? [];
  if (name === 'base64') return 'drop';
  return patterns[name]?.read(text, asns) ?? partOf('name', text.toLowerCase());
}

function partOf(kind: Kind, value: string, before = '', after = ''): Part {
  return { kind, value, before, after };
}

function readArn(arn: string): Part {
  const [start = '', partition = '', service = ''] = arn.split(':');
  return partOf('arn', arn, `${[start, partition, service].join(':')}::`);
}

/** What kind of run it is of, as `:pull_request`, is not the user's. */
function readSubject(text: string): Part {
  const [, repository = '', kind = ''] =
    /^repo:([^:]+)(:pull_request|:environment|:ref)?/.exec(text) ?? [];
  return partOf('name', repository.toLowerCase(), 'repo:', kind);
}

/** Hosts that everybody has. */
const publicHosts =
  /^((ec2|sts)(\.[a-z]{2}(-[a-z]+)+-\d)?\.(amazonaws\.com(\.cn)?|api\.aws)|(api\.)?github\.com|stat\.ripe\.net|token\.actions\.githubusercontent\.com)$/;

function readUrl(text: string): Part {
  const url = URL.parse(text);
  if (!url?.host) return 'drop';
  const { protocol, host, hostname, pathname, search, hash } = url;
  const isBare = /^\/?$/.test(pathname + search + hash);
  return isBare && publicHosts.test(host)
    ? 'keep'
    : partOf('host', hostname.toLowerCase(), `${protocol}//`);
}

function readHost(text: string): Part {
  const [host = ''] = text.toLowerCase().split(':');
  return publicHosts.test(host) ? 'keep' : partOf('host', host);
}

/** A time of day looks alike, and a colon may end what comes before a sentence. */
function readV6(text: string): Part {
  if (/^\d\d?:\d\d:\d\d$/.test(text)) return 'keep';
  const prefix = readPrefix(text);
  return prefix === 'drop' && text.endsWith(':') ? readPrefix(text.slice(0, -1), ':') : prefix;
}

function readPrefix(text: string, after = ''): Part {
  const range = rangeOf(text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`);
  return range ? partOf('prefix', rangeText(range), '', after) : 'drop';
}

function readAsn(text: string): Part {
  const [, before = '', digits = ''] = /^(\D*)(.*)$/s.exec(text) ?? [];
  const asn = canonicalAsn(digits);
  return asn === undefined ? 'drop' : partOf('asn', asn, before);
}

function readId(text: string): Part {
  const [before = ''] = new RegExp(`^${idPrefix}`).exec(text) ?? [];
  return partOf('id', text, before);
}

/** Asdot (RFC 5396), or any other decimal number. */
function readDotted(text: string, asns: ReadonlySet<string>): Part {
  const asn = canonicalAsn(text);
  if (asn !== undefined && asns.has(asn)) return partOf('asn', asn);
  return /\d{4}/.test(text) ? 'drop' : 'keep';
}

function readDigits(text: string): Part {
  if (text.length === 12) return partOf('account', text);
  const asn = canonicalAsn(text);
  return asn === undefined ? 'drop' : partOf('asn', asn);
}
