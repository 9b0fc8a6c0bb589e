import { countAssociations } from '../domain/association.ts';
import { targetText } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import {
  markdownBlock,
  markdownCode,
  markdownFold,
  markdownList,
  markdownText,
} from './markdown.ts';

/** Pairs that failed for the same reason in one target. */
export interface FailureGroup {
  readonly failure: Failure;
  readonly pairs: readonly PairOutcome[];
}

/** A failure in Markdown, except for its lists, of which a page can show a part. */
export interface FailureText {
  readonly head: string;
  readonly lines: readonly string[];
  /** The pairs with the same failure as the one in `head`. */
  readonly others: readonly PairOutcome[];
  readonly tail: readonly string[];
}

/** The failures of pairs that did not end the run, grouped; in the order of the pairs. */
export function groupFailures({ failure: ending, pairs }: Outcome): readonly FailureGroup[] {
  const failed = pairs.filter(({ failure }) => failure && failure !== ending);
  return [...Map.groupBy(failed, groupKey).values()].flatMap((members) => {
    const failure = members[0]?.failure;
    return failure ? [{ failure, pairs: members }] : [];
  });
}

/** Only responses of AWS differ from pair to pair in nothing but CIDR and request ID. */
function groupKey({ failure, target: { accountId, region } }: PairOutcome): string {
  const rest = failure?.code === undefined ? failure?.message : [accountId, region];
  return JSON.stringify([{ ...failure, requestId: undefined }, rest]);
}

/** What ended the run. If it sums up other failures, they have the details. */
export function endingText(failure: Failure, groups: readonly FailureGroup[]): FailureText {
  const sumsUp = groups.some((group) => group.failure === failure.cause);
  return {
    head: `> [!CAUTION]\n> <b>${markdownText(failure.message)}</b> (${markdownCode(failure.reason)})`,
    lines: sumsUp ? [] : failure.lines,
    others: [],
    tail: sumsUp ? [] : likelyText(failure),
  };
}

/** A group with its number, counted from 1, and a next step if it is not that of the run. */
export function groupText(
  { failure, pairs }: FailureGroup,
  number: number,
  ending: Failure | undefined,
): FailureText {
  const code = failure.code === undefined ? [] : [markdownCode(failure.code)];
  const what = [markdownCode(failure.reason), ...code, countAssociations(pairs.length)];
  const next = `**Next for failure ${number}:** ${markdownText(failure.next)}`;
  return {
    head: `**Failure ${number}** (${what.join(', ')}): ${markdownText(failure.message)}`,
    lines: failure.lines,
    others: pairs.filter((pair) => pair.failure !== failure),
    tail: [...likelyText(failure), ...(failure.next === ending?.next ? [] : [next])],
  };
}

/** A failure with the first `most` items of each of its lists. */
export function formatFailure({ head, lines, others, tail }: FailureText, most: number): string {
  const listed = markdownList(others.slice(0, most).map(otherText));
  return [
    head,
    ...(listed === '' ? [] : [markdownFold(`The same for ${others.length} more`, listed)]),
    ...(lines.length > 0 ? [markdownBlock(lines.slice(0, most))] : []),
    ...tail,
  ].join('\n\n');
}

function otherText({ target, association: { cidr, asn }, failure }: PairOutcome): string {
  const id = failure?.requestId ? `: request ID ${markdownCode(failure.requestId)}` : '';
  return `${markdownCode(cidr)} AS${markdownText(asn)} in ${markdownText(targetText(target))}${id}`;
}

function likelyText({ likely }: Failure): string[] {
  return likely === undefined ? [] : [`**Likely cause:** ${markdownText(likely)}`];
}
