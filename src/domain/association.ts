import type { Asn } from './asn.ts';
import type { Cidr } from './cidr.ts';

/** One CIDR with one ASN. */
export interface Association {
  readonly asn: Asn;
  readonly cidr: Cidr;
}

/** The association in prose: `198.51.100.0/24 with AS64500`. */
export function associationText({ asn, cidr }: Association): string {
  return `${cidr} with AS${asn}`;
}
