import { listChanges } from '../../../../src/plan/plan.ts';
import { type Observation, observedStates } from '../../invariants/observations.ts';
import { type Asked, isAcceptance, isWrite } from '../fake-aws.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { Expected } from './check-run.ts';

/** What was written, against the inputs, the plan, the approval, and what AWS showed before. */
export function checkWrites(
  run: Run,
  observations: readonly Observation[],
  { scenario, approved }: Expected,
): string[] {
  const { inputs, outcome, writes } = run;
  const changes = outcome.plan ? listChanges(outcome.plan) : [];
  const planned = new Set(
    changes
      .filter(({ step }) => step === 'associate')
      .map(({ target, association }) => writeKey({ ...target, ...association })),
  );
  const desired = new Set(
    scenario.targets.flatMap(({ account, region, pairs }) =>
      pairs.map((pair) => `${account} ${writeKey({ ...pair, region })}`),
    ),
  );
  const most = inputs['max-changes'];
  const all: readonly (readonly [boolean, string])[] = [
    [inputs['dry-run'] === 'true', 'a dry run wrote'],
    [changes.some(({ step }) => step === 'refuse'), 'written in spite of a refusal'],
    [most !== '' && planned.size > Number(most), `written, and max-changes was ${most}`],
  ];
  const each = writes.flatMap((write) => {
    const key = writeKey(write);
    return [
      ...(desired.has(`${write.account} ${key}`) ? [] : [`written, and not desired: ${key}`]),
      ...(planned.has(key) ? [] : [`written, and not planned: ${key}`]),
      ...(approved && !approved.has(key) ? [`written, and not approved: ${key}`] : []),
    ];
  });
  return [
    ...all.filter(([against]) => against && writes.length > 0).map(([, words]) => words),
    ...each,
    ...checkGrounds(run, observations),
    ...checkRepetitions(run, scenario),
  ];
}

/** A write by where it goes; the account of the inputs' form is not known to every plan. */
export function writeKey(write: {
  readonly region: string;
  readonly asn: string;
  readonly cidr: string;
}): string {
  return `${write.region} ${write.cidr} ${write.asn}`;
}

const writable: readonly string[] = ['absent', 'disassociated', 'failed-association'];

/** Every associate call follows an observed state that allows it. */
function checkGrounds({ asked }: Run, observations: readonly Observation[]): string[] {
  return asked.flatMap((call, at) => {
    if (!isWrite(call)) return [];
    const { account, region, params } = call;
    const pair = { account, region, asn: params.Asn ?? '', cidr: params.Cidr ?? '' };
    const seen = observations.filter((observation) => observation.at < at);
    const last = observedStates(seen, pair).at(-1) ?? 'nothing';
    return writable.includes(last)
      ? []
      : [`asked to associate ${pair.cidr} with AS${pair.asn} over ${last}`];
  });
}

/**
 * A pair is accepted once. Again only where AWS itself had ended an attempt in failure, as it stood
 * before, because that attempt and the one before it look alike.
 */
function checkRepetitions(
  { outcome, asked, writes }: Run,
  { externalChanges }: Scenario,
): string[] {
  return outcome.pairs.flatMap(({ association: { asn, cidr }, before }) => {
    if (externalChanges.some(({ pair }) => pair.cidr === cidr)) return [];
    const written = writes.filter((write) => write.asn === asn && write.cidr === cidr).length;
    const accepted = asked.filter((one: Asked) => isAcceptance(one, asn, cidr)).length;
    const name = `${cidr} AS${asn}`;
    return [
      ...(written > 1 && before !== 'failed-association' ? [`accepted twice: ${name}`] : []),
      ...(accepted > Math.max(1, written) ? [`called for again while under way: ${name}`] : []),
    ];
  });
}
