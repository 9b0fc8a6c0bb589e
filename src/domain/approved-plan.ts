import { findRepeatedKey, parseJson, property, stringAt } from '../lib/json.ts';
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

/** An approved plan: its digest, and its changes if the input has the plan itself. */
export interface Approved<Change = ApprovedChange> {
  readonly digest: string;
  readonly changes: readonly Change[] | undefined;
}

/** Reads a field of a change with its parser; undefined if it has a problem. */
type ReadField = <T extends string>(
  name: string,
  parse: (text: string) => Parsed<T>,
) => T | undefined;

/** How the plans of the two actions differ. */
interface PlanFormat<Change> {
  parseDigest(text: string): Parsed<string>;
  /** Undefined if a field has a problem. */
  readChange(read: ReadField): Change | undefined;
  /** What may be listed only once. */
  nameOf(change: Change): string;
  digestOf(changes: readonly Change[]): string;
}

/** A reader of the output `plan-digest`, or of the JSON of the output `plan`. */
export function createApprovedReader<Change>(format: PlanFormat<Change>) {
  return (text: string): Parsed<Approved<Change>> => {
    const plan = parseJson(text);
    const listed = property(plan, 'changes');
    const digestText = Array.isArray(listed) ? (stringAt(plan, 'digest') ?? '') : text;
    const digest = format.parseDigest(digestText);
    if (digest.problem !== undefined) return digest;
    if (!Array.isArray(listed)) return { value: { digest: digest.value, changes: undefined } };
    const problems: string[] = [];
    const changes = listed.flatMap(
      (item, index) => format.readChange(fieldReader(item, index, problems)) ?? [],
    );
    const problem =
      repeatedKeyProblem(text) ??
      problems[0] ??
      repeatedNameProblem(changes.map(format.nameOf)) ??
      // The digest decides, so a plan that lists other changes would explain it wrongly.
      (format.digestOf(changes) === digest.value
        ? undefined
        : 'is a plan whose digest does not match its changes');
    if (problem !== undefined) return { problem, example: digestExample };
    return { value: { digest: digest.value, changes } };
  };
}

/** Reads the fields of a change, and adds their problems to the list; accepts only canonical text. */
function fieldReader(item: unknown, index: number, problems: string[]): ReadField {
  return (name, parse) => {
    const found = property(item, name);
    const { value, problem } = parse(typeof found === 'string' ? found : '');
    if (value !== undefined && value === found) return value;
    const isText = found === undefined || typeof found === 'string';
    const wrong = isText ? (problem ?? `must be ${JSON.stringify(value)}`) : 'is not text';
    problems.push(`is a plan whose changes[${index}].${name} ${wrong}`);
    return undefined;
  };
}

/** Reads the output `plan-digest`, or the JSON of the output `plan`. */
export const parseApproved = createApprovedReader<ApprovedChange>({
  parseDigest,
  readChange: (read) => {
    const target = read('target', parseTargetName);
    const accountId = read('account_id', parseAccountId);
    const region = read('region', parseRegion);
    const asn = read('asn', (text) => parseAsn(text, { specialUse: 'accept' }));
    const cidr = read('cidr', (text) => parseCidr(text, { specialUse: 'accept' }));
    const state = read('state', parseState);
    const step = read('step', parseStep);
    const isRead = target && accountId && region && asn && cidr && state && step;
    return isRead ? { target, accountId, region, asn, cidr, state, step } : undefined;
  },
  nameOf: associationText,
  digestOf: (changes) => digestOf(changes.filter(({ step }) => isChange(step))),
});

/** Reads a state: AWS's are short, plain words. */
export function parseState(text: string): Parsed<string> {
  if (/^[!-~][ -~]{0,99}$/.test(text)) return { value: text };
  return { problem: 'is not 1 to 100 plain characters', example: 'absent' };
}

const parseStep = stepParser<Step>(['associate', 'disassociate', 'wait', 'keep', 'refuse']);

/** A parser for the steps of an action. */
export function stepParser<S extends string>(steps: readonly S[]) {
  return (text: string): Parsed<S> => {
    const value = steps.find((step) => step === text);
    const problem = `is not one of ${steps.join(', ')}`;
    return value ? { value } : { problem, example: 'associate' };
  };
}

/** JSON parsers disagree on which of two equal keys wins. */
function repeatedKeyProblem(text: string): string | undefined {
  const key = findRepeatedKey(text);
  return key === undefined
    ? undefined
    : `is a plan with the key ${JSON.stringify(key)} twice in one object`;
}

function repeatedNameProblem(names: readonly string[]): string | undefined {
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  return repeated === undefined ? undefined : `is a plan that lists ${repeated} twice`;
}
