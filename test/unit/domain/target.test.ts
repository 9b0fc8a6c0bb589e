import { describe, expect, test } from 'vitest';
import { targetText, unnamedParts } from '../../../src/domain/target.ts';

const account = { accountId: '111122223333', region: 'us-west-2' };

describe('the parts of account and Region that the name of a target leaves out', () => {
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
  ])('of %s are %j', (name, rest) => {
    expect(unnamedParts({ ...account, name })).toEqual(rest);
  });

  test('say so if the account is not known', () => {
    const unknown = { name: 'us-west-2', accountId: undefined, region: 'us-west-2' };
    expect(unnamedParts(unknown)).toEqual(['account not known']);
  });

  test('are in parentheses after the name', () => {
    expect(targetText({ ...account, name: 'edge' })).toBe('edge (111122223333 us-west-2)');
    expect(targetText({ ...account, name: '111122223333/us-west-2' })).toBe(
      '111122223333/us-west-2',
    );
  });
});
