import { propagate } from '../../../fakes/looking-glass.ts';
import { type RpkiBehaviour, rpkiService } from '../../../fakes/rpki.ts';
import type { Service } from '../../../fakes/server.ts';
import { ServiceError } from '../../../fakes/service-error.ts';
import type { SimulatedClock } from '../clock.ts';
import { epoch } from '../date.ts';
import { type FakeAws, isRouteCall, simulatedAws } from '../fake-aws.ts';
import type { Random } from '../random.ts';
import { type ExternalAct, type RouteScenario, routinatorHost } from './scenario.ts';

/** A change that was not the run's own. */
export interface ActRecord {
  readonly at: number;
  readonly region: string;
  readonly cidr: string;
  /** Whether its history went with it. */
  readonly isRemoval: boolean;
}

/** AWS, RIPEstat and a Routinator for a scenario, with its other actors. */
export interface RouteAws {
  readonly fakeAws: FakeAws;
  readonly acts: readonly ActRecord[];
  /** Lets the other actors act from now on. */
  startActs(): void;
  perform(act: ExternalAct): void;
}

const unavailable = new ServiceError(503, 'Unavailable', 'The service is temporarily unavailable.');

/** The services of a scenario on a clock. */
export function openRouteAws(
  scenario: RouteScenario,
  clock: SimulatedClock,
  random: Random,
): RouteAws {
  const acts: ActRecord[] = [];
  const waiting: ExternalAct[] = [];
  let writes = 0;
  const perform = (external: ExternalAct) => {
    const { account, region } = external.target;
    const ipam = fakeAws.ipam(account, region);
    if (!applyAct(external, ipam)) return;
    const { cidr, act } = external;
    acts.push({ at: clock.now(), region, cidr, isRemoval: 'removes' in act });
  };
  const fakeAws: FakeAws = simulatedAws(clock, random, scenario.sessionSeconds, {
    actions: actionsOf(scenario),
    beside: {
      hosts: ['stat.ripe.net', routinatorHost],
      service: besideAws(scenario, clock, (account, region) => fakeAws.ipam(account, region)),
    },
    onArrival: (request) => {
      if (!isRouteCall(request) || request.dryRun) return;
      writes += 1;
      for (const external of waiting) {
        if ('beforeWrite' in external.when && external.when.beforeWrite === writes)
          perform(external);
      }
    },
  });
  fakeAws.behave(scenario.behaviour);
  for (const { account, region, cidrs } of scenario.targets) {
    const ipam = fakeAws.ipam(account, region);
    for (const cidr of cidrs) ipam.setCidr(cidr);
    const home = fakeAws.ipam(account, scenario.ipamRegion ?? region);
    for (const asn of ['64500', '64501', '64502']) {
      home.setAsn({ asn, ipamId: 'ipam-1', state: 'provisioned' });
    }
    // Changes that are pending at the start proceed by themselves.
    for (const { cidr, state } of cidrs) {
      const end = endOf(state, random);
      if (end === undefined) continue;
      clock.after(random.integer(0, 60_000), () => {
        if (ipam.advertisement(cidr)?.state !== state) return;
        setOrigin(ipam, cidr, end);
        acts.push({ at: clock.now(), region, cidr, isRemoval: false });
      });
    }
  }
  return {
    fakeAws,
    acts,
    perform,
    startActs: () => {
      for (const external of scenario.externalActs) {
        if ('atMs' in external.when) clock.after(external.when.atMs, () => perform(external));
        else waiting.push(external);
      }
    },
  };
}

function actionsOf({ mayReadIpam }: RouteScenario) {
  return [
    'ec2:DescribeByoipCidrs',
    'ec2:DescribeIpamByoasn',
    'ec2:AdvertiseByoipCidr',
    'ec2:WithdrawByoipCidr',
    'ec2:AssociateIpamByoasn',
    'ec2:DisassociateIpamByoasn',
    ...(mayReadIpam ? ['ec2:DescribeIpamResourceDiscoveries', 'ec2:GetIpamDiscoveredRoutes'] : []),
  ];
}

/** The origin at the end of a pending state. */
function endOf(state: string, random: Random): string | undefined {
  if (state === 'pending-withdrawal') return 'none';
  if (state === 'pending-advertising') return random.choose(['64500', '64501', 'AWS']);
  return undefined;
}

/** AWS advertises only from an ASN that is associated. */
function setOrigin(ipam: ReturnType<FakeAws['ipam']>, cidr: string, origin: string): void {
  const isOwn = /^[0-9]+$/.test(origin);
  if (isOwn) ipam.setAssociation({ asn: origin, cidr, state: 'associated' });
  ipam.setOrigin(cidr, origin);
}

/** Whether there was something to act on. */
function applyAct({ cidr, act }: ExternalAct, ipam: ReturnType<FakeAws['ipam']>): boolean {
  if (ipam.advertisement(cidr) === undefined) return false;
  if ('advertises' in act) setOrigin(ipam, cidr, act.advertises);
  else if ('association' in act) {
    ipam.setAssociation({ asn: act.association, cidr, state: act.state });
  } else if ('removes' in act) ipam.removeCidr(cidr);
  else ipam.setCidrState(cidr, act.state);
  return true;
}

/** RIPEstat and the Routinator, whose peers see what AWS truly advertises, some time later. */
function besideAws(
  { targets, vrps, vrpAgeHours, isRpkiDown, collectors }: RouteScenario,
  clock: SimulatedClock,
  ipamOf: FakeAws['ipam'],
): Service {
  const announcementsAt = (now: number) =>
    targets.flatMap(({ account, region, cidrs }) =>
      cidrs.flatMap(({ cidr }) => {
        const originAt = (time: number) =>
          ipamOf(account, region).originsAt(time).get(cidr) ?? 'none';
        const { peers, elsewhere } = collectors;
        const other = { prefix: cidr, asn: 64_499, peers: elsewhere, via: [64_510] };
        return [...(peers > 0 ? propagate(cidr, originAt, collectors)(now) : []), other];
      }),
    );
  const behaviour: RpkiBehaviour = { vrps, ageHours: vrpAgeHours, announcements: announcementsAt };
  const service = rpkiService(behaviour, () => epoch + clock.now());
  return {
    ...service,
    perform: (received) => {
      const { operation } = service.call(received);
      if (operation === 'looking-glass' ? collectors.isDown : isRpkiDown) throw unavailable;
      return service.perform(received);
    },
  };
}
