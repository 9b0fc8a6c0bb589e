/** What a run may report of the state of a pair. */
export interface ReportedPair {
  /** Every state of it that AWS returned, in order. */
  readonly observed: readonly string[];
  /** Whether the run was cut off, or gave the pair up, and may have left answers unread. */
  readonly late: boolean;
  /** Whether it waited; one that does not knows only EC2's response to the call. */
  readonly waits: boolean;
}

/** The states that are consistent with what a run has seen: the last one, or `unknown`. */
export function consistentStates({ observed, late, waits }: ReportedPair): ReadonlySet<string> {
  return new Set(['unknown', ...(late || !waits ? observed : observed.slice(-1))]);
}
