import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AddressRange, addressBits, overlaps } from '../domain/ip-range.ts';
import type { Vrp } from '../domain/rpki.ts';
import { parseJson } from '../lib/json.ts';
import { isOutside, realPath } from '../lib/paths.ts';
import { quoteJson, readRows, readVrp } from './read-vrp.ts';
import { SourceError } from './source-error.ts';

/**
 * 128 MiB. All VRPs of the world, some 800,000, are 82 MB in rpki-client's format; reading them takes
 * 1.3 s and 310 MiB of memory.
 */
const largestBytes = 134_217_728;

const advice = 'keep only VRPs that cover your CIDRs (routinator vrps --select-prefix)';

/**
 * The text of a VRP file. It must be in one of the `folders`, if there are any, also behind links; a
 * relative path starts in the first. Throws a SourceError.
 */
export function readVrpText(path: string, folders: readonly string[]): string {
  const [start = process.cwd()] = folders;
  const real = realPath(resolve(start, path));
  if (real === undefined) throw new SourceError('the file does not exist');
  const isAllowed = folders.some((folder) => !isOutside(realPath(folder) ?? folder, real));
  if (folders.length > 0 && !isAllowed) {
    throw new SourceError(
      "the file is neither in the workspace nor in the runner's temporary folder",
    );
  }
  try {
    const { size } = statSync(real);
    if (size <= largestBytes) return readFileSync(real, 'utf8');
    throw new SourceError(`the file has ${size} bytes; the limit is ${largestBytes}: ${advice}`);
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError(`the file: ${error}`);
  }
}

/** The VRPs of a file that overlap any of the prefixes. Throws a SourceError. */
export function readVrpFile(
  text: string,
  prefixes: readonly AddressRange[],
  maxAgeHours: number,
  now: number,
): readonly Vrp[] {
  const document = parseJson(text);
  if (document === undefined) throw new SourceError('the file is not JSON');
  const groups = new Set(prefixes.map(groupOf));
  return readRows(document, maxAgeHours, now)
    .filter((row) => mayCover(row, groups))
    .map(readVrp)
    .filter(({ prefix }) => prefixes.some((wanted) => overlaps(prefix, wanted)));
}

/** Bits of the first group of an address: an octet, or a group of hexadecimal digits. */
const groupBits = { 4: 8, 6: 16 } as const;

/** The first group of a prefix; those of IPv6 start at 256. */
function groupOf({ family, first }: AddressRange): number {
  const group = Number(first >> BigInt(addressBits[family] - groupBits[family]));
  return family === 4 ? group : group + 256;
}

/**
 * Whether a row may cover a prefix in one of the groups. Compares only the first group, because parsing
 * hundreds of thousands of prefixes takes seconds. An unclear text may.
 */
function mayCover(row: unknown, groups: ReadonlySet<number>): boolean {
  // Not `property`, which creates an object for each row.
  const prefix = typeof row === 'object' && row && 'prefix' in row ? row.prefix : undefined;
  if (typeof prefix !== 'string') throw new SourceError(`a row has no prefix: ${quoteJson(row)}`);
  const length = Number(prefix.slice(prefix.lastIndexOf('/') + 1));
  const colon = prefix.indexOf(':');
  const family = colon < 0 ? 4 : 6;
  if (!(length >= groupBits[family])) return true;
  const group =
    colon < 0
      ? Number.parseInt(prefix, 10)
      : Number.parseInt(prefix.slice(0, colon) || '0', 16) + 256;
  return Number.isNaN(group) || groups.has(group);
}
