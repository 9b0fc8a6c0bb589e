import { type Cidr, rangeOfCidr } from '../domain/cidr.ts';
import type { Vrp } from '../domain/rpki.ts';
import type { RpkiInputs } from '../inputs/inputs.ts';
import type { RpkiSource } from '../inputs/parsers.ts';
import { forEachConcurrent } from '../lib/concurrency.ts';
import type { Reading } from './make-verdict.ts';
import type { RequestContext } from './request-json.ts';
import { askRipestat } from './ripestat.ts';
import { askRoutinator } from './routinator.ts';
import { SourceError } from './source-error.ts';
import { readVrpFile, readVrpText } from './vrp-file.ts';

/** What reading the sources needs. */
interface SourceContext extends RequestContext {
  /** The folders that a VRP file may be in, the first for relative paths; empty allows any. */
  readonly folders: readonly string[];
}

/** Requests at a time; RIPEstat allows eight for an address, which runners share. */
const maxRequests = 2;

/** A CIDR, and one of the ASNs that it is asked for with. */
export interface Asked {
  readonly cidr: Cidr;
  readonly asn: string;
}

/** Readings by CIDR. */
export type Readings = ReadonlyMap<string, Reading>;

/**
 * Reads what a source has for the CIDRs, with one request for each. Where a source
 * cannot be reached, it is not asked again. Throws the cancellation's Failure.
 */
export function readSource(
  all: readonly Asked[],
  inputs: RpkiInputs,
  context: SourceContext,
): Promise<Readings> | Readings {
  const { source, maxAgeHours } = inputs;
  switch (source.form) {
    case 'ripestat':
      return askForEach(all, ({ cidr, asn }) => askRipestat(cidr, asn, context));
    case 'routinator':
      return askForEach(all, ({ cidr }) => askRoutinator(cidr, source.url, maxAgeHours, context));
    case 'file':
      return readFromFile(all, source.path, maxAgeHours, context);
  }
}

async function askForEach(
  all: readonly Asked[],
  ask: (asked: Asked) => Promise<readonly Vrp[]>,
): Promise<Readings> {
  const readings = new Map<string, Reading>();
  let outage: Reading | undefined;
  const byCidr = new Map(all.map((asked) => [asked.cidr, asked]));
  await forEachConcurrent([...byCidr.values()], maxRequests, async (asked) => {
    const reading = outage ?? (await readingOf(() => ask(asked)));
    if ('isTemporary' in reading && reading.isTemporary) outage = reading;
    readings.set(asked.cidr, reading);
    return undefined;
  });
  return readings;
}

function readFromFile(
  all: readonly Asked[],
  path: string,
  maxAgeHours: number,
  { folders, clock }: SourceContext,
): Readings {
  const prefixes = all.map(({ cidr }) => rangeOfCidr(cidr));
  const read = () =>
    readVrpFile(readVrpText(path, folders), prefixes, maxAgeHours, clock.wallTime());
  let reading: Reading;
  try {
    reading = { vrps: read() };
  } catch (error) {
    reading = unreadBy(error);
  }
  return new Map(all.map(({ cidr }) => [cidr, reading]));
}

async function readingOf(read: () => Promise<readonly Vrp[]>): Promise<Reading> {
  try {
    return { vrps: await read() };
  } catch (error) {
    return unreadBy(error);
  }
}

function unreadBy(error: unknown): { readonly unread: string; readonly isTemporary: boolean } {
  if (!(error instanceof SourceError)) throw error;
  return { unread: error.message, isTemporary: error.isTemporary };
}

/** A source in messages. */
export function sourceText(source: RpkiSource): string {
  switch (source.form) {
    case 'ripestat':
      return 'RIPEstat';
    case 'routinator':
      return `Routinator ${new URL(source.url).host}`;
    case 'file':
      return source.path;
  }
}
