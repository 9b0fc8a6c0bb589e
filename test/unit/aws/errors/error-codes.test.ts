import { describe, expect, test } from 'vitest';
import { awsCodes, ownCodes } from '../../../../src/aws/errors/error-codes.ts';

const kinds = [
  'permitted',
  'denied',
  'credentials',
  'rejected',
  'invalid',
  'intercepted',
  'throttled',
  'unsent',
  'ambiguous',
];

describe('the catalogue', () => {
  test.each([...awsCodes, ...ownCodes])('explains %s in sentences', (_, { kind, cause, next }) => {
    expect(kinds).toContain(kind);
    expect(cause).toMatch(/^[A-Z].*\.$/);
    if (next !== undefined) expect(next).toMatch(/^[A-Z].*\.$/);
  });

  /** EC2 API reference, "Common client errors" and "Server errors". */
  test.each([
    ...['AuthFailure', 'Blocked', 'DryRunOperation', 'IncompleteSignature', 'InvalidAction'],
    ...['InvalidClientTokenId', 'InvalidPaginationToken', 'InvalidParameter'],
    ...['InvalidParameterCombination', 'InvalidParameterValue', 'MalformedQueryString'],
    ...['MissingAuthenticationToken', 'MissingParameter', 'OptInRequired', 'PendingVerification'],
    ...['RequestExpired', 'UnauthorizedOperation', 'UnknownParameter', 'UnsupportedOperation'],
    ...['ValidationError', 'BandwidthLimitExceeded', 'InternalError', 'InternalFailure'],
    ...['RequestLimitExceeded', 'ServerInternal', 'ServiceUnavailable', 'Unavailable'],
  ])('knows %s of the EC2 API reference', (code) => {
    expect(awsCodes.has(code)).toBe(true);
  });

  /** STS API reference, errors of AssumeRoleWithWebIdentity. */
  test.each([
    ...['ExpiredTokenException', 'IDPCommunicationError', 'IDPRejectedClaim'],
    ...['InvalidIdentityToken', 'MalformedPolicyDocument', 'PackedPolicyTooLarge'],
    'RegionDisabledException',
  ])('knows %s of the STS API reference', (code) => {
    expect(awsCodes.has(code)).toBe(true);
  });

  test.each([
    'InternalError',
    'InternalFailure',
    'ServerInternal',
    'ServiceUnavailable',
    'Unavailable',
  ])('never takes the server error %s as proof that nothing was done', (code) => {
    expect(awsCodes.get(code)?.kind).toBe('ambiguous');
  });

  test('takes only DryRunOperation as a permission', () => {
    const permitted = [...awsCodes].filter(([, { kind }]) => kind === 'permitted');
    expect(permitted.map(([code]) => code)).toEqual(['DryRunOperation']);
  });
});

test('no code of this action is also one of AWS', () => {
  expect([...ownCodes.keys()].filter((code) => awsCodes.has(code))).toEqual([]);
});
