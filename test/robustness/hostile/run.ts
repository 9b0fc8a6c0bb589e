import { expect } from 'vitest';
import { associations } from '../../../src/associations.ts';
import { connectVia } from '../../../src/aws/connection.ts';
import type { Context } from '../../../src/context.ts';
import { Failure } from '../../../src/failure.ts';
import type { Clock } from '../../../src/lib/clock.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { routes } from '../../../src/routes/routes.ts';
import { run } from '../../../src/run.ts';
import { action, routeAction } from '../../e2e/action/environment.ts';
import { lookingGlass } from '../../fakes/looking-glass.ts';
import { virtualClock } from '../../fakes/virtual-clock.ts';
import {
  acceptanceXml,
  asnsXml,
  cidrsXml,
  discoveredRoutesXml,
  discoveriesXml,
  type Exchange,
  identityXml,
  type ListedCidr,
  openWire,
  type Responder,
  routeXml,
  sessionXml,
  type WireRequest,
  type WireResponse,
} from './wire.ts';

export const account = '111122223333';
/** The pair that every run from inputs desires. */
export const pair = { asn: '64500', cidr: '198.51.100.0/24' } as const;

const defaultInputs = {
  ...pair,
  'aws-region': 'us-west-2',
  'allow-special-use': 'true',
  'role-to-assume': `arn:aws:iam::${account}:role/byoasn-apply`,
};

/** A chain of roles; the last is the role of the default inputs. */
export const chainedRoles = {
  'role-to-assume': `arn:aws:iam::${account}:role/hub\n${defaultInputs['role-to-assume']}`,
};

const routeInputs = {
  cidr: pair.cidr,
  origin: pair.asn,
  'aws-region': 'us-west-2',
  'allow-special-use': 'true',
  'role-to-assume': `arn:aws:iam::${account}:role/byoasn-route`,
  'expected-plan': 'any',
};

/** A run, by its differences from a valid association, or from a valid advertisement. */
export interface Attack {
  /** Default: the action for associations. */
  readonly action?: 'associations' | 'routes';
  readonly with?: Readonly<Record<string, string>>;
  /** The text of the config file, instead of the pair. */
  readonly file?: string;
  readonly env?: Context['env'];
  readonly github?: Partial<Context['github']>;
  readonly responder?: Responder;
  /** The run is cancelled at this one of its awaits, counted from 0. */
  readonly cancelAt?: number;
}

/** Where a run was cancelled: at the start or the end of a sleep, or of a request. */
export interface Cancellation {
  readonly at: 'sleep' | 'wake' | 'request' | 'answer';
  /** The exchanges that had begun by then. */
  readonly exchanges: number;
  /** Those whose responses had not arrived. */
  readonly inFlight: readonly Exchange[];
}

/** The results of a run. */
export interface Ended {
  readonly outcome: Outcome;
  readonly exchanges: readonly Exchange[];
  /** The log before it was escaped. */
  readonly lines: readonly string[];
  readonly clockMs: number;
  /** How many awaits it had: each sleep and each request is two. */
  readonly awaits: number;
  readonly cancelled: Cancellation | undefined;
}

/** AWS and the ID token endpoint without faults: the pair is absent, and associated after the call. */
export const defaultResponder: Responder = ({ action: name, params }, nth) => {
  switch (name) {
    case '':
      return { body: JSON.stringify({ value: 'e30.e30.e30' }) };
    case 'AssumeRoleWithWebIdentity':
      return { body: sessionXml() };
    case 'AssumeRole':
      return { body: sessionXml('ASIAHOSTILE000000001', name) };
    case 'GetCallerIdentity':
      return { body: identityXml(account) };
    case 'DescribeByoipCidrs':
      return { body: goodListing(nth === 0 ? undefined : 'associated') };
    case 'DescribeIpamByoasn':
      return { body: asnsXml([{ asn: pair.asn, state: 'provisioned' }]) };
    default:
      return params.get('DryRun') === 'true'
        ? { status: 412, body: dryRunOperation }
        : { body: acceptanceXml({ ...pair, state: 'pending-association' }) };
  }
};

const dryRunOperation =
  '<Response><Errors><Error><Code>DryRunOperation</Code><Message>ok</Message></Error></Errors></Response>';

/** AWS's listing of the CIDR before it is advertised. */
export const provisioned: ListedCidr = {
  cidr: pair.cidr,
  state: 'provisioned',
  advertisementType: 'unicast',
  associations: [{ ...pair, state: 'associated' }],
};

/** AWS's listing of the CIDR when it is advertised. */
export const advertised: ListedCidr = {
  ...provisioned,
  state: 'advertised',
  associations: [{ ...pair, state: 'advertised' }],
};

/** The same for a route: the CIDR is provisioned, and advertised after the call. */
export function defaultRouteResponder(request: WireRequest, nth: number): WireResponse | Error {
  const { action: name, params } = request;
  switch (name) {
    case 'DescribeByoipCidrs':
      return { body: cidrsXml([nth === 0 ? provisioned : advertised]) };
    case 'DescribeIpamResourceDiscoveries':
      return { body: discoveriesXml([{ id: discoveryId, owner: account, isDefault: 'true' }]) };
    case 'GetIpamDiscoveredRoutes':
      return { body: discoveredRoutesXml([]) };
    case 'looking-glass':
      return { body: lookingGlassJson(nth === 0 ? 0 : 12) };
    case 'rpki-validation':
      return { body: validJson(params.get('resource') ?? '') };
    case 'AdvertiseByoipCidr':
    case 'WithdrawByoipCidr':
      return params.get('DryRun') === 'true'
        ? { status: 412, body: dryRunOperation }
        : { body: routeXml(name, provisioned) };
    default:
      return defaultResponder(request, nth);
  }
}

/** The resource discovery of the account. */
export const discoveryId = 'ipam-res-disco-0123456789abcdef0';

/** RIPEstat's looking glass, where this many peers see the CIDR from the ASN through Amazon. */
export function lookingGlassJson(peers: number): string {
  const announcements = [{ prefix: pair.cidr, asn: Number(pair.asn), peers }];
  return JSON.stringify({ status: 'ok', data: lookingGlass(pair.cidr, announcements, 0) });
}

/** RIPEstat's response: the CIDR is valid from an ASN, and from Amazon's. */
export function validJson(asn: string): string {
  const roas = [...new Set([asn, '16509', '14618'])].map((origin) => ({
    ...{ origin, prefix: pair.cidr, max_length: 24 },
    validity: origin === asn ? 'valid' : 'invalid_asn',
  }));
  return JSON.stringify({ status: 'ok', data: { validating_roas: roas, status: 'valid' } });
}

/** The listing of the pair's CIDR, with its association in a state or without an association. */
export function goodListing(state: string | undefined): string {
  const associations = state === undefined ? [] : [{ ...pair, state }];
  return cidrsXml([
    { cidr: pair.cidr, state: 'provisioned', advertisementType: 'unicast', associations },
  ]);
}

/** Runs the complete pipeline in virtual time on a wire without sockets. */
export async function attack(attack: Attack): Promise<Ended> {
  const { action: kind = 'associations' } = attack;
  const { declared, valid, fileOnly, quiet } = actions[kind];
  const { responder = quiet } = attack;
  const clock = virtualClock();
  const canceller = new AbortController();
  let awaits = 0;
  let cancelled: Cancellation | undefined;
  const pass = (at: Cancellation['at']) => {
    if (awaits === attack.cancelAt) {
      cancelled = { at, exchanges: exchanges.length, inFlight: [...inFlight] };
      canceller.abort(new Failure('cancelled', 'The run was cancelled (SIGTERM)'));
    }
    awaits += 1;
  };
  const passing = (start: Cancellation['at'], end: Cancellation['at']): Clock => ({
    ...clock,
    sleep: async (milliseconds) => {
      pass(start);
      await clock.sleep(milliseconds);
      pass(end);
    },
  });
  const { transport, exchanges, inFlight } = openWire(responder, passing('request', 'answer'));
  const lines: string[] = [];
  const record = (text: string) => void lines.push(text);
  const inputs: Readonly<Record<string, string>> =
    attack.file === undefined
      ? { ...valid, ...attack.with }
      : { ...fileOnly, config: 'byoasn.yml', ...attack.with };
  const context: Context = {
    readInput: (name) => inputs[name] ?? declared.inputs[name]?.default ?? '',
    readFile: () => attack.file ?? '',
    env: attack.env ?? {},
    github: {
      trigger: 'repository',
      idToken: { url: 'https://oidc.example/token?v=1', token: 'hostile-test-request-token' },
      ...attack.github,
    },
    clock: passing('sleep', 'wake'),
    random: () => 0.5,
    cancelled: canceller.signal,
    log: {
      group: record,
      close: () => {},
      line: record,
      lines: (texts) => texts.forEach(record),
      notice: record,
      warning: record,
    },
    mask: () => {},
    connect: connectVia(transport),
    transport,
  };
  const outcome = await (kind === 'routes' ? run(context, routes) : run(context, associations));
  return { outcome, exchanges, lines, clockMs: clock.now(), awaits, cancelled };
}

const fileInputs = {
  'allow-special-use': 'true',
  'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-apply',
};

/** What each action declares and needs, and servers without faults. */
const actions = {
  associations: {
    declared: action,
    valid: defaultInputs,
    fileOnly: fileInputs,
    quiet: defaultResponder,
  },
  routes: {
    declared: routeAction,
    valid: routeInputs,
    fileOnly: { ...fileInputs, 'expected-plan': 'any' },
    quiet: defaultRouteResponder,
  },
} as const;

/** The associate calls without DryRun. */
export function associateCalls(ended: Ended): readonly Exchange[] {
  return callsOf(ended, 'AssociateIpamByoasn');
}

/** The calls that change routes. */
export function routeCalls(ended: Ended): readonly Exchange[] {
  return callsOf(ended, 'AdvertiseByoipCidr', 'WithdrawByoipCidr');
}

function callsOf({ exchanges }: Ended, ...names: readonly string[]): readonly Exchange[] {
  return exchanges.filter(
    ({ request: { action: name, params } }) =>
      names.includes(name) && params.get('DryRun') !== 'true',
  );
}

const objectKeys = Reflect.ownKeys(Object.prototype).length;
const arrayKeys = Reflect.ownKeys(Array.prototype).length;

/** The invariants of every outcome, whatever the responses. */
export function expectValidOutcome({ outcome }: Ended): void {
  const { failure, reason, conclusion: ending } = outcome;
  expect(reason, failure?.stack).not.toBe('internal-error');
  expect(failure instanceof Failure, 'a failure').toBe(ending === 'failure');
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(objectKeys);
  expect(Reflect.ownKeys(Array.prototype)).toHaveLength(arrayKeys);
}

/** The displayed part of a text, without the count of omitted characters. */
export function untruncated(text: string): string {
  return text.replace(/\.\.\. \([0-9]+ more characters\)$/, '');
}
