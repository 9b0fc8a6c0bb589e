/**
 * An obstacle to a release. `wrong` is a disagreement that has to be fixed; `to-do` is what
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

/** Findings that stop a run: for a dry run only `wrong`, for a preparation `to-do` too. */
export function obstacle(
  found: readonly Finding[],
  run: 'prepare' | 'dry-run',
): readonly Finding[] {
  return found.filter(({ kind }) => run === 'prepare' || kind === 'wrong');
}
