import { originName } from '../domain/origin.ts';
import { targetText } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { countEntries, entryOf, entryText } from '../plan/entry.ts';
import { countLeft, joinParts, type Part } from './fit-page.ts';
import {
  markdownAlert,
  markdownBlock,
  markdownCode,
  markdownFold,
  markdownList,
  markdownText,
} from './markdown.ts';
import { words } from './words.ts';

/** Pairs that failed for the same reason in one target. */
export interface FailureGroup {
  readonly failure: Failure;
  readonly pairs: readonly PairOutcome[];
}

/** A failure in Markdown, except for its lists, which a page can cut. */
interface FailureText {
  readonly head: string;
  readonly lines: readonly string[];
  /** The pairs of a large group; those of others are rows of the table. */
  readonly pairs: readonly PairOutcome[];
  readonly tail: readonly string[];
}

/** The failures of pairs, except the one that ended the run, in the order of the pairs. */
export function groupFailures({ failure: runFailure, pairs }: Outcome): readonly FailureGroup[] {
  const failed = pairs.filter(({ failure }) => failure && failure !== runFailure);
  return [...Map.groupBy(failed, groupKey).values()].flatMap((members) => {
    const failure = members[0]?.failure;
    return failure ? [{ failure, pairs: members }] : [];
  });
}

/** AWS's responses differ from pair to pair only in CIDR and request ID, and so do our messages. */
function groupKey(pair: PairOutcome): string {
  const {
    failure,
    target: { accountId, region },
  } = pair;
  const message = failure?.message.replaceAll(entryText(pair), '');
  const rest = failure?.code === undefined ? message : [accountId, region];
  return JSON.stringify([{ ...failure, requestId: undefined }, rest]);
}

/** The failure that ended the run; one that sums up other failures leaves the details to them. */
export function failurePart(failure: Failure, groups: readonly FailureGroup[]): Part {
  const isSummary = groups.some((group) => group.failure === failure.cause);
  const message = `<b>${markdownText(failure.message)}</b> (${markdownCode(failure.reason)})`;
  const text = {
    head: markdownAlert('CAUTION', [message]),
    lines: isSummary ? [] : failure.lines,
    pairs: [],
    tail: isSummary ? [] : likelyText(failure),
  };
  return {
    text: (count) => formatFailure(text, count),
    leftOut: (count) => linesLeft([text], count),
  };
}

/** The other failures, numbered from 1. */
export function groupsPart({ action, failure }: Outcome, groups: readonly FailureGroup[]): Part {
  const texts = groups.map((group, index) => groupText(group, index + 1, failure));
  const countPairs = (some: readonly FailureText[], most: number) =>
    some.reduce((sum, { pairs }) => sum + Math.min(most, pairs.length), 0);
  return {
    text: (count) => joinParts(texts.slice(0, count).map((text) => formatFailure(text, count))),
    leftOut: (count) => {
      const visible = texts.slice(0, count);
      const pairs = countPairs(texts, Number.POSITIVE_INFINITY) - countPairs(visible, count);
      return [
        ...countLeft(texts.length - count, 'failure'),
        ...countLeft(pairs, `failed ${words[action].entry}`),
        ...linesLeft(visible, count),
      ];
    },
  };
}

function linesLeft(texts: readonly FailureText[], count: number): readonly string[] {
  return texts.some(({ lines }) => lines.length > count) ? ['lines of failures'] : [];
}

const maxRows = 15;

/** Whether a failure lists its pairs itself, because they are too many for the table. */
export function isLarge({ pairs }: Pick<FailureGroup, 'pairs'>): boolean {
  return pairs.length > maxRows;
}

/** A group with its number, and a next step unless it is that of the run. */
function groupText(
  { failure, pairs }: FailureGroup,
  number: number,
  runFailure: Failure | undefined,
): FailureText {
  const code = failure.code === undefined ? [] : [markdownCode(failure.code)];
  const facts = [markdownCode(failure.reason), ...code, countEntries(pairs.length, pairs)];
  const isExample = pairs.some((pair) => pair.failure !== failure);
  // EC2's encoded authorization message is long, and useless when cut; the log has it.
  const message = failure.message.replace(
    /(Encoded authorization failure message): \S+/,
    '$1: see the log.',
  );
  const next = `**Next for failure ${number}:** ${markdownText(failure.next)}`;
  return {
    head: `**Failure ${number}** (${facts.join(', ')}): ${isExample ? 'the first one: ' : ''}${markdownText(message)}`,
    lines: failure.lines,
    pairs: isLarge({ pairs }) ? pairs : [],
    tail: [...likelyText(failure), ...(failure.next === runFailure?.next ? [] : [next])],
  };
}

function likelyText({ likely }: Failure): string[] {
  return likely === undefined ? [] : [`**Likely cause:** ${markdownText(likely)}`];
}

/** A failure with the first `most` items of each of its lists. */
function formatFailure({ head, lines, pairs, tail }: FailureText, most: number): string {
  const some = pairs.slice(0, most);
  const ids = some.flatMap(requestTexts);
  return joinParts([
    head,
    markdownList(pairTexts(some)),
    ids.length > 1 ? markdownFold(`${ids.length} request IDs`, markdownList(ids)) : '',
    lines.length > 0 ? markdownBlock(lines.slice(0, most)) : '',
    ...tail,
  ]);
}

/** `AS64500 in edge, now absent: 198.51.100.0/24, 203.0.113.0/24`, a line for each ASN, target and state. */
function pairTexts(pairs: readonly PairOutcome[]): string[] {
  const nameOf = ({ target, association, route, state, cidrState }: PairOutcome) =>
    route
      ? `Origin ${originName(route.origin)} in ${targetText(target)}, CIDR now ${state}`
      : `AS${association.asn} in ${targetText(target)}, now ${state}, CIDR ${cidrState}`;
  return [...Map.groupBy(pairs, nameOf)].map(([name, some]) => {
    const cidrs = some.map(entryOf).map(({ cidr, note }) => {
      const code = markdownCode(cidr);
      return note === '' ? code : `${code} <sub>${markdownText(note)}</sub>`;
    });
    return `${markdownText(name)}: ${cidrs.join(', ')}`;
  });
}

function requestTexts(pair: PairOutcome): string[] {
  const { association, failure } = pair;
  if (!failure?.requestId) return [];
  const asn = association ? ` AS${markdownText(association.asn)}` : '';
  return [`${markdownCode(entryOf(pair).cidr)}${asn}: ${markdownCode(failure.requestId)}`];
}
