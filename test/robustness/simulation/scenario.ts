import { stringify } from 'yaml';
import type { Ec2Behaviour } from '../../fakes/ec2-behaviour.ts';
import type { CidrFixture } from '../../fakes/ipam.ts';
import type { FaultProfile } from './injected-outcome.ts';
import type { Random } from './random.ts';

/** A pair of a target. */
export interface ScenarioPair {
  readonly asn: string;
  readonly cidr: string;
}

/** An account and Region: what is desired there and what AWS has there at first. */
export interface ScenarioTarget {
  readonly account: string;
  readonly region: string;
  readonly pairs: readonly ScenarioPair[];
  readonly cidrs: readonly CidrFixture[];
}

/** A change that someone else makes in AWS at a time. */
export interface ExternalChange {
  readonly atMs: number;
  readonly target: ScenarioTarget;
  readonly pair: ScenarioPair;
  readonly act:
    | { readonly sets: 'association' | 'cidr'; readonly state: string }
    | { readonly removes: 'association' | 'cidr' }
    | { readonly expires: 'sessions' };
}

/** Keys from the SDK's default chain, instead of a role. */
export interface ScenarioChain {
  /** When the first keys expire, as the chain says. */
  readonly lifeMs: number;
  /** Whether AWS accepts them longer. */
  readonly outlives: boolean;
  /** When the chain starts to return other keys, and the account of those keys. */
  readonly switched: { readonly atMs: number; readonly account: string } | undefined;
}

/** The parts of a run that a seed decides. */
export interface Scenario {
  readonly targets: readonly ScenarioTarget[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly behaviour: Partial<Ec2Behaviour>;
  readonly sessionSeconds: number;
  /** Undefined where the run assumes a role. */
  readonly chain: ScenarioChain | undefined;
  /** How far the clock of the runner is off, in milliseconds. */
  readonly clockOffMs: number;
  readonly faultProfile: FaultProfile;
  readonly externalChanges: readonly ExternalChange[];
  /** Whether a separate run without faults first plans, for the approval. */
  readonly approved: boolean;
  readonly cancelAtMs: number | undefined;
  /** The line of the log at which a defect of the action shows; undefined for none. */
  readonly defectAtLine: number | undefined;
  /** Whether every pair can be associated, and the inputs allow it. */
  readonly valid: boolean;
}

const asns = ['64500', '64501', '64502'] as const;
const ipv4 = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'] as const;
const accounts = ['111122223333', '444455556666', '777788889999'] as const;
/** An account that no target names. */
const foreignAccount = '999900001111';
const regions = ['us-west-2', 'eu-west-1', 'ap-southeast-2'] as const;
const associationStates = [
  'absent',
  'absent',
  'absent',
  'absent',
  'disassociated',
  'failed-association',
  'pending-association',
  'associated',
  'associated',
  'advertised',
] as const;
const invalidStates = [
  'pending-disassociation',
  'failed-disassociation',
  'from-the-future',
] as const;
/** Listed next to another item of the same pair: a final state does not matter, the others contradict it. */
const finalStates = ['disassociated', 'failed-association'] as const;
const contradicting = ['associated', 'pending-disassociation', 'pending-association'] as const;

/** A scenario, drawn from a seed's random choices. */
export function drawScenario(random: Random): Scenario {
  const scenario = drawDirect(random);
  return !scenario.chain && random.chance(0.3) ? throughHub(scenario) : scenario;
}

/** The same scenario with another role before its own. */
function throughHub({ inputs, ...scenario }: Scenario): Scenario {
  const role = inputs['role-to-assume'] ?? '';
  const hub = role.replace(/:role\/.*/, ':role/hub');
  return { ...scenario, inputs: { ...inputs, 'role-to-assume': `${hub}\n${role}` } };
}

function drawDirect(random: Random): Scenario {
  const form = random.choose(['inputs', 'file', 'file']);
  const valid = random.chance(0.7);
  const count = form === 'inputs' ? 1 : random.choose([1, 1, 2, 3]);
  // A plan above max-changes has no other reason to be refused.
  const limited = !valid && random.chance(0.3);
  const targets = Array.from({ length: count }, (_, nth) =>
    drawTarget(nth, form, valid || limited, random),
  );
  const faultProfile = random.choose(['none', 'transient', 'transient', 'transient', 'all', 'all']);
  const dryRun = random.chance(0.2);
  const chain = form === 'inputs' && random.chance(0.5) ? setChain(targets, random) : undefined;
  const isSwitched = chain?.switched?.account === foreignAccount;
  const common = {
    'allow-special-use': 'true',
    'dry-run': String(dryRun),
    'permission-check': String(random.chance(0.7)),
    'fail-fast': String(random.chance(0.5)),
    concurrency: String(random.integer(1, 3)),
    wait: String(random.chance(0.8)),
    'wait-timeout-seconds': String(valid ? 3600 : random.choose([5, 30, 120, 900])),
    'role-duration-seconds': '900',
    'max-changes': limited ? String(random.integer(0, 2)) : '',
    'role-to-assume': roleOf(form, chain, targets),
    'allowed-account-ids': chain && random.chance(0.3) ? (targets[0]?.account ?? '') : '',
  };
  return {
    targets,
    inputs:
      form === 'file' ? { ...common, config: 'byoasn.yml' } : { ...common, ...single(targets) },
    files: form === 'file' ? { 'byoasn.yml': configOf(targets) } : {},
    behaviour: {
      repeat: random.choose(['accept', 'reject']),
      emptyPages: random.choose([0, 0, 0, 1]),
      pageSize: random.choose([1, 2, 100, 100, 100]),
      requestIdHeader: random.chance(0.5),
      transition: {
        to:
          valid || random.chance(0.7)
            ? random.choose(['associated', 'advertised'])
            : 'failed-association',
        statusMessage: random.chance(0.5) ? 'AWS says why.' : '',
        reads: random.integer(0, 3),
        ms: random.choose([0, 1_000, 20_000, 120_000]),
        ...lagOf(targets, random),
      },
    },
    sessionSeconds: random.choose([900, 3600]),
    chain,
    clockOffMs: random.choose([0, 0, 0, -1_200_000, -600_000, 600_000, 1_200_000]),
    faultProfile,
    externalChanges:
      valid || random.chance(0.4)
        ? []
        : Array.from({ length: random.integer(1, 4) }, () => drawExternalChange(targets, random)),
    approved: form === 'file' && !dryRun && random.chance(0.5),
    cancelAtMs: random.chance(0.25)
      ? random.integer(0, random.choose([500, 5_000, 60_000]))
      : undefined,
    defectAtLine: !valid && random.chance(0.15) ? random.integer(1, 40) : undefined,
    valid: valid && !limited && !isSwitched,
  };
}

/** The chain may give the same keys throughout, other keys of the account, or those of another. */
function setChain([target]: readonly ScenarioTarget[], random: Random): ScenarioChain {
  const account = random.choose([undefined, target?.account, foreignAccount, foreignAccount]);
  const atMs = random.integer(1, random.choose([500, 5_000, 60_000]));
  // In a valid scenario the other keys exist long before the first ones expire.
  const outlives = account !== target?.account || random.chance(0.5);
  const lifeMs = outlives
    ? random.choose([1_000, 60_000, 320_000, 3_600_000])
    : atMs + random.integer(60_000, 120_000);
  return { lifeMs, outlives, switched: account ? { atMs, account } : undefined };
}

function roleOf(
  form: string,
  chain: ScenarioChain | undefined,
  [target]: readonly ScenarioTarget[],
): string {
  if (chain) return '';
  return `arn:aws:iam::${form === 'file' ? '{account}' : target?.account}:role/byoasn-apply`;
}

function drawTarget(nth: number, form: string, valid: boolean, random: Random): ScenarioTarget {
  const cidrs = Array.from({ length: form === 'inputs' ? 1 : random.choose([1, 1, 2]) }, (_, at) =>
    at === 0 && random.chance(0.5) ? (ipv4[nth] ?? ipv4[0]) : `2001:db8:${nth + 1}${at}::/48`,
  );
  const fixtures = cidrs.map((cidr): CidrFixture & { readonly wanted: readonly string[] } => {
    const wanted = asns.slice(0, form === 'inputs' ? 1 : random.choose([1, 1, 2, 3]));
    const state =
      valid || random.chance(0.8)
        ? random.choose(['provisioned', 'advertised'])
        : 'failed-provision';
    const associations = wanted.flatMap((asn) => {
      const found =
        valid || random.chance(0.8)
          ? random.choose(associationStates)
          : random.choose(invalidStates);
      const otherStates = drawOtherStates(found, valid, random);
      return found === 'absent'
        ? []
        : [...otherStates.map((state) => ({ asn, state })), { asn, state: found }];
    });
    return { cidr, state, advertisementType: 'unicast', associations, wanted };
  });
  const listed = valid || random.chance(0.9) ? fixtures : fixtures.slice(1);
  return {
    account: accounts[nth] ?? accounts[0],
    region: regions[nth] ?? regions[0],
    pairs: fixtures.flatMap(({ cidr, wanted }) => wanted.map((asn) => ({ asn, cidr }))),
    cidrs: listed.map(({ wanted: _, ...fixture }) => fixture),
  };
}

/** Listings that lag behind show the state from before; of pairs that have ended, the one before that. */
function lagOf(targets: readonly ScenarioTarget[], random: Random) {
  const noneNew = targets.every(({ pairs, cidrs }) =>
    pairs.every(({ asn, cidr }) =>
      cidrs.some(
        ({ associations = [], ...listed }) =>
          listed.cidr === cidr && associations.some((item) => item.asn === asn),
      ),
    ),
  );
  return noneNew && random.chance(0.7)
    ? { lag: 1, former: 'associated' }
    : { lag: random.choose([0, 0, 1, 2]) };
}

/** Mostly nothing; in a valid scenario only a final state of an earlier association is next to a live one. */
function drawOtherStates(found: string, valid: boolean, random: Random): readonly string[] {
  if (!random.chance(0.15)) return [];
  if (!valid && random.chance(0.5)) return [random.choose(contradicting)];
  return isEnded(found) ? [] : [random.choose(finalStates)];
}

function isEnded(state: string): boolean {
  return finalStates.some((ended) => ended === state);
}

function drawExternalChange(targets: readonly ScenarioTarget[], random: Random): ExternalChange {
  const [first, ...others] = targets;
  if (!first) throw new Error('a scenario has a target');
  const target = random.choose([first, ...others]);
  const [pair, ...more] = target.pairs;
  if (!pair) throw new Error('a target has a pair');
  const act = random.choose<ExternalChange['act']>([
    { sets: 'association', state: random.choose([...associationStates, ...invalidStates]) },
    { sets: 'association', state: 'pending-disassociation' },
    { sets: 'cidr', state: 'pending-deprovision' },
    { removes: 'association' },
    { removes: 'cidr' },
    { expires: 'sessions' },
  ]);
  return { atMs: random.integer(0, 60_000), target, pair: random.choose([pair, ...more]), act };
}

function single([target]: readonly ScenarioTarget[]): Record<string, string> {
  const [pair] = target?.pairs ?? [];
  return { asn: pair?.asn ?? '', cidr: pair?.cidr ?? '', 'aws-region': target?.region ?? '' };
}

function configOf(targets: readonly ScenarioTarget[]): string {
  const listed = targets.map(({ account, region, pairs }) => ({
    account,
    region,
    associations: pairs.map(({ asn, cidr }) => ({ asn: Number(asn), cidr })),
  }));
  return stringify({ version: 1, targets: listed });
}
