// Writes what the documentation takes from the source: the parts of README.md and of pages of docs/ that
// are marked, the pages docs/reasons.md and docs/aws-errors.md, the JSON Schema of the configuration file, and the copy of action.yml that the reusable workflow uses. `--check` writes nothing and fails when one is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AsnAssociationState, ByoipCidrState } from '@aws-sdk/client-ec2';
import { parse, stringify } from 'yaml';
import { CallError } from '../src/aws/answer.ts';
import { type AnswerKind, awsCodes, ownCodes, unsentSystemCodes } from '../src/aws/codes.ts';
import { asFailureOf } from '../src/aws/explain.ts';
import { applyPolicy, type Policy, planPolicy, policyLines } from '../src/aws/policies.ts';
import { parseAsn } from '../src/desired/asn.ts';
import type { Association } from '../src/desired/association.ts';
import { parseCidr } from '../src/desired/cidr.ts';
import { parseConfig } from '../src/desired/config/config.ts';
import { problemText } from '../src/desired/place.ts';
import { makePlan } from '../src/plan/plan.ts';
import { reasons } from '../src/reasons.ts';
import { deniedTokenBlock } from './docs/denied-token.ts';
import { formatTable } from './docs/table.ts';
import { freshSchema, schemaPath } from './schema.ts';

interface Input {
  readonly description: string;
  readonly default?: string | number | boolean;
  readonly required?: boolean;
}

/** What an action and a reusable workflow have alike. */
interface Interface {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** What of a JSON Schema the tables of keys show. */
interface KeySchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly KeySchema[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, KeySchema>>;
  readonly required?: readonly string[];
  readonly items?: KeySchema;
}

const root = join(import.meta.dirname, '..');
const refusedFile = 'test/fixtures/byoasn-refused.yml';
const selfActionPath = '.github/actions/byoasn/action.yml';
const exampleRegion = 'us-west-2';
const notice =
  '<!-- Written by `npm run docs` from the source. Edit the source, not this page. -->';

/** What an answer of each kind does to a run; docs/aws-errors.md shows it. */
const kinds: Readonly<Record<AnswerKind, { readonly means: string; readonly run: string }>> = {
  permitted: {
    means: 'The call would have succeeded, had it not been a `DryRun`.',
    run: 'A success of the permission check.',
  },
  denied: { means: 'A policy does not allow the call.', run: 'Ends at once.' },
  credentials: {
    means: 'The credentials are not accepted; the call was not carried out.',
    run: 'Ends at once, unless they have expired and new ones can be had, or the SDK has just corrected its clock: then it repeats the call once.',
  },
  rejected: { means: 'A client error that repeating cannot mend.', run: 'Ends at once.' },
  invalid: {
    means: 'Node or the SDK refused a value before anything was sent.',
    run: 'Ends at once.',
  },
  intercepted: {
    means:
      'Something on the way answered: the answer has no code of AWS, or is a page. It proves nothing of the call.',
    run: 'Ends at once. After an associate call, reads the state back first.',
  },
  throttled: {
    means: 'The call was not carried out: the request rate is used up.',
    run: 'Repeats with growing pauses until the deadline.',
  },
  unsent: {
    means: 'The call was not carried out.',
    run: 'Repeats: reads four times in all, the associate call three times in all.',
  },
  ambiguous: {
    means: 'The call may or may not have been carried out.',
    run: 'Repeats a read, four times in all. After an associate call, reads the state back first.',
  },
};

/** Codes that only AssumeRoleWithWebIdentity answers with, of a token that STS has judged. */
const tokenCodes: ReadonlySet<string> = new Set(['IDPRejectedClaim', 'InvalidIdentityToken']);

/** Every generated file by its path from the root of the repository, with its fresh text. */
function freshDocs(): ReadonlyMap<string, string> {
  const action: Interface = parse(read('action.yml'));
  const workflow: Interface = parse(read('.github/workflows/byoasn.yml')).on.workflow_call;
  const parts: Readonly<Record<string, string>> = {
    inputs: inputsTable(action),
    outputs: outputsTable(action),
    'example-file': yamlBlock('examples/byoasn.yml'),
    'example-workflow': yamlBlock('examples/reusable.yml'),
  };
  const policies = {
    'plan-policy': policyBlock(planPolicy(exampleRegion)),
    'apply-policy': policyBlock(applyPolicy(exampleRegion)),
  };
  const tables = { 'association-states': associationStates(), 'cidr-states': cidrStates() };
  const schema = freshSchema();
  return new Map([
    ['README.md', fillParts(read('README.md'), parts)],
    ['docs/architecture.md', fillParts(read('docs/architecture.md'), tables)],
    ['docs/config.md', fillParts(read('docs/config.md'), configParts(JSON.parse(schema)))],
    ['docs/oidc.md', fillParts(read('docs/oidc.md'), { 'denied-token': deniedTokenBlock() })],
    [
      'docs/reusable-workflow.md',
      fillParts(read('docs/reusable-workflow.md'), {
        inputs: inputsTable(workflow),
        outputs: outputsTable(workflow),
      }),
    ],
    ['docs/roles.md', fillParts(read('docs/roles.md'), policies)],
    [selfActionPath, selfAction(read('action.yml'))],
    ['docs/reasons.md', reasonsPage()],
    ['docs/aws-errors.md', awsErrorsPage()],
    [schemaPath, schema],
  ]);
}

/** The action by a path: the reusable workflow needs one, because GitHub takes no `$/` without a path. */
function selfAction(action: string): string {
  const notice = [
    '# action.yml at the root of this repository, by a path: the workflow byoasn.yml uses it as',
    '# `$/.github/actions/byoasn`, because GitHub takes no `$/` without a path. Written by `npm run docs`.',
  ];
  const inside = action
    .replace(/^branding:\n(?: .*\n)+/m, '')
    .replace('main: dist/', 'main: ../../../dist/');
  return `${notice.join('\n')}\n${inside}`;
}

/** Paths of the generated files that are not what the source makes of them. */
export function staleDocs(): string[] {
  return [...freshDocs()].filter(([path, text]) => read(path) !== text).map(([path]) => path);
}

/**
 * Puts every part between `<!-- generated: NAME -->` and the next `<!-- /generated -->`. Throws when
 * the text has no place for a part, or a place for a part that does not exist.
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

function inputsTable({ inputs }: Interface): string {
  const standard = ({ required, default: value = '' }: Input) =>
    required ? 'required' : value === '' ? '' : `\`${value}\``;
  return formatTable(
    ['Input', 'Default', 'Meaning'],
    Object.entries(inputs).map(([name, input]) => [
      `\`${name}\``,
      standard(input),
      input.description,
    ]),
  );
}

function outputsTable({ outputs }: Interface): string {
  return formatTable(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  );
}

/** The keys of the configuration file, level by level, and a file that is refused with every problem. */
function configParts(file: KeySchema): Readonly<Record<string, string>> {
  const target = file.properties?.targets?.items ?? {};
  const association = target.properties?.associations?.items ?? {};
  const text = read(refusedFile);
  const { problems = [] } = parseConfig(text, 'byoasn.yml', { specialUse: 'accept' });
  return {
    'file-keys': keysTable(file),
    'target-keys': keysTable(target),
    'association-keys': keysTable(association),
    // Not `yaml`: what stands in such a block is tested to be right.
    'refused-file': ['```yml', text.trimEnd(), '```'].join('\n'),
    'refused-problems': ['```text', ...problems.map(problemText), '```'].join('\n'),
  };
}

function keysTable({ properties = {}, required = [] }: KeySchema): string {
  return formatTable(
    ['Key', 'Required', 'Type', 'Meaning', 'Example'],
    Object.entries(properties).map(([key, schema]) => [
      `\`${key}\``,
      required.includes(key) ? 'yes' : '',
      typeText(schema),
      schema.description ?? '',
      (schema.examples ?? []).map((example) => `\`${stringify(example).trimEnd()}\``).join(', '),
    ]),
  );
}

/** The type in the words of the problems that the action tells. */
function typeText(schema: KeySchema): string {
  // Null says no more than leaving the key out.
  const kinds = schema.anyOf?.filter(({ type }) => type !== 'null');
  if (kinds) return kinds.map(typeText).join(' or ');
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    integer: 'number',
    array: 'list',
  };
  const word = words[schema.type ?? ''];
  if (word === undefined) throw new Error(`there is no word for the type ${schema.type}`);
  return word;
}

function policyBlock(policy: Policy): string {
  return ['```json', ...policyLines(policy), '```'].join('\n');
}

/** A file of the repository as a block. */
function yamlBlock(path: string): string {
  return ['```yaml', read(path).trimEnd(), '```'].join('\n');
}

/** Rows of reason, ending and cause, each reason linked to its heading. */
function reasonsTable(): string {
  return formatTable(
    ['Reason', 'The step ends with', 'Cause', 'Next step'],
    Object.entries(reasons).map(([reason, { ending, cause, next }]) => [
      `[\`${reason}\`](#${reason})`,
      ending,
      cause,
      next,
    ]),
  );
}

function reasonsPage(): string {
  const sections = Object.entries(reasons).map(([reason, { ending, cause, next }]) =>
    [
      `## ${reason}`,
      `The step ends with **${ending}**.`,
      `**Cause.** ${cause}`,
      `**Next step.** ${next}`,
    ].join('\n\n'),
  );
  return page(
    'Reasons',
    [
      'Every run ends with one of these in the output `reason`. The list is closed: every change to it',
      'stands in the [changelog](../CHANGELOG.md). A failure in the log may name a more precise next',
      'step than the one here. Match `reason` in a workflow, never the text of the log.',
    ].join('\n'),
    reasonsTable(),
    ...sections,
  );
}

function awsErrorsPage(): string {
  const kindRows = Object.entries(kinds).map(([kind, { means, run }]) => [
    `\`${kind}\``,
    means,
    run,
  ]);
  return page(
    'Answers of AWS',
    [
      'What this action makes of the codes of EC2 and STS. AWS documents no error code for BYOASN',
      'alone, so a code that is not in this list is judged by its HTTP status: 429 is `throttled`,',
      'other statuses from 400 to 499 are `rejected`, everything else is `ambiguous`. Codes are',
      'matched by name, never by message text, and prove something only with a status that they come',
      'with: client errors with 400 to 499, `DryRunOperation` with 412; with another, they are',
      '`ambiguous`. A failure in the log shows the code, the status, the message and the request id as',
      'AWS sent them.',
    ].join('\n'),
    '## Kinds',
    formatTable(['Kind', 'Means', 'The run'], kindRows),
    [
      'An answer without a code of AWS is `intercepted`; with a status of 500 and above, 408 or 429, it',
      'is `ambiguous`, because something on the way has failed, and may not fail again. A',
      '`DryRunOperation` in answer to the associate call itself proves nothing: its state is read back.',
      'While a run waits for the end state, `throttled`, `unsent` and `ambiguous` reads slow it down and',
      'never end it before the deadline.',
    ].join('\n'),
    '## Codes',
    [
      'The reason is the one that a run ends with when it gives up on the answer. Two calls name their',
      'own: an EC2 `DryRun` that is `denied` ends with [`not-permitted`](reasons.md#not-permitted), and',
      'an AssumeRoleWithWebIdentity that is `denied` or `credentials` ends with',
      '[`oidc-denied`](reasons.md#oidc-denied), whatever its code ([OIDC](oidc.md)).',
    ].join('\n'),
    formatTable(['Codes', 'Kind', 'Reason', 'Cause', 'Next step'], codeRows()),
    '## Names that are not of AWS',
    [
      'Where an answer carries no code, the log shows `HTTP` and its status, or one of the names',
      'that are marked above. Where no answer came, it shows the code of the system. A connection that',
      'did not come about is `unsent`, whatever its code; a certificate that is not accepted and a TLS',
      'handshake that fails are `rejected`; what breaks an open connection is `ambiguous`. These codes',
      'are known to be of connections that did not come about:',
    ].join('\n'),
    [...unsentSystemCodes].map((code) => `- \`${code}\``).join('\n'),
  );
}

/** One row for all codes that mean the same. */
function codeRows(): string[][] {
  const lost = [...tokenCodes].filter((code) => !Object.hasOwn(awsCodes, code));
  if (lost.length > 0) throw new Error(`src/aws/codes.ts does not know ${lost.join(', ')}`);
  const groups = Object.groupBy(Object.keys(awsCodes), (code) => codeMeaning(code).join('\n'));
  return Object.values(groups).map((codes = []) => [
    codes
      .map((code) => `\`${code}\`${Object.hasOwn(ownCodes, code) ? ' (not of AWS)' : ''}`)
      .join(', '),
    ...codeMeaning(codes[0] ?? ''),
  ]);
}

/** Kind, reason, cause and next step of a code, as the source makes a failure of it. */
function codeMeaning(code: string): string[] {
  const { kind, cause } = awsCodes[code] ?? { kind: 'ambiguous', cause: '' };
  if (kind === 'permitted') return [`\`${kind}\``, 'none', cause, 'Nothing to do.'];
  const answered = code === 'Unreadable' || !Object.hasOwn(ownCodes, code);
  const httpStatus = answered ? 500 : undefined;
  const { reason, next } = asFailureOf(
    '',
    new CallError({ code, kind, message: '', httpStatus, requestId: undefined }),
    tokenCodes.has(code) ? { reason: 'oidc-denied' } : {},
  );
  return [`\`${kind}\``, `[\`${reason}\`](reasons.md#${reason})`, cause, next];
}

function associationStates(): string {
  const states = ['absent', ...Object.values(AsnAssociationState), 'advertised', 'any other'];
  return planTable(states, (association) => ({ association, cidr: 'provisioned' }));
}

function cidrStates(): string {
  const states = [...Object.values(ByoipCidrState), 'any other'];
  return planTable(states, (cidr) => ({ association: 'absent', cidr }));
}

/** The plan for each state, asked of the planner itself. */
function planTable(
  states: readonly string[],
  observed: (state: string) => { readonly association: string; readonly cidr: string },
): string {
  return formatTable(
    ['AWS shows', 'Step', 'Reason of a refusal'],
    states.map((state) => {
      const { step, refusal } = planFor(observed(state));
      return [
        state === 'any other' ? state : `\`${state}\``,
        step,
        refusal ? `[\`${refusal}\`](reasons.md#${refusal})` : '',
      ];
    }),
  );
}

function planFor({ association: state, cidr }: { association: string; cidr: string }) {
  const { asn, cidr: text } = examplePair();
  const associations = state === 'absent' ? [] : [{ asn, state, statusMessage: '' }];
  const listed = { cidr: text, state: cidr, statusMessage: '', advertisementType: 'unicast' };
  const target = {
    name: exampleRegion,
    accountId: undefined,
    region: exampleRegion,
    associations: [{ asn, cidr: text, note: '', place: undefined }],
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

function page(title: string, ...blocks: readonly string[]): string {
  return `${[`# ${title}`, notice, ...blocks].join('\n\n')}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const stale = staleDocs();
  if (!process.argv.includes('--check')) {
    const fresh = freshDocs();
    for (const path of stale) writeFileSync(join(root, path), fresh.get(path) ?? '');
  } else if (stale.length > 0) {
    console.error(`Not what the source says: ${stale.join(', ')}. Run: npm run docs`);
    process.exitCode = 1;
  }
}
