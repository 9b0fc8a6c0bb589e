/**
 * What an answer of AWS means for the run:
 * `permitted` a DryRun that would have succeeded; `denied` by a policy; `credentials` not accepted;
 * `rejected` a final client error; `invalid` a value that Node or the SDK refused before anything was
 * sent; `intercepted` an answer that is not of AWS: it proves nothing, and the same will come again;
 * `throttled` not carried out, worth repeating slowly; `unsent` never carried out, worth repeating;
 * `ambiguous` it may or may not have been carried out.
 */
export type ResultKind =
  | 'permitted'
  | 'denied'
  | 'credentials'
  | 'rejected'
  | 'invalid'
  | 'intercepted'
  | 'throttled'
  | 'unsent'
  | 'ambiguous';

interface CodeEntry {
  readonly kind: ResultKind;
  readonly cause: string;
  readonly next?: string;
  /** What is likelier where another service or Region has accepted the same credentials. */
  readonly elsewhere?: { readonly cause: string; readonly next: string };
}

const account = 'The AWS account itself is not ready for this call.';
const argument = 'AWS did not accept an argument of the request.';
const busy = 'AWS is short of capacity.';
const clock = 'The clock of the runner is wrong, or the request took very long.';
const expired = 'The credentials have expired.';
const limit = 'Other callers in this account and Region use the same request rate.';
const outage = 'AWS had an internal error.';
const policy = "An identity policy, permissions boundary, session policy or organization's policy.";
const signature = 'The access key, secret key or session token is wrong.';
const state = 'The ASN, the CIDR or their association is in a state that does not allow it.';

const checkCa =
  'Set NODE_EXTRA_CA_CERTS in the env of the job or the runner to the file (PEM) with the CA certificate that signs for the proxy or endpoint; an earlier step of the job may write the file.';
const checkRegion = 'Check aws-region: not every Region offers BYOASN.';
const openAccount = 'Resolve it in the AWS account, or with AWS Support.';

/** A key that AWS does not know, or not there. */
const unknownKey: CodeEntry = {
  kind: 'credentials',
  cause:
    'The access key or the session token is wrong, or was deactivated. Or the Region does not take it: an opt-in Region that is not enabled in the account, or a Region of another partition.',
  next: 'Renew the credentials. If they are right, correct aws-region, or enable the Region in the account.',
  elsewhere: {
    cause:
      'The Region is an opt-in Region that is not enabled in the account, or is of another partition (aws, aws-cn, aws-us-gov); or the session comes from the global endpoint of STS, whose tokens opt-in Regions do not accept.',
    next: 'Correct aws-region, or enable the Region in the account (aws account enable-region), then run again.',
  },
};

const untrusted: CodeEntry = {
  kind: 'rejected',
  cause:
    'The certificate of the endpoint is signed by a CA that Node does not know, as where a proxy opens TLS.',
  next: checkCa,
};

/** Codes of Node for certificates whose CA is not known. */
const untrustedCodes: Readonly<Record<string, CodeEntry>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
};

/** Names for a key or token that no request can carry, and for an answer of something on the way. */
const pathCodes: Readonly<Record<string, CodeEntry>> = {
  ERR_INVALID_CHAR: {
    kind: 'credentials',
    cause:
      'The access key (header authorization), the session token (x-amz-security-token) or the token of a request holds a line end or another character that no HTTP header can carry. Nothing was sent.',
    next: 'Set the secret or variable that holds it again, without a line end (printf adds none, echo does).',
  },
  Intercepted: {
    kind: 'intercepted',
    cause:
      'A proxy, web filter, firewall or sign-in page between the runner and the host answered in its place.',
    next: 'Let it pass HTTPS to that host unchanged, or add the host to NO_PROXY; check the AWS_ENDPOINT_URL variables; then run again.',
  },
};

/** Names of this action for what a proxy makes of a request. */
const proxyCodes: Readonly<Record<string, CodeEntry>> = {
  ProxyFailed: {
    kind: 'unsent',
    cause: 'The proxy in HTTPS_PROXY did not answer, or could not connect to the host.',
    next: 'Check HTTPS_PROXY and the log of the proxy, or add the host to NO_PROXY; then run again.',
  },
  ProxyRefused: {
    kind: 'rejected',
    cause:
      'The proxy in HTTPS_PROXY refused the connection: HTTP 407 means a missing or wrong user or password, any other status a host or port that it does not allow.',
    next: 'Correct user and password in HTTPS_PROXY, allow the host at the proxy, or add it to NO_PROXY; then run again.',
  },
};

const refusedPolicy: CodeEntry = {
  kind: 'rejected',
  cause: 'STS did not accept the session policy of the run, or not with its session tags.',
  next: 'Set session-policy: false.',
};

const invalidValue: CodeEntry = {
  kind: 'invalid',
  cause: 'Node or the AWS SDK refused a value of the request. Nothing was sent.',
  next: 'Correct the value that the message names: aws-region, or an AWS_ variable of the job such as AWS_ENDPOINT_URL.',
};

/** Node's codes for values that it refuses, and this action's name for one that the SDK refuses. */
const invalidCodes: Readonly<Record<string, CodeEntry>> = {
  ERR_INVALID_URL: {
    kind: 'invalid',
    cause: 'The address of an endpoint is not a URL. Nothing was sent.',
    next: 'Correct the AWS_ENDPOINT_URL variables of the job and endpoint_url in the AWS profile.',
  },
  ERR_HTTP_INVALID_HEADER_VALUE: invalidValue,
  ERR_INVALID_ARG_TYPE: invalidValue,
  ERR_INVALID_ARG_VALUE: invalidValue,
  ERR_INVALID_HTTP_TOKEN: invalidValue,
  ERR_INVALID_PROTOCOL: invalidValue,
  ERR_SOCKET_BAD_PORT: invalidValue,
  ERR_UNESCAPED_CHARACTERS: invalidValue,
  InvalidValue: invalidValue,
};

/** This action's name for a call that it did not send for want of time. */
export const tooLateCode = 'TooLate';

/** This action's name for an answer that was cut off at a size. */
export const tooLongCode = 'TooLong';

/** Names for what carries no code of AWS: this action's own, and Node's. */
export const ownCodes: Readonly<Record<string, CodeEntry>> = {
  Timeout: {
    kind: 'ambiguous',
    cause: 'No answer came in time.',
    next: 'Check proxy and firewall of the runner, then run again.',
  },
  [tooLateCode]: {
    kind: 'unsent',
    cause: 'The deadline of wait-timeout-seconds left no time for the call.',
    next: 'Run again with a longer wait-timeout-seconds; what is done is kept.',
  },
  [tooLongCode]: {
    kind: 'ambiguous',
    cause: 'Something between the runner and AWS sent an answer without end.',
    next: 'Check AWS_ENDPOINT_URL, proxy and firewall of the runner, then run again.',
  },
  Unreadable: {
    kind: 'ambiguous',
    cause: 'Something between the runner and AWS truncated or changed the answer.',
    next: 'Check proxy and firewall of the runner, then run again.',
  },
  ...pathCodes,
  ...invalidCodes,
  ...proxyCodes,
  ...untrustedCodes,
};

/**
 * The codes of AWS that this action knows, with what they mean here (EC2 API reference, "Common
 * client errors" and "Server errors"; STS API reference). No code is documented for BYOASN alone,
 * so an unknown one counts by its HTTP status. The codes in docs/troubleshooting.md come from this table.
 */
export const awsCodes: Readonly<Record<string, CodeEntry>> = {
  DryRunOperation: { kind: 'permitted', cause: 'The call would have been permitted.' },

  UnauthorizedOperation: { kind: 'denied', cause: policy },
  AccessDenied: { kind: 'denied', cause: policy },
  AccessDeniedException: { kind: 'denied', cause: policy },

  AuthFailure: unknownKey,
  InvalidClientTokenId: unknownKey,
  UnrecognizedClientException: unknownKey,
  SignatureDoesNotMatch: { kind: 'credentials', cause: signature },
  IncompleteSignature: { kind: 'credentials', cause: signature },
  MissingAuthenticationToken: { kind: 'credentials', cause: signature },
  ExpiredToken: { kind: 'credentials', cause: expired },
  ExpiredTokenException: { kind: 'credentials', cause: expired },
  RequestExpired: { kind: 'credentials', cause: `${expired} Or: ${clock}` },
  InvalidSignatureException: { kind: 'credentials', cause: `${signature} Or: ${clock}` },
  RequestInTheFuture: { kind: 'credentials', cause: clock },
  RequestTimeTooSkewed: { kind: 'credentials', cause: clock },

  Blocked: { kind: 'rejected', cause: account, next: openAccount },
  OptInRequired: { kind: 'rejected', cause: account, next: openAccount },
  PendingVerification: { kind: 'rejected', cause: account, next: openAccount },
  InvalidAction: {
    kind: 'rejected',
    cause: 'This Region or partition does not know the call.',
    next: checkRegion,
  },
  UnsupportedOperation: {
    kind: 'rejected',
    cause: 'This Region, or this kind of CIDR, does not allow the call.',
    next: checkRegion,
  },
  InvalidParameter: { kind: 'rejected', cause: argument },
  InvalidParameterCombination: { kind: 'rejected', cause: argument },
  InvalidParameterValue: { kind: 'rejected', cause: argument },
  InvalidPaginationToken: { kind: 'rejected', cause: argument },
  InvalidRequest: { kind: 'rejected', cause: argument },
  MalformedQueryString: { kind: 'rejected', cause: argument },
  MissingParameter: { kind: 'rejected', cause: argument },
  UnknownParameter: { kind: 'rejected', cause: argument },
  ValidationError: { kind: 'rejected', cause: argument },
  IncorrectState: { kind: 'rejected', cause: state },
  IncorrectStateException: { kind: 'rejected', cause: state },
  InvalidState: { kind: 'rejected', cause: state },
  ResourceLimitExceeded: {
    kind: 'rejected',
    cause: 'A quota of the account is used up.',
    next: 'Ask AWS Support to raise the quota; BYOASN quotas are not in the Service Quotas console.',
  },

  BandwidthLimitExceeded: { kind: 'throttled', cause: limit },
  EC2ThrottledException: { kind: 'throttled', cause: limit },
  RequestLimitExceeded: { kind: 'throttled', cause: limit },
  RequestThrottled: { kind: 'throttled', cause: limit },
  RequestThrottledException: { kind: 'throttled', cause: limit },
  SlowDown: { kind: 'throttled', cause: limit },
  Throttling: { kind: 'throttled', cause: limit },
  ThrottlingException: { kind: 'throttled', cause: limit },
  TooManyRequestsException: { kind: 'throttled', cause: limit },

  InternalError: { kind: 'ambiguous', cause: outage },
  InternalFailure: { kind: 'ambiguous', cause: outage },
  ServerInternal: { kind: 'ambiguous', cause: outage },
  ServiceUnavailable: { kind: 'ambiguous', cause: busy },
  Unavailable: { kind: 'ambiguous', cause: busy },

  IDPCommunicationError: {
    kind: 'unsent',
    cause: 'STS could not reach the issuer of the token in time.',
    next: 'Run again; STS connects to the issuer over its own network.',
  },
  IDPRejectedClaim: { kind: 'denied', cause: 'The ID token was revoked or has expired.' },
  InvalidIdentityToken: {
    kind: 'denied',
    cause:
      "The role's account has no IAM OIDC provider for GitHub, that provider lacks the audience, or STS could not fetch GitHub's keys just now.",
    next: 'Create the IAM OIDC provider in the account of the role, with the iss and aud of the token; if it is there, run the job again.',
  },
  MalformedPolicyDocument: refusedPolicy,
  PackedPolicyTooLarge: refusedPolicy,
  RegionDisabledException: {
    kind: 'rejected',
    cause: 'STS is not activated for this Region in the account of the role.',
    next: 'Activate the Region for STS in the account settings of IAM.',
  },

  ...ownCodes,
};

/** What a code that is not AWS's means; undefined for an unknown one. */
export function kindOfOwnCode(code: string): ResultKind | undefined {
  return Object.hasOwn(ownCodes, code) ? ownCodes[code]?.kind : undefined;
}

/** Codes about the path of a request, whatever its destination: a proxy, a CA, a header. */
export const networkPathCodes: ReadonlySet<string> = new Set([
  ...Object.keys(pathCodes),
  ...Object.keys(proxyCodes),
  ...Object.keys(untrustedCodes),
]);

/** Codes of Node for connections that were never established. */
export const unsentSystemCodes: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENOTFOUND',
  'ERR_PROXY_TUNNEL',
]);

/** Codes of AWS for a signature whose time may be wrong. */
export const clockCodes: ReadonlySet<string> = new Set([
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);
