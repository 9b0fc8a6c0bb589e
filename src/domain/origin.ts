import { type Asn, parseAsn } from './asn.ts';
import { explainLookAlike } from './look-alikes.ts';
import type { Parsed, SpecialUse } from './parsed.ts';
import { type Partition, partitionOf } from './partition.ts';

/** The origin that AWS should advertise a CIDR from: your own ASN, Amazon's ASNs (`AWS`), or none. */
export type Origin = Asn | 'AWS' | 'none';

/** The valid origins, for messages. */
export const originChoices = 'an ASN, AWS, or none to withdraw the CIDR';

/** Amazon's ASNs that originate BYOIP prefixes, by partition (EC2 API reference, ProvisionByoipCidr). */
const amazonAsns: Partial<Record<Partition, readonly string[]>> = {
  aws: ['16509', '14618'],
  'aws-us-gov': ['8987'],
  'aws-eusc': ['16509', '214101'],
};

const allAmazonAsns: ReadonlySet<string> = new Set(Object.values(amazonAsns).flat());

/**
 * The ASNs from which Amazon advertises the CIDRs of a Region, and which their ROAs must authorize.
 * Empty for a partition that documents none.
 */
export function amazonOrigins(region: string): readonly string[] {
  return amazonAsns[partitionOf(region)] ?? [];
}

/**
 * Reads `64500`, `AS64500`, `AWS` or `none`. Only `none` withdraws a CIDR: an empty text, `null`, `off` or
 * `NONE` may come from a template without a value.
 */
export function parseOrigin(text: string, policy: SpecialUse): Parsed<Origin> {
  if (text === 'AWS' || text === 'none') return { value: text };
  if (/^(aws|amazon)$/i.test(text)) return { problem: 'must be written AWS', example: 'AWS' };
  if (originOf(text.replace(/^AS/i, '')) === 'AWS') {
    return { problem: "is Amazon's own ASN; write AWS", example: 'AWS' };
  }
  const problem = wordProblem(text);
  return problem === undefined ? parseAsn(text, policy) : { problem, example: '64500' };
}

function wordProblem(text: string): string | undefined {
  if (/[0-9]/.test(text)) return undefined;
  const problem = text === '' ? 'is empty' : 'is not an origin';
  return explainLookAlike(text) ?? `${problem}: write ${originChoices}`;
}

/** The origin that an observed ASN stands for: `AWS` for Amazon's, else the ASN itself. */
export function originOf(asn: string): string {
  return allAmazonAsns.has(asn) ? 'AWS' : asn;
}

/** A desired or observed origin for a table: `AS64500`, `AWS`, `none` or `unknown`. */
export function originName(origin: string): string {
  return ['AWS', 'none', 'unknown'].includes(origin) ? origin : `AS${origin}`;
}

/** The same for a sentence: `AS64500`, `AWS`, `no origin` or `an unknown origin`. */
export function originText(origin: string): string {
  if (origin === 'none') return 'no origin';
  return origin === 'unknown' ? 'an unknown origin' : originName(origin);
}

/** A desired route in prose: `198.51.100.0/24 to origin AS64500`. */
export function routeText({ cidr, origin }: { readonly cidr: string; readonly origin: string }) {
  return `${cidr} to origin ${originName(origin)}`;
}
