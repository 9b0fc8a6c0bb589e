import { canonicalAsn } from '../domain/asn.ts';
import { canonicalCidr } from '../domain/cidr.ts';
import { truncate } from '../lib/text.ts';

/** Far beyond what AWS writes, and within GitHub's limits for outputs. */
const longestWord = 200;
const longestMessage = 10_000;

/** A state as AWS writes it; `unknown` if it is missing, or is this action's word `absent`. */
export function normalizeState(state: string | undefined): string {
  return !state || state === 'absent' ? 'unknown' : truncate(state, longestWord);
}

/** A CIDR in canonical text; any other text as AWS writes it. */
export function normalizeCidr(cidr = ''): string {
  return canonicalCidr(cidr) ?? truncate(cidr, longestWord);
}

/** An ASN in canonical text; any other text as AWS writes it. */
export function normalizeAsn(asn = ''): string {
  return canonicalAsn(asn) ?? truncate(asn, longestWord);
}

/** A status message as AWS writes it; empty without one. */
export function normalizeMessage(message: string | undefined): string {
  return truncate(message ?? '', longestMessage);
}
