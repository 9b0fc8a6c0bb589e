import { describe, expect, test } from 'vitest';
import { targetText, unnamedParts } from '../../../src/domain/target.ts';

const place = { accountId: '111122223333', region: 'us-west-2' };

describe('what of account and Region the name of a target leaves out', () => {
  test.each([
    ['111122223333/us-west-2', []],
    ['111122223333', ['us-west-2']],
    ['us-west-2', ['111122223333']],
    ['edge', ['111122223333', 'us-west-2']],
    ['111122223333/us-west-2.444455556666.eu-west-1', ['111122223333', 'us-west-2']],
    ['444455556666/eu-west-1.111122223333/us-west-2', ['111122223333', 'us-west-2']],
    ['111122223333/us-west-20', ['111122223333', 'us-west-2']],
    ['111122223333-us-west-2', ['111122223333', 'us-west-2']],
    ['444455556666/eu-west-1', ['111122223333', 'us-west-2']],
    ['eu-west-1', ['111122223333', 'us-west-2']],
  ])('of %s is %j', (name, rest) => {
    expect(unnamedParts({ ...place, name })).toEqual(rest);
  });

  test('is that the account is not known, where it is not', () => {
    const unknown = { name: 'us-west-2', accountId: undefined, region: 'us-west-2' };
    expect(unnamedParts(unknown)).toEqual(['account not known']);
  });

  test('stands in parentheses behind the name', () => {
    expect(targetText({ ...place, name: 'edge' })).toBe('edge (111122223333 us-west-2)');
    expect(targetText({ ...place, name: '111122223333/us-west-2' })).toBe('111122223333/us-west-2');
  });
});
