import type { AssociationOutcome } from '../../../../src/outcome/run-state.ts';
import { associationsOf, plannedAssociations } from '../../../unit/associations.ts';
import { readListings } from '../../invariants/cidr-listings.ts';
import { type FakeAwsRequest, isRouteCall } from '../fake-aws.ts';
import { checkEnd } from '../oracle/end.ts';
import { checkOutputs } from '../oracle/outputs.ts';
import { checkSecrets } from '../oracle/secrets.ts';
import { askedAt, happened, knownResult, originName, readAt } from '../routes/oracle/facts.ts';
import type { ActRecord } from '../routes/route-aws.ts';
import type { Run } from '../run.ts';
import type { RemovalScenario, ScenarioEntry } from './simulate.ts';

/** What a run is checked against. */
interface ExpectedRemovals {
  readonly scenario: RemovalScenario;
  readonly secrets: readonly string[];
  readonly acts: readonly ActRecord[];
  originAt(entry: ScenarioEntry, at: number): string;
  /** The true state of an association now, `absent` for none. */
  stateOf(entry: ScenarioEntry): string;
}

/** The violated invariants of a run that may remove associations, in words. */
export function checkRemovals(run: Run, expected: ExpectedRemovals): readonly string[] {
  const calls = run.requests.filter(
    ({ operation, dryRun }) => operation === 'DisassociateIpamByoasn' && !dryRun,
  );
  return [
    ...checkEnd(run, { ...expected, mustSucceed: false }),
    ...run.requests.filter(isRouteCall).map(({ operation }) => `it called ${operation}`),
    ...calls.flatMap((call) => checkCall(call, run, expected)),
    ...associationsOf(run.outcome).flatMap((pair) => checkPair(pair, run, calls, expected)),
    ...checkOutputs(run),
    ...checkSecrets(run, expected.secrets),
  ];
}

function entryOf({ params, region }: FakeAwsRequest, { scenario }: ExpectedRemovals) {
  return scenario.entries.find(
    (entry) => entry.region === region && entry.cidr === params.Cidr && entry.asn === params.Asn,
  );
}

/** A call belongs to an entry with `remove`, and a read of the run shows that the ASN is not the origin. */
function checkCall(call: FakeAwsRequest, run: Run, expected: ExpectedRemovals): string[] {
  const { Asn: asn = '', Cidr: cidr = '' } = call.params;
  const text = `disassociate ${cidr} from AS${asn}`;
  const entry = entryOf(call, expected);
  const change = plannedAssociations(run.outcome).find(
    ({ association }) => association.cidr === cidr && association.asn === asn,
  );
  const listing = readListings(
    run.requests.map((request) => ({
      ...request,
      answer: request.outcome === 'ok' ? request.delivered?.body : undefined,
    })),
  ).findLast(
    (each) =>
      each.account === call.account &&
      each.region === call.region &&
      readAt(each, run) <= call.sentAt,
  );
  const shown = listing?.cidrs.get(cidr);
  if (!entry?.isRemoval || !change || !listing || !shown) return [`${text} without a reason`];
  const { origin } = change;
  const isProven =
    shown.state === 'provisioned' ||
    (shown.state === 'advertised' && /^(AWS|[0-9]+)$/.test(origin ?? '') && origin !== asn);
  // What others do after the last read nobody sees; where the CIDR is advertised, its origin was read before.
  const since = shown.state === 'provisioned' ? askedAt(listing, run) : 0;
  const isMoved = expected.acts.some((act) => act.cidr === cidr && act.at >= since);
  return happened([
    [run.inputs['dry-run'] === 'true', `${text} in a dry run`],
    [run.inputs['allow-remove'] !== 'true', `${text} without allow-remove`],
    [change.step !== 'disassociate', `${text}, and the plan has ${change.step}`],
    [shown.origins.includes(asn), `${text}, which the listing shows as the origin`],
    [!isProven, `${text}, whose CIDR is ${shown.state} from ${origin ?? 'an unknown origin'}`],
    [
      !isMoved && originName(expected.originAt(entry, call.sentAt)) === asn,
      `${text}, which is the origin`,
    ],
  ]);
}

/** Checks the reported removal against what EC2 accepted and what is left. */
function checkPair(
  { association, state, changed, step }: AssociationOutcome,
  run: Run,
  calls: readonly FakeAwsRequest[],
  expected: ExpectedRemovals,
): string[] {
  const { asn, cidr } = association;
  const entry = expected.scenario.entries.find((each) => each.asn === asn && each.cidr === cidr);
  if (!association.remove || !entry) return [];
  const own = calls.filter(({ params }) => params.Asn === asn && params.Cidr === cidr);
  const isAccepted = own.some(({ outcome }) => outcome === 'ok');
  const isActed = expected.acts.some((act) => act.cidr === cidr);
  const isMade = run.changes.some((change) => change.asn === asn && change.cidr === cidr);
  const isSuccess = run.outcome.conclusion === 'success' && run.inputs['dry-run'] !== 'true';
  const left = expected.stateOf(entry);
  const isWaited = run.inputs.wait !== 'false';
  return happened([
    [
      changed && !isAccepted && !(isActed && own.some((call) => knownResult(call) === 'unknown')),
      'it reports changed, but EC2 accepted nothing',
    ],
    [
      isMade && !changed && state !== 'unknown' && !isActed,
      `EC2 has removed it, and it says ${state} without a change`,
    ],
    [
      isSuccess && isWaited && !isActed && !['absent', 'disassociated'].includes(left),
      `it is ${left} after ${run.outcome.reason} (${step})`,
    ],
    [
      isSuccess && !isActed && state === 'absent' && left === 'associated',
      `it is ${left} and reported as ${state} after ${run.outcome.reason} (${step})`,
    ],
  ]).map((words) => `${cidr} AS${asn}: ${words}`);
}
