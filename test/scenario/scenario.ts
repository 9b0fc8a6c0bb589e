import { expect } from 'vitest';
import { type Reason, reasons } from '../../src/reasons.ts';
import { type Peers, type PeersOptions, startPeers } from '../peers/peers.ts';
import { action } from './environment.ts';
import { runStep, type StepOptions, type StepResult } from './runner.ts';

/** A step against fresh peers. What is left out of `with` is a sound association for a trial. */
export interface Scenario extends Partial<StepOptions> {
  readonly peers?: PeersOptions;
  /** Prepares the peers: faults, other actors, roles. */
  readonly given?: (peers: Peers) => void;
  /** Where the credentials come from; `role` takes the ID token, `env` variables, `none` nothing. */
  readonly credentials?: 'role' | 'env' | 'none';
}

/** What a scenario leaves behind. */
export interface Ended extends StepResult {
  readonly peers: Peers;
  readonly reason: Reason;
  readonly result: Readonly<Record<string, unknown>>;
}

/** The pair of all scenarios. */
export const pair = { asn: '64500', cidr: '198.51.100.0/24' } as const;

/** Runs a scenario on peers of its own. */
export async function runScenario(scenario: Scenario): Promise<Ended> {
  const peers = await startPeers(scenario.peers);
  try {
    return await runOn(peers, scenario);
  } finally {
    await peers.close();
  }
}

/** Runs a step on peers that are running, and holds its end against what is true of every end. */
export async function runOn(peers: Peers, scenario: Omit<Scenario, 'peers'>): Promise<Ended> {
  scenario.given?.(peers);
  const step = await runStep({
    ...scenario,
    with: { ...standard(peers, scenario.credentials ?? 'role'), ...scenario.with },
    env: { ...environment(peers, scenario.credentials ?? 'role'), ...scenario.env },
  });
  const ended = {
    ...step,
    peers,
    reason: reasonOf(step),
    result: JSON.parse(step.outputs.result ?? '{}'),
  };
  expectInvariants(ended, scenario.with?.['dry-run'] === 'true');
  return ended;
}

function standard(peers: Peers, credentials: string): Record<string, string> {
  return {
    ...pair,
    'aws-region': peers.region,
    'allow-special-use': 'true',
    ...(credentials === 'role' ? { 'role-to-assume': peers.roleArn } : {}),
  };
}

function environment(peers: Peers, credentials: string): Record<string, string> {
  return {
    ...peers.env.endpoints,
    ...(credentials === 'role' ? peers.env.oidc : {}),
    ...(credentials === 'env' ? peers.env.credentials : {}),
  };
}

function reasonOf({ outputs, log }: StepResult): Reason {
  const reason = Object.keys(reasons).find((known) => known === outputs.reason);
  if (reason === undefined) throw new Error(`no known reason in the outputs. The log:\n${log}`);
  return reason as Reason;
}

/** What holds for every ending of every run. */
function expectInvariants(ended: Ended, dryRun: boolean): void {
  const { outputs, peers, reason, result } = ended;
  expect(Object.keys(outputs).sort(), 'all outputs are set').toEqual(
    Object.keys(action.outputs).sort(),
  );
  expect(ended.exitCode, `exit status of ${reason}`).toBe(
    reasons[reason].ending === 'success' ? 0 : 1,
  );
  expect(
    ended.shown.some(({ level }) => level === 'error'),
    'an error annotation',
  ).toBe(reasons[reason].ending === 'failure');
  expect(result).toMatchObject({ schema_version: 1, reason, state: outputs.state });
  expect(peers.journal.writes.length, 'writes').toBeLessThanOrEqual(dryRun ? 0 : 1);
  if (outputs.changed === 'true') expect(peers.journal.writes).toHaveLength(1);
  for (const write of peers.journal.writes) {
    expect(write).toMatchObject({ asn: outputs.asn, cidr: outputs.cidr });
  }
  const visible = [ended.log, ended.summary, JSON.stringify(outputs)].join('\n');
  for (const secret of peers.secrets()) {
    expect(visible.includes(secret), 'a secret is visible').toBe(false);
  }
}
