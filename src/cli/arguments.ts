import { parseArgs } from 'node:util';
import type { Inputs } from '../inputs/inputs.ts';
import {
  doctorInputs,
  doctorOptions,
  exportOptions,
  notForRoutes,
  type Options,
  outputOptions,
  planInputs,
  routeInputs,
  sharedOptions,
} from './options.ts';

/** An invalid command line; the message is for its author. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** `detailed` distinguishes a plan with changes, or a doctor that warns. */
export type ExitCode = 'plain' | 'detailed';

/** Which plan to make, and how to print it. */
export type PlanCommand = ReturnType<typeof readPlan>;

/** What to export, and where to. */
export type ExportCommand = ReturnType<typeof readExport>;

/** What to check, and where to write a report. */
export type DoctorCommand = ReturnType<typeof readDoctor>;

type Command = { readonly name: 'help' } | PlanCommand | ExportCommand | DoctorCommand;

/** The values of the options that are given, in order; a switch has the value `true`. */
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

function readPlan(args: readonly string[]) {
  const options = { ...planInputs, ...routeInputs };
  const values = parse(args, { ...options, ...outputOptions, ...sharedOptions });
  const action = values.has('routes') || values.has('origin') ? 'routes' : 'associations';
  checkPlan(action, values);
  return {
    name: 'plan',
    profile: values.get('profile')?.[0],
    action,
    inputs: inputsIn(values, options),
    form: values.has('json') ? 'json' : 'table',
    exitCode: exitCodeIn(values),
    verbosity: values.has('verbose') ? 'full' : 'brief',
  } as const;
}

function checkPlan(action: Inputs['action'], values: Values): void {
  const name = action === 'routes' ? 'origin' : 'asn';
  const foreign = notForRoutes.find((option) => action === 'routes' && values.has(option));
  if (foreign) throw new WrongUsage(`--${foreign} is for associations, and this plans routes.`);
  if (!values.has('config') && !(values.has(name) && values.has('cidr'))) {
    const entry = `--${name} ${name.toUpperCase()} and --cidr CIDR`;
    throw new WrongUsage(`Missing --config FILE, or ${entry}.`);
  }
}

function readExport(args: readonly string[]) {
  const values = parse(args, { ...exportOptions, ...sharedOptions });
  return {
    name: 'export',
    profile: values.get('profile')?.[0],
    /** Without any, the Region of the environment. */
    regions: values.get('aws-region') ?? [],
    /** A new file; undefined for stdout. */
    output: values.get('output')?.[0],
  } as const;
}

function readDoctor(args: readonly string[]) {
  const values = parse(args, { ...doctorInputs, ...doctorOptions, ...sharedOptions });
  const results = values.get('result') ?? [];
  if (results.length > 0 && !values.has('report')) {
    throw new WrongUsage('--result needs --report FILE.');
  }
  return {
    name: 'doctor',
    profile: values.get('profile')?.[0],
    inputs: inputsIn(values, doctorInputs),
    /** The environment whose reviewers approve an apply. */
    environment: values.get('environment')?.[0] ?? 'byoasn',
    /** A new file for a report; undefined for none. */
    report: values.get('report')?.[0],
    /** Files that contain the output `result` of runs, for the report. */
    results,
    exitCode: exitCodeIn(values),
  } as const;
}

function exitCodeIn(values: Values): ExitCode {
  return values.has('detailed-exitcode') ? 'detailed' : 'plain';
}

/** The inputs that are given. Role names may contain commas. */
function inputsIn(values: Values, options: Options): Readonly<Record<string, string>> {
  const given = values.entries().filter(([name]) => name in options);
  return Object.fromEntries(
    given.map(([name, texts]) => [name, texts.join(name === 'role-to-assume' ? '\n' : ',')]),
  );
}

/** Inputs of the action that are no options here, and what to use instead. */
const unsupportedOptions = {
  'role-to-assume':
    "the action assumes it with GitHub's ID token, which a terminal does not have. Use a profile that assumes the role: --profile NAME.",
  'dry-run': 'plan never changes anything, so it needs no --dry-run.',
} as const;

function parse(args: readonly string[], options: Options): Values {
  // The AWS CLI's name for it.
  const named = args.map((arg) => arg.replace(/^--region(?==|$)/, '--aws-region'));
  for (const [name, why] of Object.entries(unsupportedOptions)) {
    const isGiven = named.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
    if (isGiven && !(name in options)) throw new WrongUsage(`--${name}: ${why}`);
  }
  const values = parseValues(named, options);
  for (const [name, texts] of values) {
    if (texts.includes('')) throw new WrongUsage(`--${name} is empty.`);
    if (texts.length > 1 && options[name]?.count !== 'list') {
      throw new WrongUsage(`--${name} may be given only once.`);
    }
  }
  return values;
}

function parseValues(args: readonly string[], options: Options): Values {
  const types = Object.entries(options).map(([name, { value }]) => {
    const isSwitch = value === undefined;
    return [name, { type: isSwitch ? 'boolean' : 'string', multiple: !isSwitch }] as const;
  });
  try {
    const { values } = parseArgs({ args, options: Object.fromEntries(types) });
    const entries = Object.entries(values);
    return new Map(entries.map(([name, value]) => [name, [value].flat().map(String)]));
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    const [, unknown = ''] = /^Unknown option '--(.+)'/.exec(sentence) ?? [];
    const maxEdits = unknown.length < 6 ? 1 : 2;
    const [meant, ...others] = Object.keys(options).filter((name) =>
      isWithin(maxEdits, unknown, name),
    );
    const hint = meant === undefined || others.length > 0 ? '' : ` Did you mean --${meant}?`;
    throw new WrongUsage(`${sentence.replace(/\.$/, '')}.${hint}`);
  }
}

/** Whether `a` becomes `b` when at most so many characters are inserted, deleted or replaced. */
function isWithin(edits: number, a: string, b: string): boolean {
  if (a === b) return true;
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return isWithin(edits, restOfA, restOfB);
  if (edits === 0) return false;
  return (
    isWithin(edits - 1, restOfA, restOfB) ||
    isWithin(edits - 1, restOfA, b) ||
    isWithin(edits - 1, a, restOfB)
  );
}
