import { canonicalAsn } from '../../domain/asn.ts';
import { rangeOf, rangeText } from '../../domain/ip-range.ts';
import { createSubstitutes, type Kind, leftOut, type Substitute } from './substitutes.ts';

/** What is known to be the user's. Patterns find the rest. */
export interface KnownValues {
  readonly names: readonly string[];
  /** In asplain digits: one of few digits looks like any other number. */
  readonly asns: readonly string[];
}

/** Part of a text: kept, left out, or a value between texts that are kept. */
type Part =
  | 'keep'
  | 'drop'
  | {
      readonly kind: Kind;
      readonly value: string;
      readonly before: string;
      readonly after: string;
    };

/**
 * Returns a function that puts documentation values in place of accounts, ASNs, prefixes, ARNs, ids,
 * host names and names. `texts` are all that will be passed to it: no substitute is a value in them.
 * What looks like an encoded text or a path is left out.
 */
export function createAnonymizer(
  texts: readonly string[],
  { names, asns }: KnownValues,
): (text: string) => string {
  const pattern = patternOf(names);
  const known: ReadonlySet<string> = new Set(asns);
  const partsOf = (text: string) =>
    [...text.matchAll(pattern)].map(({ groups }) => readPart(groups ?? {}, known));
  const taken = texts
    .flatMap(partsOf)
    .flatMap((part) => (typeof part === 'string' ? [] : [part.value]));
  const substitute = createSubstitutes(new Set([...taken, ...asns]));
  return (text) =>
    text.replace(pattern, (...match) => {
      const [found] = match;
      return replace(found, readPart(match.at(-1), known), substitute);
    });
}

function replace(found: string, part: Part, substitute: Substitute): string {
  if (part === 'keep') return found;
  if (part === 'drop') return leftOut;
  const { kind, value, before, after } = part;
  const text = substitute(kind, value);
  // A single address was written without a length.
  const isAddress = kind === 'prefix' && !found.includes('/');
  return before + (isAddress ? text.replace(/\/.*/, '') : text) + after;
}

const word = String.raw`[\p{L}\p{N}_]`;
const label = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_\-]{0,62}[\p{L}\p{N}_])?`;
const dottedQuad = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;

/** Alternatives by their names, the first that matches counts. Bounded, because AWS's texts may be long. */
const alternatives = {
  mail: String.raw`[\w.+\-]{1,64}@${label}(?:\.${label})*`,
  arn: String.raw`arn:[\w\-]{0,20}:[^\s"'\x60,;<>()]*`,
  url: String.raw`[A-Za-z][A-Za-z0-9+.\-]{0,20}:\/\/[^\s"'<>()]+`,
  uuid: '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}',
  v6: String.raw`(?<![\p{L}\p{N}])(?:[0-9A-Fa-f]{0,4}:){2,9}(?:${dottedQuad}|[0-9A-Fa-f]{1,4})?(?:\/\d{1,3})?`,
  v4: String.raw`(?<![\d.])${dottedQuad}(?:\/\d{1,3})?(?!\.?\d)`,
  path: String.raw`(?<!${word})(?:[A-Za-z]:\\|~?\/(?=[A-Za-z_.~]))[^\s"',;()]+`,
  host: String.raw`(?:${label}\.){1,20}\p{L}(?:[\p{L}\p{N}\-]{0,61}[\p{L}\p{N}])+(?::\d{1,5})?`,
  encoded: String.raw`(?=[A-Za-z+\/=_\-]*\d)[A-Za-z0-9+\/=_\-]{32,}|[A-Za-z0-9+\/=_\-]{64,}`,
  date: String.raw`\b20\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?`,
  asn: String.raw`\b(?:[Aa][Ss]|AS |[Aa][Ss][Nn][\s:=#"']{0,3})\d{1,10}(?:\.\d{1,5}(?!\d))?`,
  id: String.raw`(?:[A-Za-z0-9]{1,32}[\-_]){0,6}(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{8,}(?:[\-_][A-Za-z0-9]{1,32}){0,6}`,
  dotted: String.raw`(?<![\w.])\d{1,5}\.\d{1,5}(?![\w.]*\d)`,
  digits: String.raw`\d{4,}`,
  number: String.raw`(?<![\w.:\/\-])\d{1,3}(?![\w:\/\-]|\.\d)`,
} as const;

/** Names come first, the longest of all. */
function patternOf(names: readonly string[]): RegExp {
  const longestFirst = [...new Set(names)]
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const edge = String.raw`[\p{L}\p{N}_\-]`;
  const named = `(?<!${edge})(?:${longestFirst.join('|')})(?!${edge})`;
  const groups = Object.entries({
    ...(longestFirst.length === 0 ? {} : { name: named }),
    ...alternatives,
  });
  return new RegExp(groups.map(([name, source]) => `(?<${name}>${source})`).join('|'), 'gu');
}

type Groups = Partial<Readonly<Record<keyof typeof alternatives | 'name', string>>>;

function readPart(groups: Groups, known: ReadonlySet<string>): Part {
  const { name, mail, arn, url, uuid, v6, v4, host, date, asn, id, dotted, digits, number } =
    groups;
  if (date !== undefined) return 'keep';
  if (name !== undefined) return partOf('name', name);
  if (mail !== undefined) return partOf('mail', mail);
  if (arn !== undefined) return readArn(arn);
  if (url !== undefined) return readUrl(url);
  if (uuid !== undefined) return partOf('id', uuid.toLowerCase());
  if (v6 !== undefined) return readV6(v6);
  if (v4 !== undefined) return readPrefix(v4, '');
  if (host !== undefined) return readHost(host);
  if (asn !== undefined) return readAsn(asn);
  if (id !== undefined) return readId(id);
  if (dotted !== undefined) return readDotted(dotted, known);
  if (digits !== undefined) return readDigits(digits);
  if (number !== undefined) return known.has(number) ? partOf('asn', number) : 'keep';
  return 'drop';
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

/** A time of day looks alike. */
function readV6(text: string): Part {
  if (/^\d\d?:\d\d:\d\d$/.test(text)) return 'keep';
  const prefix = readPrefix(text, '');
  return prefix === 'drop' && text.endsWith(':') ? readPrefix(text.slice(0, -1), ':') : prefix;
}

function readPrefix(text: string, after: string): Part {
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
function readDotted(text: string, known: ReadonlySet<string>): Part {
  const asn = canonicalAsn(text);
  if (asn !== undefined && known.has(asn)) return partOf('asn', asn);
  return /\d{4}/.test(text) ? 'drop' : 'keep';
}

function readDigits(text: string): Part {
  if (text.length === 12) return partOf('account', text);
  const asn = canonicalAsn(text);
  return asn === undefined ? 'drop' : partOf('asn', asn);
}
