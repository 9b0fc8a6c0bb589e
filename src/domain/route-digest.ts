import { createHash } from 'node:crypto';
import type { Parsed } from './parsed.ts';
import { digestExample } from './plan-digest.ts';
import type { RouteStep } from './step.ts';

/** A route change as the digest covers it. */
export interface RouteCall {
  /** `advertise`, `swap` or `withdraw`. */
  readonly step: RouteStep;
  readonly accountId: string;
  readonly region: string;
  readonly cidr: string;
  /** The observed origin before the change. */
  readonly from: string;
  /** The origin after the change. */
  readonly to: string;
}

/**
 * The canonical text of a call. It includes the previous origin: advertising an idle CIDR and moving live
 * traffic need different approvals. A withdrawal is the same whatever the origin, and must not wait to read it.
 */
function callText({ step, accountId, region, cidr, from, to }: RouteCall): string {
  return [step, accountId, region, cidr, step === 'withdraw' ? 'any' : from, to].join(' ');
}

/** The digest of a list of route changes: SHA-256 over a version line and their sorted lines. */
export function digestOfRoutes(calls: readonly RouteCall[]): string {
  const lines = ['byoasn-routes v1', ...calls.map(callText).sort()];
  const canonical = lines.map((line) => `${line}\n`).join('');
  return `routes-v1:${createHash('sha256').update(canonical).digest('hex')}`;
}

/** Reads the output `plan-digest` of the routes action. */
export function parseRouteDigest(text: string): Parsed<string> {
  if (/^routes-v1:[0-9a-f]{64}$/.test(text)) return { value: text };
  const problem = /^v\d+:[0-9a-f]{64}$/.test(text)
    ? 'is the digest of a plan of associations; routes have a plan of their own'
    : 'is neither a plan-digest nor a plan of routes';
  return { problem, example: digestExample };
}
