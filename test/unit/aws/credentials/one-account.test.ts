import type { AwsCredentialIdentity } from '@smithy/types';
import { describe, expect, test } from 'vitest';
import { stayInAccount } from '../../../../src/aws/credentials/one-account.ts';
import { callErrors } from '../../../fakes/call-errors.ts';
import { virtualContext } from '../../../fakes/retry-context.ts';

const key = (accessKeyId: string): AwsCredentialIdentity => ({
  accessKeyId,
  secretAccessKey: 'example-secret',
});
const [first, renewed, third] = [key('ASIA1'), key('ASIA2'), key('ASIA3')];
const [own, other] = ['111122223333', '444455556666'];

/** A provider with these keys in order, and STS's responses by key, in order. */
function staying(
  keys: readonly AwsCredentialIdentity[],
  answers: Readonly<Record<string, readonly (string | Error)[]>>,
) {
  const context = virtualContext();
  const left = [...keys];
  const asked: string[] = [];
  const accountOf = async ({ accessKeyId }: AwsCredentialIdentity) => {
    const responses = answers[accessKeyId] ?? [];
    const nth = asked.filter((key) => key === accessKeyId).length;
    const answer = responses[Math.min(nth, responses.length - 1)];
    asked.push(accessKeyId);
    if (typeof answer !== 'string') throw answer ?? new Error('not foreseen by the test');
    return answer;
  };
  const source = async () => (left.length > 1 ? left.shift() : left[0]) ?? first;
  return { provider: stayInAccount(source, accountOf, context), asked, lines: context.lines };
}

describe('credentials', () => {
  test('of one key are returned without a call', async () => {
    const { provider, asked } = staying([first], {});
    expect([await provider(), await provider()]).toEqual([first, first]);
    expect(asked).toEqual([]);
  });

  test('of another key in the same account are returned and logged after STS confirms the account', async () => {
    const { provider, asked, lines } = staying([first, renewed], { ASIA1: [own], ASIA2: [own] });
    await provider();
    expect([await provider(), await provider()]).toEqual([renewed, renewed]);
    expect(asked).toEqual(['ASIA1', 'ASIA2']);
    expect(lines).toEqual([`the credentials were renewed, and belong to account ${own} as before`]);
  });

  test('of another account are never returned', async () => {
    const answers = { ASIA1: [own], ASIA2: [other] };
    const { provider } = staying([first, renewed], answers);
    await provider();
    for (let nth = 1; nth <= 2; nth += 1) {
      await expect(provider()).rejects.toMatchObject({
        reason: 'account-not-allowed',
        message: `The credentials changed from account ${own} to account ${other} during the run; nothing was read or changed in ${other}`,
        // So that the call counts as never sent, and is not tried again.
        cause: { name: 'CallError', result: { kind: 'rejected' } },
      });
    }
  });

  test('that return to the first key are returned again', async () => {
    const { provider } = staying([first, renewed, first], { ASIA1: [own], ASIA2: [other] });
    await provider();
    await expect(provider()).rejects.toMatchObject({ reason: 'account-not-allowed' });
    await expect(provider()).resolves.toBe(first);
  });

  test('of a third key are compared with the first ones', async () => {
    const answers = { ASIA1: [own], ASIA2: [own], ASIA3: [other] };
    const { provider } = staying([first, renewed, third], answers);
    await provider();
    await provider();
    await expect(provider()).rejects.toMatchObject({ reason: 'account-not-allowed' });
  });

  test.each([first, renewed])(
    'whose account STS does not report are not returned until it does ($accessKeyId)',
    async ({ accessKeyId }) => {
      const answers = { ASIA1: [own], ASIA2: [own], [accessKeyId]: [callErrors.denied, own] };
      const { provider } = staying([first, renewed], answers);
      await provider();
      await expect(provider()).rejects.toMatchObject({
        reason: 'access-denied',
        message: expect.stringContaining(
          'Could not check that the renewed credentials belong to the same account: Unauth',
        ),
        cause: { name: 'CallError' },
      });
      await expect(provider()).resolves.toBe(renewed);
    },
  );

  test('are checked again if the call was lost', async () => {
    const answers = { ASIA1: [own], ASIA2: [callErrors.unsent, own] };
    const { provider } = staying([first, renewed], answers);
    await provider();
    await expect(provider()).resolves.toBe(renewed);
  });

  test('are checked once for all waiting calls', async () => {
    const { provider, asked } = staying([first, renewed], { ASIA1: [own], ASIA2: [own] });
    await provider();
    await Promise.all([provider(), provider(), provider()]);
    expect(asked).toEqual(['ASIA1', 'ASIA2']);
  });
});
