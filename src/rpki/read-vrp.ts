import { canonicalAsn } from '../domain/asn.ts';
import { addressBits, prefixLength, rangeOf } from '../domain/ip-range.ts';
import type { Vrp } from '../domain/rpki.ts';
import { property } from '../lib/json.ts';
import { truncate } from '../lib/text.ts';
import { SourceError } from './source-error.ts';

const maxQuoteLength = 200;
const hourMs = 3_600_000;

/**
 * Reads a VRP in the format of rpki-client, Routinator and StayRTR: `asn` is a number or `AS64500`,
 * `maxLength` a number or digits (by default the length of the prefix, RFC 9582), `expires` in seconds.
 * Throws a SourceError.
 */
export function readVrp(row: unknown): Vrp {
  const asn = readAsn(property(row, 'asn'));
  const prefix = readPrefix(property(row, 'prefix'));
  const most = readNumber(property(row, 'maxLength'));
  const expires = property(row, 'expires');
  const length = prefix && prefixLength(prefix);
  const maxLength = most ?? length;
  const isWrong =
    asn === undefined ||
    prefix === undefined ||
    length === undefined ||
    maxLength === undefined ||
    !(maxLength >= length && maxLength <= addressBits[prefix.family]) ||
    !(expires === undefined || typeof expires === 'number');
  if (isWrong) throw new SourceError(`a VRP cannot be read: ${quoteJson(row)}`);
  return { asn, prefix, maxLength, expires };
}

function readAsn(asn: unknown): string | undefined {
  if (typeof asn === 'number') return Number.isInteger(asn) ? canonicalAsn(`${asn}`) : undefined;
  return typeof asn === 'string' ? canonicalAsn(asn) : undefined;
}

function readPrefix(prefix: unknown) {
  return typeof prefix === 'string' ? rangeOf(prefix) : undefined;
}

/** NaN for anything but a number; undefined if there is none. */
function readNumber(value: unknown): number | undefined {
  if (value === undefined || typeof value === 'number') return value;
  return typeof value === 'string' && /^[0-9]{1,3}$/.test(value) ? Number(value) : Number.NaN;
}

/** The start of a value in JSON, for messages. */
export function quoteJson(value: unknown): string {
  return truncate(jsonText(value), maxQuoteLength);
}

/** `JSON.parse` reads deeper nesting than `JSON.stringify` can write. */
function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch {
    return 'it is nested too deeply';
  }
}

/**
 * The rows of a document with VRPs, which are in `roas` or the document itself. Throws a SourceError for
 * another shape, and if its metadata is older than `maxAgeHours` at `now` (milliseconds).
 */
export function readRows(document: unknown, maxAgeHours: number, now: number): readonly unknown[] {
  const rows = Array.isArray(document) ? document : property(document, 'roas');
  if (!Array.isArray(rows)) throw new SourceError('it has no list of VRPs (roas)');
  const made = readTime(property(document, 'metadata'));
  if (made !== undefined) checkAge(made, maxAgeHours, now);
  return rows;
}

/** In milliseconds; undefined without a time, whose key differs between Routinator and rpki-client. */
function readTime(metadata: unknown): number | undefined {
  const text = property(metadata, 'generatedTime') ?? property(metadata, 'buildtime');
  const seconds = property(metadata, 'generated');
  if (text === undefined && seconds === undefined) return undefined;
  const isNumber = typeof seconds === 'number' || typeof seconds === 'string';
  const time =
    typeof text === 'string' ? Date.parse(text) : isNumber ? Number(seconds) * 1000 : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw new SourceError(`its time cannot be read: ${quoteJson(text ?? seconds)}`);
}

function checkAge(made: number, maxAgeHours: number, now: number): void {
  const hours = (now - made) / hourMs;
  if (hours <= maxAgeHours) return;
  throw new SourceError(
    `it is stale: ${Math.floor(hours)} hours old, and the limit is ${maxAgeHours} (rpki-max-age); renew the file or the source`,
  );
}
