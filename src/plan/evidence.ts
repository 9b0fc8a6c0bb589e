/**
 * How well something is known: `proven` by EC2's answer to a DryRun, `read` from a Describe call,
 * `checked offline` by rules alone, `not read` or `not asked` where a check did not happen.
 */
export type Grade = 'proven' | 'read' | 'checked offline' | 'not read' | 'not asked';

/** One thing that a plan rests on. */
export interface Evidence {
  readonly grade: Grade;
  readonly text: string;
}
