import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partitionOf } from '../../../src/domain/partition.ts';
import { tool, toolEnvironment } from '../tools.ts';
import { defaultLocation } from './cloudformation.ts';
import type { DeployedRole, DeployedRoles } from './deployed-roles.ts';
import { type DeploymentLocation, type RoleParameters, snakeCase } from './role-parameters.ts';

/** Path of the module. */
export const modulePath = join(import.meta.dirname, '..', '..', '..', 'iam', 'terraform');

interface PlannedModule {
  readonly address?: string;
  readonly resources?: readonly {
    readonly address: string;
    readonly values: { readonly input: PlannedInput };
  }[];
  readonly child_modules?: readonly PlannedModule[];
}

interface PlannedInput {
  readonly [argument: string]: unknown;
}

interface TerraformPlan {
  readonly planned_values: {
    readonly root_module: PlannedModule;
    readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
  };
}

const stubs = join(import.meta.dirname, 'stubs');

/**
 * Plans the module with OpenTofu for each of the parameters, and reads the plan. The AWS provider is
 * replaced by stubs: each of its resources is a module that has the same arguments.
 */
export function planModules(
  deployments: readonly (RoleParameters & { readonly location?: DeploymentLocation })[],
): readonly DeployedRoles[] {
  return inFolder((folder) => {
    writeCases(folder, deployments);
    const { root_module: root, outputs } = showPlan(folder).planned_values;
    return deployments.map(({ location: { account, region } = defaultLocation }, index) => {
      const name = `case${index}`;
      return madeBy(root, name, outputs[name]?.value, `arn:${partitionOf(region)}:iam::${account}`);
    });
  });
}

/** Why a plan of the module fails with each of the parameters, `''` where it does not. */
export function refusals(deployments: readonly RoleParameters[]): readonly string[] {
  return inFolder((folder) => {
    writeCases(folder, deployments);
    tofu(folder, 'init');
    const { stderr } = spawnSync(tofuPath(), ['plan', '-no-color'], tofuOptions(folder));
    const errors = stderr.replaceAll(/^[│╷╵]? ?/gm, '').split(/^Error: /m);
    const unexpected = errors.filter(
      (error) => error.trim() !== '' && !/ on case\d+\//.test(error),
    );
    if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
    return deployments.map((_, index) =>
      errors.filter((error) => error.includes(` on case${index}/`)).join('\n'),
    );
  });
}

/** Applies a configuration that uses the module as `./roles` and gives back its outputs. */
export function applyConfiguration(main: string): Readonly<Record<string, unknown>> {
  return inFolder((folder) => {
    prepareModule(join(folder, 'roles'), defaultLocation);
    writeFileSync(join(folder, 'main.tf'), main);
    tofu(folder, 'init');
    tofu(folder, 'apply', '-auto-approve');
    return JSON.parse(tofu(folder, 'output', '-json'));
  });
}

/** What `tofu fmt` would change, and whether it can read the files at all. */
export function badlyFormatted(folder: string): string {
  const args = ['fmt', '-check', '-recursive', '-diff', folder];
  const { stdout, stderr, status } = spawnSync(tofuPath(), args, tofuOptions(folder));
  return status === 0 ? '' : `${stdout}${stderr}` || 'tofu fmt fails';
}

/** What the AWS provider of the registry finds in the module; needs the network. */
export function validateModule(): unknown {
  return inFolder((folder) => {
    cpSync(modulePath, folder, { recursive: true });
    execFileSync(tofuPath(), ['init', '-backend=false'], { cwd: folder, stdio: 'pipe' });
    const { stdout } = spawnSync(tofuPath(), ['validate', '-json'], { cwd: folder });
    return JSON.parse(stdout.toString());
  });
}

/** Copies the module with stubs instead of the provider. */
function prepareModule(folder: string, { account, region }: DeploymentLocation): void {
  cpSync(modulePath, folder, { recursive: true });
  cpSync(stubs, join(folder, 'stubs'), { recursive: true });
  rmSync(join(folder, 'versions.tf'));
  const data = {
    aws_partition: `output "partition" {\n  value = "${partitionOf(region)}"\n}\n`,
    aws_caller_identity: `output "account_id" {\n  value = "${account}"\n}\n`,
  };
  for (const [name, text] of Object.entries(data)) {
    cpSync(join(stubs, 'aws_iam_role_policy'), join(folder, 'stubs', name), {
      recursive: true,
    });
    writeFileSync(join(folder, 'stubs', name, 'main.tf'), text);
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.tf'))) {
    const path = join(folder, file);
    writeFileSync(path, withStubs(readFileSync(path, 'utf8')));
  }
}

/** `resource "aws_iam_role" "plan"` becomes a call of a module, and so do its references. */
function withStubs(text: string): string {
  const call = (name: string, source: string) =>
    `module "${name}" {\n  source = "./stubs/${source}"\n`;
  return text
    .replaceAll(/\bdata\.(aws_\w+)\.(\w+)/g, 'module.data_$1_$2')
    .replaceAll(/(?<!\w)(aws_\w+)\.(\w+)/g, 'module.$1_$2')
    .replaceAll(/^data "(\w+)" "(\w+)" {/gm, (_, type, name) => call(`data_${type}_${name}`, type))
    .replaceAll(/^resource "(\w+)" "(\w+)" {/gm, (_, type, name) => call(`${type}_${name}`, type));
}

function moduleValues(parameters: RoleParameters): Readonly<Record<string, unknown>> {
  const values = Object.entries(parameters).map(([name, value]) => [snakeCase(name), value]);
  // In Terraform's JSON a string is a template.
  const text = JSON.stringify(Object.fromEntries(values)).replaceAll('${', () => '$${');
  return JSON.parse(text);
}

/** A configuration that uses a copy of the module for each of the parameters: `case0`, `case1`. */
function writeCases(
  folder: string,
  deployments: readonly (RoleParameters & { readonly location?: DeploymentLocation })[],
): void {
  const calls = deployments.map(({ location = defaultLocation, ...parameters }, index) => {
    prepareModule(join(folder, `case${index}`), location);
    return [`case${index}`, { source: `./case${index}`, ...moduleValues(parameters) }] as const;
  });
  const output = calls.map(([name]) => [name, { value: `\${module.${name}}` }]);
  const configuration = { module: Object.fromEntries(calls), output: Object.fromEntries(output) };
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(configuration));
}

function showPlan(folder: string): TerraformPlan {
  tofu(folder, 'init');
  tofu(folder, 'plan', '-out=plan');
  return JSON.parse(tofu(folder, 'show', '-json', 'plan'));
}

/** The roles of a module by its outputs; anything else that it would make is an error. */
function madeBy(root: PlannedModule, name: string, outputs: unknown, iam: string): DeployedRoles {
  const unexpected = addressesOf(root).filter(
    (address) => address.startsWith(`module.${name}.`) && !made.test(address),
  );
  if (unexpected.length > 0) throw new Error(`the module makes more: ${unexpected.join(', ')}`);
  const planned = (resource: string) => inputsOf(root, `module.${name}.module.${resource}`);
  const role = (which: string, output = which): DeployedRole => {
    const [input, ...others] = planned(`aws_iam_role_${which}`);
    if (input === undefined || others.length > 0) throw new Error(`not one role ${which}`);
    if (Object(outputs)[`${output}_role_arn`] !== `arn of ${input.name}`) {
      throw new Error(`the output is not the ARN of the role ${which}`);
    }
    return {
      name: String(input.name),
      arn: `${iam}:role/${input.name}`,
      description: String(input.description),
      maxSessionSeconds: Number(input.max_session_duration),
      boundary: input.permissions_boundary === null ? null : String(input.permissions_boundary),
      tags: Object(input.tags),
      trust: JSON.parse(String(input.assume_role_policy)),
      policies: planned(`aws_iam_role_policy_${which}`)
        .filter((policy) => policy.role === input.name)
        .map(({ policy }) => JSON.parse(String(policy))),
    };
  };
  const providers = planned('aws_iam_openid_connect_provider_github').map((input) => ({
    url: String(input.url).replace('https://', ''),
    clientIds: [input.client_id_list].flat().map(String),
  }));
  const ofRoutes = (which: string) => role(`route["${which}"]`, which);
  const routes = Object(outputs).route_role_arn
    ? { plan: ofRoutes('route_plan'), route: ofRoutes('route'), withdraw: ofRoutes('withdraw') }
    : undefined;
  return { plan: role('plan'), apply: role('apply'), routes, providers };
}

const made =
  /^module\.case\d+\.module\.(aws_iam_role(_policy)?_(plan|apply|route\["\w+"\])|aws_iam_openid_connect_provider_github\[0\])\.terraform_data\.this$/;

/** The addresses of all resources of a module, at any depth. */
function addressesOf(module: PlannedModule): readonly string[] {
  return [
    ...(module.resources ?? []).map(({ address }) => address),
    ...(module.child_modules ?? []).flatMap(addressesOf),
  ];
}

function inputsOf(module: PlannedModule, address: string): readonly PlannedInput[] {
  const own = module.address?.replace(/\[\d+\]$/, '') === address ? (module.resources ?? []) : [];
  return [
    ...own.map(({ values }) => values.input),
    ...(module.child_modules ?? []).flatMap((child) => inputsOf(child, address)),
  ];
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-terraform-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tofu(folder: string, ...args: readonly string[]): string {
  return execFileSync(tofuPath(), args, { ...tofuOptions(folder), stdio: 'pipe' });
}

function tofuPath(): string {
  const path = tool('tofu');
  if (path === undefined) throw new Error('no tofu: run npm run tools');
  return path;
}

/** Without settings of the machine, and without the network. */
function tofuOptions(cwd: string) {
  const settings = { HOME: cwd, TF_CLI_CONFIG_FILE: '', CHECKPOINT_DISABLE: '1' };
  const env = { ...toolEnvironment(), ...settings };
  return { cwd, encoding: 'utf8', env } as const;
}
