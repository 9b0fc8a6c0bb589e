import { expect } from 'vitest';
import { associations } from '../../../src/associations.ts';
import { connectVia } from '../../../src/aws/connection.ts';
import type { Context } from '../../../src/context.ts';
import { Failure } from '../../../src/failure.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { run } from '../../../src/run.ts';
import { action } from '../../e2e/action/environment.ts';
import { virtualClock } from '../../fakes/virtual-clock.ts';
import {
  acceptanceXml,
  asnsXml,
  cidrsXml,
  type Exchange,
  identityXml,
  openWire,
  type Responder,
  sessionXml,
} from './wire.ts';

export const account = '111122223333';
/** The pair that every run of the inputs desires. */
export const pair = { asn: '64500', cidr: '198.51.100.0/24' } as const;

const defaultInputs = {
  ...pair,
  'aws-region': 'us-west-2',
  'allow-special-use': 'true',
  'role-to-assume': `arn:aws:iam::${account}:role/byoasn-apply`,
};

/** A chain of roles, of which the last is that of the default inputs. */
export const chainedRoles = {
  'role-to-assume': `arn:aws:iam::${account}:role/hub\n${defaultInputs['role-to-assume']}`,
};

/** A run, by its differences from a valid association. */
export interface Attack {
  readonly with?: Readonly<Record<string, string>>;
  /** The text of the config file, instead of the pair. */
  readonly file?: string;
  readonly env?: Context['env'];
  readonly github?: Partial<Context['github']>;
  readonly responder?: Responder;
}

/** What a run leaves behind. */
export interface Ended {
  readonly outcome: Outcome;
  readonly exchanges: readonly Exchange[];
  /** The log before it was escaped. */
  readonly lines: readonly string[];
  readonly clockMs: number;
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

/** The listing of the pair's CIDR with the association in a state, without one where it has none. */
export function goodListing(state: string | undefined): string {
  const associations = state === undefined ? [] : [{ ...pair, state }];
  return cidrsXml([
    { cidr: pair.cidr, state: 'provisioned', advertisementType: 'unicast', associations },
  ]);
}

/** Runs the complete pipeline in virtual time on a wire without sockets. */
export async function attack({ responder = defaultResponder, ...attack }: Attack): Promise<Ended> {
  const clock = virtualClock();
  const { transport, exchanges } = openWire(responder, clock);
  const lines: string[] = [];
  const record = (text: string) => void lines.push(text);
  const inputs: Readonly<Record<string, string>> =
    attack.file === undefined
      ? { ...defaultInputs, ...attack.with }
      : { ...fileInputs, config: 'byoasn.yml', ...attack.with };
  const outcome = await run(
    {
      readInput: (name) => inputs[name] ?? action.inputs[name]?.default ?? '',
      readFile: () => attack.file ?? '',
      env: attack.env ?? {},
      github: {
        trigger: 'repository',
        idToken: { url: 'https://oidc.example/token?v=1', token: 'hostile-test-request-token' },
        ...attack.github,
      },
      clock,
      random: () => 0.5,
      cancelled: new AbortController().signal,
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
    },
    associations,
  );
  return { outcome, exchanges, lines, clockMs: clock.now() };
}

const fileInputs = {
  'allow-special-use': 'true',
  'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-apply',
};

/** The associate calls without DryRun. */
export function associateCalls({ exchanges }: Ended): readonly Exchange[] {
  return exchanges.filter(
    ({ request: { action: name, params } }) =>
      name === 'AssociateIpamByoasn' && params.get('DryRun') !== 'true',
  );
}

const objectKeys = Reflect.ownKeys(Object.prototype).length;
const arrayKeys = Reflect.ownKeys(Array.prototype).length;

/** What is true of every outcome, whatever the responses. */
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
