import type { RpkiState } from '../../../src/domain/rpki.ts';
import type { DesiredRoute, Target } from '../../../src/domain/target.ts';
import { asFailure, type Failure } from '../../../src/failure.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import type { ObservedCidr } from '../../../src/observe/observed.ts';
import {
  createRunState,
  initialRoutes,
  type Outcome,
  type PairUpdate,
  type RouteOutcome,
} from '../../../src/outcome/run-state.ts';
import type { ObservedOrigin, Seen } from '../../../src/plan/observed-origin.ts';
import type { Plan, RouteChange } from '../../../src/plan/plan.ts';
import { makeRoutePlan } from '../../../src/plan/route-plan.ts';
import { effectOf } from '../../../src/routes/effect.ts';
import { routes } from '../../../src/routes/routes.ts';
import { originFrom, routeOf } from '../routes/route-change.ts';
import { inputsOf } from './outcome.ts';

/** A route of a config file, and what is observed of its CIDR. */
export interface RouteEntry {
  readonly target?: string;
  readonly cidr?: string;
  /** The desired origin; `64500` when left out. */
  readonly to?: string;
  /** The origin before; `AWS` when left out, or `none` for a CIDR that is not advertised. */
  readonly from?: string;
  readonly note?: string;
  /** Of the CIDR; `advertised` when left out. */
  readonly cidrState?: string;
  readonly cidrMessage?: string;
  /** Of the association with the desired ASN; `associated` when left out. */
  readonly association?: string;
  readonly seen?: Seen;
  /** What RPKI says of it, and of the origins to go back to. */
  readonly rpki?: readonly [own: RpkiState, back: RpkiState];
  /** What the run learns of it after the plan. */
  readonly facts?: PairUpdate<RouteOutcome>;
}

const accounts: Readonly<Record<string, readonly [account: string, region: string]>> = {
  dr: ['444455556666', 'eu-west-1'],
};

/** What AWS shows once a route is advertised from its origin, or withdrawn. */
export const done = { state: 'advertised', changed: true, done: true } as const;

/** A run of routes, a dry run of a file by default, through the real planner, checks and run state. */
export function routesOf(entries: readonly RouteEntry[], inputs: Partial<Inputs> = {}): Outcome {
  const desired = entries.map((entry, index) => ({ entry, route: desiredFrom(entry, index) }));
  const byTarget = Map.groupBy(desired, ({ entry: { target = 'edge' } }) => target);
  const observations = [...byTarget].map(([name, some]) => ({
    target: targetOf(
      name,
      some.map(({ route }) => route),
    ),
    observed: { cidrs: some.flatMap(listed), asns: [] },
    origins: new Map(some.map(({ entry, route }) => [route.cidr, originOf(entry)])),
  }));
  const source = { form: 'file', path: 'byoasn.yml', only: [] } as const;
  const given = inputsOf({ action: 'routes', source, mode: 'plan', ...inputs });
  const runState = createRunState<RouteOutcome>('routes');
  runState.start(given);
  runState.addEntries(observations.flatMap(({ target }) => initialRoutes(target)));
  const plan = withEffects(makeRoutePlan(observations), entries);
  runState.setPlan(plan);
  for (const { entry, route } of desired) runState.update(route, entry.facts ?? {});
  return runState.finish(refusalOf(plan, given) ?? routes.conclude(runState.pairs(), given));
}

function targetOf(name: string, routes: readonly DesiredRoute[]): Target {
  const [accountId, region] = accounts[name] ?? ['111122223333', 'us-west-2'];
  return { name, accountId, region, associations: [], routes };
}

function desiredFrom({ to, cidr, note = '' }: RouteEntry, index: number): DesiredRoute {
  const location = { file: 'byoasn.yml', line: 6 + index, column: 9 };
  return { ...routeOf(to, cidr), note, location };
}

function originOf({ from, cidrState = 'advertised', seen }: RouteEntry): ObservedOrigin {
  return originFrom(from ?? (cidrState === 'advertised' ? 'AWS' : 'none'), seen);
}

/** What AWS lists of a CIDR. */
function listed({
  entry: { cidrState = 'advertised', cidrMessage = '', association = 'associated' },
  route: { cidr, origin },
}: {
  readonly entry: RouteEntry;
  readonly route: DesiredRoute;
}): ObservedCidr[] {
  if (cidrState === 'unlisted') return [];
  return [
    {
      cidr,
      state: cidrState,
      statusMessage: cidrMessage,
      advertisementType: 'unicast',
      networkBorderGroup: 'us-west-2',
      associations: [{ asn: origin, state: association, statusMessage: '' }],
    },
  ];
}

/** The plan as it is once RPKI was read. */
function withEffects(plan: Plan<RouteChange>, entries: readonly RouteEntry[]): Plan<RouteChange> {
  const changes = plan.changes.map((change) => {
    const entry = entries.find(({ cidr }) => routeOf('AWS', cidr).cidr === change.route.cidr);
    const checked = entry?.rpki ? { ...change, rpki: verdictOf(change, ...entry.rpki) } : change;
    return { ...checked, effect: effectOf(checked) };
  });
  return { ...plan, changes };
}

function verdictOf(
  { route: { cidr, origin }, originBefore }: RouteChange,
  own: RpkiState,
  back: RpkiState,
) {
  const origins = origin === 'AWS' ? [originBefore.origin] : ['16509', '14618'];
  return {
    state: own,
    why: own === 'valid' ? '' : `create a ROA for ${cidr} with AS${origin}`,
    wayBack: origins.map((asn) => ({ asn, state: back })),
    notes: [],
    warnings: back === 'valid' ? [] : [`${cidr} has no way back`],
    roas: own === 'valid' ? [`AS${origin} /24`] : [],
  };
}

function refusalOf(plan: Plan<RouteChange>, inputs: Inputs): Failure | undefined {
  try {
    routes.checkPlan(plan, inputs);
    return undefined;
  } catch (refusal) {
    return asFailure(refusal);
  }
}
