import * as v from 'valibot';
import { parseJson } from '../lib/json.ts';

/** Which living comment: the file it is about, and the `target` filter, [] for all targets. */
export interface CommentKey {
  readonly file: string;
  readonly targets: readonly string[];
}

/** The workflow run, and which attempt at it. */
export interface CommentRun {
  readonly runId: number;
  readonly attempt: number;
}

/** What part of a run speaks; apply comes after plan. */
export type CommentPhase = 'plan' | 'apply';

/** The header of a comment: which one it is, and who wrote it last. */
export interface CommentHeader {
  readonly key: CommentKey;
  readonly run: CommentRun;
  readonly phase: CommentPhase;
}

/** GitHub's limit for a comment, in characters. */
const longestComment = 65_536;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const shape = v.object({
  name: v.literal('associate-ipam-byoasn'),
  version: v.literal(1),
  file: v.string(),
  targets: v.array(v.string()),
  runId: count,
  attempt: count,
  phase: v.picklist(['plan', 'apply']),
});

/** The comment's text: the header in an HTML comment, which GitHub does not show, and the body. */
export function writeComment(header: CommentHeader, body: string): string {
  return `${marker(header)}\n${body}`;
}

/** The header at the start of a comment's text; undefined where there is none of ours. */
export function readComment(text: string): CommentHeader | undefined {
  const [, json = ''] = /^<!-- (\{.*\}) -->(?:\r?\n|$)/.exec(text) ?? [];
  const read = v.safeParse(shape, parseJson(json));
  if (!read.success) return undefined;
  const { file, targets, runId, attempt, phase } = read.output;
  return { key: { file, targets }, run: { runId, attempt }, phase };
}

/** How many characters (UTF-16 code units) the marker leaves for the body, whichever run writes it. */
export function commentRoom(key: CommentKey): number {
  const run = { runId: Number.MAX_SAFE_INTEGER, attempt: Number.MAX_SAFE_INTEGER };
  return longestComment - writeComment({ key, run, phase: 'apply' }, '').length;
}

/** Whether both mean the same comment; the order of the targets does not matter. */
export function sameKey(one: CommentKey, other: CommentKey): boolean {
  const [left, right] = [one, other].map(({ targets }) => JSON.stringify(targetSet(targets)));
  return one.file === other.file && left === right;
}

/** Below 0 where the first header is of an older run, or of an earlier phase of the same. */
export function compareHeaders(one: CommentHeader, other: CommentHeader): number {
  return (
    one.run.runId - other.run.runId ||
    one.run.attempt - other.run.attempt ||
    phases.indexOf(one.phase) - phases.indexOf(other.phase)
  );
}

const phases: readonly CommentPhase[] = ['plan', 'apply'];

function marker({ key, run, phase }: CommentHeader): string {
  const { file } = key;
  const header: v.InferOutput<typeof shape> = {
    name: 'associate-ipam-byoasn',
    version: 1,
    file,
    targets: targetSet(key.targets),
    ...run,
    phase,
  };
  // JSON reads the escapes back; without `<` and `>` no name can close the HTML comment, and plain
  // ASCII is the same text after whatever GitHub does to it.
  const json = JSON.stringify(header).replace(/[<>&]|[^ -~]/g, escapeUnit);
  return `<!-- ${json} -->`;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function targetSet(targets: readonly string[]): string[] {
  return [...new Set(targets)].sort();
}
