import { associationsOf } from '../../../unit/associations.ts';
import { readObservations } from '../../invariants/observations.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import { checkCalls } from './calls.ts';
import { checkChanges } from './changes.ts';
import { checkEnd } from './end.ts';
import { checkOutputs } from './outputs.ts';
import { checkPair } from './pair.ts';
import { checkReason } from './reason.ts';
import { checkSecrets } from './secrets.ts';

/** What a run is checked against. */
export interface Expected {
  readonly scenario: Scenario;
  readonly secrets: readonly string[];
  /** The changes of the approved plan, if any. */
  readonly approved: ReadonlySet<string> | undefined;
  /** Whether this run met only transient faults and was not cut off. */
  readonly mustSucceed: boolean;
  /** Whether only this run has called AWS recently. */
  readonly soleCaller: boolean;
}

/** The violated invariants as text; empty for a correct run. */
export function checkRun(run: Run, expected: Expected): readonly string[] {
  const observations = readObservations(
    run.requests.map((request) => ({
      ...request,
      answer: request.outcome === 'ok' ? request.delivered?.body : undefined,
    })),
  );
  return [
    ...checkEnd(run, expected),
    ...checkChanges(run, observations, expected),
    ...associationsOf(run.outcome).flatMap((pair) =>
      checkPair(pair, run, observations, expected.scenario),
    ),
    ...checkReason(run, expected.scenario),
    ...checkOutputs(run),
    ...checkSecrets(run, expected.secrets),
    ...checkCalls(run, expected),
  ];
}
