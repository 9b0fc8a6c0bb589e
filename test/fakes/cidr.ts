import { isIP } from 'node:net';

/** The one spelling of a CIDR under which two spellings compare equal; undefined when it is none. */
export function canonicalCidr(text: string): string | undefined {
  const [, address = '', length = ''] = /^([^/%]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = isIP(address);
  if (family === 0 || Number(length) > (family === 4 ? 32 : 128)) return undefined;
  const canonical = family === 4 ? address : new URL(`http://[${address}]`).hostname.slice(1, -1);
  return `${canonical}/${Number(length)}`;
}
