/**
 * When an accepted change ends. A listing is the first page of DescribeByoipCidrs. `lag` listings show
 * the state from before, `reads` more show it pending, and the end state comes no sooner than `ms` after
 * acceptance, with `reads: Infinity` never.
 */
export interface Timing {
  readonly reads: number;
  readonly ms: number;
  readonly lag: number;
}

/** How a change of an association reaches its end state. */
export interface Transition extends Timing {
  /** `absent` removes the association from the listing. */
  readonly to: string;
  /** The state in EC2's response to the call; by default, the pending state. */
  readonly answered?: string;
  /** What the lagging listings show of a pair that had a state before, instead of that state. */
  readonly former?: string;
  readonly statusMessage?: string;
}

/** An accepted change on its way. */
export interface Progress {
  readonly timing: Timing;
  readonly acceptedAt: number;
  listings: number;
}

/** Whether the change has reached its end. */
export function isDue({ timing, acceptedAt, listings }: Progress, at: number): boolean {
  return listings >= timing.lag + timing.reads && at >= acceptedAt + timing.ms;
}

/** Whether the listings show the change. */
export function isListed({ timing, listings }: Progress): boolean {
  return listings > timing.lag;
}
