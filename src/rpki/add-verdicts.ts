import type { RpkiVerdict } from '../domain/rpki.ts';
import type { RpkiInputs } from '../inputs/inputs.ts';
import type { BoundedContext } from '../observe/connect-target.ts';
import type { Verdict } from '../plan/association-rules.ts';
import type { Evidence } from '../plan/evidence.ts';
import { type Change, listChanges, type Plan } from '../plan/plan.ts';
import { makeVerdict } from './make-verdict.ts';
import { type Readings, readSource, sourceText } from './read-sources.ts';

/**
 * Adds RPKI's verdicts to a plan, as data and evidence, and refuses what the policy refuses. The digest
 * stays: an approval is of associations, and an apply asks again. Throws the cancellation's
 * Failure.
 */
export async function addVerdicts(
  plan: Plan,
  inputs: RpkiInputs,
  context: BoundedContext,
): Promise<Plan> {
  const wanted = listChanges(plan).filter((change) => isWanted(change, inputs));
  if (wanted.length === 0) return plan;
  const readings = await readSource(
    wanted.map(({ association }) => association),
    inputs,
    { ...context, folders: foldersOf(context) },
  );
  const count = readings.size === 1 ? '1 CIDR' : `${readings.size} CIDRs`;
  context.log.line(`RPKI data from ${sourceText(inputs.source)} for ${count}`);
  const now = context.clock.wallTime() / 1000;
  const targets = plan.targets.map(({ target, changes }) => ({
    target,
    changes: changes.map((change) => addVerdict(change, inputs, readings, now)),
  }));
  return { ...plan, targets };
}

/** What exists is asked of the user's own sources only: RIPEstat is to be asked no more than necessary. */
function isWanted({ step, association }: Change, { source }: RpkiInputs): boolean {
  if (association.remove) return false;
  return step === 'associate' || (step !== 'refuse' && source.form !== 'ripestat');
}

/** In a terminal, a file may be anywhere. */
function foldersOf({ workspace, env: { RUNNER_TEMP: temporary } }: BoundedContext): string[] {
  if (workspace === undefined) return [];
  return temporary ? [workspace, temporary] : [workspace];
}

function addVerdict(change: Change, inputs: RpkiInputs, readings: Readings, now: number): Change {
  const reading = readings.get(change.association.cidr);
  if (!reading || change.step === 'refuse' || change.association.remove) return change;
  const rpki = makeVerdict(change.association, change.target.region, reading, now);
  const refusal = refusalOf(change, rpki, inputs);
  return {
    ...change,
    ...refusal,
    rpki: { ...rpki, warnings: warningsOf(change, rpki, refusal !== undefined) },
    evidence: [...change.evidence, ...evidenceOf(change, rpki, sourceText(inputs.source))],
  };
}

/** What exists is never refused. */
function refusalOf(change: Change, rpki: RpkiVerdict, { policy }: RpkiInputs): Verdict | undefined {
  if (change.step !== 'associate' || policy === 'report') return undefined;
  const why = verdictText(change, rpki);
  switch (rpki.state) {
    case 'valid':
      return undefined;
    case 'unread':
      return { step: 'refuse', why, refusal: 'rpki-unreadable' };
    case 'not-found':
      if (policy === 'refuse-invalid') return undefined;
      return { step: 'refuse', why, refusal: 'rpki-not-valid' };
    case 'invalid':
      return { step: 'refuse', why, refusal: 'rpki-not-valid' };
  }
}

/** `198.51.100.0/24 from AS64500 is invalid in RPKI: ...`; the same for all CIDRs where nothing was read. */
function verdictText({ association: { asn, cidr } }: Change, { state, why }: RpkiVerdict): string {
  if (state === 'unread') return `RPKI data could not be read: ${why}`;
  return `${cidr} from AS${asn} is ${state} in RPKI${why === '' ? '' : `: ${why}`}`;
}

function evidenceOf(change: Change, rpki: RpkiVerdict, source: string): Evidence[] {
  if (rpki.state === 'unread') return [{ grade: 'not read', text: `${source}: ${rpki.why}` }];
  const texts = [
    verdictText(change, rpki),
    ...wayBackTexts(change, rpki).map(({ text }) => `way back: ${text}`),
    ...rpki.notes,
  ];
  return texts.map((text) => ({ grade: 'read', text: `${source}: ${text}` }));
}

/** `198.51.100.0/24 from Amazon's AS16509 and AS14618 is valid`. */
function wayBackTexts({ association: { cidr } }: Change, { wayBack }: RpkiVerdict) {
  const byState = Map.groupBy(wayBack, ({ state }) => state);
  return [...byState].map(([state, origins]) => {
    const names = origins.map(({ asn }) => `AS${asn}`).join(' and ');
    return { state, text: `${cidr} from Amazon's ${names} is ${state}` };
  });
}

/** The failure of the run says why an association is refused. */
function warningsOf(change: Change, rpki: RpkiVerdict, isRefused: boolean): readonly string[] {
  const blocked = wayBackTexts(change, rpki).filter(({ state }) => state !== 'valid');
  return [
    ...(rpki.state === 'valid' || isRefused ? [] : [verdictText(change, rpki)]),
    ...blocked.map(({ text }) => `${text} in RPKI: AWS may stop advertising it`),
  ];
}
