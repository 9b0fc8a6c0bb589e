import type { AwsCallContext } from '../aws/call.ts';
import type { Ec2 } from '../aws/ec2.ts';
import type { RateLimiter } from '../lib/rate-limiter.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { RunState } from '../outcome/run-state.ts';
import type { Entry } from '../plan/entry.ts';
import type { Change } from '../plan/plan.ts';

/** Everything that applying the plan to a target needs. */
export interface ApplyContext extends AwsCallContext {
  readonly ec2: Ec2;
  /** Reads the CIDRs of the target again. */
  readonly readCidrs: () => Promise<readonly ObservedCidr[]>;
  /** The shared rate of associate and disassociate calls. */
  readonly limiter: RateLimiter;
  readonly runState: RunState;
  /** When the listing for the plan began, on the run's clock. */
  readonly plannedAt: number;
  readonly region: string;
  /** Where the ASNs were read; undefined for the Region of the CIDRs. */
  readonly ipamRegion: string | undefined;
  /** Whether another association may be started; a failure elsewhere may forbid it. */
  readonly mayStart: () => boolean;
  readonly reportProgress: () => void;
  /** Elapsed time of the run as `mm:ss`. */
  readonly elapsed: () => string;
}

/** The context of a target with its changes. */
export interface TargetContext extends ApplyContext {
  readonly changes: readonly Change[];
  /** The pairs whose calls have no known result yet. */
  readonly inFlight: Set<Entry>;
}
