// `npm run docs`: writes the generated parts of README.md and of pages in docs/, the release that pages and
// examples name, the JSON Schema of the configuration file, and the copy of action.yml that the reusable
// workflow uses. `--check` writes nothing, and fails if one is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AsnAssociationState, ByoipCidrState } from '@aws-sdk/client-ec2';
import { parse, stringify } from 'yaml';
import { CallError } from '../src/aws/errors/call-error.ts';
import { awsCodes, findCode, ownCodes, type ResultKind } from '../src/aws/errors/error-codes.ts';
import { toFailure } from '../src/aws/errors/to-failure.ts';
import { applyPolicy, policyLines } from '../src/aws/policies.ts';
import { parseConfig } from '../src/config/parse.ts';
import { parseAsn } from '../src/domain/asn.ts';
import type { Association } from '../src/domain/association.ts';
import { parseCidr } from '../src/domain/cidr.ts';
import type { Origin } from '../src/domain/origin.ts';
import { problemText } from '../src/lib/source-location.ts';
import { makePlan } from '../src/plan/plan.ts';
import { decideRoute } from '../src/plan/route-rules.ts';
import { type Conclusion, conclusionOf, type Reason, reasons } from '../src/reasons.ts';
import { deniedTokenBlock } from './docs/denied-token.ts';
import { digestBlock, planBlocks, resultBlock } from './docs/examples.ts';
import { formatBlock, formatTable } from './docs/markdown.ts';
import { copiedFiles, nameRelease } from './release/references.ts';
import { freshSchema, schemaPath } from './schema.ts';

interface Input {
  readonly description: string;
  readonly default?: string | number | boolean;
  readonly required?: boolean;
}

/** The interface of an action or a reusable workflow. */
interface Interface {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The parts of a JSON Schema that the tables of keys show. */
interface KeySchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly KeySchema[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, KeySchema>>;
  readonly required?: readonly string[];
  readonly items?: KeySchema;
}

const root = join(import.meta.dirname, '..');
const selfActionPath = '.github/actions/byoasn/action.yml';
const exampleRegion = 'us-west-2';

/** A file with two mistakes that would change another route than intended. */
const refusedFile = `version: 1
targets:
  - account: "111122223333"
    region: us-west-2
    associations:
      - { asn: 1.10, cidr: 198.51.100.0/24 }
    routes:
      - { cidr: 203.0.113.0/24, origin: }
`;

/** What a run does after a response of each kind, for docs/troubleshooting.md. */
const kinds: Readonly<Record<ResultKind, { readonly means: string; readonly run: string }>> = {
  permitted: {
    means: 'Without `DryRun`, the call would have succeeded.',
    run: 'Reports that permission is confirmed.',
  },
  denied: { means: 'A policy does not allow the call.', run: 'Ends at once.' },
  credentials: {
    means: 'AWS does not accept the credentials.',
    run: 'Ends at once, or after one more call with renewed credentials or a corrected clock.',
  },
  rejected: {
    means: 'A client error, which the same call would get again.',
    run: 'Ends at once. After an associate call, reads the state first.',
  },
  invalid: {
    means: 'Node or the SDK refused a value before sending it.',
    run: 'Ends at once.',
  },
  intercepted: {
    means: 'A proxy or filter responded, not AWS. It proves nothing about the call.',
    run: 'Ends at once. After an associate call, reads the state back first.',
  },
  throttled: {
    means: 'The rate limit is reached. The call was not carried out.',
    run: 'Retries with growing pauses until the deadline; the list of ASNs for ten seconds.',
  },
  unsent: {
    means: 'The call was not carried out.',
    run: 'Retries: a read up to four times in all, the associate call three times in all.',
  },
  ambiguous: {
    means: 'The call may or may not have been carried out.',
    run: 'Retries a read, up to four times in all. After an associate call, reads the state back first.',
  },
};

/** Codes that only AssumeRoleWithWebIdentity returns, after a check of the token. */
const tokenCodes: ReadonlySet<string> = new Set(['IDPRejectedClaim', 'InvalidIdentityToken']);

/** Every generated file, by its path from the root of the repository, with its new text. */
function freshDocs(): ReadonlyMap<string, string> {
  const schema = freshSchema();
  const action: Interface = parse(read('action.yml'));
  const route: Interface = parse(read('route/action.yml'));
  const workflow: Interface = parse(read('.github/workflows/byoasn.yml')).on.workflow_call;
  const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'README.md': {
      'example-file': formatBlock('yaml', read('examples/byoasn.yml').trimEnd()),
      'example-workflow': formatBlock('yaml', read('examples/reusable.yml').trimEnd()),
    },
    'docs/approvals.md': {
      'workflow-inputs': ownInputsTable(workflow, action),
      'workflow-outputs': outputsTable(workflow.outputs),
    },
    'docs/architecture.md': {
      'association-states': associationStates(),
      'cidr-states': cidrStates(),
    },
    'docs/configuration.md': configParts(JSON.parse(schema)),
    'docs/decisions.md': { 'digest-example': digestBlock() },
    'docs/iam.md': {
      'apply-policy': formatBlock('json', ...policyLines(applyPolicy(exampleRegion))),
    },
    'docs/inputs-outputs.md': {
      inputs: inputsTable(action.inputs),
      outputs: outputsTable(action.outputs),
      result: resultBlock(),
      ...planBlocks(),
    },
    'docs/routes.md': {
      'route-states': routeStates(),
      'route-inputs': inputsTable(differing(route.inputs, action.inputs)),
      'route-outputs': outputsTable(differing(route.outputs, action.outputs)),
    },
    'docs/troubleshooting.md': {
      'denied-token': deniedTokenBlock(),
      'reasons-success': reasonsTable('success'),
      'reasons-failure': reasonsTable('failure'),
      kinds: kindsTable(),
      codes: formatTable(['Codes', 'Kind', 'Reason'], codeRows()),
    },
  };
  const { version } = JSON.parse(read('package.json'));
  return new Map([
    ...copiedFiles(root).map((path) => {
      const text = fillParts(read(path), parts[path] ?? {});
      return [path, nameRelease(text, version)] as const;
    }),
    [selfActionPath, selfAction(read('action.yml'))],
    [schemaPath, schema],
  ]);
}

/** The entries that `others` lacks, or has with another description or default. */
function differing<T>(
  entries: Readonly<Record<string, T>>,
  others: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  return pick(entries, (name, entry) => !isDeepStrictEqual(entry, others[name]));
}

/** The inputs of a workflow that its action lacks or has with another default, and the names of the others. */
function ownInputsTable({ inputs }: Interface, action: Interface): string {
  const defaultOf = (input: Input | undefined) => String(input?.default ?? '');
  const isShared = (name: string, input: Input) =>
    Object.hasOwn(action.inputs, name) && defaultOf(input) === defaultOf(action.inputs[name]);
  const own = pick(inputs, (name, input) => !isShared(name, input));
  const others = Object.keys(pick(inputs, isShared)).map((name) => `\`${name}\``);
  return `${inputsTable(own)}\n\nWith the action's defaults: ${others.join(', ')}.`;
}

function pick<T>(
  record: Readonly<Record<string, T>>,
  isWanted: (name: string, value: T) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(record).filter(([name, value]) => isWanted(name, value)),
  );
}

/** The copy of action.yml for the reusable workflow, because GitHub accepts `$/` only with a path. */
function selfAction(action: string): string {
  const notice = [
    '# Copy of action.yml, written by `npm run docs`. The workflow byoasn.yml uses it as',
    '# `$/.github/actions/byoasn`, because GitHub accepts `$/` only with a path.',
  ];
  const inside = action
    .replace(/^branding:\n(?: .*\n)+/m, '')
    .replace('main: dist/', 'main: ../../../dist/');
  return `${notice.join('\n')}\n${inside}`;
}

/** Paths of the stale generated files. */
export function staleDocs(): string[] {
  return [...freshDocs()].filter(([path, text]) => read(path) !== text).map(([path]) => path);
}

/**
 * Puts each part between `<!-- generated: NAME -->` and the next `<!-- /generated -->`. Throws for a part
 * without markers, and for markers without a part.
 */
export function fillParts(text: string, parts: Readonly<Record<string, string>>): string {
  const missing = new Set(Object.keys(parts));
  const filled = text.replace(
    /(<!-- generated: (\S+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, start: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`nothing is generated for the marker ${name}`);
      missing.delete(name);
      return `${start}\n${part}\n\n${end}`;
    },
  );
  if (missing.size > 0) throw new Error(`no marker for: ${[...missing].join(', ')}`);
  return filled;
}

function read(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}

function inputsTable(inputs: Interface['inputs']): string {
  const defaultText = ({ required, default: value = '' }: Input) =>
    required ? 'required' : value === '' ? '' : `\`${value}\``;
  return formatTable(
    ['Input', 'Default', 'Meaning'],
    Object.entries(inputs).map(([name, input]) => [
      `\`${name}\``,
      defaultText(input),
      input.description,
    ]),
  );
}

function outputsTable(outputs: Interface['outputs']): string {
  return formatTable(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  );
}

/** Tables of the keys of the configuration file, level by level, and a refused file with its problems. */
function configParts(file: KeySchema): Readonly<Record<string, string>> {
  const target = file.properties?.targets?.items ?? {};
  const association = target.properties?.associations?.items ?? {};
  const route = target.properties?.routes?.items ?? {};
  const { problems = [] } = parseConfig(refusedFile, 'byoasn.yml', { specialUse: 'accept' });
  return {
    'file-keys': keysTable(file),
    'target-keys': keysTable(withoutKeys(target, file)),
    'association-keys': keysTable(association),
    'route-keys': keysTable(withoutKeys(route, association)),
    // Not `yaml`: tests require that such a block is valid.
    'refused-file': formatBlock('yml', refusedFile.trimEnd()),
    'refused-problems': formatBlock('text', ...problems.map(problemText)),
  };
}

/** A mapping without the keys of another. */
function withoutKeys(schema: KeySchema, { properties: others = {} }: KeySchema): KeySchema {
  const own = pick(schema.properties ?? {}, (key) => !Object.hasOwn(others, key));
  return { ...schema, properties: own };
}

function keysTable({ properties = {}, required = [] }: KeySchema): string {
  return formatTable(
    ['Key', 'Type', 'Meaning', 'Example'],
    Object.entries(properties).map(([key, schema]) => [
      `\`${key}\``,
      `${typeText(schema)}${required.includes(key) ? ', required' : ''}`,
      schema.description ?? '',
      (schema.examples ?? []).map((example) => `\`${stringify(example).trimEnd()}\``).join(', '),
    ]),
  );
}

/** The type, in the words of the action's messages. */
function typeText(schema: KeySchema): string {
  // Null is the same as omitting the key.
  const kinds = schema.anyOf?.filter(({ type }) => type !== 'null');
  if (kinds) return kinds.map(typeText).join(' or ');
  const values = schema.enum ?? ('const' in schema ? [schema.const] : undefined);
  if (values) return values.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    integer: 'number',
    array: 'list',
  };
  const word = words[schema.type ?? ''];
  if (word === undefined) throw new Error(`there is no word for the type ${schema.type}`);
  return word;
}

/** A row for each reason with this ending, with an anchor for links from other pages. */
function reasonsTable(end: Conclusion): string {
  return formatTable(
    ['Reason', 'Cause', 'Next step'],
    Object.entries(reasons)
      .filter(([reason]) => conclusionOf(reason as Reason) === end)
      .map(([reason, { cause, next }]) => [`<a id="${reason}"></a>\`${reason}\``, cause, next]),
  );
}

function kindsTable(): string {
  return formatTable(
    ['Kind', 'Means', 'The run'],
    Object.entries(kinds).map(([kind, { means, run }]) => [`\`${kind}\``, means, run]),
  );
}

/** One row for each group of codes with the same kind and reason. */
function codeRows(): string[][] {
  const lost = [...tokenCodes].filter((code) => !awsCodes.has(code));
  if (lost.length > 0)
    throw new Error(`src/aws/errors/error-codes.ts does not know ${lost.join(', ')}`);
  const originOf = (code: string) => (ownCodes.has(code) ? ' (not from AWS)' : '');
  const groups = Object.groupBy([...awsCodes.keys(), ...ownCodes.keys()], (code) =>
    [originOf(code), ...codeMeaning(code)].join('\n'),
  );
  return Object.values(groups).map((codes = []) => {
    const [first = ''] = codes;
    const names = codes.map((code) => `\`${code}\``).join(', ');
    return [`${names}${originOf(first)}`, ...codeMeaning(first)];
  });
}

/** Kind and reason of a code. */
function codeMeaning(code: string): string[] {
  const { kind } = findCode(code) ?? { kind: 'ambiguous' };
  if (kind === 'permitted') return [`\`${kind}\``, 'none'];
  const answered = code === 'Unreadable' || !ownCodes.has(code);
  const httpStatus = answered ? 500 : undefined;
  const { reason } = toFailure(
    '',
    new CallError({ code, kind, message: '', httpStatus, requestId: undefined }),
    tokenCodes.has(code) ? { reason: 'oidc-denied' } : {},
  );
  return [`\`${kind}\``, `[\`${reason}\`](#${reason})`];
}

function associationStates(): string {
  // AWS's tutorial names `advertised`, which the API model lacks.
  const states = ['absent', ...Object.values(AsnAssociationState), 'advertised', 'any other'];
  return planTable(states, (association) => ({ association, cidr: 'provisioned' }));
}

function cidrStates(): string {
  const states = [...Object.values(ByoipCidrState), 'any other'];
  return planTable(states, (cidr) => ({ association: 'absent', cidr }));
}

/** The step of a route, from the rules, for each state of its CIDR and each desired origin. */
function routeStates(): string {
  const own = examplePair().asn;
  const origins: Readonly<Record<string, string>> = {
    'your ASN': own,
    "Amazon's": 'AWS',
    'another ASN of yours': '64501',
    'an unknown origin': 'unknown',
  };
  const rows = [...Object.values(ByoipCidrState), 'any other'].flatMap((state) => {
    const name = state === 'any other' ? state : `\`${state}\``;
    if (state !== 'advertised') return [{ name, cells: routeSteps(state, 'none') }];
    return Object.entries(origins).map(([from, origin]) => ({
      name: `${name} from ${from}`,
      cells: routeSteps(state, origin),
    }));
  });
  return formatTable(['AWS shows', '`origin`: your ASN', '`AWS`', '`none`'], joinRows(rows));
}

function routeSteps(state: string, origin: string): string[] {
  const desired: readonly Origin[] = [examplePair().asn, 'AWS', 'none'];
  return desired.map((to) => {
    const facts = { desired: to, state, origin, association: 'associated' };
    const { step, refusal } = decideRoute(facts);
    return refusal === undefined ? step : `[\`${refusal}\`](troubleshooting.md#${refusal})`;
  });
}

/** The step for each state, from the planner; states with the same step share a row. */
function planTable(
  states: readonly string[],
  observed: (state: string) => { readonly association: string; readonly cidr: string },
): string {
  const rows = states.map((state) => {
    const { step, refusal } = planFor(observed(state));
    const name = state === 'any other' ? state : `\`${state}\``;
    const reason = refusal ? `[\`${refusal}\`](troubleshooting.md#${refusal})` : '';
    return { name, cells: [step, reason] };
  });
  return formatTable(['AWS shows', 'Step', 'Reason of a refusal'], joinRows(rows));
}

interface NamedRow {
  readonly name: string;
  readonly cells: readonly string[];
}

/** Joins rows with the same cells, in the order of the first one. */
function joinRows(rows: readonly NamedRow[]): string[][] {
  const groups = Object.groupBy(rows, ({ cells }) => cells.join('\n'));
  return Object.values(groups).map((group = []) => [
    group.map(({ name }) => name).join(', '),
    ...(group[0]?.cells ?? []),
  ]);
}

function planFor({ association: state, cidr }: { association: string; cidr: string }) {
  const { asn, cidr: text } = examplePair();
  const associations = state === 'absent' ? [] : [{ asn, state, statusMessage: '' }];
  const unsaid = { statusMessage: '', networkBorderGroup: '' };
  const listed = { cidr: text, state: cidr, advertisementType: 'unicast', ...unsaid };
  const target = {
    name: exampleRegion,
    accountId: undefined,
    region: exampleRegion,
    associations: [{ asn, cidr: text, note: '', location: undefined }],
  };
  const observed = { cidrs: [{ ...listed, associations }], asns: [] };
  const plan = makePlan([{ target, observed }], { specialUse: 'accept' });
  const [change] = plan.changes;
  if (!change) throw new Error('the plan is empty');
  return change;
}

function examplePair(): Association {
  const asn = parseAsn('64500', { specialUse: 'accept' }).value;
  const cidr = parseCidr('198.51.100.0/24', { specialUse: 'accept' }).value;
  if (asn === undefined || cidr === undefined) throw new Error('the example is not accepted');
  return { asn, cidr };
}

if (process.argv[1] === import.meta.filename) {
  const stale = staleDocs();
  if (!process.argv.includes('--check')) {
    const fresh = freshDocs();
    for (const path of stale) writeFileSync(join(root, path), fresh.get(path) ?? '');
  } else if (stale.length > 0) {
    console.error(`Stale: ${stale.join(', ')}. Run: npm run docs`);
    process.exitCode = 1;
  }
}
