import { formatRouteOutputs } from '../../../../src/report/outputs.ts';
import { routes } from '../../../../src/routes/routes.ts';
import { routeAction } from '../../../e2e/action/environment.ts';
import { epoch } from '../date.ts';
import { isRouteCall } from '../fake-aws.ts';
import { createFaultInjector, type InjectedCalls } from '../injected-outcome.ts';
import type { Random } from '../random.ts';
import { type Run, runProgram, type Setup } from '../run.ts';
import { inVirtualTime } from '../virtual-time.ts';
import { checkRouteRun } from './oracle/check-run.ts';
import { type ExpectedRoutes, knownResult, originName } from './oracle/facts.ts';
import { openRouteAws, type RouteAws } from './route-aws.ts';
import { drawRouteScenario, type RouteScenario } from './scenario.ts';

/** The outcome of a seed. */
export interface SimulatedRoutes {
  readonly seed: number;
  readonly scenario: RouteScenario;
  readonly runs: readonly Run[];
  /** The violated invariants as text. */
  readonly violations: readonly string[];
}

/** The command that repeats the run of a seed. */
export function reproduceRoutes(seed: number): string {
  return `npm run simulate -- --routes --seed ${seed}`;
}

const writes = /^(AdvertiseByoipCidr|WithdrawByoipCidr)/;

/** Mostly the changes: only there can a fault do harm. */
const ofRoutes: InjectedCalls = {
  operations: [
    ...Array<RegExp>(6).fill(writes),
    ...Array<RegExp>(2).fill(/^DescribeByoipCidrs/),
    /^(\w+ByoipCidr|DescribeByoipCidrs)/,
    /^(looking-glass|rpki-validation|vrps|\w*Ipam)/,
  ],
  writes,
};

const program = { stages: routes, metadata: routeAction, formatOutputs: formatRouteOutputs };

/**
 * Runs the action for routes through everything that a seed decides: once with the faults and the other
 * actors of the scenario, then, where every route can be changed, again without faults, which must
 * complete the work.
 */
export function simulateRoutes(seed: number): Promise<SimulatedRoutes> {
  return inVirtualTime(seed, async ({ clock, random }) => {
    const scenario = drawRouteScenario(random);
    const routeAws = openRouteAws(scenario, clock, random);
    const setup = { clock, fakeAws: routeAws.fakeAws, random };
    return { seed, scenario, ...(await simulateRuns(scenario, routeAws, setup)) };
  });
}

async function simulateRuns(
  scenario: RouteScenario,
  routeAws: RouteAws,
  setup: Setup,
): Promise<Pick<SimulatedRoutes, 'runs' | 'violations'>> {
  const { fakeAws, random } = setup;
  const isApproved = scenario.approved !== 'any';
  const approval = isApproved
    ? await runRoutes(scenario, dryRunOf(scenario), undefined, setup)
    : undefined;
  const common = {
    scenario,
    acts: routeAws.acts,
    originAt: originsOf(scenario, routeAws),
  };
  const approvalViolations = approval ? checkApproval(approval, common, fakeAws.secrets()) : [];
  if (scenario.approved === 'older') actBetween(scenario, routeAws, random);
  if (approval) await pass(scenario.pauseMs, setup);
  routeAws.startActs();
  fakeAws.inject(createFaultInjector(scenario.faultProfile, random, 2, ofRoutes));
  const isSuccess = approval?.outcome.conclusion === 'success';
  const expects = approval?.outputs[isSuccess ? scenario.expects : 'plan-digest'];
  const inputs = { ...scenario.inputs, ...(expects ? { 'expected-plan': expects } : {}) };
  const first = await runRoutes(scenario, inputs, scenario.cancelAtMs, setup);
  const approved = expects ? approval?.outcome.plan?.digest : undefined;
  const violations = checkRouteRun(first, {
    ...common,
    secrets: fakeAws.secrets(),
    approved,
    mustSucceed: mustSucceed(first, scenario),
  });
  fakeAws.inject(createFaultInjector('none', random));
  const late = await lateCalls(first, setup);
  const own = [
    ...approvalViolations,
    ...violations,
    ...late,
    ...(approval && approved ? compareDigests(approval, first, scenario) : []),
  ];
  const runs = [...(approval ? [approval] : []), first];
  if (!scenario.valid) return { runs, violations: own };

  await settle(scenario, setup);
  const completing = { ...scenario.inputs, 'dry-run': 'false', 'expected-plan': 'any' };
  const second = await runRoutes(scenario, completing, undefined, setup);
  const completed = checkRouteRun(second, {
    ...common,
    secrets: fakeAws.secrets(),
    approved: undefined,
    mustSucceed: true,
  });
  return {
    runs: [...runs, second],
    violations: [
      ...own,
      ...completed.map((violation) => `the run after it: ${violation}`),
      ...unfinished(scenario, common.originAt, second.endedAt),
    ],
  };
}

function runRoutes(
  scenario: RouteScenario,
  inputs: Run['inputs'],
  cancelAtMs: number | undefined,
  setup: Setup,
): Promise<Run> {
  return runProgram(program, scenario, inputs, cancelAtMs, setup);
}

function dryRunOf({ inputs }: RouteScenario): Run['inputs'] {
  return { ...inputs, 'dry-run': 'true', 'expected-plan': '' };
}

/** Makes some of the other actors act between the approval of a plan and its apply. */
function actBetween({ externalActs }: RouteScenario, { perform }: RouteAws, random: Random): void {
  for (const act of externalActs) if (random.chance(0.5)) perform(act);
}

function pass(milliseconds: number, { clock }: Setup): Promise<void> {
  return clock.runUntilDone(new Promise((resolve) => clock.after(milliseconds, resolve)));
}

async function lateCalls({ endedAt }: Run, setup: Setup): Promise<readonly string[]> {
  const { requests } = setup.fakeAws;
  const before = requests.length;
  await pass(30_000, setup);
  const late = requests.slice(before).filter(({ at }) => at > endedAt);
  return late.length > 0 ? [`${late.length} calls after it had ended`] : [];
}

/** An approval is a dry run without faults. */
function checkApproval(
  approval: Run,
  common: Pick<ExpectedRoutes, 'scenario' | 'acts' | 'originAt'>,
  secrets: readonly string[],
): readonly string[] {
  const { valid } = common.scenario;
  return checkRouteRun(approval, {
    ...common,
    secrets,
    approved: undefined,
    mustSucceed: valid,
  }).map((violation) => `the approved run: ${violation}`);
}

/** The same state has the same plan. */
function compareDigests(
  approval: Run,
  first: Run,
  { valid, faultProfile }: RouteScenario,
): string[] {
  const [approved, applied] = [approval, first].map(({ outcome }) => outcome.plan?.digest);
  if (!valid || faultProfile !== 'none' || applied === undefined) return [];
  return approved === applied ? [] : [`approved ${approved}, and in the apply it is ${applied}`];
}

/** Faults that a retry does not always overcome: of what shows the origin, and of a swap. */
function mustSucceed(run: Run, { valid, faultProfile, cancelAtMs }: RouteScenario): boolean {
  const isOpen = run.requests.some((request) => {
    const { operation, injected, outcome } = request;
    if (injected.kind === 'answered') return false;
    // A rejection that loses its text may come from anywhere, and is not repeated.
    if (injected.kind === 'mangled' && outcome !== 'ok') return true;
    // Behind a page that a repetition would get again, AWS has refused it.
    if (isRouteCall(request) && 'carriedOut' in injected && injected.carriedOut) {
      if (outcome !== 'ok') return true;
    }
    if (operation === 'AdvertiseByoipCidr' && !request.dryRun) {
      return knownResult(request) === 'unknown';
    }
    return /Ipam|looking-glass|rpki-validation|vrps/.test(operation);
  });
  return valid && faultProfile !== 'all' && cancelAtMs === undefined && !isOpen;
}

function originsOf({ targets }: RouteScenario, { fakeAws }: RouteAws): ExpectedRoutes['originAt'] {
  return (region, cidr, at) => {
    const target = targets.find((each) => each.region === region);
    if (!target) return 'none';
    return (
      fakeAws
        .ipam(target.account, region)
        .originsAt(epoch + at)
        .get(cidr) ?? 'none'
    );
  };
}

function unfinished(
  { targets }: RouteScenario,
  originAt: ExpectedRoutes['originAt'],
  at: number,
): string[] {
  return targets.flatMap(({ region, routes: desired }) =>
    desired
      .filter(({ cidr, origin }) => originName(originAt(region, cidr, at)) !== origin)
      .map(({ cidr, origin }) => `after both runs ${cidr} is not advertised from ${origin}`),
  );
}

const mostListings = 5;
const longestChangeMs = 120_000;

/** Ends pending changes, and makes every source show them. */
async function settle({ targets }: RouteScenario, setup: Setup): Promise<void> {
  await pass(longestChangeMs, setup);
  for (const { account, region } of targets) {
    const ipam = setup.fakeAws.ipam(account, region);
    // One more run, which only reads.
    for (let listing = 0; listing <= mostListings; listing += 1) ipam.countListing();
  }
  await pass(60_000, setup);
}
