import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../src/config/parse.ts';
import { parseAsn } from '../../src/domain/asn.ts';
import { parseCidr } from '../../src/domain/cidr.ts';
import type { Target } from '../../src/domain/target.ts';
import type { Links } from '../../src/inputs/links.ts';
import type { ObservedCidr } from '../../src/observe/observed.ts';
import { createRunState, initialPairs, type Outcome } from '../../src/outcome/run-state.ts';
import { makePlan } from '../../src/plan/plan.ts';
import type { Reason } from '../../src/reasons.ts';
import { formatOutputs } from '../../src/report/outputs.ts';
import { inputsOf, target as oneTarget } from '../../test/unit/report/outcome.ts';
import { formatBlock } from './markdown.ts';

const exampleFile = join(import.meta.dirname, '..', '..', 'examples', 'byoasn.yml');
/** Of a run on the default branch. */
const links: Links = {
  run: 'https://github.com/octo-org/prefixes/actions/runs/1234567890',
  files: undefined,
  commit: '0123456789abcdef0123456789abcdef01234567',
  pullRequest: undefined,
  actor: 'octocat',
  approvers: [],
  isOnDefaultBranch: false,
};
const accept = { specialUse: 'accept' } as const;

/** The plan of the example file, where AWS has another ASN on one of its CIDRs. */
export function planBlocks(): Readonly<Record<'plan' | 'counts' | 'matrix', string>> {
  const { plan, counts, matrix } = formatOutputs(
    outcomeOf('planned', exampleTargets(), { '203.0.113.0/24': '64511' }),
    links,
  );
  return { plan: jsonBlock(plan), counts: jsonBlock(counts), matrix: jsonBlock(matrix) };
}

/** The `result` of the association that `npm run demo` makes. */
export function resultBlock(): string {
  return jsonBlock(formatOutputs(associated(), links).result);
}

/** The command that computes the digest of that association's plan. */
export function digestBlock(): string {
  const { 'plan-digest': digest } = formatOutputs(associated(), links);
  const [version] = digest.split(':');
  const { accountId, region, associations } = oneTarget;
  const lines = associations.map(({ asn, cidr }) =>
    JSON.stringify(['associate', accountId, region, asn, cidr, 'absent']),
  );
  const quoted = [`byoasn-plan ${version}`, ...lines].map((line) => `'${line}'`);
  return formatBlock('bash', `printf '%s\\n' ${quoted.join(' \\\n  ')} | sha256sum`);
}

function associated(): Outcome {
  return outcomeOf('associated', [oneTarget], {}, '68226fda-1d8a-4e07-a422-613094bdc5eb');
}

/** An outcome of targets whose CIDRs are provisioned, with the other ASNs that AWS has on them. */
function outcomeOf(
  reason: Reason,
  targets: readonly Target[],
  others: Readonly<Record<string, string>>,
  requestId?: string,
): Outcome {
  const runState = createRunState();
  runState.start(inputsOf({ mode: requestId === undefined ? 'plan' : 'apply' }));
  runState.addEntries(targets.flatMap(initialPairs));
  const observations = targets.map((target) => ({
    target,
    observed: {
      cidrs: target.associations.map(({ cidr }) => provisioned(cidr, others[cidr])),
      asns: target.associations.map(({ asn }) => ({
        asn,
        state: 'provisioned',
        statusMessage: '',
      })),
    },
  }));
  runState.setPlan(makePlan(observations, accept));
  if (requestId !== undefined) {
    for (const { associations } of targets) {
      for (const association of associations) {
        runState.update(association, { state: 'associated', changed: true, requestId });
      }
    }
  }
  return runState.finish(reason);
}

function provisioned(text: string, other: string | undefined): ObservedCidr {
  const cidr = parseCidr(text, accept).value;
  const asn = other === undefined ? undefined : parseAsn(other, accept).value;
  if (cidr === undefined) throw new Error(`not a CIDR: ${text}`);
  return {
    cidr,
    state: 'provisioned',
    statusMessage: '',
    advertisementType: 'unicast',
    networkBorderGroup: 'us-west-2',
    associations: asn === undefined ? [] : [{ asn, state: 'associated', statusMessage: '' }],
  };
}

function exampleTargets(): readonly Target[] {
  const { targets = [] } = parseConfig(readFileSync(exampleFile, 'utf8'), 'byoasn.yml', accept);
  return targets;
}

function jsonBlock(json: string): string {
  return formatBlock('json', formatJson(JSON.parse(json), ''));
}

/** JSON with each short value, and each plain item of a list, on one line. */
function formatJson(value: unknown, indent: string, isItem = false): string {
  const text = JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return text;
  const isPlain = Object.values(value).every((each) => typeof each !== 'object');
  if (isPlain && (isItem || text.length <= 72)) return text;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const lines = Object.entries(value).map(
    ([key, each]) =>
      `${inner}${isList ? '' : `${JSON.stringify(key)}: `}${formatJson(each, inner, isList)}`,
  );
  const [open, close] = isList ? '[]' : '{}';
  return lines.length === 0 ? text : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
