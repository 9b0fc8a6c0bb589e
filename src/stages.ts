import type { Policy } from './aws/policies.ts';
import type { Target } from './domain/target.ts';
import type { Failure } from './failure.ts';
import type { Inputs, ReadInput } from './inputs/inputs.ts';
import type { Environment } from './inputs/runner.ts';
import type { BoundedContext, ConnectedTarget } from './observe/connect-target.ts';
import type { PairOutcome, RunState } from './outcome/run-state.ts';
import type { Plan, PlannedChange } from './plan/plan.ts';
import type { Reason } from './reasons.ts';

/** What applying a plan needs beyond it. */
export interface ApplyStage<C extends PlannedChange, P extends PairOutcome> {
  readonly connected: readonly ConnectedTarget[];
  readonly inputs: Inputs;
  readonly context: BoundedContext;
  readonly runState: RunState<C, P>;
  /** The context of a target, whose log lines name it if there are several. */
  readonly contextOf: (target: Target) => BoundedContext;
  /** Elapsed time of the run as `mm:ss`. */
  readonly elapsed: () => string;
}

/** The stages of a run in which the actions of this repository differ. */
export interface Action<C extends PlannedChange, P extends PairOutcome> {
  readonly name: Inputs['action'];
  /** Throws a Failure with every problem of the inputs. */
  readInputs(read: ReadInput, env: Environment, workspace?: string): Inputs;
  /** What is desired of a target, before there is a plan. */
  unplanned(target: Target): readonly P[];
  /** Whether the run lists the ASNs of the IPAM. */
  readonly asns: 'read' | 'skip';
  /** The smallest policy for the run in a Region. */
  policyOf(inputs: Inputs, region: string, ipamRegion: string | undefined): Policy;
  makePlan(
    connected: readonly ConnectedTarget[],
    inputs: Inputs,
    context: BoundedContext,
  ): Promise<Plan<C>>;
  /** Adds what others than AWS say. */
  addEvidence(plan: Plan<C>, inputs: Inputs, context: BoundedContext): Promise<Plan<C>>;
  /** Throws a Failure with everything that is wrong with the plan. */
  checkPlan(plan: Plan<C>, inputs: Inputs): void;
  /** Makes the changes of a plan, or a dry run of them. */
  apply(plan: Plan<C>, stage: ApplyStage<C, P>): Promise<void>;
  conclude(pairs: readonly P[], inputs: Inputs): Reason | Failure;
}
