import type { AssociationOutcome } from '../../../../src/outcome/run-state.ts';
import { type Observation, observedStates } from '../../invariants/observations.ts';
import { isAcceptance, isAssociateCall } from '../fake-aws.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';

/** Checks the report about a pair against what AWS showed the run and what EC2 accepted. */
export function checkPair(
  pair: AssociationOutcome,
  run: Run,
  observations: readonly Observation[],
  scenario: Scenario,
): string[] {
  const { asn, cidr } = pair.association;
  const { region } = pair.target;
  const name = `${cidr} AS${asn} in ${region}`;
  const account = pair.target.accountId ?? accountOf(region, scenario);
  const located = { account, region, asn, cidr };
  const lastCall = lastCallOf(run, region, asn, cidr);
  const observationsSince = observations.filter(({ at }) => at >= lastCall);
  const acceptances = observationsSince.filter(({ of }) => of === 'acceptance');
  const consistent = consistentStates(pair, run, {
    observed: observedStates(observations, located),
    since: observedStates(observationsSince, located),
    called: lastCall >= 0,
    accepted: observedStates(acceptances, located).length > 0,
  });
  const accepted = run.requests.some((request) => isAcceptance(request, asn, cidr));
  const written = run.changes.some((change) => change.asn === asn && change.cidr === cidr);
  // A lost call that was carried out looks like someone else's call at the same time.
  const externallyChanged = scenario.externalChanges.some((change) => change.pair.cidr === cidr);
  // AWS lists a new failed attempt in the same way as the one before it.
  const alike = pair.before === 'failed-association' && pair.state === pair.before;
  const violations: readonly (readonly [boolean, string])[] = [
    [
      !consistent.has(pair.state),
      `it says ${pair.state}, and may say ${[...consistent].join(', ') || 'nothing'}`,
    ],
    [
      pair.changed && !accepted && !externallyChanged,
      'it reports changed, but EC2 accepted nothing',
    ],
    [
      written && !pair.changed && pair.state !== 'unknown' && !externallyChanged && !alike,
      `EC2 accepted it, and it says ${pair.state} without a change`,
    ],
  ];
  return violations.filter(([happened]) => happened).map(([, words]) => `${name}: ${words}`);
}

/** What AWS showed of a pair: in the complete run, and since the last call for it. */
interface ObservedStates {
  readonly observed: readonly string[];
  readonly since: readonly string[];
  readonly called: boolean;
  /** Whether EC2's acceptance of the last call arrived. */
  readonly accepted: boolean;
}

/**
 * The states that a run may report: the one that it observed last. Where it was cut off, gave the pair
 * up or does not wait, any since the last call for the pair, and the one before it unless EC2's
 * acceptance of the call arrived. `unknown` only where there is no plan,
 * where it was cut off, where the pair failed while its state was uncertain, or until AWS has listed since the
 * call that the pair has moved on.
 */
function consistentStates(
  { failure }: AssociationOutcome,
  { outcome, cancelledAt, inputs }: Run,
  { observed, since, called, accepted }: ObservedStates,
): ReadonlySet<string> {
  const before = called ? observed.at(-since.length - 1) : observed[0];
  const inDoubt = called && since.every((state) => state === before);
  const cut = cancelledAt !== undefined;
  const unread = cut || failure !== undefined || inputs.wait === 'false';
  const unreadStates = accepted ? since : observed.slice(-since.length - 1);
  // Only the SDK knows whether it still requested credentials or had sent the call.
  const refused = failure?.reason === 'account-not-allowed';
  const failedInDoubt = refused || (failure !== undefined && called);
  const unknown = outcome.plan === undefined || cut || inDoubt || failedInDoubt;
  return new Set([
    ...(unread ? unreadStates : observed.slice(-1)),
    ...(unknown ? ['unknown'] : []),
  ]);
}

function lastCallOf({ requests }: Run, region: string, asn: string, cidr: string): number {
  return requests.findLastIndex(
    (request) =>
      isAssociateCall(request) &&
      request.region === region &&
      request.params.Asn === asn &&
      request.params.Cidr === cidr,
  );
}

/** The plan of the inputs' form may not know the account, and a Region of a scenario has but one. */
function accountOf(region: string, { targets }: Scenario): string {
  return targets.find((target) => target.region === region)?.account ?? '';
}
