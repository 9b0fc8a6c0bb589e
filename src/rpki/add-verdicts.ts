import type { BoundedContext } from '../context.ts';
import { canonicalAsn } from '../domain/asn.ts';
import { amazonOrigins, originOf } from '../domain/origin.ts';
import type { RpkiVerdict } from '../domain/rpki.ts';
import type { RpkiInputs } from '../inputs/inputs.ts';
import { countNoun } from '../lib/text.ts';
import type { Evidence } from '../plan/evidence.ts';
import type { Plan, PlannedChange, RouteChange } from '../plan/plan.ts';
import { makeVerdict, type Question, questionOf } from './make-verdict.ts';
import { type Readings, readSource, sourceText } from './read-sources.ts';

/**
 * Adds RPKI's verdicts to a plan, as data and evidence, and refuses what the policy refuses. The digest
 * stays: people approve associations, and an apply asks RPKI again. Throws the cancellation's Failure.
 */
export async function addVerdicts<C extends PlannedChange>(
  plan: Plan<C>,
  inputs: RpkiInputs,
  context: BoundedContext,
): Promise<Plan<C>> {
  const questions = plan.changes.flatMap((change) => questionAbout(change, inputs) ?? []);
  if (questions.length === 0) return plan;
  // Sources that respond for one ASN have the VRPs of all; AS0 stands for none.
  const asked = questions.map(({ cidr, origins: [asn = '0'] }) => ({ cidr, asn }));
  const readings = await readSource(asked, inputs, context);
  const count = countNoun(readings.size, 'CIDR');
  context.log.line(`RPKI data from ${sourceText(inputs.source)} for ${count}`);
  const now = context.clock.wallTime() / 1000;
  const changes = plan.changes.map((change) => addVerdict(change, inputs, readings, now));
  return { ...plan, changes };
}

/** One route with a new verdict, refused where the policy refuses it; the same without RPKI. */
export async function renewVerdict(
  change: RouteChange,
  inputs: RpkiInputs | undefined,
  context: BoundedContext,
): Promise<RouteChange> {
  if (!inputs) return change;
  const plan = { changes: [change], unmanaged: [], unmanagedCidrs: undefined, digest: undefined };
  const { changes } = await addVerdicts(plan, inputs, context);
  return changes[0] ?? change;
}

/** The question to RPKI about a change; undefined for none. */
function questionAbout(change: PlannedChange, { source }: RpkiInputs): Question | undefined {
  const { region } = change.target;
  if (change.route) {
    const { route, originBefore } = change;
    // Nothing may delay a withdrawal.
    if (!refusable.has(change.step)) return undefined;
    return {
      cidr: route.cidr,
      origins: route.origin === 'AWS' ? amazonOrigins(region) : [route.origin],
      wayBack: wayBackOf(route.origin, originBefore.origin, region),
    };
  }
  const { step, association } = change;
  // Existing associations are asked of the user's own source only, to spare RIPEstat.
  const isOnlyReported = !association.remove && source.form !== 'ripestat';
  if (step === 'refuse' || !(step === 'associate' || isOnlyReported)) return undefined;
  return questionOf(association, region);
}

/** The steps that create a route, which RPKI may refuse. An existing one is never refused. */
const refusable: ReadonlySet<PlannedChange['step']> = new Set(['associate', 'advertise', 'swap']);

/** The previous own ASN, if it is known; from an own ASN also Amazon's. */
function wayBackOf(to: string, from: string, region: string): readonly string[] {
  const before = canonicalAsn(from) === undefined ? [] : [from];
  return to === 'AWS' ? before : [...amazonOrigins(region), ...before];
}

function addVerdict<C extends PlannedChange>(
  change: C,
  inputs: RpkiInputs,
  readings: Readings,
  now: number,
): C {
  const question = questionAbout(change, inputs);
  const reading = question && readings.get(question.cidr);
  if (!reading) return change;
  const rpki = makeVerdict(question, reading, now);
  const refusal = refusable.has(change.step) ? refusalOf(question, rpki, inputs) : undefined;
  return {
    ...change,
    ...refusal,
    rpki: { ...rpki, warnings: warningsOf(question, rpki, refusal !== undefined) },
    evidence: [...change.evidence, ...evidenceOf(question, rpki, sourceText(inputs.source))],
  };
}

function refusalOf(question: Question, rpki: RpkiVerdict, { policy }: RpkiInputs) {
  const { state } = rpki;
  if (policy === 'report' || state === 'valid') return undefined;
  if (policy === 'refuse-invalid' && state === 'not-found') return undefined;
  const refusal = state === 'unread' ? 'rpki-unreadable' : 'rpki-not-valid';
  return { step: 'refuse', why: verdictText(question, rpki), refusal } as const;
}

/** `198.51.100.0/24 from AS64500 is invalid in RPKI: ...`; the same for all CIDRs if nothing was read. */
function verdictText({ cidr, origins }: Question, { state, why }: RpkiVerdict): string {
  if (state === 'unread') return `RPKI data could not be read: ${why}`;
  return `${cidr} from ${originsText(origins)} is ${state} in RPKI${why === '' ? '' : `: ${why}`}`;
}

/** `AS64500`, `Amazon's AS16509 and AS14618`. */
function originsText(asns: readonly string[]): string {
  const owner = asns.some((asn) => originOf(asn) === 'AWS') ? "Amazon's " : '';
  return owner + asns.map((asn) => `AS${asn}`).join(' and ');
}

function evidenceOf(question: Question, rpki: RpkiVerdict, source: string): Evidence[] {
  if (rpki.state === 'unread') return [{ grade: 'not read', text: `${source}: ${rpki.why}` }];
  const texts = [
    verdictText(question, rpki),
    ...wayBackTexts(question, rpki).map(({ text }) => `way back: ${text}`),
    ...rpki.notes,
  ];
  return texts.map((text) => ({ grade: 'read', text: `${source}: ${text}` }));
}

/** `198.51.100.0/24 from Amazon's AS16509 and AS14618 is valid`. */
function wayBackTexts({ cidr }: Question, { wayBack }: RpkiVerdict) {
  const byState = Map.groupBy(wayBack, ({ state }) => state);
  return [...byState].map(([state, origins]) => {
    const asns = origins.map(({ asn }) => asn);
    const isAmazons = asns.some((asn) => originOf(asn) === 'AWS');
    return { state, isAmazons, text: `${cidr} from ${originsText(asns)} is ${state}` };
  });
}

/** Without the reason for a refusal, which the failure of the run states. */
function warningsOf(question: Question, rpki: RpkiVerdict, isRefused: boolean): readonly string[] {
  const blocked = wayBackTexts(question, rpki).filter(({ state }) => state !== 'valid');
  return [
    ...(rpki.state === 'valid' || isRefused ? [] : [verdictText(question, rpki)]),
    ...blocked.map(({ text, isAmazons }) =>
      isAmazons
        ? `${text} in RPKI: AWS may stop advertising it`
        : `${text} in RPKI: it cannot go back there`,
    ),
  ];
}
