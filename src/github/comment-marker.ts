import * as v from 'valibot';
import { parseJson } from '../lib/json.ts';
import { jsonEscapes } from '../lib/text.ts';

/** What a comment is about: an action, a file, and the `target` filter, [] for all targets. */
export interface CommentKey {
  /** Undefined for the action for associations. */
  readonly action?: 'routes';
  readonly file: string;
  readonly targets: readonly string[];
}

/** A workflow run and its attempt. */
export interface CommentRun {
  readonly runId: number;
  readonly attempt: number;
}

/** The marker of a comment: its key, and the run that wrote it last. */
export interface CommentHeader {
  readonly key: CommentKey;
  readonly run: CommentRun;
  /** The part of the run that wrote it; apply comes after plan. */
  readonly phase: 'plan' | 'apply';
}

/** GitHub's limit for a comment, in characters. */
const maxCommentLength = 65_536;

const associationsName = 'associate-ipam-byoasn';
/** A name of its own, so that versions without routes ignore the comment. */
const routesName = 'associate-ipam-byoasn/route';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const shape = v.object({
  name: v.picklist([associationsName, routesName]),
  version: v.literal(1),
  file: v.string(),
  targets: v.array(v.string()),
  runId: count,
  attempt: count,
  phase: v.picklist(['plan', 'apply']),
});

/** The text of a comment: the header in an HTML comment, which GitHub does not show, and the body. */
export function writeComment({ key, run, phase }: CommentHeader, body: string): string {
  const header: v.InferOutput<typeof shape> = {
    name: key.action === 'routes' ? routesName : associationsName,
    version: 1,
    file: key.file,
    targets: targetSet(key),
    ...run,
    phase,
  };
  // Without `<` and `>` no name can close the HTML comment, and GitHub does not change ASCII.
  const json = JSON.stringify(header).replace(/[<>&]|[^ -~]/g, jsonEscapes);
  return `<!-- ${json} -->\n${body}`;
}

/** The header at the start of a comment's text; undefined if this action did not write it. */
export function readComment(text: string): CommentHeader | undefined {
  const [, json = ''] = /^<!-- (\{.*\}) -->(?:\r?\n|$)/.exec(text) ?? [];
  const read = v.safeParse(shape, parseJson(json));
  if (!read.success) return undefined;
  const { name, file, targets, runId, attempt, phase } = read.output;
  const action = name === routesName ? ({ action: 'routes' } as const) : {};
  return { key: { ...action, file, targets }, run: { runId, attempt }, phase };
}

/** The room for the body in characters (UTF-16 code units), whichever run writes it. */
export function commentRoom(key: CommentKey): number {
  const run = { runId: Number.MAX_SAFE_INTEGER, attempt: Number.MAX_SAFE_INTEGER };
  return maxCommentLength - writeComment({ key, run, phase: 'apply' }, '').length;
}

/** Whether both name the same comment; the order of the targets does not matter. */
export function sameKey(a: CommentKey, b: CommentKey): boolean {
  if (a.action !== b.action || a.file !== b.file) return false;
  return JSON.stringify(targetSet(a)) === JSON.stringify(targetSet(b));
}

/** Below 0 if `a` is of an older run, or of an earlier phase of the same run. */
export function compareHeaders(a: CommentHeader, b: CommentHeader): number {
  return (
    a.run.runId - b.run.runId ||
    a.run.attempt - b.run.attempt ||
    Number(a.phase === 'apply') - Number(b.phase === 'apply')
  );
}

function targetSet({ targets }: CommentKey): string[] {
  return [...new Set(targets)].sort();
}
