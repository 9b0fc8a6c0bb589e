import type { DesiredAssociation, Target } from '../../../src/domain/target.ts';
import type { Failure } from '../../../src/failure.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import {
  createRunState,
  initialPairs,
  type Outcome,
  type PairUpdate,
} from '../../../src/outcome/run-state.ts';
import type { Reason } from '../../../src/reasons.ts';
import { associationOf } from '../domain/association.ts';

/** The desired association of the inputs. */
export const pair: DesiredAssociation = { ...associationOf(), note: '', location: undefined };

/** The target of the inputs, in us-west-2. */
export const target: Target = {
  name: 'us-west-2',
  accountId: '111122223333',
  region: 'us-west-2',
  associations: [pair],
};

/** Inputs for an apply of one pair. */
export function inputsOf(inputs: Partial<Inputs> = {}): Inputs {
  return {
    action: 'associations',
    source: { form: 'inputs', target },
    specialUse: 'accept',
    mode: 'apply',
    permissionCheck: 'ask',
    role: undefined,
    sessionPolicy: 'attach',
    allowedAccountIds: [],
    expectedPlan: undefined,
    approvedChanges: undefined,
    maxChanges: undefined,
    allowRemove: false,
    rpki: undefined,
    ipamRegion: undefined,
    unmanaged: 'report',
    allCidrs: false,
    onFailure: 'continue',
    concurrency: 4,
    until: 'end-state',
    waitTimeoutSeconds: 900,
    verify: { policy: 'off', timeoutSeconds: 0 },
    environment: undefined,
    comment: undefined,
    summary: true,
    ...inputs,
  };
}

/** An outcome of one pair without a plan, through the real run state. */
export function outcomeOf(
  ending: Reason | Failure,
  facts: PairUpdate = {},
  inputs: Partial<Inputs> = {},
): Outcome {
  const runState = createRunState();
  const given = inputsOf(inputs);
  runState.start(given);
  runState.addEntries(
    [given.source.form === 'inputs' ? given.source.target : target].flatMap(initialPairs),
  );
  runState.update(pair, facts);
  return runState.finish(ending);
}
