/** What a run may say of the state of a pair. */
export interface Told {
  /** Every state that AWS showed of it, in order. */
  readonly shown: readonly string[];
  /** Whether the run was cut off, or gave the pair up, and may have left answers unread. */
  readonly late: boolean;
  /** Whether it waited; one that does not learns no more of a pair than EC2's answer to the call. */
  readonly waits: boolean;
}

/** The states that are true to what a run has seen: the one shown last, or `unknown`. */
export function believableStates({ shown, late, waits }: Told): ReadonlySet<string> {
  return new Set(['unknown', ...(late || !waits ? shown : shown.slice(-1))]);
}
