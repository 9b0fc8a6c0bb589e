import { entryText } from '../domain/source-location.ts';
import { Failure } from '../failure.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { markdownBlock, markdownCode, markdownText } from './markdown.ts';

/** A failure in Markdown, without its lines, which can be many. */
export interface FailureText {
  readonly head: string;
  /** Plain text, of which a page shows as much as it has room for. */
  readonly lines: readonly string[];
  readonly tail: readonly string[];
}

/** What ended the run; what sums up `numbered` failures says no more than its message. */
export function endingText(failure: Failure, numbered: ReadonlyMap<Failure, number>): FailureText {
  const head = `> [!CAUTION]\n> <b>${markdownText(failure.message)}</b> (${markdownCode(failure.reason)})`;
  const sumsUp = failure.cause instanceof Failure && numbered.has(failure.cause);
  if (sumsUp) return { head, lines: [], tail: [] };
  return { head, lines: untoldLines(failure), tail: likelyText(failure) };
}

/**
 * What went wrong with pairs and is not what ended the run: each failure once, in the order of the
 * pairs, with its number in the list, counted from 1.
 */
export function numberPairFailures({ failure, pairs }: Outcome): ReadonlyMap<Failure, number> {
  const all = new Set(pairs.flatMap((pair) => pair.failure ?? []));
  if (failure) all.delete(failure);
  return new Map([...all].map((one, index) => [one, index + 1]));
}

/** The numbered failures, each with how many pairs it hit and its own next step. */
export function pairFailureTexts(
  numbered: ReadonlyMap<Failure, number>,
  { pairs }: Outcome,
): readonly FailureText[] {
  const hit = Map.groupBy(pairs, ({ failure }) => failure);
  return [...numbered].map(([failure, number]) => {
    const count = hit.get(failure)?.length ?? 0;
    const what = `${markdownCode(failure.reason)}, ${count} ${count === 1 ? 'association' : 'associations'}`;
    return {
      head: `**Failure ${number}** (${what}): ${markdownText(failure.message)}`,
      lines: untoldLines(failure),
      tail: [
        ...likelyText(failure),
        `**Next for failure ${number}:** ${markdownText(failure.next)}`,
      ],
    };
  });
}

/** The first of some failures in Markdown, with so many of their lines in all. */
export function formatFailures(texts: readonly FailureText[], lineCount: number): string[] {
  let left = lineCount;
  return texts.map(({ head, lines, tail }) => {
    const shown = lines.slice(0, left);
    left -= shown.length;
    return [head, ...(shown.length > 0 ? [markdownBlock(shown)] : []), ...tail].join('\n\n');
  });
}

/** A refused pair of a file comes as a problem with its place, and as a line without: one is enough. */
function untoldLines({ lines, problems }: Failure): readonly string[] {
  const told = new Set(problems.map(entryText));
  return lines.filter((line) => !told.has(line.slice(line.indexOf(': ') + 2)));
}

function likelyText({ likely }: Failure): string[] {
  return likely === undefined ? [] : [`**Likely cause:** ${markdownText(likely)}`];
}
