import type { PairOutcome } from '../../../../src/outcome/run-state.ts';
import { type Look, shownStates } from '../../invariants/observations.ts';
import { isAcceptance, isWrite } from '../fake-aws.ts';
import type { Run } from '../run.ts';
import type { Scene } from '../scenario.ts';

/** What a run says of a pair, against what AWS showed it and what EC2 accepted. */
export function judgePair(
  pair: PairOutcome,
  run: Run,
  looks: readonly Look[],
  scene: Scene,
): string[] {
  const { asn, cidr } = pair.association;
  const { region } = pair.target;
  const name = `${cidr} AS${asn} in ${region}`;
  const account = pair.target.accountId ?? accountOf(region, scene);
  const placed = { account, region, asn, cidr };
  const lastCall = lastCallOf(run, region, asn, cidr);
  const looksSince = looks.filter(({ at }) => at >= lastCall);
  const acceptances = looksSince.filter(({ of }) => of === 'acceptance');
  const believable = believableStates(pair, run, {
    shown: shownStates(looks, placed),
    since: shownStates(looksSince, placed),
    called: lastCall >= 0,
    accepted: shownStates(acceptances, placed).length > 0,
  });
  const accepted = run.asked.some((one) => isAcceptance(one, asn, cidr));
  const written = run.writes.some((write) => write.asn === asn && write.cidr === cidr);
  // Nobody can tell a lost call that was carried out from another's call at the same time.
  const touched = scene.interferences.some((one) => one.pair.cidr === cidr);
  const violations: readonly (readonly [boolean, string])[] = [
    [
      !believable.has(pair.state),
      `it says ${pair.state}, and may say ${[...believable].join(', ') || 'nothing'}`,
    ],
    [pair.changed && !accepted && !touched, 'it says changed, and EC2 accepted nothing'],
    [
      written && !pair.changed && pair.state !== 'unknown' && !touched,
      `EC2 accepted it, and it says ${pair.state} without a change`,
    ],
  ];
  return violations.filter(([happened]) => happened).map(([, words]) => `${name}: ${words}`);
}

/** What AWS showed of a pair: in the whole run, and since the last call for it. */
interface Shown {
  readonly shown: readonly string[];
  readonly since: readonly string[];
  readonly called: boolean;
  /** Whether EC2's acceptance of the last call arrived. */
  readonly accepted: boolean;
}

/**
 * The states that a run may tell: the one that was shown last. Where it was cut off, gave the pair
 * up or does not wait, any since the last call for the pair, and the one before it unless EC2's
 * acceptance of the call arrived. `unknown` only where there is no plan,
 * where it was cut off, where the pair failed while it was in doubt, or until AWS has shown since the
 * call that the pair has moved on.
 */
function believableStates(
  { failure }: PairOutcome,
  { outcome, cancelledAt, inputs }: Run,
  { shown, since, called, accepted }: Shown,
): ReadonlySet<string> {
  const before = called ? shown.at(-since.length - 1) : shown[0];
  const inDoubt = called && since.every((state) => state === before);
  const cut = cancelledAt !== undefined;
  const unread = cut || failure !== undefined || inputs.wait === 'false';
  const unreadStates = accepted ? since : shown.slice(-since.length - 1);
  const failedInDoubt = failure !== undefined && called;
  const unknown = outcome.plan === undefined || cut || inDoubt || failedInDoubt;
  return new Set([...(unread ? unreadStates : shown.slice(-1)), ...(unknown ? ['unknown'] : [])]);
}

function lastCallOf({ asked }: Run, region: string, asn: string, cidr: string): number {
  return asked.findLastIndex(
    (one) =>
      isWrite(one) && one.region === region && one.params.Asn === asn && one.params.Cidr === cidr,
  );
}

/** The plan of the inputs' form may not know the account, and a Region of a scene has but one. */
function accountOf(region: string, { places }: Scene): string {
  return places.find((place) => place.region === region)?.account ?? '';
}
