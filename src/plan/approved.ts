import type { Parsed } from '../desired/parsed.ts';
import { parseJson, property } from '../json.ts';
import { digestOf, parseDigest, type WritePlace, writeText } from './digest.ts';

/** A change of an approved plan, as the `plan` output tells it. */
export interface ApprovedChange extends WritePlace {
  readonly target: string;
  readonly state: string;
  readonly step: string;
}

/** What was approved: the digest, and every change where the plan itself was given. */
export interface Approved {
  readonly digest: string;
  readonly changes: readonly ApprovedChange[] | undefined;
}

const example = '$' + '{{ needs.plan.outputs.plan-digest }}';

/** Reads a digest as the `plan-digest` output gives it, or the whole JSON of the `plan` output. */
export function parseApproved(text: string): Parsed<Approved> {
  const digest = parseDigest(text);
  if (digest !== undefined) return { value: { digest, changes: undefined } };
  const plan = parseJson(text);
  const changes = readList(plan, 'changes').map(readChange);
  const known = changes.filter((change) => change !== undefined);
  const told = parseDigest(readText(plan, 'digest') ?? '');
  if (told === undefined || known.length < changes.length) {
    return { problem: 'is neither a plan-digest nor a plan', example };
  }
  const writes = known.filter(({ step }) => step === 'associate').map(writeText);
  // The digest is what decides, so a plan that says something else must not explain it.
  if (digestOf(writes.sort()) !== told) {
    return { problem: 'is a plan whose digest is not that of its changes', example };
  }
  return { value: { digest: told, changes: known } };
}

const fields = ['target', 'account_id', 'region', 'asn', 'cidr', 'state', 'step'] as const;

function readChange(value: unknown): ApprovedChange | undefined {
  const texts = fields.flatMap((name) => readText(value, name) ?? []);
  if (texts.length < fields.length) return undefined;
  const [target = '', accountId = '', region = '', asn = '', cidr = '', state = '', step = ''] =
    texts;
  return { target, accountId, region, asn, cidr, state, step };
}

function readText(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  return typeof found === 'string' ? found : undefined;
}

function readList(value: unknown, name: string): readonly unknown[] {
  const found = property(value, name);
  return Array.isArray(found) ? found : [];
}
