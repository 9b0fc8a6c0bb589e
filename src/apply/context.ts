import type { AwsCallContext } from '../aws/call.ts';
import type { Ec2 } from '../aws/ec2.ts';
import type { RateLimiter } from '../lib/rate-limiter.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { PairOutcome, RunState } from '../outcome/run-state.ts';
import type { Entry } from '../plan/entry.ts';
import type { Change } from '../plan/plan.ts';

/** What reading and changing the entries of a target needs, for either action. */
export interface ChangeContext extends AwsCallContext {
  readonly runState: RunState<PairOutcome>;
  /** Reads the CIDRs of the target again. */
  readonly readCidrs: () => Promise<readonly ObservedCidr[]>;
  /** The rate limiter that all changing calls share. */
  readonly limiter: RateLimiter;
  /** The entries whose calls have no known result yet. */
  readonly inFlight: Set<Entry>;
  /** Elapsed time of the run as `mm:ss`. */
  readonly elapsed: () => string;
}

/** Everything that applying the plan of associations to a target needs. */
export interface TargetContext extends ChangeContext {
  readonly changes: readonly Change[];
  readonly ec2: Ec2;
  readonly runState: RunState;
  /** When the listing for the plan began, on the run's clock. */
  readonly plannedAt: number;
  readonly region: string;
  /** Where the ASNs were read; undefined for the Region of the CIDRs. */
  readonly ipamRegion: string | undefined;
  /** Whether another association may be started; a failure elsewhere may forbid it. */
  readonly mayStart: () => boolean;
  readonly reportProgress: () => void;
}
