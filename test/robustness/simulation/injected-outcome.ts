import type { Random } from './random.ts';

/** The outcome injected into one request. */
export type InjectedOutcome =
  | { readonly kind: 'answered' }
  /** It never reaches the service. */
  | { readonly kind: 'unsent'; readonly code: string }
  /** The connection breaks, before or after the service has carried it out. */
  | { readonly kind: 'broken'; readonly code: string; readonly carriedOut: boolean }
  /** No response ever comes. */
  | { readonly kind: 'silent'; readonly carriedOut: boolean }
  /** A response other than the service's own; a page if there is no code. */
  | {
      readonly kind: 'replaced';
      readonly status: number;
      readonly code: string;
      readonly carriedOut: boolean;
      /** How far the Date header of the response is off. */
      readonly dateOffMs: number;
    }
  /** The service's response, of which only a part arrives. */
  | { readonly kind: 'mangled'; readonly part: 'none' | 'half' };

/** The faults of a run: none, those that a retry overcomes, or all kinds at any time. */
export type FaultProfile = 'none' | 'transient' | 'all';

/** Decides the outcome of each request; requests with the same `key` share their retries. */
export type InjectFault = (key: string) => InjectedOutcome;

const answered: InjectedOutcome = { kind: 'answered' };

/** The calls of an action, by how the keys of their requests start. */
export interface InjectedCalls {
  /** Limits on faults, so that a run gets far enough to meet them. */
  readonly operations: readonly RegExp[];
  /** Those that change something, and dry runs of them. */
  readonly writes: RegExp;
}

const ofAssociations: InjectedCalls = {
  operations: [/^AssociateIpamByoasn/, /^DescribeByoipCidrs/, /^AssumeRole/],
  writes: /^AssociateIpamByoasn/,
};

/**
 * The fault injector of a run. Transient faults come at most twice in a row, which every retry
 * overcomes, or as often as given.
 */
export function createFaultInjector(
  faultProfile: FaultProfile,
  random: Random,
  maxConsecutive = 2,
  { operations, writes } = ofAssociations,
): InjectFault {
  if (faultProfile === 'none') return () => answered;
  const probability = random.choose(
    faultProfile === 'transient' ? [0.1, 0.3, 0.6] : [0.05, 0.2, 0.5, 0.8],
  );
  const focus = random.choose([undefined, undefined, ...operations]);
  const consecutive = new Map<string, number>();
  return (key) => {
    const faults = consecutive.get(key) ?? 0;
    if (focus !== undefined && !focus.test(key)) return answered;
    if (!random.chance(probability) || (faultProfile === 'transient' && faults >= maxConsecutive)) {
      // A write has one retry budget for all its attempts, and all targets ask for tokens alike.
      if (!writes.test(key) && !key.startsWith('token')) consecutive.set(key, 0);
      return answered;
    }
    consecutive.set(key, faults + 1);
    // A read shows what was carried out behind a filter.
    if (writes.test(key) && !key.includes(' DryRun') && random.chance(0.2)) {
      return { ...ambiguousFault(random), carriedOut: true };
    }
    return faultProfile === 'transient' || random.chance(0.6)
      ? transientFault(random)
      : finalFault(random);
  };
}

function transientFault(random: Random): InjectedOutcome {
  const carriedOut = random.chance(0.5);
  switch (random.choose(['unsent', 'broken', 'silent', 'throttled', 'failed', 'mangled'])) {
    case 'unsent':
      return {
        kind: 'unsent',
        code: random.choose(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']),
      };
    case 'broken':
      return { kind: 'broken', code: random.choose(['ECONNRESET', 'EPIPE']), carriedOut };
    case 'silent':
      return { kind: 'silent', carriedOut };
    case 'throttled':
      return {
        kind: 'replaced',
        status: 503,
        code: 'RequestLimitExceeded',
        carriedOut: false,
        dateOffMs: dateOff(random),
      };
    case 'failed': {
      const [status, code] = random.choose<readonly [number, string]>([
        [500, 'InternalError'],
        [503, 'Unavailable'],
        [502, ''],
      ]);
      return { kind: 'replaced', status, code, carriedOut, dateOffMs: dateOff(random) };
    }
    case 'mangled':
      return { kind: 'mangled', part: random.choose(['none', 'half']) };
  }
}

/** Mostly the right time; else so wrong that the SDK takes the runner's clock for the wrong one. */
function dateOff(random: Random): number {
  return random.choose([0, 0, 0, -600_000, 600_000]);
}

/** Responses that a repetition does not change. */
function finalFault(random: Random): InjectedOutcome {
  if (random.chance(0.4)) return ambiguousFault(random);
  const [status, code] = random.choose<readonly [number, string]>([
    [403, 'UnauthorizedOperation'],
    [403, 'AccessDenied'],
    [401, 'AuthFailure'],
    [400, 'RequestExpired'],
    [400, 'ExpiredToken'],
    [400, 'IncorrectState'],
    [400, 'InvalidParameterValue'],
    [400, 'SomethingNew'],
  ]);
  return { kind: 'replaced', status, code, carriedOut: false, dateOffMs: dateOff(random) };
}

/** Responses that would recur and prove nothing: a filter may respond to a request that it also passes on. */
function ambiguousFault(random: Random): InjectedOutcome & { readonly kind: 'replaced' } {
  const [status, code] = random.choose<readonly [number, string]>([
    [412, 'DryRunOperation'],
    [302, ''],
    [403, ''],
    [404, ''],
    [499, ''],
  ]);
  const carriedOut = random.chance(0.5);
  return { kind: 'replaced', status, code, carriedOut, dateOffMs: dateOff(random) };
}
