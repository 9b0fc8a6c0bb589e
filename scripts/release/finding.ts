/**
 * An obstacle to a release. `wrong` must be fixed; `to-do` is a step that is not done yet, which a dry run
 * reports and accepts.
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

/** The findings that stop a run: `wrong`, and for a preparation also `to-do`. */
export function obstacle(
  found: readonly Finding[],
  run: 'prepare' | 'dry-run',
): readonly Finding[] {
  return found.filter(({ kind }) => run === 'prepare' || kind === 'wrong');
}
