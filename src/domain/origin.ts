import { type Asn, parseAsn } from './asn.ts';
import { explainLookAlike } from './look-alikes.ts';
import type { Parsed, SpecialUse } from './parsed.ts';

/** From where AWS is to advertise a CIDR: an ASN of one's own, Amazon's ASNs, or nowhere. */
export type Origin = Asn | 'AWS' | 'none';

/** What an origin may be, for messages. */
export const originChoices = 'an ASN, AWS, or none to withdraw the CIDR';

/** Amazon's ASNs that originate BYOIP prefixes, of all partitions (EC2 API reference, ProvisionByoipCidr). */
const amazonOriginAsns: ReadonlySet<string> = new Set(['16509', '14618', '8987', '214101']);

/**
 * Reads `64500`, `AS64500`, `AWS` or `none`. Nothing else means that a CIDR is to be withdrawn: an empty
 * text, `null`, `off` or `NONE` may come from a template that had no value.
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

/** An origin as an observed ASN: `AWS` for Amazon's. */
export function originOf(asn: string): string {
  return amazonOriginAsns.has(asn) ? 'AWS' : asn;
}

/** `AS64500`, `AWS`, `none`, `unknown`, for an origin that is desired or observed. */
export function originName(origin: string): string {
  return ['AWS', 'none', 'unknown'].includes(origin) ? origin : `AS${origin}`;
}

/** The same in a sentence: `AS64500`, `AWS`, `no origin`, `an unknown origin`. */
export function originText(origin: string): string {
  if (origin === 'none') return 'no origin';
  return origin === 'unknown' ? 'an unknown origin' : originName(origin);
}

/** What is desired, which may not be so yet: `198.51.100.0/24 to origin AS64500`. */
export function routeText({ cidr, origin }: { readonly cidr: string; readonly origin: string }) {
  return `${cidr} to origin ${originName(origin)}`;
}

/** `1 route`, `2 routes`. */
export function countRoutes(count: number): string {
  return count === 1 ? '1 route' : `${count} routes`;
}
