import { findRepeatedKey, parseJson, property } from '../lib/json.ts';
import { parseAccountId } from './account-id.ts';
import { type Asn, parseAsn } from './asn.ts';
import { associationText } from './association.ts';
import { type Cidr, parseCidr } from './cidr.ts';
import type { Parsed } from './parsed.ts';
import { type DigestedCall, digestExample, digestOf, parseDigest } from './plan-digest.ts';
import { parseRegion } from './region.ts';
import { isChange, type Step } from './step.ts';
import { parseTargetName } from './target-name.ts';

/** A change of an approved plan, as in the output `plan`. */
export interface ApprovedChange extends DigestedCall {
  readonly target: string;
  readonly asn: Asn;
  readonly cidr: Cidr;
}

/** What was approved: the digest, and every change if the plan itself was given. */
export interface Approved {
  readonly digest: string;
  readonly changes: readonly ApprovedChange[] | undefined;
}

/** Reads the output `plan-digest`, or the JSON of the output `plan`. */
export function parseApproved(text: string): Parsed<Approved> {
  const plan = parseJson(text);
  const listed = property(plan, 'changes');
  const digest = parseDigest(Array.isArray(listed) ? textOf(plan, 'digest') : text);
  if (digest.problem !== undefined) return digest;
  if (!Array.isArray(listed)) return { value: { digest: digest.value, changes: undefined } };
  const read = listed.map(readChange);
  const changes = read.flatMap(({ change }) => change ?? []);
  const problem =
    repeatedKeyProblem(text) ??
    read.find(({ problem }) => problem !== undefined)?.problem ??
    repeatedPairProblem(changes) ??
    digestProblem(changes, digest.value);
  if (problem !== undefined) return { problem, example: digestExample };
  return { value: { digest: digest.value, changes } };
}

type ReadChange =
  | { readonly change: ApprovedChange; readonly problem?: never }
  | { readonly problem: string; readonly change?: never };

/** Reads every field with its own parser; only canonical text is accepted. */
function readChange(item: unknown, index: number): ReadChange {
  const problems: string[] = [];
  const read = <T extends string>(name: string, parse: (text: string) => Parsed<T>) => {
    const found = property(item, name);
    const { value, problem } = parse(typeof found === 'string' ? found : '');
    if (value !== undefined && value === found) return value;
    const isText = found === undefined || typeof found === 'string';
    const wrong = isText ? (problem ?? `must be ${JSON.stringify(value)}`) : 'is not text';
    problems.push(`is a plan whose changes[${index}].${name} ${wrong}`);
    return undefined;
  };
  const target = read('target', parseTargetName);
  const accountId = read('account_id', parseAccountId);
  const region = read('region', parseRegion);
  const asn = read('asn', (text) => parseAsn(text, { specialUse: 'accept' }));
  const cidr = read('cidr', (text) => parseCidr(text, { specialUse: 'accept' }));
  const state = read('state', parseState);
  const step = read('step', parseStep);
  if (!target || !accountId || !region || !asn || !cidr || !state || !step) {
    return { problem: problems[0] ?? '' };
  }
  return { change: { target, accountId, region, asn, cidr, state, step } };
}

/** AWS's states are short, plain words. */
function parseState(text: string): Parsed<string> {
  if (/^[!-~][ -~]{0,99}$/.test(text)) return { value: text };
  return { problem: 'is not 1 to 100 plain characters', example: 'absent' };
}

const steps = [
  'associate',
  'disassociate',
  'wait',
  'keep',
  'refuse',
] as const satisfies readonly Step[];

function parseStep(text: string): Parsed<Step> {
  const value = steps.find((step) => step === text);
  return value ? { value } : { problem: `is not one of ${steps.join(', ')}`, example: 'associate' };
}

/** Parsers disagree on which of two equal keys counts. */
function repeatedKeyProblem(text: string): string | undefined {
  const key = findRepeatedKey(text);
  return key === undefined
    ? undefined
    : `is a plan with the key ${JSON.stringify(key)} twice in one object`;
}

function repeatedPairProblem(changes: readonly ApprovedChange[]): string | undefined {
  const pairs = changes.map(associationText);
  const repeated = pairs.find((pair, index) => pairs.indexOf(pair) < index);
  return repeated === undefined ? undefined : `is a plan that lists ${repeated} twice`;
}

/** The digest decides, so a plan that lists other changes must not explain it. */
function digestProblem(changes: readonly ApprovedChange[], digest: string): string | undefined {
  const calls = changes.filter(({ step }) => isChange(step));
  return digestOf(calls) === digest
    ? undefined
    : 'is a plan whose digest does not match its changes';
}

/** The text of a property, empty if it is not text. */
function textOf(value: unknown, name: string): string {
  const found = property(value, name);
  return typeof found === 'string' ? found : '';
}
