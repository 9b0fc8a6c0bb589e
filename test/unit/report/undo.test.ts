import { expect, test } from 'vitest';
import type { PairUpdate } from '../../../src/outcome/run-state.ts';
import { changedPairs, undoLines } from '../../../src/report/undo.ts';
import { fleetOf } from './fleet.ts';

const undoOf = (facts: PairUpdate) =>
  undoLines(
    changedPairs(fleetOf([{ target: 'dr', cidr: '198.51.100.0/24', facts }], { mode: 'apply' })),
  );

const command =
  'aws ec2 disassociate-ipam-byoasn --region eu-west-1 --asn 64500 --cidr 198.51.100.0/24';

test.each(['associated', 'advertised', 'pending-association'])(
  'an association that the run created has an undo while AWS shows it as %s',
  (state) => {
    expect(undoOf({ state, changed: true })).toEqual(['# dr (444455556666 eu-west-1)', command]);
  },
);

test.each(['absent', 'disassociated', 'failed-association', 'pending-disassociation'])(
  'an association that AWS shows as %s needs no undo',
  (state) => {
    expect(undoOf({ state, changed: true })).toEqual([]);
  },
);

test('an association that others created needs no undo', () => {
  expect(undoOf({ state: 'associated', changed: false })).toEqual([]);
});

test('an association that may exist must be checked before its undo', () => {
  expect(undoOf({ state: 'unknown', changed: false })).toEqual([
    '# dr (444455556666 eu-west-1)',
    '# its state is not known: check it in AWS first',
    command,
  ]);
});
