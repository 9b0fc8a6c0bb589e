import { listChanges } from '../../../src/plan/plan.ts';
import type { Ipam } from '../../fakes/ipam.ts';
import { clearChain, setChain } from './chain.ts';
import { type SimulatedClock, simulatedClock } from './clock.ts';
import { type Cloud, simulatedCloud } from './cloud.ts';
import { epoch, setDateBy } from './date.ts';
import { castFates } from './fate.ts';
import { judge } from './oracle/judge.ts';
import { writeKey } from './oracle/writes.ts';
import { type Random, seededRandom } from './random.ts';
import { type Run, runLine } from './run.ts';
import { type Interference, type Scene, type SceneChain, setScene } from './scene.ts';

const longestLag = 2;

/** What came of a seed. */
export interface Simulated {
  readonly seed: number;
  readonly scene: Scene;
  readonly runs: readonly Run[];
  /** In words; empty when all was as it should be. */
  readonly violations: readonly string[];
}

/** The line that shows the run of a seed again. */
export function reproduction(seed: number): string {
  return `npm run simulate -- --seed ${seed}`;
}

/**
 * Runs the action through everything that a seed decides, from credentials to the report: once in the
 * weather of the scene, then again in calm weather, which must complete the work.
 */
export async function simulate(seed: number): Promise<Simulated> {
  const random = seededRandom(seed);
  const clock = simulatedClock();
  let clockOffMs = 0;
  const restoreChain = clearChain();
  const restoreDate = setDateBy(() => clock.now() + clockOffMs);
  // The SDK makes errors by the dozen to look for settings; their stacks would cost much time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const scene = setScene(random);
    clockOffMs = scene.clockOffMs;
    const cloud = furnish(scene, clock, random);
    return { seed, scene, ...(await play(scene, { clock, cloud, random })) };
  } finally {
    restoreDate();
    restoreChain();
    Error.stackTraceLimit = stackTraceLimit;
  }
}

interface Stage {
  readonly clock: SimulatedClock;
  readonly cloud: Cloud;
  readonly random: Random;
}

async function play(scene: Scene, stage: Stage): Promise<Pick<Simulated, 'runs' | 'violations'>> {
  const { clock, cloud, random } = stage;
  const approval = scene.approved ? await approve(scene, stage) : undefined;
  const changed = approval !== undefined && random.chance(0.5) && changeMeanwhile(scene, stage);
  for (const interference of scene.interferences) {
    clock.after(interference.atMs, () => disturb(interference, cloud));
  }
  if (scene.chain) playChain(scene.chain, scene, stage);
  cloud.cast(castFates(scene.weather, random, scene.clockOffMs));
  const inputs = approval?.outputs['plan-digest']
    ? { ...scene.inputs, 'expected-plan': approval.outputs['plan-digest'] }
    : scene.inputs;
  const first = await runLine(scene, inputs, scene.cancelAtMs, stage);
  const circumstances = {
    scene,
    secrets: cloud.secrets(),
    approved: approval && plannedWrites(approval),
    mustSucceed:
      scene.sound &&
      !changed &&
      scene.weather !== 'wild' &&
      first.cancelledAt === undefined &&
      // A refusal that loses its text may be anybody's, and is not repeated.
      !first.asked.some(({ fate, outcome }) => fate.fate === 'mangled' && outcome !== 'ok'),
    alone: !approval && scene.weather !== 'wild',
  };
  cloud.cast(castFates('calm', random));
  const asked = cloud.asked.length;
  await clock.play(new Promise<void>((resolve) => clock.after(30_000, resolve)));
  const late = cloud.asked.slice(asked).filter(({ at }) => at > first.endedAt);
  const violations = [
    ...judge(first, circumstances),
    ...(late.length > 0 ? [`${late.length} calls after it had ended`] : []),
  ];
  if (!scene.sound) return { runs: [first], violations };

  for (const { account, region } of scene.places) catchUp(cloud.ipam(account, region));
  const completing = { ...scene.inputs, 'dry-run': 'false', wait: 'true', 'fail-fast': 'false' };
  const second = await runLine(scene, completing, undefined, stage);
  const completed = judge(second, {
    ...circumstances,
    secrets: cloud.secrets(),
    approved: undefined,
    mustSucceed: true,
    alone: true,
  });
  const keys = cloud.writes.map((write) => writeKey(write));
  return {
    runs: [...(approval ? [approval] : []), first, second],
    violations: [
      ...violations,
      ...completed.map((violation) => `the run after it: ${violation}`),
      ...unfinished(scene, cloud),
      ...(new Set(keys).size < keys.length ? ['both runs together wrote a pair twice'] : []),
    ],
  };
}

/** Lets others take associations away between the approval of a plan and its apply. */
function changeMeanwhile({ places }: Scene, { cloud, random }: Stage): boolean {
  let changed = false;
  for (const { account, region, pairs } of places) {
    const ipam = cloud.ipam(account, region);
    for (const { asn, cidr } of pairs) {
      if (!random.chance(0.5) || ipam.association(asn, cidr) === undefined) continue;
      ipam.removeAssociation(asn, cidr);
      changed = true;
    }
  }
  return changed;
}

/** A dry run in calm weather, whose plan is approved. */
async function approve(scene: Scene, stage: Stage): Promise<Run> {
  return runLine(scene, { ...scene.inputs, 'dry-run': 'true' }, undefined, stage);
}

/** Gives the run keys, and other ones later where the scene says so. */
function playChain({ lifeMs, switched }: SceneChain, { places }: Scene, { clock, cloud }: Stage) {
  const account = places[0]?.account ?? '';
  const give = (owner: string, milliseconds: number) =>
    setChain(cloud.openKeys(owner), new Date(epoch + clock.now() + milliseconds));
  give(account, lifeMs);
  if (switched) clock.after(switched.atMs, () => give(switched.account, 3_600_000));
}

function plannedWrites({ outcome }: Run): ReadonlySet<string> {
  const writes = (outcome.plan ? listChanges(outcome.plan) : []).filter(
    ({ step }) => step === 'associate',
  );
  return new Set(writes.map(({ target, association }) => writeKey({ ...target, ...association })));
}

function furnish(scene: Scene, clock: SimulatedClock, random: Random): Cloud {
  const cloud = simulatedCloud(clock, random, scene.sessionSeconds);
  cloud.behave(scene.behaviour);
  for (const { account, region, cidrs, pairs } of scene.places) {
    const ipam = cloud.ipam(account, region);
    // Another account behind the credentials would take the same calls.
    for (const owner of new Set([account, scene.chain?.switched?.account ?? account])) {
      const owned = cloud.ipam(owner, region);
      for (const cidr of cidrs) owned.setCidr(cidr);
      for (const { asn } of pairs) owned.setAsn({ asn, ipamId: 'ipam-1', state: 'provisioned' });
    }
    // What is under way at first goes on by itself.
    for (const { asn, cidr } of pairs) {
      if (ipam.association(asn, cidr)?.state !== 'pending-association') continue;
      clock.after(random.whole(0, 60_000), () => {
        if (ipam.association(asn, cidr)?.state !== 'pending-association') return;
        ipam.setAssociation({ asn, cidr, state: 'associated' });
      });
    }
  }
  return cloud;
}

function unfinished({ places }: Scene, cloud: Cloud): string[] {
  return places.flatMap(({ account, region, pairs }) =>
    pairs
      .map(({ asn, cidr }) => ({
        asn,
        cidr,
        pair: cloud.ipam(account, region).association(asn, cidr),
      }))
      .filter(({ pair }) => pair?.state !== 'associated' && pair?.state !== 'advertised')
      .map(({ asn, cidr }) => `after both runs ${cidr} with AS${asn} is not associated`),
  );
}

/** Listings that lag behind do so for seconds. */
function catchUp(ipam: Ipam): void {
  for (let listing = 0; listing < longestLag; listing += 1) ipam.countListing();
}

function disturb({ place, pair, act }: Interference, cloud: Cloud): void {
  const ipam = cloud.ipam(place.account, place.region);
  if ('expires' in act) {
    cloud.expireSessions();
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
