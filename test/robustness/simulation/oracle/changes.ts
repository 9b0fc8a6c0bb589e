import { associationsOf, plannedAssociations } from '../../../unit/associations.ts';
import { type Observation, observedStates } from '../../invariants/observations.ts';
import { type FakeAwsRequest, isAcceptance, isAssociateCall } from '../fake-aws.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { Expected } from './check-run.ts';

/** Checks the changes against inputs, plan, approval and the listings before them. */
export function checkChanges(
  run: Run,
  observations: readonly Observation[],
  { scenario, approved }: Expected,
): string[] {
  const { inputs, outcome, changes } = run;
  const plannedChanges = plannedAssociations(outcome);
  const planned = new Set(
    plannedChanges
      .filter(({ step }) => step === 'associate')
      .map(({ target, association }) => changeKey({ ...target, ...association })),
  );
  const desired = new Set(
    scenario.targets.flatMap(({ account, region, pairs }) =>
      pairs.map((pair) => `${account} ${changeKey({ ...pair, region })}`),
    ),
  );
  const most = inputs['max-changes'];
  const all: readonly (readonly [boolean, string])[] = [
    [inputs['dry-run'] === 'true', 'a dry run wrote'],
    [plannedChanges.some(({ step }) => step === 'refuse'), 'written in spite of a refusal'],
    [most !== '' && planned.size > Number(most), `written, and max-changes was ${most}`],
  ];
  const each = changes.flatMap((change) => {
    const key = changeKey(change);
    return [
      ...(desired.has(`${change.account} ${key}`) ? [] : [`written, and not desired: ${key}`]),
      ...(planned.has(key) ? [] : [`written, and not planned: ${key}`]),
      ...(approved && !approved.has(key) ? [`written, and not approved: ${key}`] : []),
    ];
  });
  return [
    ...all.filter(([against]) => against && changes.length > 0).map(([, words]) => words),
    ...each,
    ...checkGrounds(run, observations),
    ...checkRepetitions(run, scenario),
  ];
}

/** Identifies a change, without its account: not every plan of the inputs' form knows it. */
export function changeKey(change: {
  readonly region: string;
  readonly asn: string;
  readonly cidr: string;
}): string {
  return `${change.region} ${change.cidr} ${change.asn}`;
}

const associable: readonly string[] = ['absent', 'disassociated', 'failed-association'];

/** Every associate call follows an observed state that allows it. */
function checkGrounds({ requests }: Run, observations: readonly Observation[]): string[] {
  return requests.flatMap((call, at) => {
    if (!isAssociateCall(call)) return [];
    const { account, region, params } = call;
    const pair = { account, region, asn: params.Asn ?? '', cidr: params.Cidr ?? '' };
    // A listing that reached EC2 after the call was in flight with it: nobody had seen it yet.
    const seen = observations.filter(
      (observation) => observation.at < at && (requests[observation.at]?.at ?? 0) <= call.at,
    );
    const last = observedStates(seen, pair).at(-1) ?? 'nothing';
    return associable.includes(last)
      ? []
      : [`asked to associate ${pair.cidr} with AS${pair.asn} over ${last}`];
  });
}

/**
 * A pair is accepted once. Again only where AWS itself had ended an attempt in failure, as it stood
 * before, because that attempt and the one before it look alike.
 */
function checkRepetitions(
  { outcome, requests, changes }: Run,
  { externalChanges }: Scenario,
): string[] {
  return associationsOf(outcome).flatMap(({ association: { asn, cidr }, before }) => {
    if (externalChanges.some(({ pair }) => pair.cidr === cidr)) return [];
    const made = changes.filter((change) => change.asn === asn && change.cidr === cidr).length;
    const accepted = requests.filter((request: FakeAwsRequest) =>
      isAcceptance(request, asn, cidr),
    ).length;
    const name = `${cidr} AS${asn}`;
    return [
      ...(made > 1 && before !== 'failed-association' ? [`accepted twice: ${name}`] : []),
      ...(accepted > Math.max(1, made) ? [`called again while pending: ${name}`] : []),
    ];
  });
}
