import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { type Inputs, readInputs } from '../../../src/inputs/inputs.ts';
import { action } from '../../e2e/action/environment.ts';
import { hostileText } from '../../unit/report/text.ts';
import { counted, elapsedMs, fuzz, fuzzTimeoutMs } from './fuzz.ts';
import { allHostileText } from './texts.ts';

const names = Object.keys(action.inputs);

type RawInputs = Readonly<Record<string, string>>;
type Environment = Readonly<Record<string, string | undefined>>;

const validInputs: Readonly<Record<'inputs' | 'file', RawInputs>> = {
  inputs: {
    asn: '64500',
    cidr: '198.51.100.0/24',
    'aws-region': 'us-west-2',
    'allow-special-use': 'true',
    'github-token': 'hostile-test-token',
    comment: 'true',
  },
  file: { config: 'byoasn.yml', 'allow-special-use': 'true' },
};

/** The inputs, or the Failure that refuses them. Rethrows any other error. */
function read(given: RawInputs, env: Environment = {}): Inputs | Failure {
  try {
    return readInputs((name) => given[name] ?? action.inputs[name]?.default ?? '', env);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** The guarantees of the inputs that the compiler cannot check. */
function expectValid(inputs: Inputs): void {
  const { source, concurrency, waitTimeoutSeconds, maxChanges, role, comment } = inputs;
  if (source.form === 'inputs') {
    const { region, associations } = source.target;
    expect(region).toMatch(/^[a-z]{2,5}(-[a-z]+)+-[1-9][0-9]?$/);
    for (const { asn, cidr } of associations) {
      expect(asn).toMatch(/^[1-9][0-9]{0,9}$/);
      expect(Number(asn)).toBeLessThan(2 ** 32);
      expect(cidr).toMatch(/^[0-9a-f:.]+\/[0-9]{1,2}$/);
    }
    expect(associations).toHaveLength(1);
  } else {
    expect(source.path).not.toBe('');
    for (const name of source.only) expect(name).toMatch(/^[^\s,](.*[^\s,])?$/s);
  }
  expect(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 64).toBe(true);
  expect(Number.isInteger(waitTimeoutSeconds)).toBe(true);
  expect(waitTimeoutSeconds).toBeGreaterThanOrEqual(1);
  expect(waitTimeoutSeconds).toBeLessThanOrEqual(21_600);
  if (maxChanges !== undefined) expect(Number.isInteger(maxChanges)).toBe(true);
  for (const id of inputs.allowedAccountIds) expect(id).toMatch(/^[0-9]{12}$/);
  if (inputs.expectedPlan !== undefined) expect(inputs.expectedPlan).toMatch(/^v2:[\w.:-]+$/);
  if (role) {
    expect(role.arn).toMatch(/^arn:aws[a-z-]*:iam::([0-9]{12}|\{account\}):role\/[\w+=,.@/{}-]+$/);
    expect(role.sessionName).toMatch(/^[\w+=,.@-]{2,64}$/);
    expect(role.durationSeconds).toBeGreaterThanOrEqual(900);
    expect(role.durationSeconds).toBeLessThanOrEqual(43_200);
    expect(role.audience).not.toMatch(/\s/);
  }
  if (inputs.environment !== undefined) expect(inputs.environment).toMatch(/^\P{Cc}{1,255}$/u);
  if (comment?.pullNumber !== undefined) expect(comment.pullNumber).toBeGreaterThan(0);
}

/** Expects valid inputs, or a refusal that names one of these inputs in each of its lines. */
function expectResult(answer: Inputs | Failure, namedInputs: readonly string[]): void {
  if (!(answer instanceof Failure)) {
    expectValid(answer);
    return;
  }
  expect(answer.reason).toBe('invalid-input');
  expect(answer.lines.length).toBeGreaterThan(0);
  for (const line of answer.lines) {
    expect(namedInputs.some((name) => line.startsWith(`${name}: `))).toBe(true);
  }
}

/** Text that is nearly valid. */
const nearly = fc.constantFrom(
  ...['true', 'TRUE', 'tRue', 'yes', '1', '0', '-1', '+1', '01', '1e3', '0x10', '1.0', '٣', '１'],
  ...['64500', 'AS64500', 'as64500', '4294967295', '4294967296', '0.64500', '99999999999999999999'],
  ...[
    '198.51.100.0/24',
    '198.51.100.0/33',
    '2001:db8::/32',
    '::/0',
    '::ffff:198.51.100.0/120',
    '/',
  ],
  ...['us-west-2', 'us-west-2\n', 'US-WEST-2', 'byoasn.yml', '../x', '/dev/stdin', '__proto__'],
  ...['arn:aws:iam::111122223333:role/x', 'arn:aws:iam::{account}:role/{region}', '{account}', ','],
  ...['111122223333', '111122223333,\n444455556666', 'any', 'v2:', `v2:${'0'.repeat(64)}`],
  ...[
    '{"digest":"v2:","changes":[]}',
    '{"__proto__":{"changes":[]}}',
    '[',
    '[[[[[[',
    '21600',
    '21601',
  ],
);
const value = fc.oneof(
  nearly,
  hostileText,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(nearly, hostileText).map((parts) => parts.join('')),
  fc.constant(allHostileText),
);

describe('whatever is given,', () => {
  test('one odd input is accepted or refused by its name', async () => {
    const one = fc.record({
      form: fc.constantFrom('inputs', 'file'),
      name: fc.constantFrom(...names),
      text: value,
    });
    await fuzz('one input', one, 4_000, ({ form, name, text }) => {
      // A file in addition to the pair, or neither of the two, is reported for the other inputs.
      const namedInputs = name === 'config' ? [...names] : [name, ...relatives(name)];
      expectResult(read({ ...validInputs[form], [name]: text }), namedInputs);
    });
  });

  test('all inputs together are valid or refused by their names', async () => {
    const some = fc.dictionary(fc.constantFrom(...names), value);
    await fuzz('all inputs', some, 1_500, (given) => expectResult(read(given), names));
  });

  test('the variables that replace them are also valid or refused', async () => {
    const env = fc.record({
      AWS_REGION: value,
      AWS_DEFAULT_REGION: value,
      GITHUB_RUN_ID: value,
      GITHUB_RUN_ATTEMPT: value,
    });
    await fuzz('variables', env, 800, (variables) => {
      const { 'aws-region': _, ...given } = validInputs.inputs;
      expectResult(read(given, variables), ['aws-region', 'role-session-name']);
    });
  });
});

/** Inputs that are reported instead of this one. */
function relatives(name: string): readonly string[] {
  if (name === 'comment') return ['github-token'];
  return name === 'allow-special-use' ? ['asn', 'cidr'] : [];
}

const long = 100_000;

/** Texts on which a pattern that backtracks takes quadratic time, or worse. */
const repeated: readonly string[] = [
  ...['a', '1', '0', ':', '.', '/', '-', ',', ' ', '\n', '{', '[', '"', '\\', '\u0000', '💥'],
  ...['1.', 'a-', ':0', '0:', './', '../', '{account}', '{region}', ',1', ', ', '[{', '::', 'a1-'],
].flatMap((part) => {
  const text = part.repeat(Math.ceil(long / part.length));
  return ['', 'AS', 'us-', 'v2:', '2001:db8:', 'arn:aws:iam::111122223333:role/'].map(
    (head) => `${head}${text}!`,
  );
});

describe('a long text', () => {
  test.each(names)(
    'as %s is checked quickly',
    async (name) => {
      const check = counted('long inputs', (text: string) => {
        for (const form of ['inputs', 'file'] as const) {
          const started = elapsedMs();
          const answer = read({ ...validInputs[form], [name]: text });
          expect(elapsedMs() - started, JSON.stringify(text.slice(0, 40))).toBeLessThan(2_000);
          if (answer instanceof Failure) expectResult(answer, names);
        }
      });
      for (const text of repeated) await check(text);
    },
    fuzzTimeoutMs,
  );

  test.each(names)('of a megabyte as %s is accepted or refused', async (name) => {
    const check = counted('enormous inputs', (text: string) =>
      expectResult(read({ ...validInputs.inputs, [name]: text }), names),
    );
    await check('x'.repeat(1_048_576));
    await check(allHostileText.repeat(700));
  });

  test.each(['allowed-account-ids'])('as %s is shortened in the message', (name) => {
    const answer = read({ ...validInputs.inputs, [name]: 'x'.repeat(long) });
    expectShortProblems(answer);
  });

  test('as AWS_REGION is shortened in the message', () => {
    const { 'aws-region': _, ...given } = validInputs.inputs;
    expectShortProblems(read(given, { AWS_REGION: 'x'.repeat(long) }));
  });

  test.each(names.filter((name) => name !== 'allowed-account-ids'))(
    'as %s is shortened in the message',
    (name) => {
      const answer = read({ ...validInputs.inputs, [name]: 'x'.repeat(long) });
      if (answer instanceof Failure) expectShortProblems(answer);
    },
  );
});

function expectShortProblems(answer: Inputs | Failure): void {
  if (!(answer instanceof Failure)) throw new Error('it was taken');
  for (const line of answer.lines) expect(line.length).toBeLessThan(1_000);
}
