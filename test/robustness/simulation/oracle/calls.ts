import { type FakeAwsRequest, isAssociateCall, isRouteCall } from '../fake-aws.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { Expected } from './check-run.ts';

/** The calls: none in a foreign account, after a final response, or above EC2's rates. */
export function checkCalls(
  { requests }: Run,
  { soleCaller, scenario: { targets, chain } }: Expected,
): string[] {
  const throttled = requests.filter(({ outcome }) => outcome === 'RequestLimitExceeded');
  return [
    ...repetitions(requests, chain?.switched !== undefined),
    ...foreignAccountCalls(requests, targets),
    ...routeCalls(requests),
    ...(soleCaller && throttled.length > 0 ? [`${throttled.length} calls above EC2's rates`] : []),
  ];
}

/** The action for associations changes no routes, and does not even ask whether it may. */
function routeCalls(requests: readonly FakeAwsRequest[]): string[] {
  return requests.filter(isRouteCall).map(({ operation }) => `it called ${operation}`);
}

/** Only STS may be called with keys of another account. */
function foreignAccountCalls(
  requests: readonly FakeAwsRequest[],
  targets: Scenario['targets'],
): string[] {
  const accounts = new Set(['', ...targets.map(({ account }) => account)]);
  return requests
    .filter(({ operation, account }) => operation !== 'GetCallerIdentity' && !accounts.has(account))
    .map(({ operation, account }) => `${operation} in account ${account}, which is no target`);
}

function repetitions(requests: readonly FakeAwsRequest[], keysChange: boolean): string[] {
  const finals = new Set<string>();
  const repeated: string[] = [];
  let associated = false;
  for (const request of requests) {
    const { operation, account, region, dryRun, params } = request;
    associated ||= isAssociateCall(request);
    // After a rejection each pair reads on its own whether it is pending.
    const reads = associated && operation === 'DescribeByoipCidrs';
    // Every target requests its own token, an expired session or token is renewed, and
    // a call whose signature the clock may have spoiled is repeated once.
    // A run continues without its account, and must know it once other keys appear.
    const needsAccount = keysChange && operation === 'GetCallerIdentity';
    if (operation === 'token' || isRetryable(request) || reads || needsAccount) continue;
    const call = [operation, account, region, dryRun, params.Cidr, params.Asn].join(' ');
    if (finals.has(call)) repeated.push(`called again after a final answer: ${call}`);
    if (isFinal(request)) finals.add(call);
  }
  return repeated;
}

function isRetryable({ injected, outcome }: FakeAwsRequest): boolean {
  return /Expired|AuthFailure|SignatureDoesNotMatch/.test(
    injected.kind === 'replaced' ? injected.code : outcome,
  );
}

function isFinal({ injected, outcome, delivered }: FakeAwsRequest): boolean {
  // A request that the client aborted on its way has no response.
  const givenUp = 'carriedOut' in injected && injected.carriedOut && outcome === 'not carried out';
  if (givenUp) return false;
  if (injected.kind === 'replaced') return injected.status >= 400 && injected.status < 500;
  return delivered !== undefined && outcome !== 'ok' && outcome !== 'RequestLimitExceeded';
}
