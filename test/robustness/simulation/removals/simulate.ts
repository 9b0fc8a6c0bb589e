// Loaded at first use by the pipeline itself, and then no virtual time must pass.
import '../../../../src/routes/observe-origins.ts';
import '../../../../src/rpki/add-verdicts.ts';
import { stringify } from 'yaml';
import type { CidrFixture } from '../../../fakes/ipam.ts';
import { epoch } from '../date.ts';
import { createFaultInjector, type InjectedCalls } from '../injected-outcome.ts';
import type { Random } from '../random.ts';
import { openRouteAws, type RouteAws } from '../routes/route-aws.ts';
import { drawRouteScenario, type RouteScenario } from '../routes/scenario.ts';
import { type Run, runPipeline, type Setup } from '../run.ts';
import { inVirtualTime } from '../virtual-time.ts';
import { checkRemovals } from './oracle.ts';

/** An association of a file. */
export interface ScenarioEntry {
  readonly account: string;
  readonly region: string;
  readonly cidr: string;
  readonly asn: string;
  readonly isRemoval: boolean;
}

/** A scenario of routes, of whose CIDRs associations are removed. */
export interface RemovalScenario extends RouteScenario {
  readonly entries: readonly ScenarioEntry[];
}

/** The outcome of a seed. */
export interface SimulatedRemovals {
  readonly seed: number;
  readonly scenario: RemovalScenario;
  readonly runs: readonly Run[];
  /** The violated invariants as text. */
  readonly violations: readonly string[];
}

/** The command that repeats the run of a seed. */
export function reproduceRemovals(seed: number): string {
  return `npm run simulate -- --removals --seed ${seed}`;
}

const writes = /^(Disassociate|Associate)IpamByoasn/;

const ofRemovals: InjectedCalls = {
  operations: [...Array<RegExp>(4).fill(writes), /^DescribeByoipCidrs/, /^(looking-glass|\w*Ipam)/],
  writes,
};

/**
 * Runs the action for associations on CIDRs in all states, whose origins others change meanwhile, with a
 * file that removes associations.
 */
export function simulateRemovals(seed: number): Promise<SimulatedRemovals> {
  return inVirtualTime(seed, async ({ clock, random }) => {
    const scenario = drawScenario(random);
    const routeAws = openRouteAws(scenario, clock, random);
    const setup = { clock, fakeAws: routeAws.fakeAws, random };
    return { seed, scenario, ...(await simulateRun(scenario, routeAws, setup)) };
  });
}

const asns = ['64500', '64501', '64502'] as const;

function drawScenario(random: Random): RemovalScenario {
  const scenario = drawRouteScenario(random);
  // Most runs get as far as a call, to meet faults and other actors there.
  const clear = random.chance(0.7);
  const entries = scenario.targets.flatMap(({ account, region, cidrs }) =>
    cidrs.flatMap((fixture) =>
      asns
        .filter((asn) => !clear || isRemovable(fixture, asn))
        .filter(() => random.chance(0.7))
        .map((asn) => ({
          ...{ account, region, cidr: fixture.cidr, asn },
          isRemoval: random.chance(0.8),
        })),
    ),
  );
  const { 'dry-run': dryRun = 'false', concurrency = '1' } = scenario.inputs;
  return {
    ...scenario,
    entries,
    inputs: {
      'allow-special-use': 'true',
      'allow-remove': String(random.chance(0.95)),
      'dry-run': dryRun,
      'fail-fast': String(random.chance(0.5)),
      rpki: random.choose(['off', 'ripestat', 'ripestat']),
      'rpki-policy': '',
      concurrency,
      wait: String(random.chance(0.8)),
      'wait-timeout-seconds': random.choose(['30', '900', '900']),
      'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-apply',
      config: 'byoasn.yml',
      ...(scenario.ipamRegion === undefined ? {} : { 'ipam-region': scenario.ipamRegion }),
    },
    files: { 'byoasn.yml': configOf(entries) },
    behaviour: {
      ...scenario.behaviour,
      disassociateOrigin: 'drop',
      disassociation: {
        to: random.choose(['disassociated', 'disassociated', 'absent', 'failed-disassociation']),
        reads: random.integer(0, 3),
        ms: random.choose([0, 1_000, 20_000]),
        lag: random.choose([0, 0, 1, 2]),
      },
    },
  };
}

function isRemovable({ origin, associations = [] }: CidrFixture, asn: string): boolean {
  const found = associations.find((association) => association.asn === asn);
  return origin !== asn && !found?.state.startsWith('pending-');
}

function configOf(entries: readonly ScenarioEntry[]): string {
  const byTarget = Map.groupBy(entries, ({ account, region }) => `${account} ${region}`);
  const targets = [...byTarget.values()].map((those) => ({
    account: those[0]?.account,
    region: those[0]?.region,
    associations: those.map(({ asn, cidr, isRemoval }) => ({
      asn: Number(asn),
      cidr,
      ...(isRemoval ? { remove: true } : {}),
    })),
  }));
  return stringify({ version: 1, targets });
}

async function simulateRun(
  scenario: RemovalScenario,
  { fakeAws, acts, startActs }: RouteAws,
  setup: Setup,
): Promise<Pick<SimulatedRemovals, 'runs' | 'violations'>> {
  startActs();
  fakeAws.inject(createFaultInjector(scenario.faultProfile, setup.random, 2, ofRemovals));
  const run = await runPipeline(scenario, scenario.inputs, scenario.cancelAtMs, setup);
  const violations = checkRemovals(run, {
    scenario,
    secrets: fakeAws.secrets(),
    acts,
    originAt: ({ account, region, cidr }, at) =>
      fakeAws
        .ipam(account, region)
        .originsAt(epoch + at)
        .get(cidr) ?? 'none',
    stateOf: ({ account, region, asn, cidr }) =>
      fakeAws.ipam(account, region).association(asn, cidr)?.state ?? 'absent',
  });
  return { runs: [run], violations };
}
