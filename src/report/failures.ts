import { originName } from '../domain/origin.ts';
import { targetText } from '../domain/target.ts';
import type { Failure } from '../failure.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';
import { countEntries, entryOf, entryText } from '../plan/entry.ts';
import {
  markdownAlert,
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
  /** The pairs that failed in this way, if they are many; rows of the table refer to the failure else. */
  readonly pairs: readonly PairOutcome[];
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

/** Responses of AWS differ from pair to pair only in CIDR and request ID, and so do messages of ours. */
function groupKey(pair: PairOutcome): string {
  const {
    failure,
    target: { accountId, region },
  } = pair;
  const own = failure?.message.replaceAll(entryText(pair), '');
  const rest = failure?.code === undefined ? own : [accountId, region];
  return JSON.stringify([{ ...failure, requestId: undefined }, rest]);
}

/** What ended the run. If it sums up other failures, they have the details. */
export function endingText(failure: Failure, groups: readonly FailureGroup[]): FailureText {
  const sumsUp = groups.some((group) => group.failure === failure.cause);
  return {
    head: markdownAlert('CAUTION', [
      `<b>${markdownText(failure.message)}</b> (${markdownCode(failure.reason)})`,
    ]),
    lines: sumsUp ? [] : failure.lines,
    pairs: [],
    tail: sumsUp ? [] : likelyText(failure),
  };
}

/** So many pairs of a failure are rows of the table. */
const maxRows = 15;

/** Whether so many pairs failed in this way that the failure lists them, in place of the table. */
export function isLarge({ pairs }: Pick<FailureGroup, 'pairs'>): boolean {
  return pairs.length > maxRows;
}

/** A group with its number, counted from 1, and a next step if it is not that of the run. */
export function groupText(
  { failure, pairs }: FailureGroup,
  number: number,
  ending: Failure | undefined,
): FailureText {
  const code = failure.code === undefined ? [] : [markdownCode(failure.code)];
  const what = [markdownCode(failure.reason), ...code, countEntries(pairs.length, pairs)];
  const next = `**Next for failure ${number}:** ${markdownText(failure.next)}`;
  const first =
    pairs.length > 1 && pairs.some((pair) => pair.failure !== failure) ? 'the first one: ' : '';
  return {
    head: `**Failure ${number}** (${what.join(', ')}): ${first}${markdownText(withoutEncoded(failure.message))}`,
    lines: failure.lines,
    pairs: isLarge({ pairs }) ? pairs : [],
    tail: [...likelyText(failure), ...(failure.next === ending?.next ? [] : [next])],
  };
}

/** EC2's encoded authorization message is long, and useless when cut; the log has it. */
function withoutEncoded(message: string): string {
  return message.replace(/(Encoded authorization failure message): \S+/, '$1: see the log.');
}

/** A failure with the first `most` items of each of its lists. */
export function formatFailure({ head, lines, pairs, tail }: FailureText, most: number): string {
  const some = pairs.slice(0, most);
  const ids = some.filter(({ failure }) => failure?.requestId).map(requestText);
  return [
    head,
    markdownList(pairTexts(some)),
    ids.length > 1 ? markdownFold(`${ids.length} request IDs`, markdownList(ids)) : '',
    lines.length > 0 ? markdownBlock(lines.slice(0, most)) : '',
    ...tail,
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** `AS64500 in edge, now absent: 198.51.100.0/24, 203.0.113.0/24`, a line for each ASN, target and state. */
function pairTexts(pairs: readonly PairOutcome[]): string[] {
  const nameOf = ({ target, association, route, state, cidrState }: PairOutcome) =>
    route
      ? `Origin ${originName(route.origin)} in ${targetText(target)}, CIDR now ${state}`
      : `AS${association.asn} in ${targetText(target)}, now ${state}, CIDR ${cidrState}`;
  return [...Map.groupBy(pairs, nameOf)].map(([name, some]) => {
    const cidrs = some
      .map(entryOf)
      .map(({ cidr, note }) =>
        [markdownCode(cidr), ...(note === '' ? [] : [`<sub>${markdownText(note)}</sub>`])].join(
          ' ',
        ),
      );
    return `${markdownText(name)}: ${cidrs.join(', ')}`;
  });
}

function requestText(pair: PairOutcome): string {
  const { asn } = pair.association ?? {};
  const name =
    markdownCode(entryOf(pair).cidr) + (asn === undefined ? '' : ` AS${markdownText(asn)}`);
  return `${name}: ${markdownCode(pair.failure?.requestId ?? '')}`;
}

function likelyText({ likely }: Failure): string[] {
  return likely === undefined ? [] : [`**Likely cause:** ${markdownText(likely)}`];
}
