import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readArguments, WrongUsage } from '../../../src/cli/arguments.ts';
import { helpText, notForRoutes, planInputs, routeInputs } from '../../../src/cli/options.ts';
import { action } from '../../e2e/action/environment.ts';

const routeAction: {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
} = parse(readFileSync(new URL('../../../route/action.yml', import.meta.url), 'utf8'));

describe('the command line', () => {
  test.each([
    [[]],
    [['--help']],
    [['-h']],
    [['help']],
    [['plan', '--help']],
    [['export', '--region', 'us-west-2', '-h']],
    [['doctor', '-h']],
  ])('%j asks for help', (args) => {
    expect(readArguments(args)).toEqual({ name: 'help' });
  });

  test('of plan gives inputs of the action', () => {
    const args = ['plan', '--config', 'byoasn.yml', '--target', 'dr', '--target=main'];
    expect(readArguments([...args, '--allow-special-use'])).toEqual({
      name: 'plan',
      profile: undefined,
      action: 'associations',
      inputs: { config: 'byoasn.yml', target: 'dr,main', 'allow-special-use': 'true' },
      form: 'table',
      exitCode: 'plain',
      verbosity: 'brief',
    });
  });

  test.each<[readonly string[], object]>([
    [['--routes', '--config', 'byoasn.yml'], { config: 'byoasn.yml' }],
    [['--origin', 'AWS', '--cidr=198.51.100.0/24'], { origin: 'AWS', cidr: '198.51.100.0/24' }],
    [
      ['--routes', '--origin', 'none', '--cidr', '198.51.100.0/24', '--rpki', 'off'],
      { origin: 'none', cidr: '198.51.100.0/24', rpki: 'off' },
    ],
  ])('of a plan of routes gives inputs of the action for routes: %j', (args, inputs) => {
    expect(readArguments(['plan', ...args])).toMatchObject({ action: 'routes', inputs });
  });

  test('of plan selects the output and the profile', () => {
    const args = ['plan', '--config=a.yml', '--json', '--detailed-exitcode', '--verbose'];
    expect(readArguments([...args, '--profile', 'edge'])).toMatchObject({
      profile: 'edge',
      inputs: { config: 'a.yml' },
      form: 'json',
      exitCode: 'detailed',
      verbosity: 'full',
    });
  });

  test('accepts --region, the name that the AWS CLI uses', () => {
    const pair = ['plan', '--asn', '64500', '--cidr', '198.51.100.0/24'];
    for (const option of [['--region', 'us-west-2'], ['--region=us-west-2']]) {
      expect(readArguments([...pair, ...option])).toMatchObject({
        inputs: { 'aws-region': 'us-west-2' },
      });
    }
    expect(
      readArguments(['export', '--region', 'us-west-2', '--aws-region', 'eu-west-1']),
    ).toMatchObject({ name: 'export', regions: ['us-west-2', 'eu-west-1'], output: undefined });
  });

  test('of doctor gives inputs of the action, all optional', () => {
    expect(readArguments(['doctor'])).toEqual({
      name: 'doctor',
      profile: undefined,
      inputs: {},
      environment: 'byoasn',
      report: undefined,
      results: [],
      exitCode: 'plain',
    });
    const args = ['doctor', '--config=a.yml', '--role-to-assume', 'x', '--environment', 'prod'];
    const next = ['--role-to-assume', 'y,z'];
    const report = ['--report', 'r.json', '--result', 'a.json', '--result', 'b.json'];
    expect(readArguments([...args, ...next, ...report, '--detailed-exitcode'])).toMatchObject({
      inputs: { config: 'a.yml', 'role-to-assume': 'x\ny,z' },
      environment: 'prod',
      report: 'r.json',
      results: ['a.json', 'b.json'],
      exitCode: 'detailed',
    });
  });

  test.each<[string, readonly string[]]>([
    ['"apply" is not a command: use plan, export or doctor.', ['apply', '--config', 'byoasn.yml']],
    ["Unknown option '--colour'.", ['plan', '--config', 'byoasn.yml', '--colour']],
    ["Unknown option '--confg'. Did you mean --config?", ['plan', '--confg', 'byoasn.yml']],
    ["Unknown option '--max-chnages'. Did you mean --max-changes?", ['plan', '--max-chnages=2']],
    ["Unknown option '--targets'. Did you mean --target?", ['plan', '--targets', 'dr']],
    ["Unknown option '--outptu'. Did you mean --output?", ['export', '--outptu', 'byoasn.yml']],
    ["Unexpected argument 'byoasn.yml'.", ['plan', 'byoasn.yml']],
    ["Option '--config <value>' argument missing.", ['plan', '--config']],
    ["Option '--config' argument is ambiguous.", ['plan', '--config', '--json']],
    ['--config is empty.', ['plan', '--config=']],
    ['--config may be given only once.', ['plan', '--config', 'a.yml', '--config', 'b.yml']],
    ['Missing --config FILE, or --asn ASN and --cidr CIDR.', ['plan']],
    ['Missing --config FILE, or --asn ASN and --cidr CIDR.', ['plan', '--asn', '64500']],
    ['Missing --config FILE, or --origin ORIGIN and --cidr CIDR.', ['plan', '--routes']],
    [
      '--unmanaged is for associations, and this plans routes.',
      ['plan', '--routes', '--config', 'byoasn.yml', '--unmanaged', 'fail'],
    ],
    [
      '--asn is for associations, and this plans routes.',
      ['plan', '--asn', '64500', '--origin', '64500', '--cidr', '198.51.100.0/24'],
    ],
    [
      "--role-to-assume: the action assumes it with GitHub's ID token",
      ['plan', '--role-to-assume=x'],
    ],
    [
      '--dry-run: plan never changes anything',
      ['plan', '--config', 'byoasn.yml', '--dry-run', 'false'],
    ],
    ["Unknown option '--config'.", ['export', '--config', 'byoasn.yml']],
    ["Unknown option '--permission-check'.", ['doctor', '--permission-check']],
    ['--result needs --report FILE.', ['doctor', '--result', 'result.json']],
  ])('is refused with %j: %j', (message, args) => {
    expect(() => readArguments(args)).toThrow(WrongUsage);
    expect(() => readArguments(args)).toThrow(message);
  });
});

test.each([
  ['--jso', 'Did you mean --json?'],
  ['--jsn', ''],
  ['--son', 'Did you mean --json?'],
  ['--on', ''],
  ['--cid', 'Did you mean --cidr?'],
  ['--as', 'Did you mean --asn?'],
  ['--ipam-regions', 'Did you mean --ipam-region?'],
  ['--rpki-max-ages', 'Did you mean --rpki-max-age?'],
  ['--rpki-maximal-age', ''],
  ['-c', ''],
  [`--${'x'.repeat(10_000)}`, ''],
  [`--config${'g'.repeat(10_000)}`, ''],
])('the option %.20s gets at most one suggestion: %j', (option, hint) => {
  expect(() => readArguments(['plan', option])).toThrow(
    new WrongUsage(`Unknown option '${option}'.${hint === '' ? '' : ` ${hint}`}`),
  );
});

test('the examples of --help are command lines that the program can read', () => {
  const [, examples = ''] = /^Examples:\n(.*?)\n\n/ms.exec(helpText()) ?? [];
  const lines = examples.replaceAll('\\\n', '').split('\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    const [name, ...args] = line.trim().split(/ +/);
    expect(name).toBe('associate-ipam-byoasn');
    expect(readArguments(args)).toMatchObject({ name: 'plan' });
  }
});

describe('the options of a plan', () => {
  const inputs = Object.keys(action.inputs);
  /** Inputs without use in a terminal: GitHub's token, and what other options or the environment give. */
  const elsewhere = [
    ...['dry-run', 'fail-fast', 'wait', 'summary', 'comment', 'github-token', 'pr-number'],
    ...['role-to-assume', 'audience', 'role-session-name', 'role-duration-seconds'],
    'environment',
    ...['role-chaining', 'role-external-id', 'session-policy'],
  ];

  test('are all inputs of the action that apply in a terminal', () => {
    expect([...Object.keys(planInputs), ...elsewhere].sort()).toEqual(inputs.sort());
  });

  test('include all inputs of the action for routes', () => {
    const ofRoutes = Object.keys(routeAction.inputs);
    const options = Object.keys({ ...planInputs, ...routeInputs });
    const shared = options.filter((name) => !notForRoutes.some((other) => other === name));
    const notThere = ['fail-fast', 'wait'];
    const more = elsewhere.filter((name) => !notThere.includes(name));
    expect([...shared, ...more, 'verify', 'verify-timeout-seconds'].sort()).toEqual(
      ofRoutes.sort(),
    );
  });

  test('fit a terminal of 80 characters', () => {
    expect(
      helpText()
        .split('\n')
        .filter((line) => line.length > 80),
    ).toEqual([]);
  });

  test('end with the exit statuses of docs/cli.md', () => {
    const page = readFileSync(
      join(import.meta.dirname, '..', '..', '..', 'docs', 'cli.md'),
      'utf8',
    );
    const [, statuses = ''] = helpText().split('Exit status:');
    const codes = [...statuses.matchAll(/^ {2}(\d+) /gm)].map(([, code = '']) => code);
    expect(codes).toEqual(['0', '1', '2', '64', '130']);
    expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});
