import { type Cidr, rangeOfCidr } from '../domain/cidr.ts';
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
interface Asked {
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
      return askForEach(all, async ({ cidr, asn }) => ({
        vrps: await askRipestat(cidr, asn, context),
      }));
    case 'routinator':
      return askForEach(all, async ({ cidr }) => ({
        vrps: await askRoutinator(cidr, source.url, maxAgeHours, context),
      }));
    case 'file':
      return readFromFile(all, source.path, maxAgeHours, context);
  }
}

/**
 * Asks a source once for each CIDR, or says why it could not be used. Where it cannot be reached, it is
 * not asked again. Throws the cancellation's Failure.
 */
export async function askForEach<Item extends { readonly cidr: string }, Answer extends object>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<ReadonlyMap<string, Answer | Unread>> {
  const answers = new Map<string, Answer | Unread>();
  let outage: Unread | undefined;
  const byCidr = new Map(items.map((item) => [item.cidr, item]));
  await forEachConcurrent([...byCidr.values()], maxRequests, async (item) => {
    const answer = outage ?? (await ask(item).catch(unreadBy));
    if ('isTemporary' in answer && answer.isTemporary) outage = answer;
    answers.set(item.cidr, answer);
    return undefined;
  });
  return answers;
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

interface Unread {
  readonly unread: string;
  readonly isTemporary: boolean;
}

function unreadBy(error: unknown): Unread {
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
