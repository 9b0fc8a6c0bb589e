import type { Ipam } from '../../fakes/ipam.ts';
import { plannedAssociations } from '../../unit/associations.ts';
import { setChain } from './chain.ts';
import type { SimulatedClock } from './clock.ts';
import { epoch } from './date.ts';
import { type FakeAws, simulatedAws } from './fake-aws.ts';
import { createFaultInjector } from './injected-outcome.ts';
import { changeKey } from './oracle/changes.ts';
import { checkRun } from './oracle/check-run.ts';
import type { Random } from './random.ts';
import { type Run, runPipeline, type Setup } from './run.ts';
import {
  drawScenario,
  type ExternalChange,
  type Scenario,
  type ScenarioChain,
} from './scenario.ts';
import { inVirtualTime } from './virtual-time.ts';

const longestLag = 2;

/** The outcome of a seed. */
export interface Simulated {
  readonly seed: number;
  readonly scenario: Scenario;
  readonly runs: readonly Run[];
  /** The violated invariants as text. */
  readonly violations: readonly string[];
}

/** The command that repeats the run of a seed. */
export function reproduction(seed: number): string {
  return `npm run simulate -- --seed ${seed}`;
}

/**
 * Runs the action through everything that a seed decides, from credentials to the report: once with
 * the faults of the scenario, then again without faults, which must complete the work.
 */
export function simulate(seed: number): Promise<Simulated> {
  return inVirtualTime(seed, async ({ clock, random, setClockOff }) => {
    const scenario = drawScenario(random);
    setClockOff(scenario.clockOffMs);
    const fakeAws = prepareAws(scenario, clock, random);
    return { seed, scenario, ...(await simulateRun(scenario, { clock, fakeAws, random })) };
  });
}

async function simulateRun(
  scenario: Scenario,
  setup: Setup,
): Promise<Pick<Simulated, 'runs' | 'violations'>> {
  const { clock, fakeAws, random } = setup;
  const approval = scenario.approved ? await approve(scenario, setup) : undefined;
  const changed = approval !== undefined && random.chance(0.5) && changeBetween(scenario, setup);
  for (const externalChange of scenario.externalChanges) {
    clock.after(externalChange.atMs, () => applyExternalChange(externalChange, fakeAws));
  }
  if (scenario.chain) simulateChain(scenario.chain, scenario, setup);
  // A clock that is off and keys that change send a call again, too.
  const maxConsecutive = scenario.clockOffMs === 0 && !scenario.chain?.switched ? 2 : 1;
  fakeAws.inject(createFaultInjector(scenario.faultProfile, random, maxConsecutive));
  const inputs = approval?.outputs['plan-digest']
    ? { ...scenario.inputs, 'expected-plan': approval.outputs['plan-digest'] }
    : scenario.inputs;
  const first = await runPipeline(scenario, inputs, scenario.cancelAtMs, setup);
  const expected = {
    scenario,
    secrets: fakeAws.secrets(),
    approved: approval && plannedChanges(approval),
    mustSucceed:
      scenario.valid &&
      !changed &&
      scenario.faultProfile !== 'all' &&
      first.cancelledAt === undefined &&
      // A rejection that loses its text may come from anywhere, and is not repeated.
      !first.requests.some(
        ({ injected, outcome }) => injected.kind === 'mangled' && outcome !== 'ok',
      ),
    soleCaller: !approval && scenario.faultProfile !== 'all',
  };
  fakeAws.inject(createFaultInjector('none', random));
  const requests = fakeAws.requests.length;
  await clock.runUntilDone(new Promise<void>((resolve) => clock.after(30_000, resolve)));
  const late = fakeAws.requests.slice(requests).filter(({ at }) => at > first.endedAt);
  const violations = [
    ...checkRun(first, expected),
    ...(late.length > 0 ? [`${late.length} calls after it had ended`] : []),
  ];
  if (!scenario.valid) return { runs: [first], violations };

  for (const { account, region } of scenario.targets) catchUp(fakeAws.ipam(account, region));
  const completing = { ...scenario.inputs, 'dry-run': 'false', wait: 'true', 'fail-fast': 'false' };
  const second = await runPipeline(scenario, completing, undefined, setup);
  const completed = checkRun(second, {
    ...expected,
    secrets: fakeAws.secrets(),
    approved: undefined,
    mustSucceed: true,
    soleCaller: true,
  });
  const keys = fakeAws.changes.map((write) => changeKey(write));
  return {
    runs: [...(approval ? [approval] : []), first, second],
    violations: [
      ...violations,
      ...completed.map((violation) => `the run after it: ${violation}`),
      ...unfinished(scenario, fakeAws),
      ...(new Set(keys).size < keys.length ? ['both runs together wrote a pair twice'] : []),
    ],
  };
}

/** Lets others disassociate between the approval of a plan and its apply. */
function changeBetween({ targets }: Scenario, { fakeAws, random }: Setup): boolean {
  let changed = false;
  for (const { account, region, pairs } of targets) {
    const ipam = fakeAws.ipam(account, region);
    for (const { asn, cidr } of pairs) {
      if (!random.chance(0.5) || ipam.association(asn, cidr) === undefined) continue;
      ipam.removeAssociation(asn, cidr);
      changed = true;
    }
  }
  return changed;
}

/** A dry run without faults, whose plan is approved. */
async function approve(scenario: Scenario, setup: Setup): Promise<Run> {
  return runPipeline(scenario, { ...scenario.inputs, 'dry-run': 'true' }, undefined, setup);
}

/** Gives the run keys, and other ones later where the scenario says so. */
function simulateChain(
  { lifeMs, outlives, switched }: ScenarioChain,
  { targets }: Scenario,
  { clock, fakeAws }: Setup,
) {
  const account = targets[0]?.account ?? '';
  const give = (owner: string, milliseconds: number, accepted: boolean) => {
    const expiresAt = epoch + clock.now() + milliseconds;
    const keys = fakeAws.openKeys(owner, accepted ? Number.POSITIVE_INFINITY : expiresAt);
    setChain(keys, new Date(expiresAt));
  };
  give(account, lifeMs, outlives);
  if (switched) clock.after(switched.atMs, () => give(switched.account, 3_600_000, true));
}

function plannedChanges({ outcome }: Run): ReadonlySet<string> {
  const changes = plannedAssociations(outcome).filter(({ step }) => step === 'associate');
  return new Set(
    changes.map(({ target, association }) => changeKey({ ...target, ...association })),
  );
}

function prepareAws(scenario: Scenario, clock: SimulatedClock, random: Random): FakeAws {
  const fakeAws = simulatedAws(clock, random, scenario.sessionSeconds);
  fakeAws.behave(scenario.behaviour);
  for (const { account, region, cidrs, pairs } of scenario.targets) {
    const ipam = fakeAws.ipam(account, region);
    // Another account behind the credentials would take the same calls.
    for (const owner of new Set([account, scenario.chain?.switched?.account ?? account])) {
      const ownIpam = fakeAws.ipam(owner, region);
      for (const cidr of cidrs) ownIpam.setCidr(cidr);
      for (const { asn } of pairs) ownIpam.setAsn({ asn, ipamId: 'ipam-1', state: 'provisioned' });
    }
    // What is pending at first proceeds on its own.
    for (const { asn, cidr } of pairs) {
      if (ipam.association(asn, cidr)?.state !== 'pending-association') continue;
      clock.after(random.integer(0, 60_000), () => {
        if (ipam.association(asn, cidr)?.state !== 'pending-association') return;
        ipam.setAssociation({ asn, cidr, state: 'associated' });
      });
    }
  }
  return fakeAws;
}

function unfinished({ targets }: Scenario, fakeAws: FakeAws): string[] {
  return targets.flatMap(({ account, region, pairs }) =>
    pairs
      .map(({ asn, cidr }) => ({
        asn,
        cidr,
        pair: fakeAws.ipam(account, region).association(asn, cidr),
      }))
      .filter(({ pair }) => pair?.state !== 'associated' && pair?.state !== 'advertised')
      .map(({ asn, cidr }) => `after both runs ${cidr} with AS${asn} is not associated`),
  );
}

/** Listings that lag behind do so for seconds. */
function catchUp(ipam: Ipam): void {
  for (let listing = 0; listing < longestLag; listing += 1) ipam.countListing();
}

function applyExternalChange({ target, pair, act }: ExternalChange, fakeAws: FakeAws): void {
  const ipam = fakeAws.ipam(target.account, target.region);
  if ('expires' in act) {
    fakeAws.expireSessions();
    return;
  }
  if (!ipam.cidrs().some(({ cidr }) => cidr === pair.cidr)) return;
  if ('removes' in act) {
    if (act.removes === 'cidr') ipam.removeCidr(pair.cidr);
    else ipam.removeAssociation(pair.asn, pair.cidr);
  } else if (act.sets === 'cidr') ipam.setCidrState(pair.cidr, act.state);
  else if (act.state === 'absent') ipam.removeAssociation(pair.asn, pair.cidr);
  else ipam.setAssociation({ ...pair, state: act.state });
}
