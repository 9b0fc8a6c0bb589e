import type { Target } from '../../../src/domain/target.ts';
import { Failure } from '../../../src/failure.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { clockUntil } from '../../../src/lib/clock.ts';
import type { ConnectedTarget } from '../../../src/observe/connect-target.ts';
import type { ObservedCidr } from '../../../src/observe/observed.ts';
import {
  createRunState,
  initialRoutes,
  type RouteOutcome,
} from '../../../src/outcome/run-state.ts';
import type { ObservedOrigin } from '../../../src/plan/observed-origin.ts';
import type { RouteChange } from '../../../src/plan/plan.ts';
import { makeRoutePlan } from '../../../src/plan/route-plan.ts';
import { elapsedText } from '../../../src/report/log.ts';
import { applyRoutes } from '../../../src/routes/apply-routes.ts';
import { decideOrigin } from '../../../src/routes/decide-origin.ts';
import type { RouteStage } from '../../../src/routes/route-context.ts';
import { boundedContext } from '../../fakes/bounded-context.ts';
import { connectedClient } from '../../fakes/clients.ts';
import { type FakeAnnouncement, lookingGlassTransport } from '../../fakes/looking-glass.ts';
import { memoryEc2 } from '../../fakes/memory-ec2.ts';
import { memoryTransport, type ScriptedResponse } from '../../fakes/memory-transport.ts';
import { ec2Error, routeReply } from '../../fakes/replies.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { observedCidr } from '../plan/observed-cidr.ts';
import { inputsOf } from '../report/outcome.ts';
import { routeOf } from './route-change.ts';

/** A CIDR in a listing: its state, with ` 64501` after it where that ASN's association is `advertised`. */
type Shown = string;

/** What a read shows of each CIDR, or how it fails; `never` has no answer. */
type Listing = Readonly<Record<string, Shown>> | Error | 'never';

/** What a test says of a run; the routes are of one target, unless others are given. */
export interface RouteScript {
  /** CIDR to origin, in the order of the file. */
  readonly routes?: Readonly<Record<string, string>>;
  /** What the plan was made of; one text for 198.51.100.0/24. */
  readonly planned: Shown | Readonly<Record<string, Shown>>;
  /** The origin of the plan, where the listing does not show it. */
  readonly origin?: ObservedOrigin;
  /** The reads of 198.51.100.0/24 in order, of which the last repeats; or what a read shows at a time. */
  readonly reads?: readonly (Shown | Error)[] | ((run: RouteTimes) => Listing);
  /** The answers to the calls, each accepted where left out. */
  readonly advertise?: readonly ScriptedResponse[];
  readonly withdraw?: readonly ScriptedResponse[];
  /** Called with each request, before its answer. */
  readonly onSent?: (operation: string) => void;
  readonly ipam?: Readonly<Record<string, readonly ScriptedResponse[]>>;
  readonly collectors?: (run: RouteTimes) => readonly FakeAnnouncement[] | 'down';
  readonly verify?: Partial<Inputs['verify']>;
  readonly mode?: Inputs['mode'];
  readonly permissionCheck?: Inputs['permissionCheck'];
  readonly networkBorderGroup?: string;
  /** Until the deadline. */
  readonly seconds?: number;
  /** How old the listing of the plan is. */
  readonly planAgeMs?: number;
  readonly targets?: readonly Target[];
  /** What RPKI says of a change when it is asked again. */
  readonly renewVerdict?: (change: RouteChange) => RouteChange;
  /** The run is cancelled when this operation is sent. */
  readonly cancelAt?: string;
  readonly renew?: () => Promise<boolean>;
  /** Why there are no credentials for the calls. */
  readonly noCredentials?: Failure;
}

/** When something happens. */
export interface RouteTimes {
  /** Of the reads so far, this one included. */
  readonly nth: number;
  /** Milliseconds since the apply began. */
  readonly ms: number;
}

/** What a run did. */
export interface RouteRun {
  readonly outcomes: readonly RouteOutcome[];
  /** Of the first route. */
  readonly outcome: RouteOutcome;
  /** Every read and call by the second at which it was made: `0 withdraw 198.51.100.0/24`. */
  readonly events: readonly string[];
  /** The calls among them. */
  readonly calls: readonly string[];
  /** How long it took. */
  readonly seconds: number;
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
}

export const cidr = '198.51.100.0/24';

/** A target with routes. */
export function targetWith(routes: Readonly<Record<string, string>>, facts: Partial<Target> = {}) {
  const { accountId = '111122223333', region = 'us-west-2' } = facts;
  const wanted = Object.entries(routes).map(([name, origin]) => routeOf(origin, name));
  return {
    ...{ name: `${accountId}/${region}`, accountId, region, associations: [], routes: wanted },
    ...facts,
  } satisfies Target;
}

/** Applies routes, in virtual time. */
export async function applyScript(script: RouteScript): Promise<RouteRun> {
  const { planned, seconds = 900, planAgeMs = 0 } = script;
  const controller = new AbortController();
  const { clock: virtual, ...virtualRest } = virtualContext(seconds + planAgeMs / 1_000);
  const clock = clockUntil(controller.signal, virtual);
  await clock.sleep(planAgeMs);
  const start = clock.now();
  const events: string[] = [];
  const note = (text: string) => events.push(`${(clock.now() - start) / 1_000} ${text}`);
  const targets = script.targets ?? [targetWith(script.routes ?? { [cidr]: 'none' })];
  const group = script.networkBorderGroup;
  const plannedListing = typeof planned === 'string' ? { [cidr]: planned } : planned;
  const observed = { cidrs: cidrsOf(plannedListing, group), asns: [] };

  let reads = 0;
  const readCidrs = async () => {
    reads += 1;
    note('read');
    const listing = listingOf(script, { nth: reads, ms: clock.now() - start });
    if (listing instanceof Error) throw listing;
    if (listing === 'never') return new Promise<never>(() => {});
    return cidrsOf(listing, group);
  };
  const transport = memoryTransport(
    {
      AdvertiseByoipCidr: script.advertise ?? accepted('AdvertiseByoipCidr'),
      WithdrawByoipCidr: script.withdraw ?? accepted('WithdrawByoipCidr'),
      DescribeIpamResourceDiscoveries: Array(20).fill(
        ec2Error(403, 'UnauthorizedOperation', 'You are not authorized.'),
      ),
      ...script.ipam,
    },
    (operation) => {
      const { form = {} } = transport.sent.at(-1) ?? {};
      const verb = verbs[operation];
      if (verb !== undefined) note([verb, ...Object.values(form)].join(' '));
      script.onSent?.(operation);
      if (script.cancelAt === operation) controller.abort(new Failure('cancelled', 'cancelled'));
    },
  );
  const client = connectedClient(transport, {
    credentials: async () => {
      if (script.noCredentials) throw script.noCredentials;
      return { accessKeyId: 'AKIAEXAMPLEKEY000001', secretAccessKey: 'example-secret' };
    },
  });
  const connected = targets.map(
    (target): ConnectedTarget => ({
      target,
      connection: {
        ec2: memoryEc2({}),
        clients: { client, ipamClient: client },
        accountId: target.accountId,
        callerAccountId: async () => '',
        ...(script.renew ? { renew: script.renew } : {}),
      },
      observed,
      readAt: start - planAgeMs,
      readCidrs,
    }),
  );
  const plan = makeRoutePlan(
    targets.map((target) => ({ target, observed, origins: originsOf(target, observed, script) })),
  );
  const runState = createRunState<RouteOutcome>();
  runState.addEntries(targets.flatMap(initialRoutes));
  runState.setPlan(plan);

  const lines: string[] = [];
  const warnings: string[] = [];
  const connect = () => Promise.reject(new Error('the target is connected'));
  const bounded = boundedContext(connect, { ...virtualRest, clock });
  const log = {
    ...bounded.log,
    line: (text: string) => void lines.push(text),
    warning: (text: string) => void warnings.push(text),
  };
  let asked = 0;
  const context = {
    ...bounded,
    log,
    cancelled: controller.signal,
    transport: lookingGlassTransport(() => {
      asked += 1;
      const seen = script.collectors?.({ nth: asked, ms: clock.now() - start });
      return seen ?? 'down';
    }),
  };
  const stage: RouteStage = {
    connected,
    inputs: inputsOf({
      mode: script.mode ?? 'apply',
      permissionCheck: script.permissionCheck ?? 'ask',
      concurrency: 4,
      verify: { policy: 'off', timeoutSeconds: 180, ...script.verify },
    }),
    context,
    contextOf: () => context,
    runState,
    elapsed: () => elapsedText(clock.now() - start),
  };
  await applyRoutes(plan, stage, async (change) => {
    note(`renewVerdict ${change.route.cidr}`);
    return script.renewVerdict?.(change) ?? change;
  });
  const took = (clock.now() - start) / 1_000;
  const outcomes = runState.pairs();
  const [outcome] = outcomes;
  if (!outcome) throw new Error('no route');
  const calls = events.filter((text) => /^\S+ (advertise|withdraw) /.test(text));
  return { outcomes, outcome, events, calls, seconds: took, lines, warnings };
}

const verbs: Readonly<Record<string, string>> = {
  AdvertiseByoipCidr: 'advertise',
  WithdrawByoipCidr: 'withdraw',
};

function accepted(operation: Parameters<typeof routeReply>[0]): readonly ScriptedResponse[] {
  const names = [cidr, '203.0.113.0/24', '192.0.2.0/24', '2001:db8:1::/48'];
  return names.map((name) => routeReply(operation, { cidr: name }));
}

function listingOf({ planned, reads = [] }: RouteScript, times: RouteTimes): Listing {
  if (typeof reads === 'function') return reads(times);
  const shown = reads[times.nth - 1] ?? reads.at(-1) ?? planned;
  if (shown instanceof Error || typeof shown !== 'string') return shown as Listing;
  return { [cidr]: shown };
}

function cidrsOf(listing: Readonly<Record<string, Shown>>, group?: string): ObservedCidr[] {
  return Object.entries(listing).flatMap(([name, shown]) => {
    if (shown === 'not listed') return [];
    const [state = '', ...advertised] = shown.split(' ');
    const associations = ['64500', '64501'].map((asn) => ({
      asn,
      state: advertised.includes(asn) ? 'advertised' : 'associated',
      statusMessage: '',
    }));
    const facts = group === undefined ? {} : { networkBorderGroup: group };
    return observedCidr({ cidr: name, state, associations, ...facts });
  });
}

function originsOf(
  { routes = [] }: Target,
  { cidrs }: ConnectedTarget['observed'],
  { origin }: RouteScript,
): ReadonlyMap<string, ObservedOrigin> {
  return new Map(
    routes.map((route) => {
      const entries = cidrs.filter((listed) => listed.cidr === route.cidr);
      return [route.cidr, origin ?? decideOrigin(route.cidr, entries, {}, Date.now())];
    }),
  );
}
