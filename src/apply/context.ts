import type { AwsCallContext } from '../aws/call.ts';
import type { Ec2 } from '../aws/ec2.ts';
import type { RateLimiter } from '../lib/rate-limiter.ts';
import type { ObservedCidr } from '../observe/observed.ts';
import type { SharedRead } from '../observe/shared-read.ts';
import type { RunState } from '../outcome/run-state.ts';

/** What applying to a target needs: the calls, their rate, time, and where to write down what it learns. */
export interface ApplyContext extends AwsCallContext {
  readonly ec2: Ec2;
  /** What AWS shows, read anew. */
  readonly readCidrs: SharedRead<readonly ObservedCidr[]>;
  /** The rate of associate calls. */
  readonly associateLimiter: RateLimiter;
  readonly runState: RunState;
  readonly region: string;
  /** Whether an association that is not started may still be; a failure elsewhere may forbid it. */
  readonly mayStart: () => boolean;
  /** Tells how far the whole run is. */
  readonly reportProgress: () => void;
  /** Elapsed time of the run as `mm:ss`. */
  readonly elapsed: () => string;
}
