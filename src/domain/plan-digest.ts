import { createHash } from 'node:crypto';
import type { Association } from './association.ts';
import type { Parsed } from './parsed.ts';
import { isChange, type Step } from './step.ts';
import type { Target } from './target.ts';

const version = 'v2';

/** The parameters of a call that the digest covers. */
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

/** What the digest reads of a change. */
interface DigestedChange {
  readonly step: Step;
  readonly target: Pick<Target, 'accountId' | 'region'>;
  readonly association: Association;
  readonly before: string;
}

/**
 * The canonical form of a call; JSON separates the fields whatever they hold. The state counts, so that
 * an approval to create cannot restore what somebody has disassociated since.
 */
function callText({ step, accountId, region, asn, cidr, state }: DigestedCall): string {
  return JSON.stringify([step, accountId, region, asn, cidr, state]);
}

/**
 * The digest of calls: SHA-256 over a line for the version and a sorted line for each call. Order,
 * time, notes, names and states without a call do not count.
 */
export function digestOf(calls: readonly DigestedCall[]): string {
  const lines = [`byoasn-plan ${version}`, ...calls.map(callText).sort()];
  const canonical = lines.map((line) => `${line}\n`).join('');
  return `${version}:${createHash('sha256').update(canonical).digest('hex')}`;
}

/**
 * The digest of the associations to create and to remove; undefined while an account is not known,
 * because the digest names it.
 */
export function digestOfChanges(changes: readonly DigestedChange[]): string | undefined {
  const some = changes.filter(({ step }) => isChange(step));
  const calls = some.flatMap(({ step, target: { accountId, region }, association, before }) =>
    accountId === undefined ? [] : [{ ...association, step, accountId, region, state: before }],
  );
  return calls.length < some.length ? undefined : digestOf(calls);
}

/** How a workflow passes on the digest of its plan job. */
export const digestExample = '$' + '{{ needs.plan.outputs.plan-digest }}';

/** Reads the output `plan-digest`. */
export function parseDigest(text: string): Parsed<string> {
  if (/^v2:[0-9a-f]{64}$/.test(text)) return { value: text };
  const problem = /^v1:[0-9a-f]{64}$/.test(text)
    ? 'was made by an earlier version of this action: plan again with this version, and pass the digest of that plan'
    : 'is neither a plan-digest nor a plan';
  return { problem, example: digestExample };
}
