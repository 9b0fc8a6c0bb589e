import type { Fault, PlainFault } from '../../fakes/faults.ts';
import { refused, secondaryRateLimit } from '../../fakes/github/faults.ts';
import { type CallName, calls } from './calls.ts';
import { type AwsCall, codesOf, statusOf } from './codes.ts';

/** A fault of the fake server, of the network, or of the runner's clock, or a combination. */
export type InjectedFault =
  | (Fault & { readonly clockMinutes?: number })
  | { readonly network: 'refused' | 'addresses' | 'dns' | 'tls' }
  | { readonly clockMinutes: number };

/** A fault by the name that the matrix shows. */
export interface Member {
  readonly name: string;
  readonly injected: InjectedFault;
}

/** Faults that mean the same for a run. */
export interface FaultGroup {
  readonly means: string;
  members(call: CallName): readonly Member[];
}

const plain = (fault: PlainFault, name: string): Member => ({ name, injected: { fault } });

function answer(status: number, code: string, name = code): Member {
  const message = 'The answer of a fault.';
  return { name, injected: { fault: 'error', status, code, message } };
}

function ofCodes(codes: readonly string[]): Member[] {
  return codes.map((code) => answer(statusOf(code), code));
}

function isAws(call: CallName): call is AwsCall {
  const { service } = calls[call];
  return service === 'ec2' || service === 'sts';
}

const unverified = 'InvalidIdentityToken';
const expired = ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'];

/** The codes that the fake server of each service itself uses for throttling and outages. */
const fakeCodes = {
  throttled: { ec2: 'RequestLimitExceeded', sts: 'Throttling' },
  ambiguous: {
    ec2: ['InternalError', 'Unavailable'],
    sts: ['InternalFailure', 'ServiceUnavailable'],
  },
} as const;

function otherCodes(kind: 'throttled' | 'ambiguous', call: CallName): Member[] {
  const { service } = calls[call];
  if (!isAws(call) || (service !== 'ec2' && service !== 'sts')) return [];
  const covered: readonly string[] = [fakeCodes[kind][service]].flat();
  return ofCodes(codesOf(kind, call).filter((code) => !covered.includes(code)));
}

function throttles(call: CallName): Member[] {
  const { service } = calls[call];
  if (service === 'github') {
    return ([403, 429] as const).map((status) => ({
      name: `${status} with retry-after: 1`,
      injected: secondaryRateLimit(status, 1),
    }));
  }
  if (service === 'oidc' || service === 'rpki') return [plain('throttle', '429')];
  const code = fakeCodes.throttled[service];
  return [plain('throttle', code), answer(429, 'TooManyRequests', '429 without a known code')];
}

function refusals(call: CallName): Member[] {
  if (calls[call].service !== 'github') {
    return [400, 401, 403, 404].map((status) => answer(status, 'NotKnown', String(status)));
  }
  return [
    answer(400, 'BadRequest', '400'),
    answer(401, 'BadCredentials', '401'),
    ...([403, 404, 410, 422] as const)
      .filter((status) => status !== 404 || call !== 'updateComment')
      .map((status) => ({ name: String(status), injected: refused(status) })),
  ];
}

function pages(fault: 'page' | 'applied-then-page'): Member[] {
  const applied = fault === 'page' ? '' : 'applied, then ';
  const broken = '<!DOCTYPE html>\n<p>No entry<br>';
  const json = JSON.stringify({ error: 'blocked', message: 'Not by this proxy.' });
  return [
    ...[200, 302, 403, 404, 499].map((status) => ({
      name: `${applied}a page with ${status}`,
      injected: { fault, status },
    })),
    {
      name: `${applied}a page of broken HTML with 403`,
      injected: { fault, status: 403, body: broken },
    },
    { name: `${applied}text with 307`, injected: { fault, status: 307, body: 'Moved.' } },
    { name: `${applied}JSON with 403`, injected: { fault, status: 403, body: json } },
  ];
}

/** Faults on a runner whose clock is ten minutes off, which AWS tolerates and the SDK detects. */
function byOtherClocks(...members: readonly Member[]): Member[] {
  return members.flatMap(({ name, injected }) =>
    [-10, 10].map((clockMinutes) => ({
      name: `${name}, clock ten minutes ${clockMinutes < 0 ? 'behind' : 'ahead'}`,
      injected: { ...injected, clockMinutes },
    })),
  );
}

/** The fault groups by their names. */
export const faultGroups = {
  late: {
    means: 'The response comes late, at once or in pieces, within the time limit of a request.',
    members: () => [
      { name: 'after 1.5 s', injected: { fault: 'slow', ms: 1500 } },
      { name: 'drip by drip', injected: { fault: 'drip', ms: 50 } },
    ],
  },
  unsent: {
    means: 'The request cannot leave.',
    members: () => [
      { name: 'refused connection', injected: { network: 'refused' } },
      { name: 'refused connections to several addresses', injected: { network: 'addresses' } },
      { name: 'DNS failure (EAI_AGAIN)', injected: { network: 'dns' } },
    ],
  },
  tls: {
    means: 'No TLS connection is possible.',
    members: () => [{ name: 'TLS failure', injected: { network: 'tls' } }],
  },
  silent: {
    means: 'No complete response within the 15 s of a request.',
    members: () => [
      plain('hang', 'hang'),
      { name: 'endless drip', injected: { fault: 'drip', ms: 2000 } },
    ],
  },
  hang: {
    means: 'No response within the 15 s of a request, which is not carried out.',
    members: () => [plain('hang', 'hang')],
  },
  'hang-up': {
    means: 'The connection ends before a response; the request is not carried out.',
    members: () => [plain('hangup', 'hang-up before the answer')],
  },
  broken: {
    means: 'The request is carried out, and its response cannot be read.',
    members: () => [
      plain('cut', 'hang-up in the middle of the body'),
      plain('garbled', 'cut XML or JSON'),
      plain('empty', 'empty body'),
    ],
  },
  outage: {
    means: 'The service fails; the request is not carried out.',
    members: () => [
      plain('status500', '500'),
      plain('status500-empty', '500 without a body'),
      plain('502-html', '502 with HTML'),
      plain('503-unavailable', '503'),
    ],
  },
  'outage by another code': {
    means: 'The same, with the other codes that AWS has for it.',
    members: (call) => otherCodes('ambiguous', call),
  },
  applied: {
    means: 'The request is carried out, and its response is lost.',
    members: () => [
      plain('applied-then-hangup', 'applied, then hang-up'),
      plain('applied-then-500', 'applied, then 500'),
      plain('applied-then-503', 'applied, then 503'),
    ],
  },
  'applied in silence': {
    means: 'The request is carried out, and no complete response comes within its 15 s.',
    members: () => [
      plain('applied-then-hang', 'applied, then hang'),
      { name: 'applied, endless drip', injected: { fault: 'drip', ms: 2000 } },
    ],
  },
  throttled: {
    means: 'The request is not carried out, because there were too many.',
    members: throttles,
  },
  'throttled by another code': {
    means: 'The same, with the other codes that AWS has for it.',
    members: (call) => otherCodes('throttled', call),
  },
  'issuer unreached': {
    means: "STS could not fetch the keys of GitHub's issuer.",
    members: (call) => (isAws(call) ? ofCodes(codesOf('unsent', call)) : []),
  },
  denied: {
    means: 'A policy denies it.',
    members: (call) =>
      isAws(call) ? ofCodes(codesOf('denied', call).filter((code) => code !== unverified)) : [],
  },
  'token not verified': {
    means:
      "STS cannot verify the token: a wrong provider, or GitHub's keys cannot be fetched at the moment.",
    members: () => ofCodes([unverified]),
  },
  signature: {
    means: 'The key, the signature or the session token is not accepted.',
    members: (call) =>
      isAws(call)
        ? ofCodes(codesOf('credentials', call).filter((code) => !expired.includes(code)))
        : [],
  },
  expired: {
    means: 'The session or the token has expired.',
    members: (call) =>
      isAws(call)
        ? ofCodes(codesOf('credentials', call).filter((code) => expired.includes(code)))
        : [],
  },
  rejected: {
    means: 'A client error that AWS documents for the call.',
    members: (call) => (isAws(call) ? ofCodes(codesOf('rejected', call)) : []),
  },
  refused: {
    means: 'A client error with only a status, or with an undocumented code.',
    members: refusals,
  },
  vanished: {
    means: 'Someone else has removed it.',
    members: () => [{ name: '404', injected: refused(404) }],
  },
  'out of place': {
    means: 'The response to a DryRun, for a call that is not one.',
    members: () => ofCodes(['DryRunOperation']),
  },
  'clock off': {
    means: "The runner's clock is an hour off, so AWS accepts none of its signatures.",
    members: () => [
      { name: 'an hour behind', injected: { clockMinutes: -60 } },
      { name: 'an hour ahead', injected: { clockMinutes: 60 } },
    ],
  },
  'page of a filter': {
    means: 'A filter on the way rejects the request with its own page.',
    // GitHub's own rejection of a token may be such JSON.
    members: (call) => pages('page').filter(({ name }) => isAws(call) || !name.startsWith('JSON')),
  },
  'applied, page of a filter': {
    means: 'The request is carried out, and a filter answers with a page instead of AWS.',
    members: () => [
      ...pages('applied-then-page'),
      {
        name: 'applied, then 504 of a gateway an hour ahead',
        injected: {
          ...{ fault: 'applied-then-page', status: 504 },
          headers: { date: new Date(Date.now() + 3_600_000).toUTCString() },
        },
      },
    ],
  },
  'answered, clock off': {
    means: 'Only the clock is off, by less than AWS tolerates.',
    members: () => byOtherClocks({ name: 'answered', injected: { fault: 'slow', ms: 0 } }),
  },
  'denied, clock off': {
    means: 'A policy denies it, and the clock is off.',
    members: () => byOtherClocks(answer(403, 'UnauthorizedOperation')),
  },
  'signature, clock off': {
    means: 'The key is not accepted, and the clock is off by less than AWS tolerates.',
    members: () => byOtherClocks(answer(401, 'AuthFailure')),
  },
  'throttled, clock off': {
    means: 'There were too many requests, and the clock is off.',
    members: () => byOtherClocks(plain('throttle', 'RequestLimitExceeded')),
  },
  'outage, clock off': {
    means: 'The service fails, the request is not carried out, and the clock is off.',
    members: () => byOtherClocks(plain('status500', '500'), plain('503-unavailable', '503')),
  },
  'applied, clock off': {
    means: 'The request is carried out, its response is lost, and the clock is off.',
    members: () =>
      byOtherClocks(
        plain('applied-then-500', 'applied, then 500'),
        plain('applied-then-503', 'applied, then 503'),
        { name: 'applied, then 403', injected: { fault: 'applied-then-page', status: 403 } },
      ),
  },
} as const satisfies Readonly<Record<string, FaultGroup>>;

/** The name of a fault group. */
export type FaultGroupName = keyof typeof faultGroups;
