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

/** A failure in Markdown, except for its lists, of which a page can show a part. */
export interface FailureText {
  readonly head: string;
  /** Plain text. */
  readonly lines: readonly string[];
  /** Markdown: the pairs with the same failure as the one in `head`. */
  readonly others: readonly string[];
  readonly tail: readonly string[];
}

/** Pairs that failed for the same reason in one target. */
interface FailureGroup {
  readonly failure: Failure;
  readonly pairs: readonly PairOutcome[];
}

/** The failures of pairs that did not end the run, grouped; in the order of the pairs. */
export function groupFailures({ failure: ending, pairs }: Outcome): readonly FailureGroup[] {
  const failed = pairs.flatMap((pair) =>
    pair.failure && pair.failure !== ending ? [{ pair, failure: pair.failure }] : [],
  );
  return [...Map.groupBy(failed, groupKey).values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ failure: first.failure, pairs: members.map(({ pair }) => pair) }] : [];
  });
}

/** The number of each failure, counted from 1; failures of a group share theirs. */
export function numberFailures(groups: readonly FailureGroup[]): ReadonlyMap<Failure, number> {
  return new Map(
    groups.flatMap(({ pairs }, index) =>
      pairs.flatMap(({ failure }) => (failure ? [[failure, index + 1] as const] : [])),
    ),
  );
}

/** Only responses of AWS differ from pair to pair in nothing but CIDR and request ID. */
function groupKey({
  pair,
  failure,
}: {
  readonly pair: PairOutcome;
  readonly failure: Failure;
}): string {
  const { reason, code, message, likely, next, lines } = failure;
  const { accountId, region } = pair.target;
  return JSON.stringify(
    code === undefined
      ? [reason, message, likely, next, lines]
      : [reason, code, accountId, region, likely, next, lines],
  );
}

/** What ended the run. If it sums up other failures, they have the details. */
export function endingText(failure: Failure, groups: readonly FailureGroup[]): FailureText {
  const head = `> [!CAUTION]\n> <b>${markdownText(failure.message)}</b> (${markdownCode(failure.reason)})`;
  const sumsUp = groups.some((group) => group.failure === failure.cause);
  return sumsUp
    ? { head, lines: [], others: [], tail: [] }
    : { head, lines: failure.lines, others: [], tail: likelyText(failure) };
}

/** The groups with their numbers, counted from 1, and a next step if it is not that of the run. */
export function groupTexts(
  groups: readonly FailureGroup[],
  { failure: ending }: Outcome,
): readonly FailureText[] {
  return groups.map(({ failure, pairs }, index) => {
    const code = failure.code === undefined ? [] : [markdownCode(failure.code)];
    const what = [markdownCode(failure.reason), ...code, countAssociations(pairs.length)];
    const next = `**Next for failure ${index + 1}:** ${markdownText(failure.next)}`;
    return {
      head: `**Failure ${index + 1}** (${what.join(', ')}): ${markdownText(failure.message)}`,
      lines: failure.lines,
      others: pairs.filter((pair) => pair.failure !== failure).map(otherText),
      tail: [...likelyText(failure), ...(failure.next === ending?.next ? [] : [next])],
    };
  });
}

function otherText({ target, association: { cidr, asn }, failure }: PairOutcome): string {
  const id = failure?.requestId ? `: request ID ${markdownCode(failure.requestId)}` : '';
  return `${markdownCode(cidr)} AS${markdownText(asn)} in ${markdownText(targetText(target))}${id}`;
}

/** A failure with the first `most` items of each of its lists. */
export function formatFailure({ head, lines, others, tail }: FailureText, most: number): string {
  const listed = others.slice(0, most);
  return [
    head,
    ...(listed.length > 0
      ? [markdownFold(`The same for ${others.length} more`, markdownList(listed))]
      : []),
    ...(lines.length > 0 && most > 0 ? [markdownBlock(lines.slice(0, most))] : []),
    ...tail,
  ].join('\n\n');
}

function likelyText({ likely }: Failure): string[] {
  return likely === undefined ? [] : [`**Likely cause:** ${markdownText(likely)}`];
}
