/** What a run may report of the state of a pair. */
export interface ReportedPair {
  /** Every state that AWS showed of it, in order. */
  readonly observed: readonly string[];
  /** Whether the run was cut off, or gave the pair up, and may have left answers unread. */
  readonly late: boolean;
  /** Whether it waited; one that does not learns no more of a pair than EC2's answer to the call. */
  readonly waits: boolean;
}

/** The states that are consistent with what a run has seen: the last one, or `unknown`. */
export function consistentStates({ observed, late, waits }: ReportedPair): ReadonlySet<string> {
  return new Set(['unknown', ...(late || !waits ? observed : observed.slice(-1))]);
}
