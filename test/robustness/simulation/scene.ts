import { stringify } from 'yaml';
import type { Ec2Behaviour } from '../../fakes/ec2.ts';
import type { CidrFixture } from '../../fakes/ipam.ts';
import type { Weather } from './fate.ts';
import type { Random } from './random.ts';

/** A pair of a target. */
export interface ScenePair {
  readonly asn: string;
  readonly cidr: string;
}

/** An account and Region: what is desired there and what AWS has there at first. */
export interface ScenePlace {
  readonly account: string;
  readonly region: string;
  readonly pairs: readonly ScenePair[];
  readonly cidrs: readonly CidrFixture[];
}

/** Something that somebody else does to AWS at a time. */
export interface Interference {
  readonly atMs: number;
  readonly place: ScenePlace;
  readonly pair: ScenePair;
  readonly act:
    | { readonly sets: 'association' | 'cidr'; readonly state: string }
    | { readonly removes: 'association' | 'cidr' }
    | { readonly expires: 'sessions' };
}

/** Keys of the SDK's default chain, in place of a role. */
export interface SceneChain {
  /** When the first keys expire, as the chain says; AWS accepts them longer. */
  readonly lifeMs: number;
  /** When the chain begins to give other keys, and the account that they belong to. */
  readonly switched: { readonly atMs: number; readonly account: string } | undefined;
}

/** Everything about a run that a seed decides. */
export interface Scene {
  readonly places: readonly ScenePlace[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly behaviour: Partial<Ec2Behaviour>;
  readonly sessionSeconds: number;
  /** Undefined where the run assumes a role. */
  readonly chain: SceneChain | undefined;
  /** How far the clock of the runner is off, in milliseconds. */
  readonly clockOffMs: number;
  readonly weather: Weather;
  readonly interferences: readonly Interference[];
  /** Whether the plan is made and approved first, by a run of its own in calm weather. */
  readonly approved: boolean;
  readonly cancelAtMs: number | undefined;
  /** The line of the log at which a defect of the action shows; undefined for none. */
  readonly defectAtLine: number | undefined;
  /** Whether every pair can be associated, and nothing in the inputs stands against it. */
  readonly sound: boolean;
}

const asns = ['64500', '64501', '64502'] as const;
const ipv4 = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'] as const;
const accounts = ['111122223333', '444455556666', '777788889999'] as const;
/** An account that no target names. */
const strangeAccount = '999900001111';
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
const unsoundStates = [
  'pending-disassociation',
  'failed-disassociation',
  'from-the-future',
] as const;
/** Listed beside another item of the same pair: what has ended says nothing, the others contradict it. */
const endedBeside = ['disassociated', 'failed-association'] as const;
const contradicting = ['associated', 'pending-disassociation', 'pending-association'] as const;

/** The scene of a seed's random choices. */
export function setScene(random: Random): Scene {
  const form = random.pick(['inputs', 'file', 'file']);
  const sound = random.chance(0.7);
  const count = form === 'inputs' ? 1 : random.pick([1, 1, 2, 3]);
  const places = Array.from({ length: count }, (_, nth) => setPlace(nth, form, sound, random));
  const weather = random.pick(['calm', 'rough', 'rough', 'rough', 'wild', 'wild']);
  const dryRun = random.chance(0.2);
  const limited = !sound && random.chance(0.5);
  const chain = form === 'inputs' && random.chance(0.5) ? setChain(places, random) : undefined;
  const isSwitchedAway = chain?.switched?.account === strangeAccount;
  const common = {
    'allow-special-use': 'true',
    'dry-run': String(dryRun),
    'permission-check': String(random.chance(0.7)),
    'fail-fast': String(random.chance(0.5)),
    concurrency: String(random.whole(1, 3)),
    wait: String(random.chance(0.8)),
    'wait-timeout-seconds': String(sound ? 3600 : random.pick([5, 30, 120, 900])),
    'role-duration-seconds': '900',
    'max-changes': limited ? String(random.whole(0, 2)) : '',
    'role-to-assume': roleOf(form, chain, places),
    'allowed-account-ids': chain && random.chance(0.3) ? (places[0]?.account ?? '') : '',
  };
  return {
    places,
    inputs:
      form === 'file' ? { ...common, config: 'byoasn.yml' } : { ...common, ...single(places) },
    files: form === 'file' ? { 'byoasn.yml': configOf(places) } : {},
    behaviour: {
      repeat: random.pick(['accept', 'reject']),
      emptyPages: random.pick([0, 0, 0, 1]),
      pageSize: random.pick([1, 2, 100, 100, 100]),
      requestIdHeader: random.chance(0.5),
      settling: {
        to:
          sound || random.chance(0.7)
            ? random.pick(['associated', 'advertised'])
            : 'failed-association',
        statusMessage: random.chance(0.5) ? 'AWS says why.' : '',
        reads: random.whole(0, 3),
        ms: random.pick([0, 1_000, 20_000, 120_000]),
        ...lagOf(places, random),
      },
    },
    sessionSeconds: random.pick([900, 3600]),
    chain,
    clockOffMs: random.pick([0, 0, 0, -1_200_000, -600_000, 600_000, 1_200_000]),
    weather,
    interferences:
      sound || random.chance(0.4)
        ? []
        : Array.from({ length: random.whole(1, 4) }, () => interfere(places, random)),
    approved: form === 'file' && !dryRun && random.chance(0.5),
    cancelAtMs: random.chance(0.25)
      ? random.whole(0, random.pick([500, 5_000, 60_000]))
      : undefined,
    defectAtLine: !sound && random.chance(0.15) ? random.whole(1, 40) : undefined,
    sound: sound && !limited && !isSwitchedAway,
  };
}

/** The chain may give the same keys throughout, other keys of the account, or those of another. */
function setChain([place]: readonly ScenePlace[], random: Random): SceneChain {
  const account = random.pick([undefined, place?.account, strangeAccount, strangeAccount]);
  return {
    lifeMs: random.pick([1_000, 60_000, 320_000, 3_600_000]),
    switched: account
      ? { atMs: random.whole(1, random.pick([500, 5_000, 60_000])), account }
      : undefined,
  };
}

function roleOf(
  form: string,
  chain: SceneChain | undefined,
  [place]: readonly ScenePlace[],
): string {
  if (chain) return '';
  return `arn:aws:iam::${form === 'file' ? '{account}' : place?.account}:role/byoasn-apply`;
}

function setPlace(nth: number, form: string, sound: boolean, random: Random): ScenePlace {
  const cidrs = Array.from({ length: form === 'inputs' ? 1 : random.pick([1, 1, 2]) }, (_, at) =>
    at === 0 && random.chance(0.5) ? (ipv4[nth] ?? ipv4[0]) : `2001:db8:${nth + 1}${at}::/48`,
  );
  const fixtures = cidrs.map((cidr): CidrFixture & { readonly wanted: readonly string[] } => {
    const wanted = asns.slice(0, form === 'inputs' ? 1 : random.pick([1, 1, 2, 3]));
    const state =
      sound || random.chance(0.8) ? random.pick(['provisioned', 'advertised']) : 'failed-provision';
    const associations = wanted.flatMap((asn) => {
      const found =
        sound || random.chance(0.8) ? random.pick(associationStates) : random.pick(unsoundStates);
      const beside = besideOf(found, sound, random);
      return found === 'absent'
        ? []
        : [...beside.map((state) => ({ asn, state })), { asn, state: found }];
    });
    return { cidr, state, advertisementType: 'unicast', associations, wanted };
  });
  const listed = sound || random.chance(0.9) ? fixtures : fixtures.slice(1);
  return {
    account: accounts[nth] ?? accounts[0],
    region: regions[nth] ?? regions[0],
    pairs: fixtures.flatMap(({ cidr, wanted }) => wanted.map((asn) => ({ asn, cidr }))),
    cidrs: listed.map(({ wanted: _, ...fixture }) => fixture),
  };
}

/** Listings that lag behind show the state from before; of pairs that have ended, the one before that. */
function lagOf(places: readonly ScenePlace[], random: Random) {
  const noneNew = places.every(({ pairs, cidrs }) =>
    pairs.every(({ asn, cidr }) =>
      cidrs.some(
        ({ associations = [], ...listed }) =>
          listed.cidr === cidr && associations.some((item) => item.asn === asn),
      ),
    ),
  );
  return noneNew && random.chance(0.7)
    ? { lag: 1, former: 'associated' }
    : { lag: random.pick([0, 0, 1, 2]) };
}

/** Mostly nothing: what the listing of a sound scene shows beside a live pair is an end of an earlier one. */
function besideOf(found: string, sound: boolean, random: Random): readonly string[] {
  if (!random.chance(0.15)) return [];
  if (!sound && random.chance(0.5)) return [random.pick(contradicting)];
  return isEnded(found) ? [] : [random.pick(endedBeside)];
}

function isEnded(state: string): boolean {
  return endedBeside.some((ended) => ended === state);
}

function interfere(places: readonly ScenePlace[], random: Random): Interference {
  const [first, ...others] = places;
  if (!first) throw new Error('a scene has a place');
  const place = random.pick([first, ...others]);
  const [pair, ...more] = place.pairs;
  if (!pair) throw new Error('a place has a pair');
  const act = random.pick<Interference['act']>([
    { sets: 'association', state: random.pick([...associationStates, ...unsoundStates]) },
    { sets: 'association', state: 'pending-disassociation' },
    { sets: 'cidr', state: 'pending-deprovision' },
    { removes: 'association' },
    { removes: 'cidr' },
    { expires: 'sessions' },
  ]);
  return { atMs: random.whole(0, 60_000), place, pair: random.pick([pair, ...more]), act };
}

function single([place]: readonly ScenePlace[]): Record<string, string> {
  const [pair] = place?.pairs ?? [];
  return { asn: pair?.asn ?? '', cidr: pair?.cidr ?? '', 'aws-region': place?.region ?? '' };
}

function configOf(places: readonly ScenePlace[]): string {
  const targets = places.map(({ account, region, pairs }) => ({
    account,
    region,
    associations: pairs.map(({ asn, cidr }) => ({ asn: Number(asn), cidr })),
  }));
  return stringify({ version: 1, targets });
}
