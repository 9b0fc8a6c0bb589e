import { parseArgs } from 'node:util';
import type { Verbosity } from './log.ts';
import { exportOptions, type Option, outputOptions, planInputs, sharedOptions } from './options.ts';
import { WrongUsage } from './wrong-usage.ts';

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help' }
  | PlanCommand
  | {
      readonly name: 'export';
      readonly profile: string | undefined;
      /** Defaults to the Region of the environment. */
      readonly regions: readonly string[];
      /** A new file; stdout when undefined. */
      readonly output: string | undefined;
    };

/** A plan, and how to print it. */
export interface PlanCommand {
  readonly name: 'plan';
  readonly profile: string | undefined;
  /** Inputs of action.yml by name, without those that are left out. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly form: 'table' | 'json';
  readonly exitCode: 'plain' | 'detailed';
  readonly verbosity: Verbosity;
}

interface ParsedOptions {
  /** The values of an option, in their order. */
  texts(name: string): readonly string[];
  has(name: string): boolean;
}

/** Reads the arguments after the program's name; throws WrongUsage. */
export function readArguments(args: readonly string[]): Command {
  const [name = 'help', ...rest] = args;
  if (name === 'help' || args.includes('--help') || args.includes('-h')) return { name: 'help' };
  if (name === 'plan') return readPlan(rest);
  if (name === 'export') return readExport(rest);
  throw new WrongUsage(`${JSON.stringify(name)} is not a command: use plan or export.`);
}

function readPlan(args: readonly string[]): Command {
  const parsed = parse(args, { ...planInputs, ...outputOptions, ...sharedOptions });
  const names = Object.keys(planInputs).filter(parsed.has);
  const inputs = names.map((name) => [name, parsed.texts(name).join(',') || 'true'] as const);
  if (!parsed.has('config') && !(parsed.has('asn') && parsed.has('cidr'))) {
    throw new WrongUsage('Missing --config FILE, or --asn ASN and --cidr CIDR.');
  }
  return {
    name: 'plan',
    profile: parsed.texts('profile').at(-1),
    inputs: Object.fromEntries(inputs),
    form: parsed.has('json') ? 'json' : 'table',
    exitCode: parsed.has('detailed-exitcode') ? 'detailed' : 'plain',
    verbosity: parsed.has('verbose') ? 'full' : 'brief',
  };
}

function readExport(args: readonly string[]): Command {
  const parsed = parse(args, { ...exportOptions, ...sharedOptions });
  return {
    name: 'export',
    profile: parsed.texts('profile').at(-1),
    regions: parsed.texts('aws-region'),
    output: parsed.texts('output').at(-1),
  };
}

function parse(args: readonly string[], options: Readonly<Record<string, Option>>): ParsedOptions {
  const values = parseValues(args, options);
  for (const [name, { value, count }] of Object.entries(options)) {
    const texts = values.get(name) ?? [];
    if (value === undefined) continue;
    if (texts.includes('')) throw new WrongUsage(`--${name} is empty.`);
    if (texts.length > 1 && count !== 'list') {
      throw new WrongUsage(`--${name} may be given only once.`);
    }
  }
  return {
    texts: (name) => (values.get(name) ?? []).filter((value) => typeof value === 'string'),
    has: (name) => values.has(name),
  };
}

function parseValues(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
): ReadonlyMap<string, readonly (string | boolean)[]> {
  // The AWS CLI's name for it.
  const named = args.map((arg) => arg.replace(/^--region(?==|$)/, '--aws-region'));
  for (const [name, why] of Object.entries(unsupportedOptions)) {
    const pattern = new RegExp(`^--${name}(=|$)`);
    if (named.some((arg) => pattern.test(arg))) throw new WrongUsage(`--${name}: ${why}`);
  }
  const types = Object.entries(options).map(
    ([name, { value }]) =>
      [name, { type: value === undefined ? 'boolean' : 'string', multiple: true }] as const,
  );
  try {
    const { values } = parseArgs({ args: named, options: Object.fromEntries(types) });
    return new Map(Object.entries(values).map(([name, value = []]) => [name, [value].flat()]));
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new WrongUsage(`${sentence.replace(/\.$/, '')}.`);
  }
}

/** Inputs of the action that are no options here, and what to use instead. */
const unsupportedOptions = {
  'role-to-assume':
    "the action assumes it with GitHub's ID token, which a terminal does not have. Use a profile that assumes the role: --profile NAME.",
  'dry-run': 'plan never changes anything, so it needs no --dry-run.',
} as const;
