import { expect } from 'vitest';
import type { Reason } from '../../../src/reasons.ts';
import { type Fakes, type FakesOptions, startFakes } from '../../fakes/fakes.ts';
import { isCarriedOut } from '../../fakes/response-mode.ts';
import {
  type LocatedPair,
  observedStates,
  readObservations,
} from '../../robustness/invariants/observations.ts';
import { action } from './environment.ts';
import { checkReports, readReports } from './reports.ts';
import { runStep, type StepOptions, type StepResult } from './runner.ts';

/** A step against new fake servers. The default `with` is a valid association. */
export interface Scenario extends Partial<StepOptions> {
  readonly fakes?: FakesOptions;
  /** Prepares the fake servers: faults, other actors, roles. */
  readonly given?: (fakes: Fakes) => void;
  /** The source of the credentials: `role` uses the ID token, `env` variables, `none` nothing. */
  readonly credentials?: 'role' | 'env' | 'none';
}

/** The results of a scenario. */
export interface Ended extends StepResult {
  readonly fakes: Fakes;
  readonly reason: Reason;
  readonly result: Result;
}

/** The `result` output, as far as scenarios look at it. */
export interface Result {
  readonly pairs: readonly ResultPair[];
  readonly pairs_left_out: number;
  readonly [key: string]: unknown;
}

/** One pair of the `result` output. */
export interface ResultPair {
  readonly target: string;
  readonly account_id: string;
  readonly region: string;
  readonly asn: string;
  readonly cidr: string;
  readonly end: string;
  readonly [key: string]: unknown;
}

type Changes = Fakes['requestLog']['changes'];

/** The pair of all scenarios. */
export const pair = { asn: '64500', cidr: '198.51.100.0/24' } as const;

/** Runs a scenario on its own fake servers. */
export async function runScenario(scenario: Scenario): Promise<Ended> {
  const fakes = await startFakes(scenario.fakes);
  try {
    return await runOn(fakes, scenario);
  } finally {
    await fakes.close();
  }
}

/** Runs a step on running fake servers, and checks the invariants of every outcome. */
export async function runOn(fakes: Fakes, scenario: Omit<Scenario, 'fakes'>): Promise<Ended> {
  scenario.given?.(fakes);
  const before = fakes.requestLog.changes.length;
  const asked = fakes.requestLog.requests.length;
  const credentials = scenario.credentials ?? 'role';
  const file = scenario.with?.config !== undefined;
  const inputs = file ? fileInputs(credentials) : standard(fakes, credentials);
  const step = await runStep({
    ...scenario,
    with: { ...inputs, ...scenario.with },
    env: { ...environment(fakes, credentials), ...scenario.env },
  });
  const ended = { ...step, fakes, ...readReports<Result>(step) };
  checkReports(ended, action);
  const changes = fakes.requestLog.changes.slice(before);
  const requests = fakes.requestLog.requests.slice(asked);
  expectOnlyDesiredChanges(ended, changes, scenario.with?.['dry-run'] === 'true');
  expectNoRouteCalls(requests);
  expectTrueStates(ended, requests, scenario.with?.wait !== 'false');
  return ended;
}

function standard(fakes: Fakes, credentials: string): Record<string, string> {
  return {
    ...pair,
    'aws-region': fakes.region,
    'allow-special-use': 'true',
    ...(credentials === 'role' ? { 'role-to-assume': fakes.roleArn } : {}),
  };
}

function fileInputs(credentials: string): Record<string, string> {
  return {
    'allow-special-use': 'true',
    ...(credentials === 'role'
      ? { 'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-apply' }
      : {}),
  };
}

function environment(fakes: Fakes, credentials: string): Record<string, string> {
  return {
    ...fakes.env.endpoints,
    ...(credentials === 'role' ? fakes.env.oidc : {}),
    ...(credentials === 'env' ? fakes.env.credentials : {}),
  };
}

/** At most one change for each pair, only of pairs that the run desires, and none in a dry run. */
function expectOnlyDesiredChanges(
  { result, outputs }: Ended,
  changes: Changes,
  dryRun: boolean,
): void {
  const names = changes.map(({ asn, cidr, account, region }) =>
    [account, region, cidr, asn].join(' '),
  );
  if (dryRun) expect(names).toEqual([]);
  expect(new Set(names).size, 'no pair is written twice').toBe(names.length);
  if (outputs.changed === 'true') expect(names.length).toBeGreaterThan(0);
  if (result.pairs_left_out > 0) return;
  for (const { asn, cidr, account, region } of changes) {
    const desired = result.pairs.find((pair) => pair.asn === asn && pair.cidr === cidr);
    expect(desired, `${cidr} with AS${asn} is desired`).toMatchObject({ region });
    expect(['', account], 'the account').toContain(desired?.account_id);
  }
}

/** The promise of the action for associations: it neither changes routes nor asks for the permission. */
function expectNoRouteCalls(requests: Fakes['requestLog']['requests']): void {
  const calls = requests.filter(({ operation }) => /^(Advertise|Withdraw)/.test(operation));
  expect(calls, 'calls that change routes').toEqual([]);
}

/** Every reported state is the last one that AWS returned, or `unknown`; every change was accepted. */
function expectTrueStates(
  { fakes, result, reason }: Ended,
  requests: Fakes['requestLog']['requests'],
  waits: boolean,
): void {
  const located = requests.map(({ accessKeyId, region, ...request }) => ({
    ...request,
    account: fakes.credentials.find(accessKeyId ?? '')?.account ?? '',
    region: region ?? '',
    answer: request.answer,
  }));
  const observations = readObservations(located);
  for (const { asn, cidr, region, account_id, remove, ...reported } of result.pairs) {
    const pair: LocatedPair = { asn, cidr, region, account: account_id || fakes.account };
    const late = reason === 'cancelled' || reported.error !== null;
    const consistent = consistentStates({
      observed: observedStates(observations, pair),
      late,
      waits,
    });
    expect([...consistent], `the reported state of ${cidr} with AS${asn}`).toContain(
      reported.state,
    );
    if (reported.changed === false) continue;
    const accepted = located.filter(
      ({ operation, outcome, params, account }) =>
        operation === (remove ? 'DisassociateIpamByoasn' : 'AssociateIpamByoasn') &&
        params.DryRun !== 'true' &&
        account === pair.account &&
        params.Asn === asn &&
        params.Cidr === cidr &&
        (outcome === 'ok' || isCarriedOut(outcome)),
    );
    expect(accepted.length, `EC2 accepted ${cidr} with AS${asn}`).toBeGreaterThan(0);
  }
}

/** The states of a pair that a run may report. */
interface ReportedPair {
  /** Every state of it that AWS returned, in order. */
  readonly observed: readonly string[];
  /** Whether the run was cut off, or stopped waiting for the pair, and may have left responses unread. */
  readonly late: boolean;
  /** Whether it waited; a run that did not knows only EC2's response to the call. */
  readonly waits: boolean;
}

/** The states that agree with what a run has seen: the last one, or `unknown`. */
function consistentStates({ observed, late, waits }: ReportedPair): ReadonlySet<string> {
  return new Set(['unknown', ...(late || !waits ? observed : observed.slice(-1))]);
}
