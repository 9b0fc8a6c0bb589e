import { parseArgs } from 'node:util';
import type { Talk } from './log.ts';
import { exportOptions, type Option, planInputs, planManner, sharedOptions } from './options.ts';
import { WrongUsage } from './wrong-usage.ts';

/** What is asked for on the command line. */
export type Command =
  | { readonly name: 'help' }
  | PlanCommand
  | {
      readonly name: 'export';
      readonly profile: string | undefined;
      /** Empty takes the Region of the environment. */
      readonly regions: readonly string[];
      /** A file to make; undefined takes stdout. */
      readonly output: string | undefined;
    };

/** A plan, and how it is told. */
export interface PlanCommand {
  readonly name: 'plan';
  readonly profile: string | undefined;
  /** The inputs of action.yml that were given, by their names. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly form: 'table' | 'json';
  readonly exitCode: 'plain' | 'detailed';
  readonly talk: Talk;
}

interface Given {
  /** The texts of an option, in their order. */
  texts(name: string): readonly string[];
  has(name: string): boolean;
}

/** Reads the arguments after the program's name; throws WrongUsage. */
export function readArguments(args: readonly string[]): Command {
  const [name = 'help', ...rest] = args;
  if (name === 'help' || args.includes('--help') || args.includes('-h')) return { name: 'help' };
  if (name === 'plan') return readPlan(rest);
  if (name === 'export') return readExport(rest);
  throw new WrongUsage(`${JSON.stringify(name)} is not a command: give plan or export.`);
}

function readPlan(args: readonly string[]): Command {
  const given = parse(args, { ...planInputs, ...planManner, ...sharedOptions });
  const names = Object.keys(planInputs).filter(given.has);
  const inputs = names.map((name) => [name, given.texts(name).join(',') || 'true'] as const);
  if (!given.has('config') && !(given.has('asn') && given.has('cidr'))) {
    throw new WrongUsage(
      'What is to be planned? Give --config FILE, or --asn ASN and --cidr CIDR.',
    );
  }
  return {
    name: 'plan',
    profile: given.texts('profile').at(-1),
    inputs: Object.fromEntries(inputs),
    form: given.has('json') ? 'json' : 'table',
    exitCode: given.has('detailed-exitcode') ? 'detailed' : 'plain',
    talk: given.has('verbose') ? 'whole' : 'brief',
  };
}

function readExport(args: readonly string[]): Command {
  const given = parse(args, { ...exportOptions, ...sharedOptions });
  return {
    name: 'export',
    profile: given.texts('profile').at(-1),
    regions: given.texts('aws-region'),
    output: given.texts('output').at(-1),
  };
}

function parse(args: readonly string[], options: Readonly<Record<string, Option>>): Given {
  const values = valuesOf(args, options);
  for (const [name, { value, count }] of Object.entries(options)) {
    const texts = values.get(name) ?? [];
    if (value === undefined) continue;
    if (texts.includes('')) throw new WrongUsage(`--${name} is empty.`);
    if (texts.length > 1 && count !== 'list') {
      throw new WrongUsage(`--${name} is given ${texts.length} times, and can be given once.`);
    }
  }
  return {
    texts: (name) => (values.get(name) ?? []).filter((value) => typeof value === 'string'),
    has: (name) => values.has(name),
  };
}

function valuesOf(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
): ReadonlyMap<string, readonly (string | boolean)[]> {
  // The AWS CLI calls it so, and the action, whose inputs give the options their names, does not.
  const named = args.map((arg) => arg.replace(/^--region(?==|$)/, '--aws-region'));
  for (const [name, why] of Object.entries(notHere)) {
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

/** Inputs of the action that people may look for, and what to do in their place. */
const notHere = {
  'role-to-assume':
    "the action assumes it with GitHub's ID token, and there is none here. Name a profile that assumes the role: --profile NAME.",
  'dry-run': 'plan is always a dry run, and there is no other way to run it here.',
} as const;
