import type { Ec2 } from '../aws/ec2.ts';
import type { Pace } from '../aws/pace.ts';
import type { Persistence } from '../aws/persist.ts';
import type { Ledger } from '../ledger.ts';

/** What applying needs: the calls, their rate, time, and where to write down what it learns. */
export interface Run extends Persistence {
  readonly ec2: Ec2;
  readonly pace: Pace;
  readonly ledger: Ledger;
  readonly region: string;
  /** Elapsed time of the run as `mm:ss`. */
  readonly elapsed: () => string;
}
