import type { Links } from '../inputs/links.ts';
import type { Problem } from '../lib/source-location.ts';
import { countNoun, listFirst } from '../lib/text.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { entryOf, entryText } from '../plan/entry.ts';
import { hasChanges } from '../plan/plan.ts';
import { maxUnmanagedCidrs, unmanagedCidrText } from '../plan/unmanaged.ts';
import { reasons } from '../reasons.ts';
import { type FailureGroup, failurePart, groupFailures, groupsPart, isLarge } from './failures.ts';
import {
  countLeft,
  fitPage,
  fixedPart,
  foldPart,
  inFull,
  joinParts,
  type Page,
  type Part,
} from './fit-page.ts';
import { headlineOf, otherCounts } from './headline.ts';
import {
  locationLink,
  markdownAlert,
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownList,
  markdownText,
} from './markdown.ts';
import { formatGraph } from './mermaid.ts';
import { nextStepOf } from './next-step.ts';
import { effectLines, isMissed, makeRows, type PairRow } from './pair-row.ts';
import { columnNames, formatSections, makeTableRow } from './plan-table.ts';
import { changedPairs, undoAdvice, undoLines } from './undo.ts';
import { planWarnings } from './warnings.ts';
import { words } from './words.ts';

/** GitHub allows 1 MiB per step (docs.github.com, workflow commands); this leaves a margin. */
const maxSummaryBytes = 1_000_000;

/** The job summary in GitHub's Markdown, at most a million bytes of UTF-8. */
export function formatSummary(outcome: Outcome, links: Links): string {
  const page = makePage(outcome, links, runTexts(links), 'The log of the run');
  return fitPage(page, (text) => Buffer.byteLength(text) <= maxSummaryBytes);
}

/**
 * The pull request comment in GitHub's Markdown, at most `room` characters (UTF-16 code units), which
 * must be 1,000 or more.
 */
export function formatComment(outcome: Outcome, room: number, links: Links): string {
  const place = outcome.inputs?.summary === false ? 'The log' : 'The job summary';
  const rest = `${place} of ${markdownLink('the run', links.run)}`;
  // A comment is on the page of its pull request, but not on that of its run.
  const run = links.run === undefined ? [] : [markdownLink('The run', links.run)];
  const foot = [...run, ...runTexts({ ...links, pullRequest: undefined })];
  return fitPage(makePage(outcome, links, foot, rest), (text) => text.length <= room);
}

/** `foot` are the facts in the last line; `rest` says where to find what a shortened page leaves out. */
function makePage(outcome: Outcome, links: Links, foot: readonly string[], rest: string): Page {
  const { action, failure } = outcome;
  const groups = groupFailures(outcome);
  const rows = makeRows(outcome);
  const headline = markdownText(headlineOf(outcome, rows));
  const lead = leadText(outcome, rows, groups.length > 0);
  const effects = effectLines(outcome, rows).map(markdownText);
  return {
    least: joinParts([`### ${words[action].title}: ${headline}`, lead]),
    rest,
    head: [
      fixedPart(`### ${titleText(outcome)}: ${headline}`),
      fixedPart(lead),
      ...(failure ? [failurePart(failure, groups)] : []),
      fixedPart(warningText(outcome)),
    ],
    body: [
      { text: (count) => effects.slice(0, count).join('<br>\n') },
      ...tableParts(outcome, rows, groups, links),
      ...foldParts(outcome, rows),
      fixedPart(nextText(outcome, links, foot)),
    ],
  };
}

function titleText({ action, inputs }: Outcome): string {
  const { title } = words[action];
  if (inputs?.source.form !== 'file') return title;
  const { path, only } = inputs.source;
  const filter = only.length === 0 ? '' : ` (${only.map(markdownCode).join(', ')})`;
  return `${title} ${markdownCode(path)}${filter}`;
}

/** The counts that the headline leaves out, and what the reason means unless a failure already says so. */
function leadText(outcome: Outcome, rows: readonly PairRow[], hasGroups: boolean): string {
  const { reason, failure } = outcome;
  const counts = otherCounts(outcome, rows);
  const isReasonExplained = failure !== undefined || hasGroups || reason === 'planned';
  return [
    ...(counts.length === 0 ? [] : [`**${counts.join(', ')}**.`]),
    ...(isReasonExplained ? [] : [`${reasons[reason].cause} (<code>${reason}</code>)`]),
  ].join(' ');
}

/** An alert shows at most this many warnings; the rows of the table show all. */
const maxWarnings = 5;

function warningText({ plan, inputs, pairs }: Outcome): string {
  const missed = pairs.flatMap((pair) =>
    pair.route && !pair.failure && isMissed(pair)
      ? [`${entryText(pair)} is not verified: ${pair.verification?.text}`]
      : [],
  );
  const planned = plan && inputs ? planWarnings(plan, inputs).map(({ text }) => text) : [];
  const texts = [...missed, ...planned].map(markdownText);
  if (texts.length === 0) return '';
  return markdownAlert('WARNING', listFirst(texts, maxWarnings, 'more, under Checks'));
}

/** The tables and the failures, the problems that belong to no row, and the folded unchanged rows. */
function tableParts(
  outcome: Outcome,
  rows: readonly PairRow[],
  groups: readonly FailureGroup[],
  links: Links,
): Part[] {
  const numbers = new Map(
    groups.flatMap(({ pairs }, index) => pairs.map((pair) => [pair, index + 1])),
  );
  const listed = new Set(groups.filter(isLarge).flatMap(({ pairs }) => pairs));
  const isUnchanged = ({ status, needsLook }: PairRow) => status === 'kept' && !needsLook;
  const { visible = [], folded = [] } = Object.groupBy(
    rows
      .filter(({ pair }) => !listed.has(pair))
      .map((row) => makeTableRow(row, links, numbers.get(row.pair))),
    ({ row }) => (rows.length > 1 && isUnchanged(row) ? 'folded' : 'visible'),
  );
  const columns = columnNames(outcome, rows);
  const problems = otherProblems(outcome).map((problem) => problemText(problem, links));
  const more = visible.some(({ row }) => row.status === 'kept') ? ' more' : '';
  return [
    {
      text: (count) =>
        joinParts(formatSections(visible.slice(0, count), columns, count === inFull)),
      leftOut: (count) =>
        count === inFull ? [] : ['checks', ...countLeft(visible.length - count, 'row')],
    },
    groupsPart(outcome, groups),
    {
      text: (count) => markdownList(problems.slice(0, count)),
      leftOut: (count) => countLeft(problems.length - count, 'problem'),
    },
    foldPart(
      countNoun(folded.length, `unchanged ${words[outcome.action].entry}`),
      2,
      `${folded.length}${more} unchanged`,
      joinParts(formatSections(folded, columns, false)),
    ),
  ];
}

/** The problems that are in no row of the table, such as an entry that could not be read. */
function otherProblems({ failure, pairs }: Outcome): readonly Problem[] {
  const inRows = new Set(pairs.map((pair) => entryOf(pair).location));
  return (failure?.problems ?? []).filter(({ location }) => !inRows.has(location));
}

function problemText({ location, path, text }: Problem, links: Links): string {
  const entry = path === '' ? '' : `${markdownCode(path)} `;
  return `${locationLink(location, links)} ${entry}${markdownText(text)}`;
}

/** The unmanaged CIDRs, the undo commands and the diagram, each folded. */
function foldParts(outcome: Outcome, rows: readonly PairRow[]): Part[] {
  const { plan, inputs } = outcome;
  const cidrs = plan?.unmanagedCidrs ?? [];
  const cidrTexts = cidrs.map(unmanagedCidrText).map(markdownText);
  const isOpen = inputs !== undefined && inputs.unmanaged !== 'report';
  const changed = changedPairs(outcome);
  const undo =
    changed.length === 0
      ? ''
      : joinParts([undoAdvice(changed, outcome), markdownBlock(undoLines(changed), 'sh')]);
  return [
    foldPart(
      countNoun(cidrs.length, 'unmanaged CIDR'),
      3,
      `${countNoun(cidrs.length, 'CIDR')} in AWS that are not in the file (not changed)`,
      markdownList(listFirst(cidrTexts, maxUnmanagedCidrs)),
      isOpen,
    ),
    foldPart('undo', 3, 'Undo', undo),
    foldPart('the diagram', 1, 'Diagram', formatGraph(outcome, rows)),
  ];
}

/** What planned steps do not do, in small print. */
const noEffects = {
  associate: 'Associating changes no routes; it only makes the ASN eligible to originate the CIDR.',
  disassociate: 'Disassociating changes no routes, because the ASN is not the origin of the CIDR.',
};

/** The next step, and in small print what the plan does not do and which run this is. */
function nextText(outcome: Outcome, links: Links, foot: readonly string[]): string {
  const { plan, inputs } = outcome;
  const digest = plan && hasChanges(plan) ? plan.digest : undefined;
  const planned = inputs?.mode === 'plan' ? changedPairs(outcome) : [];
  const steps = new Set<string | undefined>(planned.map(({ step }) => step));
  const facts = [...(digest === undefined ? [] : [`Plan digest ${markdownCode(digest)}`]), ...foot];
  const small = [
    ...Object.entries(noEffects).flatMap(([step, text]) => (steps.has(step) ? [text] : [])),
    facts.join(' · '),
  ].filter((text) => text !== '');
  const next = `**Next:** ${markdownText(nextStepOf(outcome, links))}`;
  return small.length === 0 ? next : `${next}<br><sub>${small.join('<br>')}</sub>`;
}

/** The commit and the pull request of the run, who started it and who approved it, if known. */
function runTexts({ commit, pullRequest, actor, approvers }: Links): string[] {
  const pull = pullRequest && markdownLink(markdownText(`#${pullRequest.number}`), pullRequest.url);
  const approved = approvers.map(markdownCode).join(', ');
  return [
    ...(commit === undefined ? [] : [`commit ${markdownCode(commit.slice(0, 12))}`]),
    ...(pull === undefined ? [] : [`pull request ${pull}`]),
    ...(actor === undefined ? [] : [`started by ${markdownCode(actor)}`]),
    ...(approved === '' ? [] : [`approved in this run by ${approved}`]),
  ];
}
