import { createHash } from 'node:crypto';
import type { Association } from './association.ts';
import type { Parsed } from './parsed.ts';
import { isChange, type Step } from './step.ts';
import type { Target } from './target.ts';

const version = 'v2';

/** A call as the digest covers it. */
export interface DigestedCall {
  /** `associate` or `disassociate`. */
  readonly step: Step;
  readonly accountId: string;
  readonly region: string;
  readonly asn: string;
  readonly cidr: string;
  /** The state before: AWS's text, or `absent`. */
  readonly state: string;
}

/** The part of a change that the digest covers. */
interface DigestedChange {
  readonly step: Step;
  readonly target: Pick<Target, 'accountId' | 'region'>;
  readonly association: Association;
  readonly before: string;
}

/**
 * The canonical text of a call; JSON keeps the fields apart whatever they contain. It includes the state,
 * so an approval to create an association cannot restore one that somebody has disassociated since.
 */
function callText({ step, accountId, region, asn, cidr, state }: DigestedCall): string {
  return JSON.stringify([step, accountId, region, asn, cidr, state]);
}

/**
 * The digest of a list of calls: SHA-256 over a version line and the sorted lines of the calls. Order, time,
 * notes, names and unchanged associations have no effect on it.
 */
export function digestOf(calls: readonly DigestedCall[]): string {
  const lines = [`byoasn-plan ${version}`, ...calls.map(callText).sort()];
  const canonical = lines.map((line) => `${line}\n`).join('');
  return `${version}:${createHash('sha256').update(canonical).digest('hex')}`;
}

/**
 * The digest of the associations to create and remove; undefined while an account is unknown, because
 * the digest covers it.
 */
export function digestOfChanges(changes: readonly DigestedChange[]): string | undefined {
  const planned = changes.filter(({ step }) => isChange(step));
  const calls = planned.flatMap(({ step, target: { accountId, region }, association, before }) =>
    accountId === undefined ? [] : [{ ...association, step, accountId, region, state: before }],
  );
  return calls.length < planned.length ? undefined : digestOf(calls);
}

/** How a workflow passes the digest of its plan job. */
export const digestExample = '$' + '{{ needs.plan.outputs.plan-digest }}';

/** Reads the output `plan-digest`. */
export function parseDigest(text: string): Parsed<string> {
  if (/^v2:[0-9a-f]{64}$/.test(text)) return { value: text };
  const problem = /^v1:[0-9a-f]{64}$/.test(text)
    ? 'was made by an earlier version of this action: plan again with this version, and pass the digest of that plan'
    : 'is neither a plan-digest nor a plan';
  return { problem, example: digestExample };
}
