import { locationText, type Problem, type SourceLocation } from '../domain/source-location.ts';
import { targetText } from '../domain/target.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { hasChanges, type Unmanaged } from '../plan/plan.ts';
import { reasons } from '../reasons.ts';
import { endingText, formatFailures, numberPairFailures, pairFailureTexts } from './failures.ts';
import type { Counts, Trimmable } from './fit.ts';
import { type Links, placeLink } from './links.ts';
import {
  markdownBlock,
  markdownCode,
  markdownFold,
  markdownList,
  markdownTable,
  markdownText,
} from './markdown.ts';
import { makePlanTable } from './plan-table.ts';
import { countText, runStatus } from './status.ts';

/** What can be left out of a page, first what is missed least, and how one and many are called. */
const parts = {
  picture: ['picture', 'pictures'],
  unchanged: ['unchanged association', 'unchanged associations'],
  unmanaged: ['association that is left alone', 'associations that are left alone'],
  evidence: ['row of evidence', 'rows of evidence'],
  lines: ['line of a failure', 'lines of failures'],
  furtherFailures: ['further failure', 'further failures'],
  rows: ['row of the table', 'rows of the table'],
  problems: ['problem', 'problems'],
  failures: ['failure', 'failures'],
  advice: ['hint', 'hints'],
  foot: ['link', 'links'],
  names: ['file name', 'file names'],
} as const;

/** A part of a page that can be left out. */
export type Part = keyof typeof parts;

const order = Object.keys(parts).filter((name): name is Part => name in parts);

/** So many failures are missed more than rows of the table, and those after them less. */
const firstFailures = 10;

const effect =
  '<sub>Associating makes the ASN eligible and changes no routes; advertising the CIDR with it does.</sub>';

/** What one kind of page has and another has not: Markdown, empty for none. */
export interface Extras {
  readonly picture: string;
  readonly foot: string;
}

/**
 * An outcome as a page of GitHub's Markdown: status, table, failures, problems, digest and next step.
 * With nothing but what is never left out it has less than 1,000 characters, whatever the outcome.
 */
export function renderPage(
  outcome: Outcome,
  links: Links,
  { picture, foot }: Extras,
): Trimmable<Part> {
  const { failure, plan } = outcome;
  const numbered = numberPairFailures(outcome);
  const endings = failure ? [endingText(failure, numbered)] : [];
  const failures = [...endings, ...pairFailureTexts(numbered, outcome)];
  const table = makePlanTable(outcome, numbered, links);
  const unmanaged = (plan?.unmanaged ?? []).map(unmanagedText);
  const problems = untoldProblems(outcome).map((problem) => problemText(problem, links));
  const advice = adviceTexts(outcome);
  const all: Counts<Part> = {
    picture: picture === '' ? 0 : 1,
    unchanged: table.unchanged.length,
    unmanaged: unmanaged.length,
    evidence: table.rows.length,
    lines: failures.reduce((sum, { lines }) => sum + lines.length, 0),
    rows: table.rows.length,
    problems: problems.length,
    furtherFailures: Math.max(0, failures.length - firstFailures),
    failures: Math.min(failures.length, firstFailures),
    advice: advice.length,
    foot: foot === '' ? 0 : 1,
    names: outcome.inputs?.source.form === 'file' ? 1 : 0,
  };
  const render = (shown: Counts<Part>) => {
    const failed = formatFailures(
      failures.slice(0, shown.failures + shown.furtherFailures),
      shown.lines,
    );
    const rows = table.rows
      .slice(0, shown.rows)
      .map(({ whole, brief }, index) => (index < shown.evidence ? whole : brief));
    return joinParts([
      `### ${titleText(outcome, shown.names)}`,
      leadText(outcome, failed.length > 0),
      ...failed.slice(0, endings.length),
      leftOutText(all, shown, outcome),
      rows.length > 0 ? markdownTable(table.header, rows) : '',
      foldText(table.unchanged.slice(0, shown.unchanged), 'unchanged', (some) =>
        markdownTable(table.header, some),
      ),
      foldText(
        unmanaged.slice(0, shown.unmanaged),
        outcome.inputs?.source.form === 'file'
          ? 'more in AWS that the file does not list: left alone'
          : 'more in AWS on this CIDR: left alone',
        markdownList,
      ),
      ...failed.slice(endings.length),
      shown.problems > 0 ? markdownList(problems.slice(0, shown.problems)) : '',
      ...advice.slice(0, shown.advice),
      shown.picture > 0 ? picture : '',
      shown.advice < all.advice ? '' : effect,
      shown.foot > 0 ? foot : '',
    ]);
  };
  return { order, all, render };
}

function joinParts(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

function titleText(outcome: Outcome, names: number): string {
  const source = outcome.inputs?.source;
  const status = runStatus(outcome);
  if (source?.form === 'inputs') return `BYOASN association: ${status}`;
  if (source === undefined || names === 0) return `BYOASN associations: ${status}`;
  const only = source.only.length === 0 ? '' : ` (${source.only.map(markdownCode).join(', ')})`;
  return `BYOASN associations of ${markdownCode(source.path)}${only}: ${status}`;
}

/** How many pairs ended how, and what that means where no failure says it. */
function leadText(outcome: Outcome, told: boolean): string {
  const { pairs, reason } = outcome;
  const targets = new Set(pairs.map(({ target }) => target.name)).size;
  const where = targets > 1 ? ` in ${targets} targets` : '';
  const counts = pairs.length > 1 ? `**${countText(outcome)}**${where}.` : '';
  const cause = told ? '' : `${reasons[reason].cause} (<code>${reason}</code>)`;
  return [counts, cause].filter((text) => text !== '').join(' ');
}

/** What is left out, and where it is; empty when nothing is. */
function leftOutText(all: Counts<Part>, shown: Counts<Part>, { plan, inputs }: Outcome): string {
  const left = order
    .map((part) => ({ count: all[part] - shown[part], names: parts[part] }))
    .filter(({ count }) => count > 0)
    .map(({ count, names: [one, many] }) => `${count} ${count === 1 ? one : many}`);
  const file =
    plan && inputs?.source.form === 'file' ? ', and the file that the output plan-path names' : '';
  return left.length === 0
    ? ''
    : `**Too long to show in full.** Left out: ${left.join(', ')}. The log of the run has everything${file}.`;
}

function foldText(
  shown: readonly string[],
  name: string,
  format: (shown: readonly string[]) => string,
): string {
  return shown.length === 0 ? '' : markdownFold(`${shown.length} ${name}`, format(shown));
}

function unmanagedText({ target, asn, cidr, state }: Unmanaged): string {
  return `${markdownCode(cidr)} AS${markdownText(asn)} ${markdownText(state)} in ${markdownCode(targetText(target))}`;
}

/** Problems of what is no row of the table, such as an entry that could not be read. */
function untoldProblems({ failure, pairs }: Outcome): readonly Problem[] {
  const isPlace = (place: SourceLocation | undefined) => place !== undefined;
  const rows = new Set(
    pairs
      .map(({ association }) => association.location)
      .filter(isPlace)
      .map(locationText),
  );
  const all = [failure, ...new Set(pairs.map((pair) => pair.failure))];
  const problems = new Set(all.flatMap((one) => one?.problems ?? []));
  return [...problems].filter(({ location: place }) => !rows.has(locationText(place)));
}

function problemText({ location: place, path, text }: Problem, links: Links): string {
  const entry = path === '' ? '' : `${markdownCode(path)} `;
  return `${placeLink(place, links)} ${entry}${markdownText(text)}`;
}

/** The next step, and the digest: how to apply this plan and no other, or which one this run was about. */
function adviceTexts(outcome: Outcome): string[] {
  const { reason, failure, plan, inputs } = outcome;
  const next = `**Next:** ${failure ? markdownText(failure.next) : reasons[reason].next}`;
  const digest = plan && hasChanges(plan) ? plan.digest : undefined;
  if (digest === undefined) return [next];
  const applicable = inputs?.mode === 'plan' && !failure;
  const block = markdownBlock([`expected-plan: ${digest}`], 'yaml');
  return applicable
    ? [next, `To apply this plan and no other:\n\n${block}`]
    : [next, `<sub>Plan digest ${markdownCode(digest)}</sub>`];
}
