import { createHash } from 'node:crypto';
import type { Parsed } from './parsed.ts';
import { digestExample } from './plan-digest.ts';

/** A change of a route as the digest covers it. */
export interface RouteCall {
  readonly step: 'advertise' | 'swap' | 'withdraw';
  readonly accountId: string;
  readonly region: string;
  readonly cidr: string;
  /** The origin before, as it was observed. */
  readonly from: string;
  /** The origin after. */
  readonly to: string;
}

/**
 * The line of a call. The origin before counts: to advertise from nothing and to swap live traffic are
 * different approvals. A withdrawal is the same from any origin, and must not wait until that is read.
 */
function callText({ step, accountId, region, cidr, from, to }: RouteCall): string {
  return [step, accountId, region, cidr, step === 'withdraw' ? 'any' : from, to].join(' ');
}

/** The digest of changes: SHA-256 over a line for the version and a sorted line for each change. */
export function digestOfRoutes(calls: readonly RouteCall[]): string {
  const lines = ['byoasn-routes v1', ...calls.map(callText).sort()];
  const canonical = lines.map((line) => `${line}\n`).join('');
  return `routes-v1:${createHash('sha256').update(canonical).digest('hex')}`;
}

/** Reads the output `plan-digest` of the action for routes. */
export function parseRouteDigest(text: string): Parsed<string> {
  if (/^routes-v1:[0-9a-f]{64}$/.test(text)) return { value: text };
  const problem = /^v\d+:[0-9a-f]{64}$/.test(text)
    ? 'is the digest of a plan of associations; routes have a plan of their own'
    : 'is neither a plan-digest nor a plan of routes';
  return { problem, example: digestExample };
}
