import { parseArgs } from 'node:util';
import type { Inputs } from '../inputs/inputs.ts';
import type { Verbosity } from './log.ts';
import {
  doctorInputs,
  doctorOptions,
  exportOptions,
  notForRoutes,
  type Option,
  outputOptions,
  planInputs,
  routeInputs,
  sharedOptions,
} from './options.ts';

/** An invalid command line; the message is for the person who wrote it. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** What the command line asks for. */
type Command = { readonly name: 'help' } | PlanCommand | ExportCommand | DoctorCommand;

/** A plan, and how to print it. */
export interface PlanCommand {
  readonly name: 'plan';
  readonly profile: string | undefined;
  /** Which action is to be planned. */
  readonly action: Inputs['action'];
  /** Its inputs by name, without those that are left out. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly form: 'table' | 'json';
  readonly exitCode: 'plain' | 'detailed';
  readonly verbosity: Verbosity;
}

/** What to export, and where to. */
export interface ExportCommand {
  readonly name: 'export';
  readonly profile: string | undefined;
  /** Defaults to the Region of the environment. */
  readonly regions: readonly string[];
  /** A new file; stdout when undefined. */
  readonly output: string | undefined;
}

/** What to check, and where to write a report. */
export interface DoctorCommand {
  readonly name: 'doctor';
  readonly profile: string | undefined;
  /** Inputs of action.yml by name, without those that are left out. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Whose reviewers approve an apply. */
  readonly environment: string;
  /** A new file for a report; undefined for none. */
  readonly report: string | undefined;
  /** Files with the output `result` of runs, for the report. */
  readonly results: readonly string[];
  readonly exitCode: PlanCommand['exitCode'];
}

/** The values of each option that is given, in their order; of a switch, `true`. */
type Values = ReadonlyMap<string, readonly string[]>;

/** Reads the arguments after the program's name; throws WrongUsage. */
export function readArguments(args: readonly string[]): Command {
  const [name = 'help', ...rest] = args;
  if (name === 'help' || args.includes('--help') || args.includes('-h')) return { name: 'help' };
  if (name === 'plan') return readPlan(rest);
  if (name === 'export') return readExport(rest);
  if (name === 'doctor') return readDoctor(rest);
  throw new WrongUsage(`${JSON.stringify(name)} is not a command: use plan, export or doctor.`);
}

function readPlan(args: readonly string[]): Command {
  const inputs = { ...planInputs, ...routeInputs };
  const values = parse(args, { ...inputs, ...outputOptions, ...sharedOptions });
  const action = values.has('routes') || values.has('origin') ? 'routes' : 'associations';
  checkEntry(action, values);
  return {
    name: 'plan',
    profile: values.get('profile')?.at(-1),
    action,
    inputs: inputsOf(inputs, values),
    form: values.has('json') ? 'json' : 'table',
    exitCode: values.has('detailed-exitcode') ? 'detailed' : 'plain',
    verbosity: values.has('verbose') ? 'full' : 'brief',
  };
}

function checkEntry(action: PlanCommand['action'], values: Values): void {
  const [name, placeholder] = action === 'routes' ? ['origin', 'ORIGIN'] : ['asn', 'ASN'];
  const foreign = notForRoutes.find((option) => action === 'routes' && values.has(option));
  if (foreign) throw new WrongUsage(`--${foreign} is for associations, and this plans routes.`);
  if (!values.has('config') && !(values.has(name) && values.has('cidr'))) {
    throw new WrongUsage(`Missing --config FILE, or --${name} ${placeholder} and --cidr CIDR.`);
  }
}

function readDoctor(args: readonly string[]): Command {
  const values = parse(args, { ...doctorInputs, ...doctorOptions, ...sharedOptions });
  const results = values.get('result') ?? [];
  if (results.length > 0 && !values.has('report')) {
    throw new WrongUsage('--result needs --report FILE.');
  }
  return {
    name: 'doctor',
    profile: values.get('profile')?.at(-1),
    inputs: inputsOf(doctorInputs, values),
    environment: values.get('environment')?.at(-1) ?? 'byoasn',
    report: values.get('report')?.at(-1),
    results,
    exitCode: values.has('detailed-exitcode') ? 'detailed' : 'plain',
  };
}

/** The inputs of action.yml that are given as options. */
function inputsOf(
  options: Readonly<Record<string, Option>>,
  values: Values,
): Readonly<Record<string, string>> {
  const inputs = Object.keys(options).flatMap((name) => {
    const texts = values.get(name);
    // The name of a role may hold commas.
    const separator = name === 'role-to-assume' ? '\n' : ',';
    return texts ? [[name, texts.join(separator)] as const] : [];
  });
  return Object.fromEntries(inputs);
}

function readExport(args: readonly string[]): Command {
  const values = parse(args, { ...exportOptions, ...sharedOptions });
  return {
    name: 'export',
    profile: values.get('profile')?.at(-1),
    regions: values.get('aws-region') ?? [],
    output: values.get('output')?.at(-1),
  };
}

function parse(args: readonly string[], options: Readonly<Record<string, Option>>): Values {
  const values = parseValues(args, options);
  for (const [name, { count }] of Object.entries(options)) {
    const texts = values.get(name) ?? [];
    if (texts.includes('')) throw new WrongUsage(`--${name} is empty.`);
    if (texts.length > 1 && count !== 'list') {
      throw new WrongUsage(`--${name} may be given only once.`);
    }
  }
  return values;
}

function parseValues(args: readonly string[], options: Readonly<Record<string, Option>>): Values {
  // The AWS CLI's name for it.
  const named = args.map((arg) => arg.replace(/^--region(?==|$)/, '--aws-region'));
  for (const [name, why] of Object.entries(unsupportedOptions)) {
    if (name in options) continue;
    const pattern = new RegExp(`^--${name}(=|$)`);
    if (named.some((arg) => pattern.test(arg))) throw new WrongUsage(`--${name}: ${why}`);
  }
  const types = Object.entries(options).map(([name, { value }]) => {
    const isSwitch = value === undefined;
    return [name, { type: isSwitch ? 'boolean' : 'string', multiple: !isSwitch }] as const;
  });
  try {
    const { values } = parseArgs({ args: named, options: Object.fromEntries(types) });
    return new Map(
      Object.entries(values).map(([name, value]) => [name, [value].flat().map(String)]),
    );
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    const [, unknown = ''] = /^Unknown option '--(.+)'/.exec(sentence) ?? [];
    const [meant, ...others] = Object.keys(options).filter((name) => isSimilar(unknown, name));
    const hint = meant === undefined || others.length > 0 ? '' : ` Did you mean --${meant}?`;
    throw new WrongUsage(`${sentence.replace(/\.$/, '')}.${hint}`);
  }
}

/** Whether a text is a name with a typing error: one character that differs, of longer texts two. */
function isSimilar(text: string, name: string): boolean {
  return isWithin(text.length < 6 ? 1 : 2, text, name);
}

/** Whether `a` becomes `b` when so many characters are inserted, deleted or replaced. */
function isWithin(edits: number, a: string, b: string): boolean {
  if (a === b) return true;
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return isWithin(edits, restOfA, restOfB);
  const pairs = [
    [restOfA, restOfB],
    [restOfA, b],
    [a, restOfB],
  ] as const;
  return edits > 0 && pairs.some(([one, other]) => isWithin(edits - 1, one, other));
}

/** Inputs of the action that are no options here, and what to use instead. */
const unsupportedOptions = {
  'role-to-assume':
    "the action assumes it with GitHub's ID token, which a terminal does not have. Use a profile that assumes the role: --profile NAME.",
  'dry-run': 'plan never changes anything, so it needs no --dry-run.',
} as const;
