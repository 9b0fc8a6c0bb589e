import type { PairOutcome } from '../../src/ledger.ts';
import { reasons } from '../../src/reasons.ts';
import { believableStates } from '../invariants/believable.ts';
import { type Look, looksOf, shownStates } from '../invariants/looks.ts';
import { action } from '../scenario/environment.ts';
import type { Asked } from './cloud.ts';
import type { Run } from './run.ts';
import type { Scene } from './scene.ts';

/** What a run is judged by besides itself. */
export interface Circumstances {
  readonly scene: Scene;
  readonly secrets: readonly string[];
  /** The writes of the plan that was approved, where one was. */
  readonly approved: ReadonlySet<string> | undefined;
  /** Whether only faults that heal can have met this run, and nobody cut it off. */
  readonly mustSucceed: boolean;
  /** Whether nobody but this run has asked AWS anything lately. */
  readonly alone: boolean;
}

/** Everything that must never happen and did, in words; empty for a run as it should be. */
export function judge(run: Run, circumstances: Circumstances): readonly string[] {
  const looks = looksOf(
    run.asked.map((asked) => ({
      ...asked,
      answer: asked.outcome === 'ok' ? asked.delivered?.body : undefined,
    })),
  );
  return [
    ...judgeEnd(run, circumstances),
    ...judgeWrites(run, circumstances),
    ...run.outcome.pairs.flatMap((pair) => judgePair(pair, looks, run, circumstances)),
    ...judgeReason(run),
    ...judgeOutputs(run),
    ...judgeSecrets(run, circumstances),
    ...judgeCalls(run, circumstances),
  ];
}

const graceMs = 5_000;

function judgeEnd(run: Run, { mustSucceed }: Circumstances): string[] {
  const { outcome, inputs, startedAt, endedAt, cancelledAt } = run;
  const latest = startedAt + Number(inputs['wait-timeout-seconds']) * 1000 + graceMs;
  const said = `${outcome.reason}: ${outcome.failure?.message ?? 'no failure'}`;
  return [
    ...(endedAt > latest
      ? [`it ended ${endedAt - latest} ms after its deadline and the grace`]
      : []),
    ...(cancelledAt !== undefined && endedAt > cancelledAt
      ? [`it went on for ${endedAt - cancelledAt} ms after it was cancelled`]
      : []),
    ...(outcome.reason === 'internal-error' ? [`a defect: ${said}`] : []),
    ...(outcome.reason === 'cancelled' && cancelledAt === undefined
      ? ['it says that it was cancelled, and it was not']
      : []),
    ...(outcome.reason === 'wait-timeout' && endedAt < latest - 2 * graceMs
      ? ['it says that its deadline had passed, and it had not']
      : []),
    ...(mustSucceed && outcome.ending === 'failure' ? [`nothing stood in its way: ${said}`] : []),
  ];
}

function judgeWrites(run: Run, { scene, approved }: Circumstances): string[] {
  const planned = new Set(
    (run.outcome.plan?.changes ?? [])
      .filter(({ step }) => step === 'associate')
      .map(({ target, association }) => writeKey({ ...target, ...association })),
  );
  const most = run.inputs['max-changes'];
  const keys = run.writes.map((write) => writeKey({ ...write, accountId: write.account }));
  const touched = new Set(scene.interferences.map(({ pair }) => pair.cidr));
  const twice = keys.filter((key, at) => keys.indexOf(key) < at);
  return [
    ...(run.inputs['dry-run'] === 'true' && keys.length > 0 ? ['a dry run wrote'] : []),
    ...keys.filter((key) => !planned.has(key)).map((key) => `written, and not planned: ${key}`),
    ...keys
      .filter((key) => approved && !approved.has(key))
      .map((key) => `written, and not approved: ${key}`),
    ...(most && keys.length > 0 && planned.size > Number(most)
      ? [`written, and max-changes was ${most}`]
      : []),
    ...run.writes
      .filter((write, at) => twice.includes(keys[at] ?? '') && !touched.has(write.cidr))
      .map(({ asn, cidr }) => `accepted twice: ${cidr} ${asn}`),
  ];
}

/** A write by where it goes, as plans and approvals are compared. */
export function writeKey(write: {
  readonly accountId?: string | undefined;
  readonly region: string;
  readonly asn: string;
  readonly cidr: string;
}): string {
  // Without a config file the account may not be known to the plan; the credentials have but one.
  return `${write.region} ${write.cidr} ${write.asn}`;
}

function judgePair(
  pair: PairOutcome,
  looks: readonly Look[],
  run: Run,
  { scene }: Circumstances,
): string[] {
  const { asn, cidr } = pair.association;
  const { region } = pair.target;
  const name = `${cidr} AS${asn} in ${region}`;
  const account = pair.target.accountId ?? accountOf(region, scene);
  const shown = shownStates(looks, { account, region, asn, cidr });
  const believable = believableStates({
    shown,
    late: run.cancelledAt !== undefined || pair.failure !== undefined,
    waits: run.inputs.wait !== 'false',
  });
  // EC2 may accept what is there already, which changes nothing; this is an acceptance all the same.
  const accepted = run.asked.some(
    ({ operation, dryRun, outcome, params, region: where }) =>
      operation === 'AssociateIpamByoasn' &&
      !dryRun &&
      outcome === 'ok' &&
      where === region &&
      params.Asn === asn &&
      params.Cidr === cidr,
  );
  const written = run.writes.some(
    (write) => write.asn === asn && write.cidr === cidr && write.region === region,
  );
  // Nobody can tell a lost call that was carried out from another's call at the same time.
  const touched = scene.interferences.some((one) => one.pair.cidr === cidr);
  return [
    ...(believable.has(pair.state)
      ? []
      : [`${name}: it says ${pair.state}, and AWS showed ${shown.join(', ') || 'nothing'}`]),
    ...(pair.changed && !accepted && !touched
      ? [`${name}: it says changed, and EC2 accepted nothing`]
      : []),
    ...(written && !pair.changed && pair.state !== 'unknown' && !touched
      ? [`${name}: EC2 accepted it, and it says ${pair.state} without a change`]
      : []),
  ];
}

/** Without a config file the plan may not know the account, and a Region of a scene has but one. */
function accountOf(region: string, { places }: Scene): string {
  return places.find((place) => place.region === region)?.account ?? '';
}

function judgeReason({ outcome, inputs }: Run): string[] {
  const { reason, ending, pairs, failure } = outcome;
  const all = (holds: (pair: PairOutcome) => boolean) => pairs.length > 0 && pairs.every(holds);
  const holds: Partial<Record<typeof reason, boolean>> = {
    associated: all(({ state }) => state === 'associated'),
    applied: all(({ state }) => state === 'associated'),
    'already-associated': all(({ state, step }) => state === 'associated' && step === 'keep'),
    'no-changes': all(
      ({ step }) => step === 'keep' || (step === 'wait' && inputs['dry-run'] === 'true'),
    ),
    'already-pending': all(({ step }) => step === 'keep' || step === 'wait'),
    accepted: all(({ step, changed }) => step !== 'associate' || changed),
    planned: all(({ step }) => step !== 'refuse') && inputs['dry-run'] === 'true',
    'dry-run-permitted': all(({ step }) => step === 'associate') && inputs['dry-run'] === 'true',
    'dry-run-unchecked': all(({ step }) => step === 'associate') && inputs['dry-run'] === 'true',
  };
  return [
    ...(holds[reason] === false ? [`it says ${reason}, and its pairs say otherwise`] : []),
    ...(ending === 'success' && pairs.some((pair) => pair.failure)
      ? ['a success hides a failure']
      : []),
    ...(ending !== reasons[reason].ending ? [`${reason} ends in ${ending}`] : []),
    ...(ending === 'failure' && (!failure || failure.message === '')
      ? ['a failure says nothing']
      : []),
  ];
}

/** Set by the shell beside those of the outcome. */
const ofTheShell = ['plan-path'];

function judgeOutputs({ outputs, outcome }: Run): string[] {
  const names = Object.keys(action.outputs).filter((name) => !ofTheShell.includes(name));
  const missing = names.filter((name) => !Object.hasOwn(outputs, name));
  const result = JSON.parse(outputs.result);
  return [
    ...missing.map((name) => `no output ${name}`),
    ...(result.reason === outcome.reason ? [] : ['the result has another reason']),
    ...(result.state === outputs.state ? [] : ['the result has another state']),
  ];
}

function judgeSecrets(
  { texts, outputs, masked, asked }: Run,
  { secrets }: Circumstances,
): string[] {
  const visible = [...texts, ...Object.values(outputs)].join('\n');
  const received = asked.map(({ delivered }) => delivered?.body ?? '').join('\n');
  return [
    ...(secrets.some((secret) => visible.includes(secret)) ? ['a secret is visible'] : []),
    ...(secrets.some((secret) => received.includes(secret) && !masked.has(secret))
      ? ['a secret is not masked']
      : []),
  ];
}

function judgeCalls({ asked }: Run, { alone }: Circumstances): string[] {
  const finals = new Set<string>();
  const repeated: string[] = [];
  for (const one of asked) {
    if (one.operation !== 'AssociateIpamByoasn' || one.dryRun) continue;
    const pair = `${one.region} ${one.params.Cidr} ${one.params.Asn}`;
    if (finals.has(pair)) repeated.push(`called again after a final answer: ${pair}`);
    if (isFinal(one)) finals.add(pair);
  }
  const throttled = asked.filter(({ outcome }) => outcome === 'RequestLimitExceeded');
  return [
    ...repeated,
    ...(alone && throttled.length > 0 ? [`${throttled.length} calls above EC2's rates`] : []),
  ];
}

function isFinal({ fate, outcome, delivered }: Asked): boolean {
  if (fate.fate === 'replaced') return fate.status >= 400 && fate.status < 500;
  return delivered !== undefined && outcome !== 'ok' && outcome !== 'RequestLimitExceeded';
}
