import { parseAsn } from '../../../src/domain/asn.ts';
import type { Association } from '../../../src/domain/association.ts';
import { parseCidr } from '../../../src/domain/cidr.ts';
import type { Parsed } from '../../../src/domain/parsed.ts';
import type { DesiredAssociation } from '../../../src/domain/target.ts';

const policy = { specialUse: 'accept' } as const;

/** An association of documentation numbers, through the real parsers. */
export function associationOf(asn = '64500', cidr = '198.51.100.0/24'): Association {
  return { asn: parsedValue(parseAsn(asn, policy)), cidr: parsedValue(parseCidr(cidr, policy)) };
}

/** A desired association, without note and location unless given. */
export function desiredOf(
  asn?: string,
  cidr?: string,
  facts: Partial<DesiredAssociation> = {},
): DesiredAssociation {
  return { ...associationOf(asn, cidr), note: '', location: undefined, ...facts };
}

/** So many associations with one ASN, each with a /48 of 2001:db8::/32. */
export function manyDesired(count: number, asn = '64500'): readonly DesiredAssociation[] {
  return Array.from({ length: count }, (_, index) =>
    desiredOf(asn, `2001:db8:${index.toString(16)}::/48`),
  );
}

function parsedValue<T>(parsed: Parsed<T>): T {
  if (parsed.problem !== undefined) throw new Error(parsed.problem);
  return parsed.value;
}
