import { locationText, type Problem } from '../domain/source-location.ts';
import { targetText } from '../domain/target.ts';
import { statusOf } from '../outcome/pair-status.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { hasChanges, type Unmanaged } from '../plan/plan.ts';
import { reasons } from '../reasons.ts';
import { evidenceTitle, formatEvidence } from './evidence.ts';
import { endingText, formatFailure, groupFailures, groupTexts } from './failures.ts';
import type { Renderings } from './fit.ts';
import { type Links, locationLink } from './links.ts';
import {
  markdownCode,
  markdownFold,
  markdownList,
  markdownTable,
  markdownText,
} from './markdown.ts';
import { makePlanTable } from './plan-table.ts';
import { countText, runStatus } from './status.ts';

const effect =
  '<sub>Associating changes no routes: it makes the ASN eligible to originate the CIDR.</sub>';

/** What only one kind of page has, in Markdown. */
export interface Extras {
  readonly picture: string;
  readonly foot: string;
  /** Where everything is that a shorter page leaves out: the subject of "has everything". */
  readonly rest: string;
}

/**
 * An outcome as a page of GitHub's Markdown: status, table, failures, problems, evidence, next step and
 * digest. With the first 0 items it has less than 1,000 characters, whatever the outcome.
 */
export function renderPage(outcome: Outcome, links: Links, extras: Extras): Renderings {
  const { failure, pairs, plan, inputs } = outcome;
  const groups = groupFailures(outcome);
  const numbers = new Map(
    groups.flatMap((group, index) =>
      group.pairs.flatMap((pair) => (pair.failure ? [[pair.failure, index + 1] as const] : [])),
    ),
  );
  const ending = failure && endingText(failure, groups);
  const failures = groupTexts(groups, outcome);
  const { header, rows, unchanged } = makePlanTable(outcome, numbers, links);
  const unmanaged = (plan?.unmanaged ?? []).map(unmanagedText);
  const problems = otherProblems(outcome).map((problem) => problemText(problem, links));
  const title = `### ${titleText(outcome)}`;
  const lead = leadText(outcome, ending !== undefined || failures.length > 0);
  const advice = adviceText(outcome);
  const changing =
    pairs.length === 1 ? pairs : pairs.filter((pair) => statusOf(pair, inputs?.mode) !== 'kept');
  const details = [
    foldText(unchanged, 'unchanged', (items) => markdownTable(header, items)),
    foldText(unmanaged, unmanagedTitle(outcome), markdownList),
    formatEvidence(changing),
  ];
  const lists = [...(ending ? [ending] : []), ...failures].flatMap(({ lines, others }) => [
    lines.length,
    others.length,
  ]);
  const most = Math.max(rows.length, failures.length, problems.length, ...lists);

  const page = (count: number, leftOut: string) =>
    joinParts([
      title,
      lead,
      ending ? formatFailure(ending, count) : '',
      leftOut,
      rows.length > 0 ? markdownTable(header, rows.slice(0, count)) : '',
      ...(leftOut === '' ? details : [evidenceTitle(changing)]),
      ...failures.slice(0, count).map((text) => formatFailure(text, count)),
      markdownList(problems.slice(0, count)),
      ...advice,
      leftOut === '' ? extras.picture : '',
      extras.foot,
    ]);
  const leftOutText = (count: number, rest: string) =>
    `**Shortened.** Left out: ${[
      'details of the evidence',
      ...countLeft(unchanged.length, 'unchanged association'),
      ...countLeft(unmanaged.length, 'unmanaged association'),
      ...countLeft(rows.length - count, 'row'),
      ...countLeft(failures.length - count, 'failure'),
      ...countLeft(problems.length - count, 'problem'),
      ...(lists.some((length) => length > count) ? ['lines of failures'] : []),
    ].join(', ')}. ${rest} has everything.`;
  return {
    most,
    full: () => page(most, ''),
    brief: () => page(most, leftOutText(most, extras.rest)),
    first: (count) =>
      count === 0
        ? joinParts([`### ${shortTitle(outcome)}`, lead, leftOutText(0, 'The log of the run')])
        : page(count, leftOutText(count, extras.rest)),
  };
}

function joinParts(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

function countLeft(count: number, noun: string): string[] {
  return count > 0 ? [`${count} ${noun}${count === 1 ? '' : 's'}`] : [];
}

function titleText(outcome: Outcome): string {
  const source = outcome.inputs?.source;
  if (source?.form !== 'file') return shortTitle(outcome);
  const only = source.only.length === 0 ? '' : ` (${source.only.map(markdownCode).join(', ')})`;
  return `BYOASN associations of ${markdownCode(source.path)}${only}: ${runStatus(outcome)}`;
}

function shortTitle(outcome: Outcome): string {
  const noun = outcome.inputs?.source.form === 'inputs' ? 'association' : 'associations';
  return `BYOASN ${noun}: ${runStatus(outcome)}`;
}

/** How many pairs have which status, and what the reason means if no failure says it. */
function leadText(outcome: Outcome, hasFailures: boolean): string {
  const { pairs, reason } = outcome;
  const targets = new Set(pairs.map(({ target }) => target.name)).size;
  const where = targets > 1 ? ` in ${targets} targets` : '';
  const counts = pairs.length > 1 ? `**${countText(outcome)}**${where}.` : '';
  const cause = hasFailures ? '' : `${reasons[reason].cause} (<code>${reason}</code>)`;
  return [counts, cause].filter((text) => text !== '').join(' ');
}

function foldText(
  items: readonly string[],
  name: string,
  format: (items: readonly string[]) => string,
): string {
  return items.length === 0 ? '' : markdownFold(`${items.length} ${name}`, format(items));
}

function unmanagedTitle({ inputs }: Outcome): string {
  return inputs?.source.form === 'file'
    ? 'more in AWS that the file does not list: not changed'
    : 'more in AWS on this CIDR: not changed';
}

function unmanagedText({ target, asn, cidr, state }: Unmanaged): string {
  return `${markdownCode(cidr)} AS${markdownText(asn)} ${markdownText(state)} in ${markdownCode(targetText(target))}`;
}

/** The problems that are in no row of the table, such as an entry that could not be read. */
function otherProblems({ failure, pairs }: Outcome): readonly Problem[] {
  const inRows = new Set(
    pairs.flatMap(({ association: { location } }) => (location ? [locationText(location)] : [])),
  );
  const failures = new Set([failure, ...pairs.map((pair) => pair.failure)]);
  const problems = new Set([...failures].flatMap((each) => each?.problems ?? []));
  return [...problems].filter(({ location }) => !inRows.has(locationText(location)));
}

function problemText({ location: place, path, text }: Problem, links: Links): string {
  const entry = path === '' ? '' : `${markdownCode(path)} `;
  return `${locationLink(place, links)} ${entry}${markdownText(text)}`;
}

/** The next step, what a plan does not do, and the digest that an approval compares. */
function adviceText({ reason, failure, plan, inputs }: Outcome): string[] {
  const digest = plan && hasChanges(plan) ? plan.digest : undefined;
  return [
    `**Next:** ${failure ? markdownText(failure.next) : reasons[reason].next}`,
    inputs?.mode === 'plan' ? effect : '',
    digest === undefined ? '' : `<sub>Plan digest ${markdownCode(digest)}</sub>`,
  ];
}
