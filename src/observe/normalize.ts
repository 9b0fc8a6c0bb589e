import { canonicalAsn } from '../domain/asn.ts';
import { canonicalCidr } from '../domain/cidr.ts';
import { shorten } from '../lib/text.ts';

/** Far beyond what AWS writes, and little enough for GitHub's limits of outputs. */
const longestWord = 200;
const longestMessage = 10_000;

/** A state as AWS writes it; what AWS leaves out, or calls by a word of this action, is not known. */
export function shownState(state: string | undefined): string {
  return !state || state === 'absent' ? 'unknown' : shorten(state, longestWord);
}

/** A CIDR in canonical text; what is none, as AWS writes it. */
export function shownCidr(cidr = ''): string {
  return canonicalCidr(cidr) ?? shorten(cidr, longestWord);
}

/** An ASN in canonical text; what is none, as AWS writes it. */
export function shownAsn(asn = ''): string {
  return canonicalAsn(asn) ?? shorten(asn, longestWord);
}

/** A status message as AWS writes it; empty without one. */
export function shownMessage(message: string | undefined): string {
  return shorten(message ?? '', longestMessage);
}
