import { associationText } from '../domain/association.ts';
import { routeText } from '../domain/origin.ts';
import { arnsOf, type Role } from '../domain/role.ts';
import type { Target } from '../domain/target.ts';
import { type Inputs, onlyReads, withdrawsOnly } from '../inputs/inputs.ts';
import { countNoun } from '../lib/text.ts';
import { words } from './words.ts';

const defaultChain = "credentials of the AWS SDK's default chain";

/** The inputs as they were parsed, for the log. */
export function inputLines(inputs: Inputs, targets: readonly Target[]): string[] {
  const { action, source, mode, role, specialUse, expectedPlan, maxChanges, unmanaged } = inputs;
  const ipamRegions = targets.map(({ ipamRegion = inputs.ipamRegion }) => ipamRegion);
  const verb = action === 'routes' || inputs.allowRemove ? 'changes' : 'creates';
  return [
    ...(source.form === 'file' ? [`file ${source.path}`] : []),
    ...targets.flatMap((target) => targetLines(target, inputs)),
    mode === 'plan' ? 'dry run: changes nothing' : 'apply',
    ...(role ? roleLines(role, inputs) : [defaultChain]),
    ...(specialUse === 'accept' ? ['special-use ASNs and prefixes are accepted'] : []),
    ...[...new Set(ipamRegions)].flatMap((region) =>
      region === undefined ? [] : [ipamText(region, inputs)],
    ),
    ...(unmanaged === 'fail' ? ['unmanaged associations fail the run'] : []),
    ...(expectedPlan === undefined ? [] : [`approved plan: ${expectedPlan}`]),
    ...(inputs.allowRemove ? ['removes associations that have remove: true in the file'] : []),
    ...(maxChanges === undefined
      ? []
      : [`${verb} at most ${countNoun(maxChanges, words[action].entry)}`]),
    ...(action === 'routes' && mode === 'apply' ? [verifyText(inputs.verify)] : []),
  ];
}

function ipamText(region: string, { action }: Inputs): string {
  return action === 'routes'
    ? `origins are read from the IPAM in ${region}`
    : `ASNs must be listed by the IPAM in ${region}`;
}

function verifyText({ policy, timeoutSeconds }: Inputs['verify']): string {
  if (policy === 'off') return 'route collectors are not asked';
  const verb = policy === 'warn' ? 'warns' : 'fails';
  return `the run ${verb} if route collectors do not show a changed origin within ${timeoutSeconds} s`;
}

function roleLines(role: Role, inputs: Inputs): string[] {
  const [first = '', ...others] = arnsOf(role);
  const start = role.source === 'id-token' ? "GitHub's OIDC token" : defaultChain;
  return [
    `role ${first}, assumed with ${start}`,
    ...others.map((arn) => `role ${arn}, assumed with the session of the previous role`),
    inputs.sessionPolicy === 'attach'
      ? `session policy: this run may only ${sessionCalls(inputs)}`
      : 'no session policy: this run may do whatever the role may do',
  ];
}

function sessionCalls(inputs: Inputs): string {
  if (onlyReads(inputs)) return 'read';
  if (inputs.action === 'routes') {
    return withdrawsOnly(inputs) ? 'read and withdraw' : 'read, advertise and withdraw';
  }
  return inputs.allowRemove ? 'read, associate and disassociate' : 'read and associate';
}

function targetLines(
  { name, accountId, region, associations, routes = [] }: Target,
  { action, source }: Inputs,
): string[] {
  if (source.form === 'inputs') {
    return [
      ...associations.map((each) => `associate ${associationText(each)}`),
      ...routes.map((each) => `route ${routeText(each)}`),
      `Region ${region}`,
    ];
  }
  const entries = action === 'routes' ? routes : associations;
  const count = countNoun(entries.length, words[action].entry);
  return [`target ${name}: account ${accountId}, Region ${region}, ${count}`];
}
