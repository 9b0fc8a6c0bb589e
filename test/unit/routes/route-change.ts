import type { Cidr } from '../../../src/domain/cidr.ts';
import { parseCidr } from '../../../src/domain/cidr.ts';
import { type Origin, parseOrigin } from '../../../src/domain/origin.ts';
import type { DesiredRoute } from '../../../src/domain/target.ts';
import type { ObservedOrigin, Seen } from '../../../src/plan/observed-origin.ts';
import type { RouteChange } from '../../../src/plan/plan.ts';

const policy = { specialUse: 'accept' } as const;

/** A CIDR of a test. */
export function cidrOf(text = '198.51.100.0/24'): Cidr {
  const { value, problem } = parseCidr(text, policy);
  if (problem !== undefined) throw new Error(problem);
  return value;
}

/** An origin of a test. */
export function wantedOrigin(text: string): Origin {
  const { value, problem } = parseOrigin(text, policy);
  if (problem !== undefined) throw new Error(problem);
  return value;
}

/** A route of a test. */
export function routeOf(origin = '64500', cidr?: string): DesiredRoute {
  return { cidr: cidrOf(cidr), origin: wantedOrigin(origin), note: '', location: undefined };
}

/** An origin as it was observed, by an association where there is one. */
export function originFrom(origin: string, seen?: Seen): ObservedOrigin {
  const source = origin === 'none' ? 'state' : origin === 'unknown' ? 'none' : 'association';
  return { origin, source, evidence: [], ...(seen ? { seen } : {}) };
}

/** A change of 198.51.100.0/24 from AWS to AS64500. */
export function changeOf(facts: Partial<RouteChange> = {}): RouteChange {
  const route = routeOf();
  const target = {
    name: 'edge',
    accountId: '111122223333',
    region: 'us-west-2',
    associations: [],
    routes: [route],
  };
  return {
    target,
    route,
    step: 'swap',
    why: 'advertised from AWS',
    before: 'advertised',
    statusMessage: '',
    cidrState: 'advertised',
    originBefore: originFrom('AWS'),
    networkBorderGroup: undefined,
    effect: '',
    evidence: [],
    ...facts,
  };
}
