/**
 * What the result of a call means for the run:
 * `permitted` a DryRun that would have succeeded; `denied` by a policy; `credentials` not accepted;
 * `rejected` a final client error; `invalid` a value that Node or the SDK refused before anything was
 * sent; `intercepted` a response that is not AWS's: it proves nothing, and a retry gets the same;
 * `throttled` not carried out, retried slowly; `unsent` never carried out, retried;
 * `ambiguous` perhaps carried out.
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

/** What a code means. */
interface CodeEntry {
  readonly kind: ResultKind;
  readonly cause: string;
  readonly next?: string;
  /** More likely where another service or Region accepted the same credentials. */
  readonly elsewhere?: { readonly cause: string; readonly next: string };
  /** It concerns the network path of a request, whatever its destination: a proxy, a CA, a header. */
  readonly isNetworkPath?: true;
}

const clock = 'The clock of the runner is wrong, or the request took very long.';
const expired = 'The credentials have expired.';
const signature = 'The access key, secret key or session token is wrong.';
const checkRegion = 'Check aws-region: not every Region offers BYOASN.';

/** The code of a call that was not sent because no time was left. */
export const tooLateCode = 'TooLate';

/** The code of a response that was cut off because of its size. */
export const tooLongCode = 'TooLong';

/** The codes that do not come from AWS, but from this action and Node, with their meaning. */
export const ownCodes = indexCodes({
  Timeout: {
    kind: 'ambiguous',
    cause: 'No response came in time.',
    next: 'Check proxy and firewall of the runner, then run again.',
  },
  [tooLateCode]: {
    kind: 'unsent',
    cause: 'The deadline of wait-timeout-seconds left no time for the call.',
    next: 'Run again with a longer wait-timeout-seconds; what is done is kept.',
  },
  [tooLongCode]: {
    kind: 'ambiguous',
    cause: 'Something between the runner and AWS sent an endless response.',
    next: 'Check AWS_ENDPOINT_URL, proxy and firewall of the runner, then run again.',
  },
  Unreadable: {
    kind: 'ambiguous',
    cause: 'Something between the runner and AWS truncated or changed the response.',
    next: 'Check proxy and firewall of the runner, then run again.',
  },
  ERR_INVALID_CHAR: {
    kind: 'credentials',
    cause:
      'The access key (header authorization), the session token (x-amz-security-token) or the token of a request holds a line end or another character that no HTTP header can carry. Nothing was sent.',
    next: 'Set the secret or variable that holds it again, without a line end (printf adds none, echo does).',
    isNetworkPath: true,
  },
  Intercepted: {
    kind: 'intercepted',
    cause:
      'A proxy, web filter, firewall or sign-in page between the runner and the host responded in its place.',
    next: 'Let it pass HTTPS to that host unchanged, or add the host to NO_PROXY; check the AWS_ENDPOINT_URL variables; then run again.',
    isNetworkPath: true,
  },
  ERR_INVALID_URL: {
    kind: 'invalid',
    cause: 'The address of an endpoint is not a URL. Nothing was sent.',
    next: 'Correct the AWS_ENDPOINT_URL variables of the job and endpoint_url in the AWS profile.',
  },
  'ERR_HTTP_INVALID_HEADER_VALUE ERR_INVALID_ARG_TYPE ERR_INVALID_ARG_VALUE ERR_INVALID_HTTP_TOKEN ERR_INVALID_PROTOCOL ERR_SOCKET_BAD_PORT ERR_UNESCAPED_CHARACTERS InvalidValue':
    {
      kind: 'invalid',
      cause: 'Node or the AWS SDK refused a value of the request. Nothing was sent.',
      next: 'Correct the value that the message names: aws-region, or an AWS_ variable of the job such as AWS_ENDPOINT_URL.',
    },
  ProxyFailed: {
    kind: 'unsent',
    cause: 'The proxy in HTTPS_PROXY did not respond, or could not connect to the host.',
    next: 'Check HTTPS_PROXY and the log of the proxy, or add the host to NO_PROXY; then run again.',
    isNetworkPath: true,
  },
  ProxyRefused: {
    kind: 'rejected',
    cause:
      'The proxy in HTTPS_PROXY refused the connection: HTTP 407 means a missing or wrong user or password, any other status a host or port that it does not allow.',
    next: 'Correct user and password in HTTPS_PROXY, allow the host at the proxy, or add it to NO_PROXY; then run again.',
    isNetworkPath: true,
  },
  'DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    {
      kind: 'rejected',
      cause:
        'The certificate of the endpoint is signed by a CA that Node does not know, for example where a proxy inspects TLS.',
      next: 'Set NODE_EXTRA_CA_CERTS in the env of the job or the runner to the file (PEM) with the CA certificate that signs for the proxy or endpoint; an earlier step of the job may write the file.',
      isNetworkPath: true,
    },
});

/**
 * The codes of AWS that this action knows, with their meaning here (EC2 API reference, "Common client
 * errors" and "Server errors"; STS API reference). AWS documents none for BYOASN; an unknown code
 * counts by its HTTP status. The codes in docs/troubleshooting.md come from these tables.
 */
export const awsCodes = indexCodes({
  DryRunOperation: { kind: 'permitted', cause: 'The call would have been permitted.' },

  'UnauthorizedOperation AccessDenied AccessDeniedException': {
    kind: 'denied',
    cause: "An identity policy, permissions boundary, session policy or organization's policy.",
  },

  'AuthFailure InvalidClientTokenId UnrecognizedClientException': {
    kind: 'credentials',
    cause:
      'The access key or the session token is wrong, or was deactivated. Or the Region does not take it: an opt-in Region that is not enabled in the account, or a Region of another partition.',
    next: 'Renew the credentials. If they are right, correct aws-region, or enable the Region in the account.',
    elsewhere: {
      cause:
        'The Region is an opt-in Region that is not enabled in the account, or is of another partition (aws, aws-cn, aws-us-gov); or the session comes from the global endpoint of STS, whose tokens opt-in Regions do not accept.',
      next: 'Correct aws-region, or enable the Region in the account (aws account enable-region), then run again.',
    },
  },
  'SignatureDoesNotMatch IncompleteSignature MissingAuthenticationToken': {
    kind: 'credentials',
    cause: signature,
  },
  'ExpiredToken ExpiredTokenException': { kind: 'credentials', cause: expired },
  RequestExpired: { kind: 'credentials', cause: `${expired} Or: ${clock}` },
  InvalidSignatureException: { kind: 'credentials', cause: `${signature} Or: ${clock}` },
  'RequestInTheFuture RequestTimeTooSkewed': { kind: 'credentials', cause: clock },

  'Blocked OptInRequired PendingVerification': {
    kind: 'rejected',
    cause: 'The AWS account itself is not ready for this call.',
    next: 'Resolve it in the AWS account, or with AWS Support.',
  },
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
  'InvalidParameter InvalidParameterCombination InvalidParameterValue InvalidPaginationToken InvalidRequest MalformedQueryString MissingParameter UnknownParameter ValidationError':
    { kind: 'rejected', cause: 'AWS did not accept an argument of the request.' },
  'IncorrectState IncorrectStateException InvalidState': {
    kind: 'rejected',
    cause: 'The ASN, the CIDR or their association is in a state that does not allow it.',
  },
  ResourceLimitExceeded: {
    kind: 'rejected',
    cause: 'A quota of the account is used up.',
    next: 'Ask AWS Support to raise the quota; BYOASN quotas are not in the Service Quotas console.',
  },

  'BandwidthLimitExceeded EC2ThrottledException RequestLimitExceeded RequestThrottled RequestThrottledException SlowDown Throttling ThrottlingException TooManyRequestsException':
    {
      kind: 'throttled',
      cause: 'Other callers in this account and Region use the same request rate.',
    },

  'InternalError InternalFailure ServerInternal': {
    kind: 'ambiguous',
    cause: 'AWS had an internal error.',
  },
  'ServiceUnavailable Unavailable': { kind: 'ambiguous', cause: 'AWS is short of capacity.' },

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
    next: 'Create the IAM OIDC provider in the account of the role, with the iss of the token, or add the aud of the token to it. If both are right, run the job again.',
  },
  'MalformedPolicyDocument PackedPolicyTooLarge': {
    kind: 'rejected',
    cause: 'STS did not accept the session policy of the run, or not with its session tags.',
    next: 'Set session-policy: false.',
  },
  RegionDisabledException: {
    kind: 'rejected',
    cause: 'STS is not activated for this Region in the account of the role.',
    next: 'Activate the Region for STS in the account settings of IAM.',
  },
});

/** The meaning of a code of AWS or of this action; undefined for an unknown one. */
export function findCode(code: string): CodeEntry | undefined {
  return awsCodes.get(code) ?? ownCodes.get(code);
}

/** Entries by code, from a table whose rows name all codes of the same meaning, with spaces between. */
function indexCodes(rows: Readonly<Record<string, CodeEntry>>): ReadonlyMap<string, CodeEntry> {
  return new Map(
    Object.entries(rows).flatMap(([codes, entry]) =>
      codes.split(' ').map((code) => [code, entry] as const),
    ),
  );
}
