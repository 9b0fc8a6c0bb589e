import type { Random } from './random.ts';

/** What becomes of one request. */
export type Fate =
  | { readonly fate: 'answered' }
  /** It never reaches the service. */
  | { readonly fate: 'unsent'; readonly code: string }
  /** The connection breaks, before or after the service has carried it out. */
  | { readonly fate: 'broken'; readonly code: string; readonly carriedOut: boolean }
  /** No answer ever comes. */
  | { readonly fate: 'silent'; readonly carriedOut: boolean }
  /** Another answer than the service's own; a page where there is no code. */
  | {
      readonly fate: 'replaced';
      readonly status: number;
      readonly code: string;
      readonly carriedOut: boolean;
      /** How far the clock of what answers is off, by its Date header. */
      readonly dateOffMs: number;
    }
  /** The service's answer, of which only a part arrives. */
  | { readonly fate: 'mangled'; readonly part: 'none' | 'half' };

/** How rough the road is: `rough` has faults that heal in time, `wild` has all there are, at any time. */
export type Weather = 'calm' | 'rough' | 'wild';

/** Decides the fate of each request; `key` tells apart what has a patience of its own. */
export type Fates = (key: string) => Fate;

const answered: Fate = { fate: 'answered' };

/** What faults may keep to, so that a run comes far enough to meet them. */
const operations = ['AssociateIpamByoasn', 'DescribeByoipCidrs', 'AssumeRole'] as const;

/**
 * The fates of a run. Faults that heal come twice in a row at most, which every patience of a run
 * outlasts; once where its clock is off, because the refusal of a signature parts them.
 */
export function castFates(weather: Weather, random: Random, clockOffMs = 0): Fates {
  const patience = clockOffMs === 0 ? 2 : 1;
  if (weather === 'calm') return () => answered;
  const probability = random.pick(weather === 'rough' ? [0.1, 0.3, 0.6] : [0.05, 0.2, 0.5, 0.8]);
  const focus = random.pick([undefined, undefined, ...operations]);
  const inARow = new Map<string, number>();
  return (key) => {
    const faults = inARow.get(key) ?? 0;
    if (focus !== undefined && !key.startsWith(focus)) return answered;
    if (!random.chance(probability) || (weather === 'rough' && faults >= patience)) {
      // An associate call has one patience for all its attempts, and all targets ask for tokens alike.
      if (!/^(AssociateIpamByoasn|token)/.test(key)) inARow.set(key, 0);
      return answered;
    }
    inARow.set(key, faults + 1);
    // What is carried out behind a filter is found by reading, and heals so.
    if (/^AssociateIpamByoasn (?!DryRun)/.test(key) && random.chance(0.2)) {
      return { ...undecided(random), carriedOut: true };
    }
    return weather === 'rough' || random.chance(0.6) ? healing(random) : final(random);
  };
}

function healing(random: Random): Fate {
  const carriedOut = random.chance(0.5);
  switch (random.pick(['unsent', 'broken', 'silent', 'throttled', 'failed', 'mangled'])) {
    case 'unsent':
      return {
        fate: 'unsent',
        code: random.pick(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']),
      };
    case 'broken':
      return { fate: 'broken', code: random.pick(['ECONNRESET', 'EPIPE']), carriedOut };
    case 'silent':
      return { fate: 'silent', carriedOut };
    case 'throttled':
      return {
        fate: 'replaced',
        status: 503,
        code: 'RequestLimitExceeded',
        carriedOut: false,
        dateOffMs: dateOff(random),
      };
    case 'failed': {
      const [status, code] = random.pick<readonly [number, string]>([
        [500, 'InternalError'],
        [503, 'Unavailable'],
        [502, ''],
      ]);
      return { fate: 'replaced', status, code, carriedOut, dateOffMs: dateOff(random) };
    }
    case 'mangled':
      return { fate: 'mangled', part: random.pick(['none', 'half']) };
  }
}

/** Mostly the right time; else so wrong that the SDK takes the runner's clock for the wrong one. */
function dateOff(random: Random): number {
  return random.pick([0, 0, 0, -600_000, 600_000]);
}

/** Answers that no repetition changes. */
function final(random: Random): Fate {
  if (random.chance(0.4)) return undecided(random);
  const [status, code] = random.pick<readonly [number, string]>([
    [403, 'UnauthorizedOperation'],
    [403, 'AccessDenied'],
    [401, 'AuthFailure'],
    [400, 'RequestExpired'],
    [400, 'ExpiredToken'],
    [400, 'IncorrectState'],
    [400, 'InvalidParameterValue'],
    [400, 'SomethingNew'],
  ]);
  return { fate: 'replaced', status, code, carriedOut: false, dateOffMs: dateOff(random) };
}

/** Answers that would come again, and prove nothing: a filter may let pass what it answers itself. */
function undecided(random: Random): Fate & { readonly fate: 'replaced' } {
  const [status, code] = random.pick<readonly [number, string]>([
    [412, 'DryRunOperation'],
    [302, ''],
    [403, ''],
    [404, ''],
    [499, ''],
  ]);
  const carriedOut = random.chance(0.5);
  return { fate: 'replaced', status, code, carriedOut, dateOffMs: dateOff(random) };
}
