import { describe, expect, test } from 'vitest';
import { awsCodes, unsentSystemCodes } from '../../../../src/aws/errors/error-codes.ts';

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
  test.each(Object.entries(awsCodes))('explains %s in sentences', (_, { kind, cause, next }) => {
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
    expect(Object.keys(awsCodes)).toContain(code);
  });

  /** STS API reference, errors of AssumeRoleWithWebIdentity. */
  test.each([
    ...['ExpiredTokenException', 'IDPCommunicationError', 'IDPRejectedClaim'],
    ...['InvalidIdentityToken', 'MalformedPolicyDocument', 'PackedPolicyTooLarge'],
    'RegionDisabledException',
  ])('knows %s of the STS API reference', (code) => {
    expect(Object.keys(awsCodes)).toContain(code);
  });

  test.each([
    'InternalError',
    'InternalFailure',
    'ServerInternal',
    'ServiceUnavailable',
    'Unavailable',
  ])('never takes the server error %s as proof that nothing was done', (code) => {
    expect(awsCodes[code]?.kind).toBe('ambiguous');
  });

  test('takes only DryRunOperation as a permission', () => {
    const permitted = Object.entries(awsCodes).filter(([, { kind }]) => kind === 'permitted');
    expect(permitted.map(([code]) => code)).toEqual(['DryRunOperation']);
  });
});

test.each(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ECONNABORTED', 'EHOSTUNREACH', 'ENETUNREACH'])(
  'a connection that broke with %s may have carried the request',
  (code) => {
    expect(unsentSystemCodes.has(code)).toBe(false);
  },
);
