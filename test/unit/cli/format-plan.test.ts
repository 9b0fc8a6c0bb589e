import { stripVTControlCharacters, styleText } from 'node:util';
import { describe, expect, test } from 'vitest';
import { formatFailure, formatPlanPage, problemsInPlan } from '../../../src/cli/format-plan.ts';
import type { Format } from '../../../src/cli/output.ts';
import { asFailure, Failure } from '../../../src/failure.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { disguised, type Entry, fleetOf } from '../report/fleet.ts';
import { longPlan, partlyApplied, refusedPlan, smallPlan } from '../report/scenarios.ts';

const plain = (width = Number.POSITIVE_INFINITY): Format => ({ width, style: (_, text) => text });
const coloured = (width = Number.POSITIVE_INFINITY): Format => ({
  width,
  style: (style, text) => styleText(style, text, { validateStream: false }),
});
const page = (outcome: Outcome, width?: number) => formatPlanPage(outcome, plain(width)).join('\n');

function failureOf({ failure }: Outcome): Failure {
  if (!failure) throw new Error('it did not fail');
  return failure;
}

describe('the page of a plan', () => {
  test('has a row for each association, counts, the digest and what to do next', () => {
    expect(page(smallPlan())).toBe(
      `
111122223333/us-west-2
CIDR                ASN      CIDR state   Change
198.51.100.0/24     AS64500  provisioned  create
  note: edge POP, ticket NET-12
2001:db8:1000::/48  AS64500  provisioned  create
2001:db8:2000::/48  AS64500  provisioned  none (associated)
Checks: permission confirmed by EC2

dr · 444455556666 · eu-west-1
CIDR                ASN      CIDR state   Change
203.0.113.0/24      AS64501  provisioned  none (pending-association)
192.0.2.0/24        AS64501  provisioned  none (associated)
  AS64501: also AS64511
Checks: read

2 associations to create, 1 needs a look. 1 pending, 2 unchanged, 1 unmanaged association.
Plan digest: ${smallPlan().plan?.digest}
The plan has changes, and nothing blocks it.
Next step: Open a pull request. The workflow plans again, and applies the plan that is approved.`.slice(
        1,
      ),
    );
  });

  test('has the location and the problem below each refused row', () => {
    const lines = page(refusedPlan()).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'edge · 111122223333 · us-east-1',
      expect.stringMatching(/^CIDR +ASN +CIDR state +Change$/),
      expect.stringMatching(/^2001:db8:3000::\/48 +AS64500 +not listed +refused$/),
      '  note: from the lab',
      expect.stringMatching(
        /^ {2}byoasn\.yml:11:9: cidr-not-found: AWS does not list 2001:db8:3000::/,
      ),
    ]);
  });

  test('includes the RPKI state, and fits 80 columns for IPv4', () => {
    const entries: readonly Entry[] = [
      {
        ...{ target: 'dr', asn: '4200000000', cidr: '198.51.100.0/24' },
        ...{ cidrState: 'advertised', rpki: ['not-found', 'invalid'] },
      },
      { target: 'dr', cidr: '203.0.113.0/24', cidrState: 'unlisted' },
    ];
    const lines = formatPlanPage(fleetOf(entries), plain(80));
    expect(lines).toContain(
      '198.51.100.0/24  AS4200000000  advertised (live)  not-found  would be created',
    );
    expect(lines).toContain("  RPKI of Amazon's ASNs: invalid");
    expect(lines.filter((line) => line.length > 80 && !line.startsWith('Plan digest'))).toEqual([]);
  });

  test('has a block for each row if a line does not fit, and loses nothing', () => {
    const narrow = page(smallPlan(), 40);
    expect(narrow).toContain(
      `111122223333/us-west-2
198.51.100.0/24
  ASN         AS64500
  CIDR state  provisioned
  Change      create
  note: edge POP, ticket NET-12
2001:db8:1000::/48
`,
    );
    const words = (text: string) => new Set(text.match(/\S+/g));
    expect([...words(page(smallPlan()))].filter((word) => !words(narrow).has(word))).toEqual([]);
  });

  test.each([40, 80, 120, 200])(
    'stays within %i characters, except for a word, a digest or a cell',
    (width) => {
      for (const outcome of [smallPlan(), refusedPlan(), longPlan()]) {
        for (const line of formatPlanPage(outcome, plain(width))) {
          const long = line.length > width && !/^Plan digest: |^ *\S+$|^ {2}[A-Z]/.test(line);
          expect(long ? line : '').toBe('');
        }
      }
    },
  );

  test('has the same text and columns with and without colours', () => {
    for (const outcome of [smallPlan(), refusedPlan(), partlyApplied()]) {
      for (const width of [40, 200]) {
        const lines = formatPlanPage(outcome, coloured(width)).map(stripVTControlCharacters);
        expect(lines).toEqual(formatPlanPage(outcome, plain(width)));
        expect(formatPlanPage(outcome, coloured(width))).not.toEqual(lines);
      }
    }
  });

  test('escapes control characters in a note or a message of AWS', () => {
    const evil = '\u001b[2J\u009b31m\u202e\r\n::error::x';
    const outcome = fleetOf([
      { target: 'dr', cidr: '203.0.113.0/24', note: evil },
      { target: 'dr', cidr: '198.51.100.0/24', state: 'failed-association', statusMessage: evil },
      { target: 'dr', cidr: '192.0.2.0/24', state: evil },
    ]);
    const lines = [
      ...formatPlanPage(outcome, plain()),
      ...formatFailure(failureOf(outcome), [], plain()),
    ];
    expect(lines.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
    expect(lines.join('\n')).toContain('note: \\u{1b}[2J\\u{9b}31m\\u{202e}\\r\\n::error::x');
  });
});

test('a target with the default name of another shows its own account and Region', () => {
  const outcome = fleetOf([{ target: disguised, cidr: '198.51.100.0/24', others: ['64511'] }]);
  const lines = page(outcome)
    .split('\n')
    .filter((line) => line.includes('111122223333'));
  expect(lines).toEqual([`${disguised} · 444455556666 · eu-west-1`]);
});

describe('a defect', () => {
  test('is printed with its stack and causes', () => {
    const cause = new RangeError('too deep');
    const defect = asFailure(new TypeError('x is not a function', { cause }));
    const text = formatFailure(defect, [], plain()).join('\n');
    expect(text).toMatch(/^Error: Unexpected: TypeError: x is not a function \(internal-error\)\n/);
    expect(text).toMatch(/\nTypeError: x is not a function\n {4}at /);
    expect(text).toContain('[cause]: RangeError: too deep');
  });
});

describe('a failure', () => {
  test('omits the problems that the plan shows', () => {
    const outcome = refusedPlan();
    const failure = failureOf(outcome);
    const reported = problemsInPlan(outcome);
    expect(reported).toEqual(failure.problems);
    expect(formatFailure(failure, reported, plain()).join('\n')).not.toContain('byoasn.yml:');
    const formatted = formatFailure(failure, [], plain());
    expect(formatted.filter((line) => line.startsWith('byoasn.yml:'))).toHaveLength(
      reported.length,
    );
  });

  test('is reported with its reason, its lines, the likely cause and the next step', () => {
    const failure = new Failure('access-denied', 'Could not read', {
      likely: 'A policy',
      lines: ['{', '  "Effect": "Allow"', '}'],
    });
    expect(formatFailure(failure, [], plain())).toEqual([
      'Error: Could not read (access-denied)',
      '{',
      '  "Effect": "Allow"',
      '}',
      'Likely cause: A policy',
      expect.stringMatching(/^Next step: Give the role its policy/),
    ]);
  });

  test.each([
    ['account-not-allowed', '--profile NAME', 'role-to-assume'],
    ['cancelled', 'It only reads', 'joins a wait'],
    ['plan-changed', 'Review the plan above', 'Run the whole workflow again'],
  ] as const)(
    'has a next step for a terminal if it differs from that for a workflow: %s',
    (reason, included, excluded) => {
      const text = formatFailure(new Failure(reason, 'It failed'), [], plain()).join('\n');
      expect(text).toContain(included);
      expect(text).not.toContain(excluded);
    },
  );
});
