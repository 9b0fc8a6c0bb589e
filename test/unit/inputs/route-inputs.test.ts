import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Failure } from '../../../src/failure.ts';
import { readRouteInputs } from '../../../src/inputs/route-inputs.ts';

type Texts = Readonly<Record<string, string>>;

const action: { readonly inputs: Readonly<Record<string, { readonly default?: string }>> } = parse(
  readFileSync(new URL('../../../route/action.yml', import.meta.url), 'utf8'),
);
const route = { cidr: '198.51.100.0/24', origin: '64500', 'aws-region': 'us-west-2' };
const digest = `routes-v1:${'0'.repeat(64)}`;

/** The inputs as the runner passes them: those given, and the defaults of route/action.yml. */
function read(given: Texts = {}) {
  const texts: Texts = {
    ...route,
    'allow-special-use': 'true',
    'expected-plan': digest,
    ...given,
  };
  return readRouteInputs((name) => texts[name] ?? action.inputs[name]?.default ?? '', {});
}

function problems(given: Texts): readonly string[] {
  try {
    read(given);
    return [];
  } catch (error) {
    if (error instanceof Failure && error.reason === 'invalid-input') return error.lines;
    throw error;
  }
}

test('the defaults of route/action.yml change one route, if RPKI is valid', () => {
  expect(read()).toMatchObject({
    action: 'routes',
    mode: 'apply',
    maxChanges: 1,
    expectedPlan: digest,
    rpki: { source: { form: 'ripestat' }, policy: 'require-valid', maxAgeHours: 24 },
    verify: { policy: 'warn', timeoutSeconds: 180 },
    onFailure: 'stop',
    until: 'end-state',
  });
});

test('an empty text, as from an unset variable, lifts no limit', () => {
  const empty = { 'max-changes': '', rpki: '', 'rpki-policy': '' };
  expect(read(empty)).toEqual(read());
  const { maxChanges, rpki } = read({ 'max-changes': '3', rpki: 'off', 'rpki-policy': 'report' });
  expect({ maxChanges, rpki }).toEqual({ maxChanges: 3, rpki: undefined });
});

test('the route of the inputs is in a target', () => {
  const { source } = read({ origin: 'none' });
  expect(source).toMatchObject({
    form: 'inputs',
    target: {
      accountId: undefined,
      region: 'us-west-2',
      associations: [],
      routes: [{ cidr: '198.51.100.0/24', origin: 'none' }],
    },
  });
});

test('a file takes the place of the route', () => {
  const given = { cidr: '', origin: '', 'aws-region': '', config: 'byoasn.yml' };
  expect(read(given).source).toEqual({ form: 'file', path: 'byoasn.yml', only: [] });
  expect(problems({ config: 'byoasn.yml' }).join('\n')).toMatch(/cidr:.*origin:.*aws-region:/s);
});

describe('the approved plan', () => {
  test('is required outside dry runs, and any must be typed', () => {
    expect(problems({ 'expected-plan': '' })).toEqual([
      expect.stringContaining('expected-plan: is empty: pass the plan-digest'),
    ]);
    expect(read({ 'expected-plan': 'any' }).expectedPlan).toBeUndefined();
    expect(read({ 'expected-plan': '', 'dry-run': 'true' }).expectedPlan).toBeUndefined();
  });

  test('is a plan of routes', () => {
    expect(problems({ 'expected-plan': `v2:${'0'.repeat(64)}` })).toEqual([
      expect.stringContaining('routes have a plan of their own'),
    ]);
  });
});

describe('an origin', () => {
  test.each(['', 'null', 'NONE', 'None', 'false', 'off', 'no', '~', 'aws', 'Amazon', '0', 'all'])(
    '%j is a problem',
    (origin) => {
      expect(problems({ origin })).toEqual([expect.stringMatching(/^origin:/)]);
    },
  );

  test.each([
    ['AS64500', '64500'],
    ['AWS', 'AWS'],
    ['none', 'none'],
  ])('%s is read as %s', (text, origin) => {
    const { source } = read({ origin: text });
    expect(source).toMatchObject({ target: { routes: [{ origin }] } });
  });

  test('of Amazon must be written AWS', () => {
    expect(problems({ origin: '16509' })).toEqual([expect.stringContaining("Amazon's own ASN")]);
  });
});

test('an invalid dry-run is one problem', () => {
  expect(problems({ 'dry-run': 'perhaps' })).toHaveLength(1);
});

test.each([
  ['verify', 'maybe'],
  ['verify-timeout-seconds', '5'],
  ['max-changes', '-1'],
])('%s: %s is a problem', (name, value) => {
  expect(problems({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}:`))]);
});
