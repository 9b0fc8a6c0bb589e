import type { BoundedContext } from '../context.ts';
import { type Cidr, rangeOfCidr } from '../domain/cidr.ts';
import type { Vrp } from '../domain/rpki.ts';
import type { RpkiInputs } from '../inputs/inputs.ts';
import type { RpkiSource } from '../inputs/parsers.ts';
import { forEachConcurrent } from '../lib/concurrency.ts';
import type { Reading } from './make-verdict.ts';
import { readRows, readVrp } from './read-vrp.ts';
import { type RequestContext, requestJson } from './request-json.ts';
import { askRipestat } from './ripestat.ts';
import { SourceError } from './source-error.ts';
import { readVrpFile, readVrpText } from './vrp-file.ts';

/** Requests at the same time; RIPEstat allows eight for each address, and runners share one. */
const maxRequests = 2;

/** A CIDR and one of its origins. */
interface Asked {
  readonly cidr: Cidr;
  readonly asn: string;
}

/** Readings by CIDR. */
export type Readings = ReadonlyMap<string, Reading>;

/**
 * Reads what a source has for each CIDR. After an outage of the source, it is not asked again. Throws
 * the cancellation's Failure.
 */
export async function readSource(
  all: readonly Asked[],
  { source, maxAgeHours }: RpkiInputs,
  context: BoundedContext,
): Promise<Readings> {
  switch (source.form) {
    case 'ripestat':
      return askForEach(all, async ({ cidr, asn }) => ({
        vrps: await askRipestat(cidr, asn, context),
      }));
    case 'routinator':
      return askForEach(all, async ({ cidr }) => ({
        vrps: await askRoutinator(cidr, source.url, maxAgeHours, context),
      }));
    case 'file': {
      const prefixes = all.map(({ cidr }) => rangeOfCidr(cidr));
      const now = context.clock.wallTime();
      const read = async () => {
        const text = readVrpText(source.path, foldersOf(context));
        return { vrps: readVrpFile(text, prefixes, maxAgeHours, now) };
      };
      const reading = await read().catch(toUnread);
      return new Map(all.map(({ cidr }) => [cidr, reading]));
    }
  }
}

/**
 * The folders that a VRP file may be in, the first for relative paths; empty in a terminal, where any is
 * allowed.
 */
function foldersOf({ workspace, env: { RUNNER_TEMP: temporary } }: BoundedContext): string[] {
  if (workspace === undefined) return [];
  return temporary ? [workspace, temporary] : [workspace];
}

/**
 * Asks a source once for each CIDR, and says why it could not be used. After an outage, it is not asked
 * again. Throws the cancellation's Failure.
 */
export async function askForEach<Item extends { readonly cidr: string }, Answer extends object>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
): Promise<ReadonlyMap<string, Answer | Unread>> {
  const answers = new Map<string, Answer | Unread>();
  let outage: Unread | undefined;
  const byCidr = new Map(items.map((item) => [item.cidr, item]));
  await forEachConcurrent([...byCidr.values()], maxRequests, async (item) => {
    const answer = outage ?? (await ask(item).catch(toUnread));
    if ('isTemporary' in answer && answer.isTemporary) outage = answer;
    answers.set(item.cidr, answer);
  });
  return answers;
}

/** The VRPs that cover a CIDR (Routinator's manual, HTTP service, /json). Throws a SourceError. */
async function askRoutinator(
  cidr: string,
  base: string,
  maxAgeHours: number,
  context: RequestContext,
): Promise<readonly Vrp[]> {
  const url = new URL(`${base.replace(/\/+$/, '')}/json`);
  url.searchParams.set('select-prefix', cidr);
  const document = await requestJson(url, context);
  return readRows(document, maxAgeHours, context.clock.wallTime()).map(readVrp);
}

interface Unread {
  readonly unread: string;
  readonly isTemporary: boolean;
}

function toUnread(error: unknown): Unread {
  if (!(error instanceof SourceError)) throw error;
  return { unread: error.message, isTemporary: error.isTemporary };
}

/** The name of a source in messages. */
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
