import { describe, expect, test } from 'vitest';
import type { ApprovedChange } from '../../../src/domain/approved-plan.ts';
import { findDifferences } from '../../../src/plan/differences.ts';
import { associationOf, desiredOf } from '../domain/association.ts';
import { planOfTarget } from './changes.ts';

const cidr = '198.51.100.0/24';
const now = (asn: string, state: string) =>
  planOfTarget([{ association: desiredOf(asn, cidr), state }]);
const [change] = now('64500', 'absent').changes;
const old: ApprovedChange = {
  target: change?.target.name ?? '',
  accountId: change?.target.accountId ?? '',
  region: change?.target.region ?? '',
  ...associationOf('64500', cidr),
  state: 'absent',
  step: 'associate',
};
const name = `${cidr} with AS64500 in ${old.target}`;

describe('the differences from an approved plan', () => {
  test('are none if both plans create the same', () => {
    expect(findDifferences([old], now('64500', 'absent'))).toEqual([]);
  });

  test('do not include the state of a pair that neither plan creates', () => {
    const waiting = { ...old, state: 'pending-association', step: 'wait' } as const;
    expect(findDifferences([waiting], now('64500', 'associated'))).toEqual([]);
  });

  test.each([
    ['associated', 'absent', 'keep', 'associate'],
    ['absent', 'associated', 'associate', 'keep'],
    ['absent', 'pending-association', 'associate', 'wait'],
    ['pending-association', 'absent', 'wait', 'associate'],
  ] as const)('include the step of a pair that went from %s to %s', (before, after, from, to) => {
    const approved = { ...old, state: before, step: from };
    expect(findDifferences([approved], now('64500', after))).toEqual([
      `${name}: step changed from ${from} to ${to}, state changed from ${before} to ${after}`,
    ]);
  });

  test.each(['disassociated', 'failed-association'])(
    'include the state of a pair that both plans create, and that is %s now',
    (state) => {
      expect(findDifferences([old], now('64500', state))).toEqual([
        `${name}: state changed from absent to ${state}`,
      ]);
    },
  );

  test('include account and Region of a pair', () => {
    const approved = { ...old, accountId: '444455556666', region: 'eu-west-1' };
    expect(findDifferences([approved], now('64500', 'absent'))).toEqual([
      `${name} (444455556666 eu-west-1): account changed from 444455556666 to ${old.accountId}, Region changed from eu-west-1 to ${old.region}`,
    ]);
  });

  test('include the ASN of a CIDR', () => {
    expect(findDifferences([old], now('64501', 'absent'))).toEqual([
      `${name}: ASN changed from 64500 to 64501`,
    ]);
  });

  test('include a removed pair and a new one', () => {
    const other = { ...old, ...associationOf('64500', '203.0.113.0/24') };
    expect(findDifferences([other], now('64500', 'absent'))).toEqual([
      `203.0.113.0/24 with AS64500 in ${old.target}: no longer in the plan`,
      `${name}: not in the approved plan; now absent`,
    ]);
  });

  test('name account and Region of a target with another name', () => {
    const named = { ...old, target: '111122223333/us-west-2.444455556666.eu-west-1' };
    const gone = { ...named, ...associationOf('64500', '203.0.113.0/24') };
    expect(findDifferences([old, gone], now('64500', 'absent'))).toEqual([
      `203.0.113.0/24 with AS64500 in ${named.target} (111122223333 us-west-2): no longer in the plan`,
    ]);
  });

  test('do not include a removed or new pair that neither plan creates', () => {
    const other = { ...old, ...associationOf('64500', '203.0.113.0/24') };
    const kept = { ...other, state: 'associated', step: 'keep' } as const;
    expect(findDifferences([kept], now('64500', 'associated'))).toEqual([]);
  });
});
