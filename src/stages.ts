import type { BoundedContext } from './context.ts';
import type { Target } from './domain/target.ts';
import type { Failure } from './failure.ts';
import type { Inputs, ReadInput } from './inputs/inputs.ts';
import type { Environment } from './lib/environment.ts';
import type { Access, ConnectedTarget } from './observe/connect-target.ts';
import type { PairOutcome, RunState } from './outcome/run-state.ts';
import type { Plan, PlannedChange } from './plan/plan.ts';
import type { Reason } from './reasons.ts';

/** What the apply stage needs besides the plan. */
export interface ApplyStage<P extends PairOutcome> {
  readonly connected: readonly ConnectedTarget[];
  readonly inputs: Inputs;
  readonly context: BoundedContext;
  readonly runState: RunState<P>;
  /** The context for a target: with several targets, its log lines start with the name. */
  readonly contextOf: (target: Target) => BoundedContext;
  /** Elapsed time of the run as `mm:ss`. */
  readonly elapsed: () => string;
}

/** The stages of a run that differ between the two actions. */
export interface Action<
  C extends PlannedChange = PlannedChange,
  P extends PairOutcome = PairOutcome,
> extends Access {
  readonly name: Inputs['action'];
  /** Throws a Failure that lists every invalid input. */
  readInputs(read: ReadInput, env: Environment, workspace?: string): Inputs;
  /** The desired entries of a target, before there is a plan. */
  initialOutcomes(target: Target): readonly P[];
  makePlan(
    connected: readonly ConnectedTarget[],
    inputs: Inputs,
    context: BoundedContext,
  ): Promise<Plan<C>>;
  /** Adds evidence from sources other than AWS, such as RPKI. */
  addEvidence(plan: Plan<C>, inputs: Inputs, context: BoundedContext): Promise<Plan<C>>;
  /** Throws a Failure that lists every reason not to apply the plan. */
  checkPlan(plan: Plan<C>, inputs: Inputs): void;
  /** Applies the plan, or makes a dry run of it. */
  apply(plan: Plan<C>, stage: ApplyStage<P>): Promise<void>;
  conclude(pairs: readonly P[], inputs: Inputs): Reason | Failure;
}
