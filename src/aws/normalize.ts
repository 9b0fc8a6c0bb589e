import { canonicalAsn } from '../domain/asn.ts';
import { canonicalCidr } from '../domain/cidr.ts';
import { truncate } from '../lib/text.ts';

/** Far beyond what AWS writes, and little enough for GitHub's limits of outputs. */
const longestWord = 200;
const longestMessage = 10_000;

/** A state as AWS writes it; what AWS leaves out, or calls by a word of this action, is not known. */
export function normalizeState(state: string | undefined): string {
  return !state || state === 'absent' ? 'unknown' : truncate(state, longestWord);
}

/** A CIDR in canonical text; what is none, as AWS writes it. */
export function normalizeCidr(cidr = ''): string {
  return canonicalCidr(cidr) ?? truncate(cidr, longestWord);
}

/** An ASN in canonical text; what is none, as AWS writes it. */
export function normalizeAsn(asn = ''): string {
  return canonicalAsn(asn) ?? truncate(asn, longestWord);
}

/** A status message as AWS writes it; empty without one. */
export function normalizeMessage(message: string | undefined): string {
  return truncate(message ?? '', longestMessage);
}
