/**
 * What stands in the way of a release. `wrong` is a disagreement that has to be fixed; `to-do` is what
 * has not been done yet, which a dry run reports and accepts.
 */
export interface Finding {
  readonly kind: 'wrong' | 'to-do';
  readonly text: string;
}

/** A disagreement. */
export function wrong(text: string): Finding {
  return { kind: 'wrong', text };
}

/** What a release still needs. */
export function toDo(text: string): Finding {
  return { kind: 'to-do', text };
}

/** Findings that a run minds: a dry run only what is wrong, a preparation what is left to do, too. */
export function obstacle(
  found: readonly Finding[],
  run: 'prepare' | 'dry-run',
): readonly Finding[] {
  return found.filter(({ kind }) => run === 'prepare' || kind === 'wrong');
}
