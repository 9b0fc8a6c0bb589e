import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf, digestOfChanges, parseDigest } from '../../../src/domain/plan-digest.ts';
import { type PlannedPair, planOfTarget, planOfTargets } from '../plan/changes.ts';
import { desiredOf } from './association.ts';
import { hasPython } from './python.ts';

const form = /^v2:[0-9a-f]{64}$/;

/** A pair as a property draws it; CIDRs do not repeat, since one is in only one target. */
interface Drawn {
  readonly number: number;
  readonly asn: number;
  readonly target: number;
  readonly state: string;
}

const accounts = [
  { accountId: '111122223333', region: 'us-west-2' },
  { accountId: '111122223333', region: 'eu-west-1' },
  { accountId: '444455556666', region: 'us-west-2' },
] as const;

const drawn: fc.Arbitrary<Drawn[]> = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 0xfff }),
    asn: fc.integer({ min: 64_496, max: 64_511 }),
    target: fc.nat({ max: accounts.length - 1 }),
    state: fc.constantFrom(
      ...['absent', 'failed-association', 'disassociated', 'pending-association', 'associated'],
    ),
  }),
  { selector: ({ number }) => number, minLength: 1, maxLength: 8 },
);

const cidrOf = ({ number }: Drawn) => `2001:db8:${number.toString(16)}::/48`;
const isChange = ({ state }: Drawn) =>
  ['absent', 'failed-association', 'disassociated'].includes(state);

interface Labels {
  readonly name: string;
  readonly note: string;
  readonly line: number;
}

const plain: Labels = { name: 'target', note: '', line: 1 };

function digest(pairs: readonly Drawn[], { name, note, line }: Labels = plain) {
  const location = { file: 'byoasn.yml', line, column: 9 };
  const byTarget = Map.groupBy(pairs, ({ target }) => target);
  const targets = [...byTarget].map(([index, changes]) => ({
    pairs: changes.map((change): PlannedPair => {
      const association = desiredOf(String(change.asn), cidrOf(change), { note, location });
      return { association, state: change.state };
    }),
    facts: { ...accounts[index], name: `${name}-${line - index}` },
  }));
  return planOfTargets(targets).digest;
}

/** The canonical text, from its documentation. */
function canonicalText(pairs: readonly Drawn[]): string {
  const lines = pairs.filter(isChange).map((pair) => {
    const { accountId = '', region = '' } = accounts[pair.target] ?? {};
    return `["associate","${accountId}","${region}","${pair.asn}","${cidrOf(pair)}","${pair.state}"]`;
  });
  const sorted = lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return ['byoasn-plan v2', ...sorted, ''].join('\n');
}

describe('the digest of a plan', () => {
  test('is v2 and the SHA-256 of one line for each change, whatever else is in the plan', () => {
    fc.assert(
      fc.property(drawn, (pairs) => {
        const hash = createHash('sha256').update(canonicalText(pairs)).digest('hex');
        expect(digest(pairs)).toBe(`v2:${hash}`);
      }),
    );
  });

  test('has the form that parseDigest reads', () => {
    fc.assert(
      fc.property(drawn, (pairs) => {
        const text = digest(pairs) ?? '';
        expect(text).toMatch(form);
        expect(parseDigest(text).value).toBe(text);
      }),
    );
  });

  test('does not change with the order of targets and associations', () => {
    const shuffled = drawn.chain((pairs) =>
      fc.tuple(
        fc.constant(pairs),
        fc.shuffledSubarray(pairs, { minLength: pairs.length, maxLength: pairs.length }),
      ),
    );
    fc.assert(fc.property(shuffled, ([pairs, other]) => digest(pairs) === digest(other)));
  });

  test('does not change with names of targets, notes and locations', () => {
    const labels = fc.record({
      name: fc.stringMatching(/^[a-z0-9]{1,8}$/),
      note: fc.string(),
      line: fc.integer({ min: 1, max: 9_999 }),
    });
    fc.assert(fc.property(drawn, labels, (pairs, other) => digest(pairs, other) === digest(pairs)));
  });

  test('does not change with the state of an association without a call', () => {
    const nextState: Readonly<Record<string, string>> = {
      'pending-association': 'associated',
      associated: 'pending-disassociation',
    };
    fc.assert(
      fc.property(drawn, (pairs) => {
        const later = pairs.map((pair) => ({
          ...pair,
          state: nextState[pair.state] ?? pair.state,
        }));
        expect(digest(later)).toBe(digest(pairs));
      }),
    );
  });

  test('changes with one more call', () => {
    fc.assert(
      fc.property(drawn, (pairs) => {
        const [first, ...others] = pairs;
        if (!first) return;
        const more = [{ ...first, state: 'absent' }, ...others];
        expect(digest(more) === digest([{ ...first, state: 'associated' }, ...others])).toBe(false);
        expect(digest(more) === digest(pairs)).toBe(first.state === 'absent');
      }),
    );
  });

  const changedWrite: readonly (readonly [string, (pair: Drawn) => Drawn])[] = [
    ['account', (pair) => ({ ...pair, target: pair.target === 2 ? 0 : 2 })],
    ['Region', (pair) => ({ ...pair, target: pair.target === 1 ? 0 : 1 })],
    ['ASN', (pair) => ({ ...pair, asn: pair.asn + 1 })],
    ['CIDR', (pair) => ({ ...pair, number: pair.number + 0x1000 })],
    ['state, once it was made and taken away,', (pair) => ({ ...pair, state: 'disassociated' })],
    ['state, once it has failed,', (pair) => ({ ...pair, state: 'failed-association' })],
  ];

  test.each(changedWrite)('changes with the %s of a call', (_, change) => {
    fc.assert(
      fc.property(drawn, (pairs) => {
        const [first, ...others] = pairs;
        if (!first) return;
        const write = { ...first, state: 'absent' };
        expect(digest([change(write), ...others])).not.toBe(digest([write, ...others]));
      }),
    );
  });

  test('of no calls covers only the version', () => {
    const nothing = `v2:${createHash('sha256').update('byoasn-plan v2\n').digest('hex')}`;
    const kept = planOfTarget([{ association: desiredOf(), state: 'associated' }]);
    expect(kept.digest).toBe(nothing);
    expect(digestOfChanges([])).toBe(nothing);
  });

  test('does not depend on what was read besides', () => {
    const changes = planOfTarget([{ association: desiredOf(), state: 'absent' }]).changes;
    const evidence = [{ grade: 'proven', text: 'EC2 DryRun: the role may associate' }] as const;
    const more = changes.map((change) => ({ ...change, evidence, why: '', statusMessage: 'x' }));
    expect(digestOfChanges(more)).toBe(digestOfChanges(changes));
  });
});

describe('while an account is not known', () => {
  const unknown = { accountId: undefined, name: 'us-west-2' };

  test('a plan with a change has no digest', () => {
    const plan = planOfTarget([{ association: desiredOf(), state: 'absent' }], unknown);
    expect(plan.digest).toBeUndefined();
  });

  test('a plan that changes only other targets has one', () => {
    const plan = planOfTargets([
      { pairs: [{ association: desiredOf(), state: 'associated' }], facts: unknown },
      { pairs: [{ association: desiredOf('64501', '192.0.2.0/24'), state: 'absent' }], facts: {} },
    ]);
    expect(plan.digest).toMatch(form);
  });
});

describe('a digest that is pinned', () => {
  const pairs = [
    { association: desiredOf('64500', '198.51.100.0/24'), state: 'absent' },
    { association: desiredOf('64501', '198.51.100.0/24'), state: 'failed-association' },
    { association: desiredOf('64500', '2001:db8:1000::/48'), state: 'absent' },
    { association: desiredOf('64500', '203.0.113.0/24'), state: 'associated' },
  ];
  const text = [
    'byoasn-plan v2',
    '["associate","111122223333","us-west-2","64500","198.51.100.0/24","absent"]',
    '["associate","111122223333","us-west-2","64500","2001:db8:1000::/48","absent"]',
    '["associate","111122223333","us-west-2","64501","198.51.100.0/24","failed-association"]',
    '',
  ].join('\n');
  const golden = 'v2:12a7d9b636d461376ec7f39a3f55ef42500d19173647e6bc6946398665399765';

  test('never changes: an approved digest must stay valid', () => {
    expect(planOfTarget(pairs).digest).toBe(golden);
    expect(golden).toBe(`v2:${createHash('sha256').update(text).digest('hex')}`);
  });

  test.skipIf(!hasPython)(
    'equals what Python computes from the canonical text (skipped without python3)',
    () => {
      const program =
        'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())';
      const { stdout } = spawnSync('python3', ['-c', program], { input: text, encoding: 'utf8' });
      expect(`v2:${stdout.trim()}`).toBe(golden);
    },
  );

  test('does not depend on the order of calls', () => {
    const account = {
      step: 'associate',
      accountId: '111122223333',
      region: 'us-west-2',
    } as const;
    const calls = [
      { ...account, asn: '64501', cidr: '198.51.100.0/24', state: 'failed-association' },
      { ...account, asn: '64500', cidr: '2001:db8:1000::/48', state: 'absent' },
      { ...account, asn: '64500', cidr: '198.51.100.0/24', state: 'absent' },
    ];
    expect(digestOf(calls)).toBe(golden);
  });
});

test('no two lists of calls have one digest, whatever their fields hold', () => {
  // Short texts that could end a field, so that lists occur that differ only in field borders.
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '",', '["'), maxLength: 2 });
  const call = fc.record({
    step: fc.constantFrom('associate', 'disassociate'),
    ...{ accountId: text, region: text },
    ...{ asn: fc.constant(''), cidr: fc.constant(''), state: fc.constant('') },
  });
  const lists = fc.uniqueArray(fc.array(call, { maxLength: 2 }), {
    selector: (calls) => JSON.stringify(calls.map((call) => JSON.stringify(call)).sort()),
    minLength: 20,
    maxLength: 60,
  });
  fc.assert(
    fc.property(lists, (some) => {
      expect(new Set(some.map(digestOf)).size).toBe(some.length);
    }),
  );
});

describe('the text of a digest', () => {
  const hex = '0123456789abcdef'.repeat(4);

  test('is accepted unchanged', () => {
    expect(parseDigest(`v2:${hex}`)).toEqual({ value: `v2:${hex}` });
  });

  test.each([
    ['empty', ''],
    ['only a hash', hex],
    ['of a later version', `v3:${hex}`],
    ['too short', `v2:${hex.slice(1)}`],
    ['too long', `v2:${hex}0`],
    ['in capitals', `v2:${hex.toUpperCase()}`],
    ['after a space', ` v2:${hex}`],
    ['before a line end', `v2:${hex}\n`],
    ['no hexadecimal', `v2:${'g'.repeat(64)}`],
    ['any', 'any'],
  ])('that is %s is refused', (_, text) => {
    expect(parseDigest(text).problem).toBe('is neither a plan-digest nor a plan');
  });

  test('of the previous version asks for a new plan', () => {
    expect(parseDigest(`v1:${hex}`).problem).toBe(
      'was made by an earlier version of this action: plan again with this version, and pass the digest of that plan',
    );
  });
});
