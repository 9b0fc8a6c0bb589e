import { targetText } from '../domain/target.ts';
import type { Links } from '../inputs/links.ts';
import type { Problem } from '../lib/source-location.ts';
import { statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { hasChanges, type Unmanaged, type UnmanagedCidr } from '../plan/plan.ts';
import { maxUnmanagedCidrs } from '../plan/unmanaged.ts';
import { reasons } from '../reasons.ts';
import { evidenceTitle, formatEvidence } from './evidence.ts';
import {
  endingText,
  type FailureText,
  formatFailure,
  groupFailures,
  groupText,
} from './failures.ts';
import {
  locationLink,
  markdownCode,
  markdownFold,
  markdownLink,
  markdownList,
  markdownTable,
  markdownText,
} from './markdown.ts';
import { formatGraph } from './mermaid.ts';
import { makePlanTable, type PlanTable } from './plan-table.ts';
import { countText, remarkCounts, runStatus } from './status.ts';

/** GitHub's limit is 1 MiB for a step (docs.github.com, workflow commands), here with a margin. */
const maxSummaryBytes = 1_000_000;

/** More rows than fit into any page. */
const maxItems = 20_000;

const effect =
  '<sub>Associating changes no routes: it makes the ASN eligible to originate the CIDR.</sub>';

/** The job summary in GitHub's Markdown, at most a million bytes of UTF-8. */
export function formatSummary(outcome: Outcome, links: Links): string {
  return renderToFit(
    readContent(outcome, links),
    { picture: formatGraph(outcome), foot: '', rest: 'The log of the run' },
    (text) => Buffer.byteLength(text) <= maxSummaryBytes,
  );
}

/**
 * The pull request comment in GitHub's Markdown, at most `room` characters (UTF-16 code units), which
 * must be 1,000 or more. The picture is only in the job summary.
 */
export function formatComment(outcome: Outcome, room: number, links: Links): string {
  const rest = `${markdownLink('The run', links.run)}, in its job summary or its log,`;
  return renderToFit(
    readContent(outcome, links),
    { picture: '', foot: runLine(links), rest },
    (text) => text.length <= room,
  );
}

/** What only one kind of page has, in Markdown. */
interface Extras {
  readonly picture: string;
  readonly foot: string;
  /** Where everything is that a shorter page leaves out: the subject of "has everything". */
  readonly rest: string;
}

/** What a page is made of. */
interface Content {
  readonly outcome: Outcome;
  readonly ending: FailureText | undefined;
  readonly failures: readonly FailureText[];
  readonly table: PlanTable;
  /** In Markdown. */
  readonly unmanaged: readonly string[];
  /** In Markdown. */
  readonly unmanagedCidrs: readonly string[];
  /** In Markdown: those in no row of the table. */
  readonly problems: readonly string[];
  /** Those whose evidence is shown: all but unchanged ones. */
  readonly changing: readonly PairOutcome[];
}

function readContent(outcome: Outcome, links: Links): Content {
  const { failure, pairs, plan, inputs } = outcome;
  const groups = groupFailures(outcome);
  return {
    outcome,
    ending: failure && endingText(failure, groups),
    failures: groups.map((group, index) => groupText(group, index + 1, failure)),
    table: makePlanTable(outcome, groups, links),
    unmanaged: (plan?.unmanaged ?? []).map(unmanagedText),
    unmanagedCidrs: (plan?.unmanagedCidrs ?? []).map(unmanagedCidrText),
    problems: otherProblems(outcome).map((problem) => problemText(problem, links)),
    changing: pairs.filter((pair) => pairs.length === 1 || statusOf(pair, inputs?.mode) !== 'kept'),
  };
}

/** The page in full or, without details, with as many items of each list as fit. */
function renderToFit(content: Content, extras: Extras, fits: (text: string) => boolean): string {
  const full = renderPage(content, extras, Number.POSITIVE_INFINITY);
  if (fits(full)) return full;
  let [most, over] = [0, maxItems];
  while (over - most > 1) {
    const middle = Math.floor((most + over) / 2);
    if (fits(renderPage(content, extras, middle))) most = middle;
    else over = middle;
  }
  return most === 0 ? renderLeast(content) : renderPage(content, extras, most);
}

/** A page with the first `count` items of each list; details only if the count is infinite. */
function renderPage(content: Content, extras: Extras, count: number): string {
  const { outcome, ending, failures, table, problems, changing } = content;
  const isFull = count === Number.POSITIVE_INFINITY;
  return joinParts([
    titleText(outcome),
    leadText(content),
    ending ? formatFailure(ending, count) : '',
    isFull ? '' : leftOutText(content, count, extras.rest),
    table.rows.length > 0 ? markdownTable(table.header, table.rows.slice(0, count)) : '',
    ...(isFull ? detailTexts(content) : [evidenceTitle(changing)]),
    ...failures.slice(0, count).map((text) => formatFailure(text, count)),
    markdownList(problems.slice(0, count)),
    ...adviceTexts(outcome),
    isFull ? extras.picture : '',
    extras.foot,
  ]);
}

/** The least there is to say: less than 1,000 characters, whatever the outcome. */
function renderLeast(content: Content): string {
  const leftOut = leftOutText(content, 0, 'The log of the run');
  return joinParts([shortTitleText(content.outcome), leadText(content), leftOut]);
}

function detailTexts(content: Content): string[] {
  const { outcome, table, unmanaged, unmanagedCidrs, changing } = content;
  const { header, unchanged } = table;
  const where =
    outcome.inputs?.source.form === 'file' ? 'that the file does not list' : 'on this CIDR';
  const isOpen = outcome.inputs !== undefined && outcome.inputs.unmanaged !== 'report';
  const cidrs = unmanagedCidrs.slice(0, maxUnmanagedCidrs);
  const left = unmanagedCidrs.length - maxUnmanagedCidrs;
  const more = left > 0 ? [`and ${left} more`] : [];
  return [
    foldText(unchanged, 'unchanged', markdownTable(header, unchanged)),
    foldText(unmanaged, `more in AWS ${where}: not changed`, markdownList(unmanaged), isOpen),
    foldText(
      unmanagedCidrs,
      'CIDRs in AWS that the file does not have: not changed',
      markdownList([...cidrs, ...more]),
      isOpen,
    ),
    formatEvidence(changing),
  ];
}

/** What is left out beyond `count` items, and where it is. */
function leftOutText(content: Content, count: number, rest: string): string {
  const { table, unmanaged, unmanagedCidrs, failures, problems, ending } = content;
  const lists = [...failures, ...(ending ? [ending] : [])].flatMap(({ lines, others }) => [
    lines.length,
    others.length,
  ]);
  const parts = [
    'details of the evidence',
    ...countLeft(table.unchanged.length, 'unchanged association'),
    ...countLeft(unmanaged.length, 'unmanaged association'),
    ...countLeft(unmanagedCidrs.length, 'unmanaged CIDR'),
    ...countLeft(table.rows.length - count, 'row'),
    ...countLeft(failures.length - count, 'failure'),
    ...countLeft(problems.length - count, 'problem'),
    ...(lists.some((length) => length > count) ? ['lines of failures'] : []),
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
  return `### BYOASN associations of ${markdownCode(source.path)}${only}: ${runStatus(outcome)}`;
}

function shortTitleText(outcome: Outcome): string {
  const noun = outcome.inputs?.source.form === 'inputs' ? 'association' : 'associations';
  return `### BYOASN ${noun}: ${runStatus(outcome)}`;
}

/** How many pairs have which status, and what the reason means if no failure says it. */
function leadText({ outcome, ending, failures }: Content): string {
  const { pairs, reason } = outcome;
  const targets = new Set(pairs.map(({ target }) => target.name)).size;
  const where = targets > 1 ? ` in ${targets} targets` : '';
  const remarks = remarkCounts(outcome).join(', ');
  const text = pairs.length > 1 ? countText(outcome) : remarks;
  const counts = text === '' ? '' : `**${text}**${where}.`;
  const isSaid = ending !== undefined || failures.length > 0;
  const cause = isSaid ? '' : `${reasons[reason].cause} (<code>${reason}</code>)`;
  return [counts, cause].filter((text) => text !== '').join(' ');
}

function foldText(items: readonly string[], name: string, text: string, isOpen = false): string {
  return items.length === 0 ? '' : markdownFold(`${items.length} ${name}`, text, isOpen);
}

function unmanagedText({ target, asn, cidr, state }: Unmanaged): string {
  return `${markdownCode(cidr)} AS${markdownText(asn)} ${markdownText(state)} in ${markdownCode(targetText(target))}`;
}

function unmanagedCidrText({ target, cidr, state, asns }: UnmanagedCidr): string {
  const names = asns.slice(0, 10).map((asn) => ` AS${markdownText(asn)}`);
  return `${markdownCode(cidr)}${names.join('')} ${markdownText(state)} in ${markdownCode(targetText(target))}`;
}

/** The problems that are in no row of the table, such as an entry that could not be read. */
function otherProblems({ failure, pairs }: Outcome): readonly Problem[] {
  const inRows = new Set(pairs.map(({ association }) => association.location));
  return (failure?.problems ?? []).filter(({ location }) => !inRows.has(location));
}

function problemText({ location, path, text }: Problem, links: Links): string {
  const entry = path === '' ? '' : `${markdownCode(path)} `;
  return `${locationLink(location, links)} ${entry}${markdownText(text)}`;
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

/** The line of a comment that links to its run; empty without links. */
function runLine({ run, commit }: Links): string {
  const page = run === undefined ? [] : [markdownLink('The run', run)];
  const ofCommit = commit === undefined ? [] : [`commit ${markdownCode(commit.slice(0, 12))}`];
  const parts = [...page, ...ofCommit];
  return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`;
}
