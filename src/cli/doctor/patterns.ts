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

/** The first that matches counts. All are bounded, because AWS's texts may be long. */
const patterns: Readonly<Record<string, Pattern>> = {
  mail: {
    source: String.raw`[\w.+\-]{1,64}@${label}(?:\.${label})*`,
    read: (text) => partOf('mail', text),
  },
  arn: {
    source: String.raw`arn:[\w\-]{0,20}:[^\s"'\x60,;<>()]*`,
    read: readArn,
  },
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
    source: String.raw`(?<![\d.])${dottedQuad}(?:\/\d{1,3})?(?!\.?\d)`,
    read: (text) => readPrefix(text),
  },
  path: {
    source: String.raw`(?<!${letter})(?:[A-Za-z]:\\|~?\/(?=[A-Za-z_.~]))[^\s"',;()]+`,
    read: () => 'drop',
  },
  host: {
    source: String.raw`(?:${label}\.){1,20}\p{L}(?:[\p{L}\p{N}\-]{0,61}[\p{L}\p{N}])+(?::\d{1,5})?`,
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
    source: String.raw`\b(?:[Aa][Ss]|AS |[Aa][Ss][Nn][\s:=#"']{0,3})\d{1,10}(?:\.\d{1,5}(?!\d))?`,
    read: readAsn,
  },
  id: {
    source: String.raw`(?:[A-Za-z0-9]{1,32}[\-_]){0,6}(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{8,}(?:[\-_][A-Za-z0-9]{1,32}){0,6}`,
    read: readId,
  },
  dotted: {
    source: String.raw`(?<![\w.])\d{1,5}\.\d{1,5}(?![\w.]*\d)`,
    read: readDotted,
  },
  digits: { source: String.raw`\d{4,}`, read: readDigits },
  number: {
    source: String.raw`(?<![\w.:\/\-])\d{1,3}(?![\w:\/\-]|\.\d)`,
    read: (text, asns) => (asns.has(text) ? partOf('asn', text) : 'keep'),
  },
};

/** Finds every part that may have to go; names come first, the longest of all. */
export function patternOf(names: readonly string[]): RegExp {
  const longestFirst = [...new Set(names)]
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const edge = String.raw`[\p{L}\p{N}_\-]`;
  // Without names, one that matches nothing.
  const anyName = longestFirst.length === 0 ? '(?!)' : longestFirst.join('|');
  const sources = [
    `(?<name>(?<!${edge})(?:${anyName})(?!${edge}))`,
    ...Object.entries(patterns).map(([name, { source }]) => `(?<${name}>${source})`),
  ];
  return new RegExp(sources.join('|'), 'gu');
}

/** What a match of the pattern is. */
export function readPart({ groups = {} }: RegExpMatchArray, asns: ReadonlySet<string>): Part {
  const [name = '', text = ''] = Object.entries(groups).find(([, found]) => found) ?? [];
  return patterns[name]?.read(text, asns) ?? partOf('name', text);
}

function partOf(kind: Kind, value: string, before = '', after = ''): Part {
  return { kind, value, before, after };
}

function readArn(arn: string): Part {
  const [start = '', partition = '', service = ''] = arn.split(':');
  return partOf('arn', arn, `${[start, partition, service].join(':')}::`);
}

/** Hosts that everybody has. */
const publicHosts =
  /^((ec2|sts)(\.[a-z]{2}(-[a-z]+)+-\d)?\.(amazonaws\.com(\.cn)?|api\.aws)|(api\.)?github\.com|stat\.ripe\.net|token\.actions\.githubusercontent\.com)$/;

function readUrl(text: string): Part {
  const url = URL.parse(text);
  if (!url?.host) return 'drop';
  const { protocol, host, hostname, pathname, search, hash } = url;
  const isBare = /^\/?$/.test(pathname + search + hash);
  return isBare && publicHosts.test(host) ? 'keep' : partOf('host', hostname, `${protocol}//`);
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

/** `ipam-pool-` says what the id is of. */
function readId(text: string): Part {
  const [before = ''] = /^(?:[a-z]+-)*/.exec(text) ?? [];
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
