import { canonicalAsn } from '../../domain/asn.ts';
import { rangeOf, rangeText } from '../../domain/ip-range.ts';

/** Kinds of values that a report must not contain. A prefix keeps its family and length. */
export type Kind = 'account' | 'asn' | 'name' | 'prefix' | 'text';

/** Returns the text to print in place of a value in canonical text. */
export type Substitute = (kind: Kind, value: string) => string;

/** Stands for a text without a substitute. */
export const leftOut = '(left out)';

/** How a part of a text looks, and what replaces it; `asns` are known ASNs, of any number of digits. */
interface Pattern {
  readonly source: string;
  readonly replace: (text: string, substitute: Substitute, asns: ReadonlySet<string>) => string;
}

const keep: Pattern['replace'] = (text) => text;
const drop: Pattern['replace'] = () => leftOut;

const letter = String.raw`[\p{L}\p{N}_]`;
const label = String.raw`${letter}(?:[\p{L}\p{N}_\-]{0,62}${letter})?`;
const dottedQuad = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;

/** AWS's prefixes name the type of a resource; any other prefix of an ID is the user's. */
const idPrefix =
  '(?:ipam-(?:pool-|scope-|res-disco-)?|ipv[46]pool-ec2-|eipalloc-|eni-|i-|subnet-|vpce?-)';
const pathStart = String.raw`(?:[A-Za-z]:\\|\\\\|~?\/(?=[A-Za-z_.~]))`;
const ofPath = String.raw`[^\s"',;()]`;

/** Identifiers of the user's resources, principals and hosts. */
const identifiers = [
  // An ID of IAM (User Guide, "IAM identifiers"), and the name of its session.
  String.raw`\b(?:A[BCGIKNPRS][A-Z]A|APKA)[A-Z0-9]{12,128}(?::[\w+=,.@\-]{1,64})?`,
  // The subject of an ID token.
  String.raw`\brepo:[^\s:"',;()]{1,300}(?::[^\s"',;()]{1,300})?`,
  // A mail address.
  String.raw`[\p{L}\p{N}_.+\-]{1,64}@${label}(?:\.${label})*`,
  // An ARN, also as in a URL.
  String.raw`arn:[\w\-]{0,20}:(?:[^\s"'\x60,;<>()]|,(?=[\w+=.@\/\-]))*`,
  String.raw`arn%3[Aa][\w%+=,.@\-]*`,
  // A URL.
  String.raw`[A-Za-z][A-Za-z0-9+.\-]{0,20}:\/\/[^\s"'<>()]+`,
  // A UUID.
  '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}',
];

/** The start of an identifier that is not the user's. */
const publicStart = new RegExp(
  String.raw`^(?:arn:aws[a-z\-]{0,20}:[a-z][a-z0-9\-]{0,30}:|repo:|[A-Za-z][A-Za-z0-9+.\-]{0,20}:\/\/|${idPrefix})`,
);
const publicHosts =
  /^(?:https?:\/\/)?((ec2|sts)(\.[a-z]{2}(-[a-z]+)+-\d)?\.(amazonaws\.com(\.cn)?|api\.aws)|(api\.)?github\.com|stat\.ripe\.net|token\.actions\.githubusercontent\.com)(:\d{1,5})?\/?$/i;

/** The first pattern that matches counts. All are bounded, because AWS's texts may be long. */
const patterns: Readonly<Record<string, Pattern>> = {
  identifier: { source: identifiers.join('|'), replace: replaceText },
  v6: {
    source: String.raw`(?<![\p{L}\p{N}])(?:[0-9A-Fa-f]{0,4}:){2,9}(?:${dottedQuad}|[0-9A-Fa-f]{1,4})?(?:\/\d{1,3})?`,
    replace: replaceV6,
  },
  /** With hyphens, as in host names of EC2. */
  v4: {
    source: String.raw`(?<!\d|\d\.)${dottedQuad}(?:\.\d{1,3}){0,20}(?:\/\d{1,3})?(?!\.?\d)|(?<!\d|\d-)\d{1,3}(?:-\d{1,3}){3}(?!-?\d)`,
    replace: (text, substitute) => replacePrefix(text.replaceAll('-', '.'), substitute),
  },
  /** `198.51.100.*` and `198.51.100/24`. */
  shortV4: {
    source: String.raw`(?<!\d|\d\.)\d{1,3}(?:\.\d{1,3}){1,2}(?:(?:\.[*xX]){1,3}|\/\d{1,2}(?!\d))`,
    replace: drop,
  },
  /** The values of tags and filters may be any words. */
  assigned: {
    source: String.raw`(?<==)(?: ?"[^"\n]{0,300}"| ?'[^'\n]{0,300}'|[^,;"'\n(){}[\]]{1,300})`,
    replace: drop,
  },
  /** Up to the closing quote, or across spaces while another separator follows. */
  path: {
    source: String.raw`(?<!${letter})${pathStart}(?:(?<=["'].{1,3})[^"'\n]{1,300}(?=["'])|${ofPath}+(?: (?:\p{Lu}[\p{L}.\-]* ){0,2}[^\s"',;()\/\\]*[\/\\]${ofPath}*)*)`,
    replace: drop,
  },
  host: {
    source: String.raw`(?:${label}\.){1,40}\p{L}(?:[\p{L}\p{N}\-]{0,61}[\p{L}\p{N}])+(?::\d{1,5})?`,
    replace: replaceText,
  },
  /** EC2's encoded authorization messages, digests, tokens. */
  encoded: {
    source: String.raw`(?=[A-Za-z+\/=_\-]*\d)[A-Za-z0-9+\/=_\-]{32,}|[A-Za-z0-9+\/=_\-]{64,}`,
    replace: drop,
  },
  date: {
    source: String.raw`\b20\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z?)?`,
    replace: keep,
  },
  asn: {
    source: String.raw`(?<![\p{L}\p{N}])(?:AS |[Aa][Ss][:=#\/_\-]{0,2}|[Aa][Ss][Nn][\s\p{Cf}:=#"'\/_\-]{0,3})\d{1,10}(?:\.\d{1,5}(?!\d))?`,
    replace: replaceAsn,
  },
  id: {
    source: String.raw`\b${idPrefix}[0-9a-f]{8,32}\b|(?:[A-Za-z0-9]{1,32}[\-_]){0,6}(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{8,}(?:[\-_][A-Za-z0-9]{1,32}){0,6}`,
    replace: replaceText,
  },
  dotted: {
    source: String.raw`(?<![\w.])\d{1,5}\.\d{1,5}(?![\w.]*\d)`,
    replace: replaceDotted,
  },
  number: {
    source: String.raw`\d{4,}|(?<![\w.:\/\-])\d{1,3}(?![\w\/\-]|[.:]\d)`,
    replace: replaceNumber,
  },
};

/**
 * Returns a function that replaces the parts of a text that may be the user's. `names` are found in any
 * case, before everything else, and the longest first; `values` are found in base64.
 */
export function createReplacer(
  names: readonly string[],
  values: readonly string[],
  asns: ReadonlySet<string>,
): (text: string, substitute: Substitute) => string {
  const all: Readonly<Record<string, Pattern>> = {
    name: {
      source: `(?<!${nameEdge})(?:${anyOf(nameSources(names))})(?!${nameEdge})`,
      replace: (text, substitute) => substitute('name', text.toLowerCase()),
    },
    base64: {
      source: `(?:${anyOf(values.flatMap(base64Sources))})[A-Za-z0-9+/=_-]*`,
      replace: drop,
    },
    ...patterns,
  };
  const sources = Object.entries(all).map(([name, { source }]) => `(?<${name}>${source})`);
  const pattern = new RegExp(sources.join('|'), 'gu');
  return (text, substitute) =>
    text.replace(pattern, (found, ...rest) => {
      const groups: Readonly<Record<string, string | undefined>> = rest.at(-1);
      const name = Object.keys(groups).find((key) => groups[key]) ?? '';
      return all[name]?.replace(found, substitute, asns) ?? found;
    });
}

const nameEdge = String.raw`[\p{L}\p{N}_\-]`;

function nameSources(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => [...name].map(inAnyCase).join(''));
}

/** A pattern of alternatives, which matches nothing without any. */
function anyOf(sources: readonly string[]): string {
  return sources.length === 0 ? '(?!)' : sources.join('|');
}

function inAnyCase(character: string): string {
  const [lower, upper] = [character.toLowerCase(), character.toUpperCase()];
  if (lower === upper) return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  return `(?:${lower}|${upper})`;
}

/** The base64 digits that only the value decides, at each of the three offsets in an encoded text. */
function base64Sources(value: string): readonly string[] {
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

function replaceText(text: string, substitute: Substitute): string {
  if (publicHosts.test(text)) return text;
  const [start = ''] = publicStart.exec(text) ?? [];
  return start + substitute('text', text.toLowerCase());
}

/** A time of day looks similar. A colon may follow an address at the end of a clause. */
function replaceV6(text: string, substitute: Substitute): string {
  if (/^\d\d?:\d\d:\d\d$/.test(text)) return text;
  const replaced = replacePrefix(text, substitute);
  return replaced === leftOut && text.endsWith(':')
    ? `${replacePrefix(text.slice(0, -1), substitute)}:`
    : replaced;
}

/** A single address stays without a length. */
function replacePrefix(text: string, substitute: Substitute): string {
  const isPrefix = text.includes('/');
  const range = rangeOf(isPrefix ? text : `${text}/${text.includes(':') ? 128 : 32}`);
  if (!range) return leftOut;
  const replaced = substitute('prefix', rangeText(range));
  return isPrefix ? replaced : replaced.replace(/\/.*/, '');
}

function replaceAsn(text: string, substitute: Substitute): string {
  const [, before = '', digits = ''] = /^(\D*)(.*)$/s.exec(text) ?? [];
  const asn = canonicalAsn(digits);
  return asn === undefined ? leftOut : before + substitute('asn', asn);
}

/** Asdot (RFC 5396), or any other decimal number. */
function replaceDotted(text: string, substitute: Substitute, asns: ReadonlySet<string>): string {
  const asn = canonicalAsn(text);
  if (asn !== undefined && asns.has(asn)) return substitute('asn', asn);
  return /\d{4}/.test(text) ? leftOut : text;
}

/** A number of fewer than four digits is an ASN only if it is known as one. */
function replaceNumber(text: string, substitute: Substitute, asns: ReadonlySet<string>): string {
  if (text.length < 4 && !asns.has(text)) return text;
  if (text.length === 12) return substitute('account', text);
  const asn = canonicalAsn(text);
  return asn === undefined ? leftOut : substitute('asn', asn);
}
