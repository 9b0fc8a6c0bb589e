import { parseAsn } from '../../src/desired/asn.ts';
import type { Association } from '../../src/desired/association.ts';
import { parseCidr } from '../../src/desired/cidr.ts';
import type { Parsed } from '../../src/desired/parsed.ts';

const policy = { specialUse: 'accept' } as const;

/** An association of documentation numbers, through the real parsers. */
export function associationOf(asn = '64500', cidr = '198.51.100.0/24'): Association {
  return { asn: parsedValue(parseAsn(asn, policy)), cidr: parsedValue(parseCidr(cidr, policy)) };
}

function parsedValue<T>(parsed: Parsed<T>): T {
  if (parsed.problem !== undefined) throw new Error(parsed.problem);
  return parsed.value;
}
