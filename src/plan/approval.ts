import { associationText } from '../desired/association.ts';
import { digestOf, type Write, writeOf, writesOf } from './digest.ts';
import type { Change, Plan } from './plan.ts';

/** A pair that moved since the plan with the expected digest was made. */
export interface Move {
  readonly change: Change;
  /** The step that was approved; a digest tells only whether it was a write. */
  readonly approved: 'associate' | 'no write';
}

/** Every single move costs a digest of the whole plan. */
const singlesTriedUpTo = 2_000;

/** Pairs of moves are tried up to so many changes: 20,000 digests are about half a second. */
const pairsTriedUpTo = 200;

/**
 * Which pairs moved since the plan whose digest was approved, found by trying: SHA-256 leaves no
 * doubt about a hit. Tries every pair that is not written now (a run that was interrupted), one pair,
 * and two pairs, the latter in plans that are not too large; undefined when it is none of these.
 */
export function findMoves(expected: string, { changes }: Plan): readonly Move[] | undefined {
  const writes = writesOf(changes);
  if (writes === undefined) return undefined;
  const movable = changes.filter(({ step }) => step !== 'refuse');
  const fits = (moved: readonly Change[]) => digestOf(withMoves(writes, moved)) === expected;
  const candidates = function* (): Generator<readonly Change[]> {
    yield movable.filter(({ step }) => step !== 'associate');
    if (movable.length > singlesTriedUpTo) return;
    for (const change of movable) yield [change];
    if (movable.length > pairsTriedUpTo) return;
    for (const [index, one] of movable.entries()) {
      for (const other of movable.slice(index + 1)) yield [one, other];
    }
  };
  for (const moved of candidates()) {
    if (fits(moved)) return moved.map((change) => ({ change, approved: stepBefore(change) }));
  }
  return undefined;
}

/** A move in one line: which pair, which field, from what to what. */
export function moveText({ change, approved }: Move): string {
  const { association, target, step, before } = change;
  const pair = `${associationText(association)} in ${target.name}`;
  return `${pair}: step moved from ${approved} to ${step}; AWS shows it as ${before} now`;
}

function stepBefore({ step }: Change): Move['approved'] {
  return step === 'associate' ? 'no write' : 'associate';
}

/** The sorted writes with those of some changes taken out or put in. */
function withMoves(writes: readonly Write[], moved: readonly Change[]): readonly Write[] {
  const out = new Set(moved.filter(({ step }) => step === 'associate').map(writeOf));
  const put = moved.filter(({ step }) => step !== 'associate').map(writeOf);
  const rest = writes.filter((write) => !out.has(write));
  return put.length === 0 ? rest : [...rest, ...put].sort();
}
