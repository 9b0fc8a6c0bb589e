import { stringify } from 'yaml';
import type { Reason } from '../../../src/reasons.ts';
import { type Fakes, type FakesOptions, startFakes } from '../../fakes/fakes.ts';
import type { Byoasn, CidrFixture } from '../../fakes/ipam.ts';
import { propagate } from '../../fakes/looking-glass.ts';
import { routeAction } from '../action/environment.ts';
import { main } from '../action/fleet.ts';
import { checkReports, readReports } from '../action/reports.ts';
import { runStep, type StepOptions, type StepResult } from '../action/runner.ts';
import { checkRoutes } from './route-invariants.ts';

/** The credentials of a step: a session of a role, the keys of a user in variables, or none. */
type Credentials = 'route' | 'route-plan' | 'withdraw' | 'env' | 'none';

/** A step of the action for routes. The default `with` advertises a provisioned CIDR. */
export interface RouteScenario extends Partial<StepOptions> {
  readonly fakes?: FakesOptions;
  /** Prepares the fake servers: faults, other actors. */
  readonly given?: (fakes: Fakes) => void;
  /** Default: `route`. */
  readonly credentials?: Credentials;
}

/** The results of a scenario. */
export interface RouteEnded extends StepResult {
  readonly fakes: Fakes;
  readonly reason: Reason;
  readonly result: RouteResult;
}

/** The `result` output, as far as scenarios look at it. */
export interface RouteResult {
  readonly pairs: readonly ResultRoute[];
  readonly pairs_left_out: number;
  readonly [key: string]: unknown;
}

/** One route of the `result` output. */
export interface ResultRoute {
  readonly target: string;
  readonly account_id: string;
  readonly region: string;
  readonly cidr: string;
  readonly origin_wanted: string;
  readonly origin: string;
  readonly state: string;
  readonly end: string;
  readonly step: string | null;
  readonly changed: boolean;
  readonly error: { readonly reason: string; readonly message: string } | null;
  readonly [key: string]: unknown;
}

/** The CIDRs of all scenarios: nothing, Amazon and AS64500 are their origins. */
export const idle = '198.51.100.0/24';
export const amazons = '203.0.113.0/24';
export const own = '2001:db8:1000::/48';

const associations = ['64500', '64501'].map((asn) => ({ asn, state: 'associated' }));

/** `idle`, `amazons` and `own`, all of them associated with both ASNs. */
const cidrs: readonly CidrFixture[] = [
  { cidr: idle, state: 'provisioned' },
  { cidr: amazons, state: 'advertised', origin: 'AWS' },
  { cidr: own, state: 'advertised', origin: '64500' },
].map((cidr) => ({ advertisementType: 'unicast', associations, ...cidr }));

const asns: readonly Byoasn[] = ['64500', '64501'].map((asn) => ({
  asn,
  ipamId: 'ipam-0123456789abcdef0',
  state: 'provisioned',
}));

/**
 * Fake servers without AWS's rate limits, whose route collectors see the true origins at once. A change
 * is at its end in the first listing after it.
 */
export async function startRouteFakes(options: FakesOptions = {}): Promise<Fakes> {
  const behaviour = { rateSpeed: Number.POSITIVE_INFINITY, routeTransition: { reads: 0 } };
  const fakes = await startFakes({
    cidrs,
    asns,
    ...options,
    behaviour: { ...behaviour, ...options.behaviour },
  });
  showOrigins(fakes, 0);
  return fakes;
}

/** From now on, the route collectors see each change of an origin after this many milliseconds. */
export function showOrigins({ ipam, rpki }: Fakes, ms: number): void {
  const origin = (cidr: string) => (time: number) => ipam.originsAt(time).get(cidr) ?? 'none';
  const listed = ipam.cidrs().map(({ cidr }) => cidr);
  rpki.behaviour.announcements = (now) =>
    listed.flatMap((cidr) => propagate(cidr, origin(cidr), { peers: 30, ms })(now));
}

/** Runs a scenario on its own fake servers. */
export async function runRoute(scenario: RouteScenario): Promise<RouteEnded> {
  const fakes = await startRouteFakes(scenario.fakes);
  try {
    return await runRouteOn(fakes, scenario);
  } finally {
    await fakes.close();
  }
}

/** Uses such fake servers for several steps, and closes them. */
export async function withRouteFakes(
  options: FakesOptions,
  use: (fakes: Fakes) => Promise<void>,
): Promise<void> {
  const fakes = await startRouteFakes(options);
  try {
    await use(fakes);
  } finally {
    await fakes.close();
  }
}

/** Runs a step on running fake servers, and checks the invariants of every outcome. */
export async function runRouteOn(
  fakes: Fakes,
  scenario: Omit<RouteScenario, 'fakes'>,
): Promise<RouteEnded> {
  scenario.given?.(fakes);
  const [changed, asked] = [fakes.requestLog.changes.length, fakes.requestLog.requests.length];
  const originsBefore = fakes.ipam.originsAt(Date.now());
  const inputs = inputsOf(scenario);
  const files = scenario.files ?? {};
  const ended = await runReported(fakes, scenario);
  checkRoutes(ended, {
    inputs,
    file: files[inputs.config ?? ''],
    originsBefore,
    changes: fakes.requestLog.changes.slice(changed),
    requests: fakes.requestLog.requests.slice(asked),
  });
  return ended;
}

/** The same for texts that no listing of the fake servers is compared with: only the reports are checked. */
export async function runReported(
  fakes: Fakes,
  scenario: Omit<RouteScenario, 'fakes' | 'given'>,
): Promise<RouteEnded> {
  const step = await runStep({
    ...scenario,
    action: routeAction,
    with: inputsOf(scenario),
    env: { ...environment(fakes, scenario.credentials ?? 'route'), ...scenario.env },
  });
  const ended = { ...step, fakes, ...readReports<RouteResult>(step) };
  checkReports(ended, routeAction);
  return ended;
}

function inputsOf(scenario: Pick<RouteScenario, 'with' | 'credentials'>): Record<string, string> {
  return { ...standardInputs(scenario, scenario.credentials ?? 'route'), ...scenario.with };
}

/** A route as a config file has it. */
export interface RouteEntry {
  readonly cidr: string;
  readonly origin: number | string;
  readonly note?: string;
}

/** A config file of routes in the account and Region of all scenarios. */
export function routesFile(...routes: readonly RouteEntry[]): string {
  return stringify({ version: 1, targets: [{ ...main, routes }] });
}

/** A run of a config file on running fake servers. */
export function runRouteFile(
  fakes: Fakes,
  text: string,
  inputs: Readonly<Record<string, string>>,
  more: Omit<RouteScenario, 'fakes' | 'with'> = {},
): Promise<RouteEnded> {
  return runRouteOn(fakes, {
    ...more,
    files: { 'byoasn.yml': text },
    with: { config: 'byoasn.yml', ...inputs },
  });
}

/** Inputs of a dry run. */
export const dryRun = { 'dry-run': 'true' } as const;

/** Does not wait for the route collectors, and accepts every plan unless it is a dry run. */
function standardInputs(
  { with: given = {} }: Pick<RouteScenario, 'with'>,
  credentials: Credentials,
): Record<string, string> {
  const role = credentials === 'env' || credentials === 'none' ? '' : `byoasn-${credentials}`;
  return {
    ...(given.config === undefined
      ? { cidr: idle, origin: '64500', 'aws-region': main.region }
      : {}),
    ...(given['dry-run'] === 'true' ? {} : { 'expected-plan': 'any' }),
    ...(role === '' ? {} : { 'role-to-assume': `arn:aws:iam::${main.account}:role/${role}` }),
    'allow-special-use': 'true',
    verify: 'off',
  };
}

function environment({ env }: Fakes, credentials: Credentials): Record<string, string> {
  const keys = { route: env.oidc, 'route-plan': env.oidc, withdraw: env.oidc };
  const given = { ...keys, env: env.credentials, none: {} }[credentials];
  return { ...env.endpoints, ...env.ripestat, ...given };
}

/** Markdown as people see it. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/<[^>]*>|\u2060/g, '');
}
