import { looksOf } from '../../invariants/observations.ts';
import type { Run } from '../run.ts';
import type { Scene } from '../scenario.ts';
import { judgeCalls } from './calls.ts';
import { judgeEnd } from './end.ts';
import { judgeOutputs } from './outputs.ts';
import { judgePair } from './pair.ts';
import { judgeReason } from './reason.ts';
import { judgeSecrets } from './secrets.ts';
import { judgeWrites } from './writes.ts';

/** What a run is judged by besides itself. */
export interface Circumstances {
  readonly scene: Scene;
  readonly secrets: readonly string[];
  /** The writes of the plan that was approved, where one was. */
  readonly approved: ReadonlySet<string> | undefined;
  /** Whether only faults that heal can have met this run, and nobody cut it off. */
  readonly mustSucceed: boolean;
  /** Whether nobody but this run has asked AWS anything lately. */
  readonly alone: boolean;
}

/** Everything that must never happen and did, in words; empty for a run as it should be. */
export function judge(run: Run, circumstances: Circumstances): readonly string[] {
  const looks = looksOf(
    run.asked.map((one) => ({
      ...one,
      answer: one.outcome === 'ok' ? one.delivered?.body : undefined,
    })),
  );
  return [
    ...judgeEnd(run, circumstances),
    ...judgeWrites(run, looks, circumstances),
    ...run.outcome.pairs.flatMap((pair) => judgePair(pair, run, looks, circumstances.scene)),
    ...judgeReason(run, circumstances.scene),
    ...judgeOutputs(run),
    ...judgeSecrets(run, circumstances.secrets),
    ...judgeCalls(run, circumstances),
  ];
}
