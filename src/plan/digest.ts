import { createHash } from 'node:crypto';
import type { Change } from './plan.ts';

const version = 'v1';

/** A write as the digest sees it: `associate ACCOUNT REGION ASN CIDR`. */
export type Write = string;

/** What is written, and where. */
export interface WritePlace {
  readonly accountId: string;
  readonly region: string;
  readonly asn: string;
  readonly cidr: string;
}

/** The canonical form of a write. */
export function writeText({ accountId, region, asn, cidr }: WritePlace): Write {
  return `associate ${accountId} ${region} ${asn} ${cidr}`;
}

/**
 * What the plan would write, in canonical form and order; undefined while an account is not known,
 * because nobody can tell then where a write would go.
 */
export function writesOf(changes: readonly Change[]): readonly Write[] | undefined {
  const writes = changes.filter(({ step }) => step === 'associate');
  return writes.every(({ target }) => target.accountId !== undefined)
    ? writes.map(writeOf).sort()
    : undefined;
}

/** The write that a change is, or would be if its step were `associate`. */
export function writeOf({ target, association }: Change): Write {
  const { accountId = '', region } = target;
  return writeText({ ...association, accountId, region });
}

/**
 * The digest of sorted writes: SHA-256 over one line for the form and one for each write. Nothing
 * else counts: no order of the file, no time, no note, no name, no state that leads to no write.
 */
export function digestOf(writes: readonly Write[]): string {
  const canonical = [`byoasn-plan ${version}`, ...writes].map((line) => `${line}\n`).join('');
  return `${version}:${createHash('sha256').update(canonical).digest('hex')}`;
}

/** The digest of what changes would write; undefined while an account is not known. */
export function digestOfChanges(changes: readonly Change[]): string | undefined {
  const writes = writesOf(changes);
  return writes && digestOf(writes);
}

/** Reads a digest as the `plan-digest` output gives it; undefined for anything else. */
export function parseDigest(text: string): string | undefined {
  return /^v1:[0-9a-f]{64}$/.test(text) ? text : undefined;
}
