import type { Links, PullRequestLink } from '../inputs/links.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { hasChanges } from '../plan/plan.ts';
import { maxUnmanagedCidrs } from '../plan/unmanaged.ts';
import { reasons } from '../reasons.ts';
import { formatFailure } from './failures.ts';
import {
  markdownAlert,
  markdownBlock,
  markdownCode,
  markdownFold,
  markdownLink,
  markdownList,
  markdownText,
} from './markdown.ts';
import { nextStepOf } from './next-step.ts';
import { type PageContent, readContent } from './page-content.ts';
import { formatSections } from './plan-table.ts';
import { moreCounts } from './status.ts';
import { undoLines } from './undo.ts';
import { words } from './words.ts';

/** GitHub's limit is 1 MiB for a step (docs.github.com, workflow commands), here with a margin. */
const maxSummaryBytes = 1_000_000;

/** More rows than fit into any page. */
const maxItems = 20_000;

const effects = {
  associate: 'Associating changes no routes: it makes the ASN eligible to originate the CIDR.',
  disassociate: 'Disassociating changes no routes: the ASN is not the origin of its CIDR.',
};

/** The job summary in GitHub's Markdown, at most a million bytes of UTF-8. */
export function formatSummary(outcome: Outcome, links: Links): string {
  return renderToFit(
    readContent(outcome, links),
    { foot: runTexts(links), rest: 'The log of the run' },
    (text) => Buffer.byteLength(text) <= maxSummaryBytes,
  );
}

/**
 * The pull request comment in GitHub's Markdown, at most `room` characters (UTF-16 code units), which
 * must be 1,000 or more.
 */
export function formatComment(outcome: Outcome, room: number, links: Links): string {
  const place = outcome.inputs?.summary === false ? 'The log' : 'The job summary';
  const rest = `${place} of ${markdownLink('the run', links.run)}`;
  return renderToFit(
    readContent(outcome, links),
    { foot: [...runLink(links), ...runTexts({ ...links, pullRequest: undefined })], rest },
    (text) => text.length <= room,
  );
}

/** What only one kind of page has, in Markdown. */
interface Extras {
  /** Parts of the last, small line. */
  readonly foot: readonly string[];
  /** Where everything is that a shorter page leaves out: the subject of "has more". */
  readonly rest: string;
}

/** How much of the content a page has, most first. */
const extents = ['all', 'without diagram', 'without unchanged', 'only rows'] as const;
type Extent = (typeof extents)[number];

/**
 * The first rendering that fits: in full, without the diagram, without unchanged rows too, or without
 * details and with as many items of each list as fit.
 */
function renderToFit(
  content: PageContent,
  extras: Extras,
  fits: (text: string) => boolean,
): string {
  for (const extent of extents) {
    const page = renderPage(content, extras, extent, maxItems);
    if (fits(page)) return page;
  }
  let [most, over] = [0, maxItems];
  while (over - most > 1) {
    const middle = Math.floor((most + over) / 2);
    if (fits(renderPage(content, extras, 'only rows', middle))) most = middle;
    else over = middle;
  }
  return most === 0 ? renderLeast(content) : renderPage(content, extras, 'only rows', most);
}

/** A page with the first `count` items of each list. */
function renderPage(content: PageContent, extras: Extras, extent: Extent, count: number): string {
  const { ending, failures, rows, options, problems, warnings, routeEffects } = content;
  const isShort = extent === 'only rows';
  const shown = rows.slice(0, count);
  return joinParts([
    titleText(content),
    leadText(content),
    ending ? formatFailure(ending, count) : '',
    warnings.length > 0 ? markdownAlert('WARNING', warnings) : '',
    extent === 'all' ? '' : leftOutText(content, extent, count, extras.rest),
    routeEffects.slice(0, count).join('<br>\n'),
    ...formatSections(shown, options, isShort ? 'only rows' : 'with checks'),
    ...failures.slice(0, count).map((text) => formatFailure(text, count)),
    markdownList(problems.slice(0, count)),
    hasUnchanged(extent) ? unchangedText(content) : '',
    ...(isShort ? [] : foldTexts(content)),
    extent === 'all' ? foldText(content.diagram, 'Diagram') : '',
    ...adviceTexts(content, extras),
  ]);
}

/** The least there is to say: less than 1,000 characters, whatever the outcome. */
function renderLeast(content: PageContent): string {
  const leftOut = leftOutText(content, 'only rows', 0, 'The log of the run');
  return joinParts([shortTitleText(content), leadText(content), leftOut]);
}

function hasUnchanged(extent: Extent): boolean {
  return extent === 'all' || extent === 'without diagram';
}

function unchangedText({ unchanged, rows, options }: PageContent): string {
  const sections = formatSections(unchanged, options, 'only rows').join('\n\n');
  const more = rows.some(({ row }) => row.status === 'kept') ? ' more' : '';
  return foldText(sections, `${unchanged.length}${more} unchanged`);
}

function foldTexts({ outcome, unmanagedCidrs, changed }: PageContent): string[] {
  const isOpen = outcome.inputs !== undefined && outcome.inputs.unmanaged !== 'report';
  const left = unmanagedCidrs.length - maxUnmanagedCidrs;
  const cidrs = [
    ...unmanagedCidrs.slice(0, maxUnmanagedCidrs),
    ...(left > 0 ? [`and ${left} more`] : []),
  ];
  const count = unmanagedCidrs.length;
  return [
    foldText(
      markdownList(cidrs),
      `${count} ${count === 1 ? 'CIDR' : 'CIDRs'} in AWS that the file does not have: not changed`,
      isOpen,
    ),
    changed.length === 0 ? '' : markdownFold('Undo', undoText(changed, outcome)),
  ];
}

function undoText(changed: readonly PairOutcome[], outcome: Outcome): string {
  const advice =
    outcome.action === 'routes' ? routeAdvice(outcome) : associationAdvice(changed, outcome);
  return [advice, markdownBlock(undoLines(changed), 'sh')].join('\n\n');
}

function routeAdvice({ inputs }: Outcome): string {
  const file =
    inputs?.source.form === 'file'
      ? 'Change the file back too, or the next run makes the change again. '
      : '';
  return `${file}AWS accepts one of these calls every 10 seconds, and a change to your own ASN once an hour.`;
}

function associationAdvice(changed: readonly PairOutcome[], { inputs }: Outcome): string {
  const first = inputs?.source.form === 'file' ? `${fileUndo(changed)} ` : '';
  const handBack = markdownCode(
    'aws ec2 advertise-byoip-cidr --region REGION --asn AWS --cidr CIDR',
  );
  const routes = `If AWS is then advertising a CIDR from your ASN, return the route to Amazon's ASN before you disassociate: ${handBack}.`;
  const creates = changed.some(({ association }) => !association?.remove);
  return `${first}${creates ? routes : ''}`.trimEnd();
}

/** What the file needs first, or the next run makes the change again. */
function fileUndo(changed: readonly PairOutcome[]): string {
  const [created, removed] = [false, true].map((remove) =>
    changed.some(({ association }) => (association?.remove === true) === remove),
  );
  if (!removed) return 'Take the entries out of the file first.';
  const restore = `take ${markdownCode('remove: true')} out of those to restore`;
  return created
    ? `In the file, first take out the entries to undo, and ${restore}.`
    : `In the file, first ${restore}.`;
}

/** What is left out, of lists all beyond `count` items, and where more is. */
function leftOutText(content: PageContent, extent: Extent, count: number, rest: string): string {
  const { outcome, unchanged, diagram } = content;
  const parts = [
    ...(diagram === '' ? [] : ['the diagram']),
    ...(hasUnchanged(extent)
      ? []
      : countLeft(unchanged.length, `unchanged ${words[outcome.action].entry}`)),
    ...(extent === 'only rows' ? detailsLeft(content, count) : []),
  ];
  return parts.length === 0
    ? ''
    : `**Shortened.** Left out: ${parts.join(', ')}. ${rest} has more.`;
}

function detailsLeft(content: PageContent, count: number): readonly string[] {
  const { outcome, rows, unmanagedCidrs, failures, problems, ending, changed } = content;
  const shown = failures.slice(0, count);
  const listed = failures.reduce((sum, { pairs }) => sum + pairs.length, 0);
  const shownPairs = shown.reduce((sum, { pairs }) => sum + Math.min(count, pairs.length), 0);
  const hasLines = [...shown, ...(ending ? [ending] : [])].some(
    ({ lines }) => lines.length > count,
  );
  return [
    'checks',
    ...(changed.length > 0 ? ['undo'] : []),
    ...countLeft(unmanagedCidrs.length, 'unmanaged CIDR'),
    ...countLeft(rows.length - count, 'row'),
    ...countLeft(failures.length - count, 'failure'),
    ...countLeft(listed - shownPairs, `failed ${words[outcome.action].entry}`),
    ...countLeft(problems.length - count, 'problem'),
    ...(hasLines ? ['lines of failures'] : []),
  ];
}

function joinParts(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

function countLeft(count: number, noun: string): string[] {
  return count > 0 ? [`${count} ${noun}${count === 1 ? '' : 's'}`] : [];
}

function titleText(content: PageContent): string {
  const source = content.outcome.inputs?.source;
  if (source?.form !== 'file') return shortTitleText(content);
  const only = source.only.length === 0 ? '' : ` (${source.only.map(markdownCode).join(', ')})`;
  const { title } = words[content.outcome.action];
  return `### ${title} ${markdownCode(source.path)}${only}: ${markdownText(content.headline)}`;
}

function shortTitleText({ outcome, headline }: PageContent): string {
  return `### ${words[outcome.action].title}: ${markdownText(headline)}`;
}

/** The counts that the headline does not have, and what the reason means unless a failure says it. */
function leadText({ outcome, ending, failures }: PageContent): string {
  const { reason } = outcome;
  const counts = moreCounts(outcome);
  const isSaid = ending !== undefined || failures.length > 0 || reason === 'planned';
  return [
    ...(counts.length === 0 ? [] : [`**${counts.join(', ')}**.`]),
    ...(isSaid ? [] : [`${reasons[reason].cause} (<code>${reason}</code>)`]),
  ].join(' ');
}

function foldText(text: string, title: string, isOpen = false): string {
  return text === '' ? '' : markdownFold(title, text, isOpen);
}

/** The next step, and in small letters what a plan does not do and what it is a plan of. */
function adviceTexts({ outcome, links, changed }: PageContent, { foot }: Extras): string[] {
  const { plan, inputs } = outcome;
  const digest = plan && hasChanges(plan) ? plan.digest : undefined;
  const steps = inputs?.mode === 'plan' ? changed.map(({ step }) => step) : [];
  const facts = [...(digest === undefined ? [] : [`Plan digest ${markdownCode(digest)}`]), ...foot];
  const small = [
    ...(steps.includes('associate') ? [effects.associate] : []),
    ...(steps.includes('disassociate') ? [effects.disassociate] : []),
    facts.join(' · '),
  ].filter((text) => text !== '');
  const next = `**Next:** ${markdownText(nextStepOf(outcome, links))}`;
  return [small.length === 0 ? next : `${next}<br><sub>${small.join('<br>')}</sub>`];
}

/** What the run belongs to, who started it and who approved it, as far as it is known. */
function runTexts({ commit, pullRequest, actor, approvers }: Links): string[] {
  return [
    ...(commit === undefined ? [] : [`commit ${markdownCode(commit.slice(0, 12))}`]),
    ...(pullRequest === undefined ? [] : [pullRequestText(pullRequest)]),
    ...(actor === undefined ? [] : [`started by ${markdownCode(actor)}`]),
    ...(approvers.length === 0
      ? []
      : [`approved in this run by ${approvers.map(markdownCode).join(', ')}`]),
  ];
}

function pullRequestText({ number, url }: PullRequestLink): string {
  return `pull request ${markdownLink(markdownText(`#${number}`), url)}`;
}

/** A comment is not on the page of its run. */
function runLink({ run }: Links): string[] {
  return run === undefined ? [] : [markdownLink('The run', run)];
}
