import type { Run } from '../../src/apply/run.ts';
import { startPace } from '../../src/aws/pace.ts';
import type { Association } from '../../src/desired/association.ts';
import { openLedger, type PairOutcome } from '../../src/ledger.ts';
import { makePlan, type Plan } from '../../src/plan/plan.ts';
import { elapsedText } from '../../src/report/log.ts';
import { type Ec2Script, memoryEc2 } from '../aws/memory-ec2.ts';
import { virtualPersistence } from '../aws/persistence.ts';
import { associationOf } from '../desired/association.ts';
import { cidrAssociated } from '../plan/observed-cidr.ts';

/** A run in virtual time against EC2 in memory, planned for the pair of 64500 and 198.51.100.0/24. */
export interface VirtualRun extends Run {
  readonly association: Association;
  readonly plan: Plan;
  readonly lines: readonly string[];
  /** What the run knows of the pair. */
  outcome(): PairOutcome;
}

/** A run that found the pair in the state `before`, with a deadline in so many seconds. */
export function virtualRun(
  script: Ec2Script,
  { before = 'absent', message = '', seconds = 900 } = {},
): VirtualRun {
  const world = virtualPersistence(seconds);
  const association = associationOf();
  const plan = makePlan(
    { associations: [association], specialUse: 'accept' },
    { cidrs: [cidrAssociated(before, message)], asns: [] },
  );
  const ledger = openLedger();
  ledger.open({ mode: 'apply', region: 'us-west-2' }, [association]);
  ledger.plan(plan);
  return {
    ...world,
    association,
    plan,
    ledger,
    region: 'us-west-2',
    ec2: memoryEc2(script),
    pace: startPace(2_100, world.clock),
    elapsed: () => elapsedText(world.clock.now()),
    outcome: () => ledger.pair(association),
  };
}
