import { describe, expect, test } from 'vitest';
import { openAcceptances } from '../../../../src/aws/credentials/acceptances.ts';
import { CallError } from '../../../../src/aws/errors/call-error.ts';
import { toFailure } from '../../../../src/aws/errors/to-failure.ts';
import { callErrors } from '../../../fakes/call-errors.ts';

const [west, south] = ['EC2 in us-west-2', 'EC2 in af-south-1'];

const rejection = (code: string) =>
  new CallError({
    kind: 'credentials',
    code,
    message: 'not able to validate',
    httpStatus: 401,
    requestId: undefined,
  });

/** The explanation of a call that af-south-1 rejects, after acceptances by key and Region. */
async function explained(
  code: string,
  accepted: readonly (readonly [key: string, place: string])[],
) {
  const acceptances = openAcceptances();
  for (const [key, region] of accepted) {
    await acceptances.watch(region, () => key)(Promise.resolve());
  }
  const call = acceptances.watch(south, () => 'AKIA1')(Promise.reject(rejection(code)));
  const error = await call.catch((thrown: unknown) => thrown);
  return error instanceof CallError ? toFailure('read', error) : undefined;
}

const codes = ['AuthFailure', 'InvalidClientTokenId', 'UnrecognizedClientException'];

describe.each(codes)('a key that a Region rejects with %s', (code) => {
  test('is probably valid if another Region accepted it, so the Region is the likely cause', async () => {
    const failure = await explained(code, [['AKIA1', west]]);
    expect(failure).toMatchObject({
      reason: 'credentials-rejected',
      likely: expect.stringMatching(
        /^EC2 in us-west-2 accepted the same credentials in this run, so they are right\. The Region is an opt-in Region/,
      ),
      next: expect.stringMatching(/^Correct aws-region, or enable the Region/),
    });
  });

  test.each([
    ['no Region has accepted it', []],
    ['only another key was accepted', [['AKIA2', west]]],
    [
      'the same Region has accepted it before',
      [
        ['AKIA1', west],
        ['AKIA1', south],
      ],
    ],
  ] as const)('is likely wrong where %s, and the Region comes after', async (_, accepted) => {
    const failure = await explained(code, accepted);
    expect(failure?.likely).toMatch(/^The access key or the session token is wrong.*opt-in Region/);
    expect(failure?.next).toMatch(/^Renew the credentials\..*aws-region/);
  });
});

test.each(['ExpiredToken', 'SignatureDoesNotMatch'])(
  '%s itself says what is wrong, wherever the key was accepted',
  async (code) => {
    const failure = await explained(code, [['AKIA1', west]]);
    expect(failure?.likely).not.toContain('Region');
  },
);

describe('a key that STS has issued', () => {
  test('is accepted by STS', async () => {
    const acceptances = openAcceptances();
    acceptances.add('ASIA1', 'STS in af-south-1');
    const call = acceptances.watch(south, () => 'ASIA1')(Promise.reject(rejection('AuthFailure')));
    await expect(call).rejects.toMatchObject({ result: { acceptedBy: 'STS in af-south-1' } });
  });
});

test.each([callErrors.denied, callErrors.throttled, new TypeError('x')])(
  'an error of another kind stays as it is: $message',
  async (error) => {
    const acceptances = openAcceptances();
    acceptances.add('AKIA1', west);
    const call = acceptances.watch(south, () => 'AKIA1')(Promise.reject(error));
    await expect(call).rejects.toBe(error);
  },
);
