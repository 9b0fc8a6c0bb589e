import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isNode, parse, parseDocument, visit } from 'yaml';
import { tool, toolEnvironment } from '../tools.ts';
import type {
  DeployedProvider,
  DeployedRole,
  DeployedRoles,
  PolicyDocument,
} from './deployed-roles.ts';
import { type DeploymentLocation, pascalCase, type RoleParameters } from './role-parameters.ts';

/** A parameter of the template, as far as tests look at it. */
export interface TemplateParameter {
  readonly Type: string;
  readonly Default?: string | number;
  readonly Description: string;
  readonly AllowedPattern?: string;
  readonly MinValue?: number;
  readonly MaxValue?: number;
  readonly AllowedValues?: readonly string[];
}

interface Stack {
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly roles: readonly (DeployedRole & { readonly attached: readonly unknown[] })[];
  readonly providers: readonly DeployedProvider[];
}

/** Path of the template. */
export const templatePath = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'iam',
  'cloudformation',
  'byoasn-roles.yml',
);

/** Where tests deploy the roles unless they say otherwise. */
export const defaultLocation: DeploymentLocation = { account: '111122223333', region: 'us-west-2' };

const template = readFileSync(templatePath, 'utf8');
const engine = join(import.meta.dirname, 'moto_engine.py');

/** The parameters of the template by name. */
export function templateParameters(): Readonly<Record<string, TemplateParameter>> {
  // The tags of CloudFormation's functions say nothing about the parameters.
  return parse(template, { logLevel: 'silent' }).Parameters;
}

/** The resources of the template by name, those included that moto passes over. */
export function templateResources(): Readonly<Record<string, { readonly Properties: unknown }>> {
  return parse(template, { logLevel: 'silent' }).Resources;
}

/** The functions in the rules of the template, each once, by the names of their short form. */
export function ruleFunctions(): readonly string[] {
  const rules = parseDocument(template, { logLevel: 'silent' }).get('Rules', true);
  if (!isNode(rules)) throw new Error('the template has no rules');
  const names: string[] = [];
  const note = (_: unknown, { tag }: { readonly tag?: string | undefined }) => {
    if (tag?.startsWith('!')) names.push(tag.slice(1));
  };
  visit(rules, { Node: note });
  return [...new Set(names)];
}

/** The engine's command: moto's CloudFormation, with the Python that moto is installed in. */
export function engineCommand(mode: 'render' | 'allow' | 'serve'): readonly [string, ...string[]] {
  const moto = tool('moto_server');
  if (moto === undefined) throw new Error('no moto: run npm run tools');
  return [join(dirname(moto), 'python'), engine, mode];
}

/** Deploys a stack of the template in moto for each of the parameters, and reads back the result. */
export function renderStacks(
  deployments: readonly (RoleParameters & { readonly location?: DeploymentLocation })[],
): readonly DeployedRoles[] {
  const stacks = deployments.map(({ location = defaultLocation, ...parameters }) => ({
    ...location,
    template,
    parameters: templateValues(parameters),
  }));
  const made: readonly Stack[] = askEngine('render', stacks);
  return made.map(madeBy);
}

/** The actions that moto's policy engine finds allowed by each policy, each with its Region. */
export function allowedActions(
  questions: readonly {
    readonly policy: PolicyDocument | undefined;
    readonly actions: readonly string[];
    readonly regions: readonly string[];
  }[],
): readonly (readonly (readonly [action: string, region: string])[])[] {
  return askEngine('allow', questions);
}

function askEngine(mode: 'render' | 'allow', questions: readonly object[]) {
  const [command, ...args] = engineCommand(mode);
  const { stdout, stderr, status } = spawnSync(command, args, {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    env: toolEnvironment(),
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The roles of the template with these parameters in the default location, as moto deploys them. */
export function renderedRoles(parameters: RoleParameters): DeployedRoles {
  const [made] = renderStacks([parameters]);
  if (made === undefined) throw new Error('moto made no stack');
  return made;
}

function templateValues(parameters: RoleParameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [pascalCase(name), String(value)]),
  );
}

/** The roles by the outputs of the stack; anything else that it made is an error. */
function madeBy({ status, outputs, roles, providers }: Stack): DeployedRoles {
  const named = (output: string) => {
    const role = roles.find(({ arn }) => arn === outputs[output]);
    if (role === undefined) throw new Error(`no role is the ${output} of ${status}`);
    const { attached, ...made } = role;
    if (attached.length > 0) throw new Error(`${role.name} has attached policies`);
    return made;
  };
  const routes =
    outputs.RouteRoleArn === undefined
      ? undefined
      : {
          plan: named('RoutePlanRoleArn'),
          route: named('RouteRoleArn'),
          withdraw: named('WithdrawRoleArn'),
        };
  const { length } = Object.keys(outputs);
  if (roles.length !== length || length !== (routes ? 5 : 2)) {
    throw new Error(`${roles.length} roles and ${length} outputs`);
  }
  return { plan: named('PlanRoleArn'), apply: named('ApplyRoleArn'), routes, providers };
}
