import { describe, expect, test } from 'vitest';
import { formatPlanPage } from '../../../src/cli/format-plan.ts';
import { Failure } from '../../../src/failure.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { reasons } from '../../../src/reasons.ts';
import { formatComment, formatSummary } from '../../../src/report/markdown-page.ts';
import { nowhere, onPullRequest } from './links.ts';
import { done, type RouteEntry, routesOf } from './routes.ts';
import { readStructure, seen } from './structure.ts';

const seenFrom = (asn: string, peers: number) => ({ peers, origins: [{ asn, peers }] });

const page = (outcome: Outcome) => formatSummary(outcome, nowhere);
const titleOf = (outcome: Outcome) => seen(page(outcome)).split('\n')[0];
const rowsOf = (outcome: Outcome) =>
  readStructure(page(outcome))
    .tables.flat()
    .map((cells) => cells.map((cell) => seen(cell.replaceAll('<br>', ' / '))));

const provisioned: RouteEntry = {
  cidrState: 'provisioned',
  rpki: ['valid', 'valid'],
  seen: { peers: 0, origins: [] },
};
const swap: RouteEntry = { rpki: ['valid', 'invalid'], seen: seenFrom('16509', 312) };
const withdrawal: RouteEntry = { to: 'none', from: '64500', seen: seenFrom('64500', 312) };
const kept: RouteEntry = { cidr: '203.0.113.0/24', from: '64500' };
const verified = {
  verified: 'collectors',
  text: 'AS64500 at 298 of 312 peers (95 %), 35 s after the change',
} as const;
const missed = { verified: 'none', text: 'AS64500 at 12 of 312 peers (3 %)' } as const;

describe('the page of a plan', () => {
  test('to advertise a CIDR shows its origin and the effect', () => {
    const outcome = routesOf([provisioned]);
    expect(titleOf(outcome)).toBe(
      '### BYOASN routes byoasn.yml: 1 route to change (none to AS64500)',
    );
    expect(rowsOf(outcome)).toEqual([
      ['CIDR', 'Origin', 'CIDR state', 'RPKI', 'Change'],
      ['198.51.100.0/24', 'none to AS64500', 'provisioned', 'valid', 'advertise'],
    ]);
    expect(seen(page(outcome))).toContain(
      '\n\n198.51.100.0/24: origin none to AS64500. RPKI from AS64500: valid (ROA AS64500 /24); from AWS, to go back: valid. Not seen now.\n\nedge',
    );
    expect(page(outcome)).not.toMatch(/mermaid|eligible/);
  });

  test('to swap a live origin needs a look, and warns that there is no way back', () => {
    const outcome = routesOf([swap]);
    expect(titleOf(outcome)).toMatch(/: 1 route to change \(AWS to AS64500\), 1 needs a look$/);
    expect(rowsOf(outcome)[1]).toEqual([
      '198.51.100.0/24',
      'AWS to AS64500',
      '**advertised (live)**',
      'valid / **no way back to AS16509, AS14618: invalid**',
      '**swap**',
    ]);
  });

  test('to swap to AWS names the ASN whose way back is not certain', () => {
    const [, row] = rowsOf(routesOf([{ to: 'AWS', from: '64500', rpki: ['valid', 'not-found'] }]));
    expect(row?.slice(1, 4)).toEqual([
      'AS64500 to AWS',
      '**advertised (live)**',
      'valid / **way back to AS64500: not-found**',
    ]);
  });

  test('to withdraw a CIDR that nobody else announces needs a look, and warns of the loss', () => {
    const outcome = routesOf([withdrawal]);
    expect(titleOf(outcome)).toMatch(/: 1 route to change \(AS64500 to none\), 1 needs a look$/);
    expect(rowsOf(outcome)[1]).toEqual([
      '198.51.100.0/24',
      'AS64500 to none',
      '**advertised (live)**',
      '**withdraw**',
    ]);
    expect(seen(page(outcome))).toContain(
      '\n\n198.51.100.0/24: withdraw. No other route is seen; the prefix becomes unreachable.\n',
    );
  });

  test('of several targets counts the changes by step, and folds unchanged routes', () => {
    const outcome = routesOf([
      { ...withdrawal, cidr: '192.0.2.0/24' },
      { ...swap, cidr: '2001:db8:1::/48' },
      kept,
      { ...provisioned, target: 'dr', note: 'ticket NET-12' },
    ]);
    expect(titleOf(outcome)).toBe(
      '### BYOASN routes byoasn.yml: 3 routes to change: 1 to advertise, 1 to swap, 1 to withdraw, 2 need a look',
    );
    const text = page(outcome);
    expect(text).toContain('\n**1 unchanged**.\n');
    expect(text.indexOf('<b>edge</b>')).toBeLessThan(text.indexOf('<b>dr</b>'));
    const folded = text.slice(text.indexOf('<summary>1 unchanged</summary>'));
    expect(seen(folded)).toContain('| 203.0.113.0/24 | AS64500 | **advertised (live)** |');
    expect(seen(folded)).not.toContain('| 192.0.2.0/24 |');
  });

  test('that is refused shows why, and the changes it would make', () => {
    const outcome = routesOf([
      { association: 'absent' },
      { ...swap, cidr: '203.0.113.0/24' },
      { ...withdrawal, cidr: '192.0.2.0/24' },
      { ...provisioned, cidr: '2001:db8:1::/48' },
    ]);
    expect(titleOf(outcome)).toMatch(/: refused, 1 of 4 routes blocked, 2 need a look$/);
    expect(rowsOf(outcome).map((cells) => cells.at(-1))).toEqual([
      'Change',
      '**refused** asn-not-associated / its association with AS64500 is absent',
      'would be swapped',
      'would be withdrawn',
      'would be advertised',
    ]);
    expect(seen(page(outcome))).toContain('\n**1 to swap, 1 to withdraw, 1 to advertise**.\n');
    expect(page(outcome)).not.toContain('Undo');
  });

  test('with an unreadable origin shows it in bold, and is refused', () => {
    const [, row] = rowsOf(routesOf([{ from: 'unknown' }]));
    expect(row?.slice(1)).toEqual([
      '**unknown to AS64500**',
      '**advertised (live)**',
      '**refused** origin-unknown / it is advertised from an unknown origin',
    ]);
  });

  test('that only waits has nothing to change', () => {
    const outcome = routesOf([{ cidrState: 'pending-advertising', from: 'unknown' }]);
    expect(titleOf(outcome)).toMatch(/: no changes$/);
    expect(rowsOf(outcome)[1]?.at(-1)).toBe('none (pending-advertising)');
  });

  test('of a run without credentials has only the desired origins', () => {
    const unplanned = { step: undefined, state: 'unknown', effect: '' };
    const outcome = routesOf([{ ...swap, from: 'unknown', to: 'AWS', facts: unplanned }]);
    const [, row] = rowsOf({ ...outcome, reason: 'fork-no-credentials', failure: undefined });
    expect(row?.slice(1, 3)).toEqual(['AWS', 'unknown']);
  });

  test('has the effects of ten changes, and counts the rest', () => {
    const entries = Array.from({ length: 13 }, (_, index) => ({
      ...withdrawal,
      cidr: `2001:db8:${index + 1}::/48`,
    }));
    const text = page(routesOf(entries));
    expect(text.match(/the prefix becomes unreachable/g)).toHaveLength(10);
    expect(text).toContain('unreachable&#46;<br>\nand 3 more\n');
    const comment = formatComment(routesOf(entries), 1_500, onPullRequest);
    expect(comment.length).toBeLessThanOrEqual(1_500);
    expect(comment).toContain('the prefix becomes unreachable');
  });
});

describe('the page of an apply', () => {
  const applied = { mode: 'apply' } as const;

  test('says that the route collectors confirm a change, and no longer has its effect', () => {
    const facts = { ...done, verification: verified };
    const outcome = routesOf([{ ...swap, facts }, kept], applied);
    expect(titleOf(outcome)).toMatch(/: 1 route changed, verified, 1 needs a look$/);
    expect(rowsOf(outcome)[1]).toEqual([
      '198.51.100.0/24',
      'AWS to AS64500',
      '**advertised (live)**',
      'valid / **no way back to AS16509, AS14618: invalid**',
      '**advertised** / verified: AS64500 at 298 of 312 peers (95 %), 35 s after the change',
    ]);
    expect(page(outcome)).not.toContain('RPKI from');
    expect(seen(page(outcome))).toContain(`**Next:** ${reasons.advertised.next}`);
  });

  test('warns of a change that they do not see', () => {
    const facts = { ...done, verification: missed };
    const outcome = routesOf([{ facts }], applied);
    expect(titleOf(outcome)).toMatch(/: 1 route changed, not verified$/);
    const text = seen(page(outcome));
    expect(text).toContain(
      '\n> [!WARNING]\n> 198.51.100.0/24 to origin AS64500 is not verified: AS64500 at 12 of 312 peers (3 %)\n',
    );
    expect(text).toContain('| **advertised**not verified: AS64500 at 12 of 312 peers (3 %) |');
    expect(text).toContain(`**Next:** ${reasons['not-verified'].next}`);
  });

  test('reports a change that had to be verified as one failure', () => {
    const failure = new Failure('not-verified', 'AS64500 at 12 of 312 peers (3 %)');
    const facts = { ...done, verification: missed, failure };
    const outcome = routesOf([{ facts }, { cidr: '203.0.113.0/24' }], applied);
    expect(titleOf(outcome)).toMatch(/: 1 of 2 routes failed$/);
    expect(page(outcome)).not.toContain('WARNING');
    expect(seen(page(outcome))).toContain('**Failure 1** (not-verified, 1 route): ');
    expect(rowsOf(outcome)[2]?.at(-1)).toBe('**skipped, now advertised**');
  });

  test.each<[string, RouteEntry[], string]>([
    [
      'a withdrawal',
      [{ ...withdrawal, facts: { ...done, state: 'provisioned', verification: verified } }],
      '1 route withdrawn, verified',
    ],
    ['a change that nobody verified', [{ facts: done }], '1 route changed'],
    [
      'several changes',
      [
        { facts: { ...done, verification: verified } },
        { cidr: '203.0.113.0/24', facts: { ...done, verification: missed } },
        { ...withdrawal, cidr: '192.0.2.0/24', facts: { ...done, state: 'provisioned' } },
      ],
      '3 routes changed, 1 verified, 1 not verified',
    ],
    [
      'a wait',
      [{ cidrState: 'pending-advertising', facts: { state: 'advertised', done: true } }],
      '1 route now advertised',
    ],
    [
      'a wait for a withdrawal',
      [
        {
          ...{ to: 'none', cidrState: 'pending-withdrawal' },
          facts: { state: 'provisioned', done: true },
        },
      ],
      '1 route now withdrawn',
    ],
  ])('has the result of %s in its title', (_, entries, expected) => {
    expect(titleOf(routesOf(entries, applied))).toBe(`### BYOASN routes byoasn.yml: ${expected}`);
  });

  test('names the current origin if it is not the desired one', () => {
    const originNow = { origin: 'unknown', source: 'none', evidence: [] } as const;
    const failure = new Failure('wait-timeout', 'The deadline passed');
    const outcome = routesOf([{ facts: { changed: true, originNow, failure } }], applied);
    expect(rowsOf(outcome)[1]?.at(-1)).toMatch(/^\*\*failed, now advertised\*\* \/ origin now unk/);
  });
});

test('many routes with the same failure are one failure, which lists their CIDRs', () => {
  const failure = new Failure('access-denied', 'Could not withdraw');
  const entries = Array.from({ length: 16 }, (_, index) => ({
    ...withdrawal,
    cidr: `2001:db8:${index + 1}::/48`,
    facts: { failure },
  }));
  const also = { ...withdrawal, facts: { ...done, state: 'provisioned' } };
  const text = seen(page(routesOf([...entries, also], { mode: 'apply' })));
  expect(text).toContain('**Failure 1** (access-denied, 16 routes): Could not withdraw\n');
  expect(text).toContain(
    '\n- Origin none in edge (111122223333 us-west-2), CIDR now advertised: 2001:db8:1::/48, 2001',
  );
});

test('texts from AWS, the file and the route collectors cannot act on the page', () => {
  const evil = '</details>|<b>@octocat #1 [x](https://a.example)`\n## b';
  const outcome = routesOf(
    [{ from: evil, note: evil, cidrMessage: evil, seen: { unread: evil } }],
    {},
  );
  const hostile = {
    ...outcome,
    pairs: outcome.pairs.map((pair) => ({
      ...pair,
      effect: evil,
      verification: { verified: 'none' as const, text: evil },
    })),
  };
  const text = formatComment(hostile, 65_536, onPullRequest);
  expect(readStructure(text).lines.filter((line) => line.startsWith('#'))).toHaveLength(1);
  expect(text).not.toContain('@octocat');
  expect(seen(text)).toContain('AWS says: </details>|<b>@octocat #1 [x](https://a.example)`\\n');
});

test.each(['    indented', '===', '- item'])(
  'an effect that starts with %j starts no block',
  (effect) => {
    const outcome = routesOf([withdrawal]);
    const pairs = outcome.pairs.map((pair) => ({ ...pair, effect }));
    expect(page({ ...outcome, pairs })).toMatch(/\n\n&#\d+;/);
  },
);

describe('the page in a terminal', () => {
  const terminal = (outcome: Outcome, width = 100) =>
    formatPlanPage(outcome, { width, style: (_, text) => text });

  test('has the same table below the effects of the changes', () => {
    expect(terminal(routesOf([swap])).slice(0, 12)).toEqual([
      '198.51.100.0/24: origin AWS to AS64500. RPKI from AS64500: valid (ROA AS64500 /24); from AWS, to go',
      '  back: invalid from AS16509, invalid from AS14618. Seen now from AS16509 by 312 peers.',
      '',
      'edge · 111122223333 · us-west-2',
      'CIDR             Origin          CIDR state         RPKI   Change',
      '198.51.100.0/24  AWS to AS64500  advertised (live)  valid  swap',
      '  RPKI: no way back to AS16509, AS14618: invalid',
      'Checks: read',
      '',
      '1 route to change (AWS to AS64500), 1 needs a look.',
      expect.stringMatching(/^Plan digest: routes-v1:/),
      'The plan has changes, and nothing blocks it.',
    ]);
  });

  test('is within 80 columns for IPv4', () => {
    const lines = terminal(routesOf([{ ...swap, from: '4200000000', to: '4200000001' }]), 80);
    expect(lines).toContain(
      '198.51.100.0/24  AS4200000000 to AS4200000001  advertised (live)  valid  swap',
    );
    expect(lines.filter((line) => line.length > 80 && !line.startsWith('Plan digest'))).toEqual([]);
  });
});
