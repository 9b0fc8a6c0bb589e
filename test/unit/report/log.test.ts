import { describe, expect, test } from 'vitest';
import { asFailure, Failure } from '../../../src/failure.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { problemText } from '../../../src/lib/source-location.ts';
import { countChanges } from '../../../src/outcome/pair-status.ts';
import { createRunState, initialPairs } from '../../../src/outcome/run-state.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { reasons } from '../../../src/reasons.ts';
import { inputLines } from '../../../src/report/input-lines.ts';
import {
  defectLines,
  elapsedText,
  failureLines,
  inspectLines,
  maxAnnotations,
  planGroups,
  resultLines,
} from '../../../src/report/log.ts';
import { role as plainRole } from '../../fakes/connection-context.ts';
import { desiredOf, manyDesired } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { planOfTarget, planOfTargets } from '../plan/changes.ts';
import { fleetOf } from './fleet.ts';
import { inputsOf, outcomeOf, target } from './outcome.ts';

const onBranch = { pullRequest: undefined, isOnDefaultBranch: false };

describe('the inputs', () => {
  const inputs = inputsOf({ specialUse: 'refuse' });
  const digest = `v2:${'0'.repeat(64)}`;

  test('are logged as they were parsed', () => {
    expect(inputLines(inputs, [target])).toEqual([
      'associate 198.51.100.0/24 with AS64500',
      'Region us-west-2',
      'apply',
      "credentials of the AWS SDK's default chain",
    ]);
  });

  test('of a dry run name special use and the role', () => {
    const arn = 'arn:aws:iam::111122223333:role/plan';
    const role = { ...plainRole, arn };
    const dryRunInputs = inputsOf({ mode: 'plan', role, specialUse: 'accept' });
    expect(inputLines(dryRunInputs, [target])).toEqual([
      'associate 198.51.100.0/24 with AS64500',
      'Region us-west-2',
      'dry run: changes nothing',
      `role ${arn}, assumed with GitHub's OIDC token`,
      'session policy: this run may only read and associate',
      'special-use ASNs and prefixes are accepted',
    ]);
  });

  test('name every assumed role, and the session policy of the last one', () => {
    const via = ['arn:aws:iam::111122223333:role/hub'];
    const role = { ...plainRole, via, source: 'default-chain' } as const;
    const linesOf = (given: Partial<Inputs>) =>
      inputLines(inputsOf({ role, specialUse: 'refuse', ...given }), [target]).slice(3);
    const roles = [
      "role arn:aws:iam::111122223333:role/hub, assumed with credentials of the AWS SDK's default chain",
      `role ${role.arn}, assumed with the session of the previous role`,
    ];
    expect(linesOf({ mode: 'plan', permissionCheck: 'skip' })).toEqual([
      ...roles,
      'session policy: this run may only read',
    ]);
    expect(linesOf({ sessionPolicy: 'leave out' })).toEqual([
      ...roles,
      'no session policy: this run may do whatever the role may do',
    ]);
  });

  test('of a file list its targets, the approved plan and the limit', () => {
    const source = { form: 'file', path: 'byoasn.yml', only: [] } as const;
    const targets = [
      targetOf([desiredOf()], { name: 'edge' }),
      targetOf(manyDesired(2), { accountId: '444455556666' }),
    ];
    expect(inputLines({ ...inputs, source, expectedPlan: digest, maxChanges: 0 }, targets)).toEqual(
      [
        'file byoasn.yml',
        'target edge: account 111122223333, Region us-west-2, 1 association',
        'target 444455556666/us-west-2: account 444455556666, Region us-west-2, 2 associations',
        'apply',
        "credentials of the AWS SDK's default chain",
        `approved plan: ${digest}`,
        'creates at most 0 associations',
      ],
    );
  });
});

describe('the plan', () => {
  test('is logged step by step, with its evidence', () => {
    const observed = { cidrs: [], asns: { unread: 'AccessDenied: no' } };
    const plan = makePlan([{ target, observed }], { specialUse: 'refuse' });
    const [group] = planGroups(plan);
    const [head, ...evidence] = group?.lines ?? [];
    expect(group?.title).toBe('Plan for us-west-2: 1 refused');
    expect(head).toMatch(
      /^refuse: 198\.51\.100\.0\/24 with AS64500 \(now absent\): AWS does not list/,
    );
    expect(evidence).toEqual([
      '  checked offline: the ASN and the CIDR are well-formed and of public use',
      '  read: DescribeByoipCidrs: 198.51.100.0/24 is not listed',
      '  not read: DescribeIpamByoasn: AccessDenied: no',
      `plan digest ${plan.digest}`,
    ]);
  });

  test('has shared evidence of a target only once', () => {
    const associations = ['198.51.100.0/24', '203.0.113.0/24'].map((cidr) =>
      desiredOf('64500', cidr),
    );
    const observed = { cidrs: [], asns: { unread: 'AccessDenied: no' } };
    const plan = makePlan([{ target: { ...target, associations }, observed }], {
      specialUse: 'refuse',
    });
    const [group] = planGroups(plan);
    expect(group?.lines).toEqual([
      expect.stringMatching(/^refuse: 198\.51\.100\.0/),
      expect.stringMatching(/^refuse: 203\.0\.113\.0/),
      '  checked offline: the ASN and the CIDR are well-formed and of public use',
      '  read: DescribeByoipCidrs: 198.51.100.0/24 is not listed',
      '  not read: DescribeIpamByoasn: AccessDenied: no',
      '  read: DescribeByoipCidrs: 203.0.113.0/24 is not listed',
      `plan digest ${plan.digest}`,
    ]);
  });

  test('is logged by target, with unmanaged associations, and ends with its digest', () => {
    const listed = (name: string, asn: string, state: string) => ({
      pairs: [
        { association: desiredOf('64500', `${name}/24`), state: 'absent' },
        { association: desiredOf('64501', `${name}/24`), state },
      ],
      facts: { name: asn },
    });
    const both = planOfTargets([
      listed('198.51.100.0', 'edge', 'associated'),
      listed('203.0.113.0', 'dr', 'pending-association'),
    ]);
    const unmanaged = [
      { target: targetOf([], { name: 'edge' }), asn: '64511', cidr: '198.51.100.0/24', state: 'x' },
    ];
    const [dr, edge, ...more] = planGroups({ ...both, unmanaged });
    expect(more).toEqual([]);
    expect(dr?.title).toBe('Plan for dr: 1 to create, 1 pending');
    expect(edge?.title).toBe('Plan for edge: 1 to create, 1 unchanged');
    expect(edge?.lines.slice(-2)).toEqual([
      'unmanaged: 198.51.100.0/24 with AS64511 is x in edge (111122223333 us-west-2), not changed',
      `plan digest ${both.digest}`,
    ]);
    expect(dr?.lines.join('\n')).not.toMatch(/unmanaged|digest/);
  });

  test('without a digest has no line for it', () => {
    const unknown = { accountId: undefined, name: 'us-west-2' };
    const plan = planOfTarget([{ association: desiredOf(), state: 'absent' }], unknown);
    expect(
      planGroups(plan)
        .flatMap(({ lines }) => lines)
        .join('\n'),
    ).not.toContain('digest');
  });

  test.each([
    [[], 'nothing'],
    [['keep'], '1 unchanged'],
    [
      ['refuse', 'keep', 'wait', 'associate', 'associate', 'wait', 'wait'],
      '2 to create, 3 pending, 1 unchanged, 1 refused',
    ],
  ] as const)('%j is counted as %s', (steps, text) => {
    expect(countChanges(steps.map((step) => ({ step })))).toBe(text);
  });
});

describe('the end', () => {
  test('of a dry run lists the associations to create', () => {
    const facts = { step: 'associate', before: 'absent', state: 'absent' } as const;
    const [line] = resultLines(outcomeOf('dry-run-permitted', facts, { mode: 'plan' }), onBranch);
    expect(line).toBe('198.51.100.0/24 with AS64500: to create, now absent');
  });

  test('is logged with the state of the pair, the reason and the next step', () => {
    expect(resultLines(outcomeOf('accepted', { state: 'pending-association' }), onBranch)).toEqual([
      '198.51.100.0/24 with AS64500: pending-association',
      `accepted: ${reasons.accepted.cause}`,
      `Next step: ${reasons.accepted.next}`,
    ]);
  });

  test('of an apply has the commands that undo it, up to ten if the summary has them', () => {
    const endOf = (count: number, mode: 'plan' | 'apply', summary = true) => {
      const entries = Array.from({ length: count }, (_, index) => ({
        ...{ target: 'dr', cidr: `2001:db8:${(4096 + index).toString(16)}::/48` },
        facts: mode === 'plan' ? {} : { state: 'associated', changed: true },
      }));
      return resultLines(fleetOf(entries, { mode, summary }), onBranch);
    };
    expect(endOf(1, 'apply').slice(-3)).toEqual([
      'Undo:',
      '  # dr (444455556666 eu-west-1)',
      '  aws ec2 disassociate-ipam-byoasn --region eu-west-1 --asn 64500 --cidr 2001:db8:1000::/48',
    ]);
    expect(endOf(10, 'apply').slice(-12, -10)).toEqual([
      'Undo:',
      '  # dr (444455556666 eu-west-1)',
    ]);
    expect(endOf(11, 'apply').slice(-2)).toEqual([
      'Undo:',
      '  the commands are in the job summary',
    ]);
    expect(endOf(11, 'apply', false).slice(-13, -11)).toEqual([
      'Undo:',
      '  # dr (444455556666 eu-west-1)',
    ]);
    expect(endOf(1, 'plan').join()).not.toContain('Undo');
  });

  test.each([
    [10, 10],
    [11, 2],
  ])('of %i pairs has %i lines for their states', (count, lines) => {
    const pairs = manyDesired(count);
    const runState = createRunState();
    runState.addEntries([targetOf(pairs)].flatMap(initialPairs));
    for (const [index, pair] of pairs.entries()) {
      runState.update(pair, { state: index < 3 ? 'associated' : 'pending-association' });
    }
    const states = resultLines(runState.finish('accepted'), onBranch).slice(0, -2);
    expect(states).toHaveLength(lines);
    expect(states.slice(0, 2)).toEqual(
      count > 10
        ? ['3 associations: associated', '8 associations: pending-association']
        : ['2001:db8::/48 with AS64500: associated', '2001:db8:1::/48 with AS64500: associated'],
    );
  });
});

describe('a failure', () => {
  const problem = (line: number) => ({
    location: { file: 'byoasn.yml', line, column: 9 },
    path: `targets[${line}].region`,
    text: 'is missing',
  });

  test('is logged with its lines, its likely cause and the next step', () => {
    const details = { lines: ['{', '}'], likely: 'A policy.', next: 'Ask the admin.' };
    expect(failureLines(new Failure('access-denied', 'Could not read', details))).toEqual([
      'Could not read',
      '{',
      '}',
      'Likely cause: A policy.',
      'Next step: Ask the admin.',
    ]);
  });

  test('without a likely cause is logged with the next step of its reason', () => {
    expect(failureLines(new Failure('invalid-input', '1 input is invalid: asn'))).toEqual([
      '1 input is invalid: asn',
      `Next step: ${reasons['invalid-input'].next}`,
    ]);
  });

  test('of a file is logged with each problem and its location, before its lines', () => {
    const problems = [problem(6), { ...problem(9), path: '' }];
    const failure = new Failure('invalid-input', 'byoasn.yml', { problems, lines: ['line'] });
    expect(failureLines(failure).slice(1, 4)).toEqual([
      'byoasn.yml:6:9 targets[6].region: is missing',
      'byoasn.yml:9:9 is missing',
      'line',
    ]);
  });

  test.each([
    [maxAnnotations, []],
    [maxAnnotations + 1, ['and 1 more, in the log above']],
    [100, [`and ${100 - maxAnnotations} more, in the log above`]],
  ])('of %i problems is logged with those that are annotated, and a count', (count, more) => {
    const problems = Array.from({ length: count }, (_, index) => problem(index + 1));
    const lines = failureLines(new Failure('invalid-input', 'byoasn.yml', { problems }));
    expect(lines.slice(1, -1)).toEqual([
      ...problems.slice(0, maxAnnotations).map(problemText),
      ...more,
    ]);
  });
});

describe('a defect', () => {
  const cause = new RangeError('too deep');
  const defect = new TypeError('x is not a function', { cause });
  const failure = asFailure(defect);

  test('is logged with its stack and its causes', () => {
    const text = defectLines({ failure, pairs: [] }).join('\n');
    expect(text).toMatch(/^TypeError: x is not a function\n {4}at /);
    expect(text).toMatch(/\[cause\]: RangeError: too deep\n {6}at /);
  });

  test('of a pair is logged too, and only once, although another failure sums it up', () => {
    const [pair] = outcomeOf('accepted').pairs;
    if (!pair) throw new Error('an outcome with a pair');
    const sum = new Failure('partly-applied', '2 of 3 failed', { cause: failure });
    const pairs = [{ ...pair, failure }, pair, { ...pair, failure }];
    const lines = defectLines({ failure: sum, pairs });
    expect(lines.filter((line) => line.startsWith('TypeError'))).toHaveLength(1);
  });

  test('is not any other failure', () => {
    const denied = new Failure('access-denied', 'You may not', { cause: new Error('below') });
    expect(defectLines({ failure: denied, pairs: [] })).toEqual([]);
    expect(defectLines({ failure: undefined, pairs: [] })).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['an endless text', new Error('x'.repeat(1_000_000), { cause: 'y'.repeat(1_000_000) })],
    ['many causes', Object.assign(new Error('x'), { all: Array(10_000).fill(new Error('y')) })],
    ['many lines', new Error('x\n'.repeat(100_000))],
  ])('with %s is logged in part', (_, thrown) => {
    expect(inspectLines(thrown).length).toBeLessThanOrEqual(200);
    expect(inspectLines(thrown).join('').length).toBeLessThan(50_000);
  });

  test.each<[unknown, string]>([
    [undefined, 'Unexpected: undefined'],
    [Object.create(null), 'Unexpected: [Object: null prototype] {}'],
    ['a text', 'Unexpected: a text'],
    [{ code: 7 }, 'Unexpected: { code: 7 }'],
  ])('that is not an Error (%j) is logged verbatim', (thrown, message) => {
    expect(asFailure(thrown)).toMatchObject({ reason: 'internal-error', message, cause: thrown });
  });
});

describe('elapsed time', () => {
  test.each([
    [0, '00:00'],
    [999, '00:00'],
    [1000, '00:01'],
    [59_999, '00:59'],
    [60_000, '01:00'],
    [754_321, '12:34'],
    [3_600_000, '60:00'],
    [21_600_000, '360:00'],
  ])('of %i ms is %s', (milliseconds, text) => {
    expect(elapsedText(milliseconds)).toBe(text);
  });
});
