import type { Association } from '../domain/association.ts';
import { rangeOfCidr } from '../domain/cidr.ts';
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

/** Readings by CIDR. */
export type Readings = ReadonlyMap<string, Reading>;

/**
 * Reads what a source has for the CIDRs of associations, with one request for each. Where a source
 * cannot be reached, it is not asked again. Throws the cancellation's Failure.
 */
export function readSource(
  associations: readonly Association[],
  inputs: RpkiInputs,
  context: SourceContext,
): Promise<Readings> | Readings {
  const { source, maxAgeHours } = inputs;
  switch (source.form) {
    case 'ripestat':
      return askForEach(associations, ({ cidr, asn }) => askRipestat(cidr, asn, context));
    case 'routinator':
      return askForEach(associations, ({ cidr }) =>
        askRoutinator(cidr, source.url, maxAgeHours, context),
      );
    case 'file':
      return readFromFile(associations, source.path, maxAgeHours, context);
  }
}

async function askForEach(
  associations: readonly Association[],
  ask: (association: Association) => Promise<readonly Vrp[]>,
): Promise<Readings> {
  const readings = new Map<string, Reading>();
  let outage: Reading | undefined;
  const byCidr = new Map(associations.map((association) => [association.cidr, association]));
  await forEachConcurrent([...byCidr.values()], maxRequests, async (association) => {
    const reading = outage ?? (await readingOf(() => ask(association)));
    if ('isTemporary' in reading && reading.isTemporary) outage = reading;
    readings.set(association.cidr, reading);
    return undefined;
  });
  return readings;
}

function readFromFile(
  associations: readonly Association[],
  path: string,
  maxAgeHours: number,
  { folders, clock }: SourceContext,
): Readings {
  const prefixes = associations.map(({ cidr }) => rangeOfCidr(cidr));
  const read = () =>
    readVrpFile(readVrpText(path, folders), prefixes, maxAgeHours, clock.wallTime());
  let reading: Reading;
  try {
    reading = { vrps: read() };
  } catch (error) {
    reading = unreadBy(error);
  }
  return new Map(associations.map(({ cidr }) => [cidr, reading]));
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
