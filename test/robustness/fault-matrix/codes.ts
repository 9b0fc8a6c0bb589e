import { awsCodes, findCode, type ResultKind } from '../../../src/aws/errors/error-codes.ts';
import type { CallName } from './calls.ts';

/** The calls to AWS. */
export type AwsCall = Exclude<
  CallName,
  'token' | 'approvals' | 'findPull' | 'listComments' | 'createComment' | 'updateComment'
>;

const routeListings: readonly AwsCall[] = ['discoveries', 'discoveredRoutes', 'routeWait'];
const routeChanges: readonly AwsCall[] = [
  ...(['dryRunAdvertise', 'dryRunWithdraw'] as const),
  ...(['advertise', 'swap', 'swapBack', 'withdraw'] as const),
];
const listings: readonly AwsCall[] = ['observe', 'asns', 'wait', ...routeListings];
const changes: readonly AwsCall[] = ['dryRun', 'associate', 'disassociate', ...routeChanges];
const ec2: readonly AwsCall[] = [...listings, ...changes];
const signed: readonly AwsCall[] = ['chainedRole', 'callerIdentity', ...ec2];
const sts: readonly AwsCall[] = ['assumeRole', 'chainedRole', 'callerIdentity'];
const sessions: readonly AwsCall[] = ['assumeRole', 'chainedRole'];
const tokens: readonly AwsCall[] = ['assumeRole'];

/**
 * The calls that can meet a code, where not all can. EC2 and STS document their codes apart, STS
 * checks no signature when it checks a token, and a listing changes no state.
 */
const callsByCode: Readonly<Record<string, readonly AwsCall[]>> = {
  UnauthorizedOperation: ec2,
  AuthFailure: ec2,
  Blocked: ec2,
  OptInRequired: ec2,
  PendingVerification: ec2,
  UnsupportedOperation: ec2,
  InvalidParameter: ec2,
  InvalidParameterCombination: ec2,
  InvalidParameterValue: ec2,
  InvalidRequest: ec2,
  UnknownParameter: ec2,
  BandwidthLimitExceeded: ec2,
  EC2ThrottledException: ec2,
  RequestLimitExceeded: ec2,
  SlowDown: ec2,

  InvalidClientTokenId: signed,
  UnrecognizedClientException: signed,
  SignatureDoesNotMatch: signed,
  IncompleteSignature: signed,
  MissingAuthenticationToken: signed,
  ExpiredToken: signed,
  RequestExpired: signed,
  InvalidSignatureException: signed,
  RequestInTheFuture: signed,
  RequestTimeTooSkewed: signed,

  InvalidPaginationToken: listings,

  IncorrectState: changes,
  IncorrectStateException: changes,
  InvalidState: changes,
  ResourceLimitExceeded: changes,

  IDPCommunicationError: tokens,
  IDPRejectedClaim: tokens,
  InvalidIdentityToken: tokens,
  MalformedPolicyDocument: sessions,
  PackedPolicyTooLarge: sessions,
  RegionDisabledException: sts,
};

/** The codes of a kind in the catalog that a call can get. */
export function codesOf(kind: ResultKind, call: AwsCall): string[] {
  const codes = [...awsCodes].filter(([, entry]) => entry.kind === kind).map(([code]) => code);
  return codes.filter((code) => callsByCode[code]?.includes(call) ?? true);
}

/** The HTTP statuses that AWS documents for codes, where it does not follow from the kind. */
const statuses: Readonly<Record<string, number>> = {
  AuthFailure: 401,
  ExpiredTokenException: 400,
  IDPCommunicationError: 400,
  IDPRejectedClaim: 403,
  IncompleteSignature: 400,
  InvalidIdentityToken: 400,
  RegionDisabledException: 403,
  RequestExpired: 400,
  RequestThrottled: 400,
  RequestThrottledException: 400,
  ServiceUnavailable: 503,
  Throttling: 400,
  ThrottlingException: 400,
  TooManyRequestsException: 429,
  Unavailable: 503,
};

const statusOfKind: Readonly<Record<ResultKind, number>> = {
  permitted: 412,
  denied: 403,
  credentials: 403,
  rejected: 400,
  invalid: 400,
  intercepted: 403,
  throttled: 503,
  unsent: 400,
  ambiguous: 500,
};

/** The HTTP status that comes with a code. */
export function statusOf(code: string): number {
  return statuses[code] ?? statusOfKind[findCode(code)?.kind ?? 'rejected'];
}
