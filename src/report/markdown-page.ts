import { targetText } from '../domain/target.ts';
import type { Links } from '../inputs/links.ts';
import { locationText, type Problem } from '../lib/source-location.ts';
import { statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { hasChanges, type Unmanaged } from '../plan/plan.ts';
import { reasons } from '../reasons.ts';
import { evidenceTitle, formatEvidence } from './evidence.ts';
import {
  endingText,
  type FailureText,
  formatFailure,
  groupFailures,
  groupTexts,
  numberFailures,
} from './failures.ts';
import type { Renderings } from './fit.ts';
import { locationLink } from './links.ts';
import {
  markdownCode,
  markdownFold,
  markdownList,
  markdownTable,
  markdownText,
} from './markdown.ts';
import { makePlanTable, type PlanTable } from './plan-table.ts';
import { countText, runStatus } from './status.ts';

const effect =
  '<sub>Associating changes no routes: it makes the ASN eligible to originate the CIDR.</sub>';

/** What only one kind of page has, in Markdown. */
interface Extras {
  readonly picture: string;
  readonly foot: string;
  /** Where everything is that a shorter page leaves out: the subject of "has everything". */
  readonly rest: string;
}

/** The parts of a page, in Markdown. */
interface Content extends Extras {
  readonly title: string;
  readonly shortTitle: string;
  readonly lead: string;
  readonly ending: FailureText | undefined;
  readonly failures: readonly FailureText[];
  readonly table: PlanTable;
  readonly unmanaged: readonly string[];
  readonly problems: readonly string[];
  readonly evidence: { readonly title: string; readonly details: string };
  readonly advice: readonly string[];
  readonly unmanagedTitle: string;
}

/**
 * An outcome as a page of GitHub's Markdown: status, table, failures, problems, evidence, next step and
 * digest. With the first 0 items it has less than 1,000 characters, whatever the outcome.
 */
export function renderPage(outcome: Outcome, links: Links, extras: Extras): Renderings {
  const content = { ...readContent(outcome, links), ...extras };
  const { table, failures, problems, title, shortTitle, lead, rest } = content;
  const most = Math.max(table.rows.length, failures.length, problems.length, ...listsOf(content));
  return {
    most,
    full: () => joinParts([title, lead, ...bodyTexts(content, most, '')]),
    brief: () =>
      joinParts([title, lead, ...bodyTexts(content, most, leftOutText(content, most, rest))]),
    first: (count) =>
      count === 0
        ? joinParts([shortTitle, lead, leftOutText(content, 0, 'The log of the run')])
        : joinParts([title, lead, ...bodyTexts(content, count, leftOutText(content, count, rest))]),
  };
}

function readContent(outcome: Outcome, links: Links): Omit<Content, keyof Extras> {
  const { failure, pairs, plan, inputs } = outcome;
  const groups = groupFailures(outcome);
  const ending = failure && endingText(failure, groups);
  const isChanging = (pair: PairOutcome) => statusOf(pair, inputs?.mode) !== 'kept';
  const changing = pairs.length === 1 ? pairs : pairs.filter(isChanging);
  return {
    title: `### ${titleText(outcome)}`,
    shortTitle: `### ${shortTitleText(outcome)}`,
    lead: leadText(outcome, ending !== undefined || groups.length > 0),
    ending,
    failures: groupTexts(groups, outcome),
    table: makePlanTable(outcome, numberFailures(groups), links),
    unmanaged: (plan?.unmanaged ?? []).map(unmanagedText),
    unmanagedTitle: unmanagedTitle(outcome),
    problems: otherProblems(outcome).map((problem) => problemText(problem, links)),
    evidence: { title: evidenceTitle(changing), details: formatEvidence(changing) },
    advice: adviceTexts(outcome),
  };
}

/** The lengths of the lists in failures. */
function listsOf({ ending, failures }: Content): readonly number[] {
  const texts = ending ? [ending, ...failures] : failures;
  return texts.flatMap(({ lines, others }) => [lines.length, others.length]);
}

/** A page below its lead with the first `count` items of each list; details only if nothing is left out. */
function bodyTexts(content: Content, count: number, leftOut: string): string[] {
  const { ending, failures, table, problems, evidence, advice, picture, foot } = content;
  const isFull = leftOut === '';
  return [
    ending ? formatFailure(ending, count) : '',
    leftOut,
    table.rows.length > 0 ? markdownTable(table.header, table.rows.slice(0, count)) : '',
    ...(isFull ? detailTexts(content) : [evidence.title]),
    ...failures.slice(0, count).map((text) => formatFailure(text, count)),
    markdownList(problems.slice(0, count)),
    ...advice,
    isFull ? picture : '',
    foot,
  ];
}

function detailTexts({ table, unmanaged, unmanagedTitle: name, evidence }: Content): string[] {
  const { header, unchanged } = table;
  return [
    foldText(unchanged, 'unchanged', (items) => markdownTable(header, items)),
    foldText(unmanaged, name, markdownList),
    evidence.details,
  ];
}

/** What is left out beyond `count` items, and where it is. */
function leftOutText(content: Content, count: number, rest: string): string {
  const { table, unmanaged, failures, problems } = content;
  const parts = [
    'details of the evidence',
    ...countLeft(table.unchanged.length, 'unchanged association'),
    ...countLeft(unmanaged.length, 'unmanaged association'),
    ...countLeft(table.rows.length - count, 'row'),
    ...countLeft(failures.length - count, 'failure'),
    ...countLeft(problems.length - count, 'problem'),
    ...(listsOf(content).some((length) => length > count) ? ['lines of failures'] : []),
  ];
  return `**Shortened.** Left out: ${parts.join(', ')}. ${rest} has everything.`;
}

function joinParts(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

function countLeft(count: number, noun: string): string[] {
  return count > 0 ? [`${count} ${noun}${count === 1 ? '' : 's'}`] : [];
}

function titleText(outcome: Outcome): string {
  const source = outcome.inputs?.source;
  if (source?.form !== 'file') return shortTitleText(outcome);
  const only = source.only.length === 0 ? '' : ` (${source.only.map(markdownCode).join(', ')})`;
  return `BYOASN associations of ${markdownCode(source.path)}${only}: ${runStatus(outcome)}`;
}

function shortTitleText(outcome: Outcome): string {
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
function adviceTexts({ reason, failure, plan, inputs }: Outcome): string[] {
  const digest = plan && hasChanges(plan) ? plan.digest : undefined;
  return [
    `**Next:** ${failure ? markdownText(failure.next) : reasons[reason].next}`,
    inputs?.mode === 'plan' ? effect : '',
    digest === undefined ? '' : `<sub>Plan digest ${markdownCode(digest)}</sub>`,
  ];
}
