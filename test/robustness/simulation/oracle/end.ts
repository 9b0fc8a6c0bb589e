import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { Expected } from './check-run.ts';

interface ExpectedEnd extends Pick<Expected, 'mustSucceed'> {
  readonly scenario: Pick<Scenario, 'defectAtLine'>;
}

const graceMs = 5_000;
/** No associate call starts with less time than this. */
const minTimeLeftMs = 1_000;

/** Checks when and why a run ended against its deadline, cancellation and faults. */
export function checkEnd(run: Run, { mustSucceed, scenario }: ExpectedEnd): string[] {
  const { outcome, inputs, startedAt, endedAt, cancelledAt } = run;
  const deadline = startedAt + Number(inputs['wait-timeout-seconds']) * 1000;
  const text = `${outcome.reason}: ${outcome.failure?.message ?? 'no failure'}`;
  const violations: readonly (readonly [boolean, string])[] = [
    [endedAt > deadline + graceMs, `it ended ${endedAt - deadline} ms after its deadline`],
    [
      outcome.reason === 'internal-error' && scenario.defectAtLine === undefined,
      `a defect: ${text}`,
    ],
    [
      outcome.reason === 'wait-timeout' && endedAt < deadline - minTimeLeftMs,
      'it reports that the deadline has passed, which is false',
    ],
    [
      (outcome.reason === 'cancelled') !== (cancelledAt !== undefined),
      `cancelled at ${cancelledAt} ms, it says ${text}`,
    ],
    [
      cancelledAt !== undefined && endedAt > cancelledAt,
      'it continued for some time after it was cancelled',
    ],
    [mustSucceed && outcome.conclusion === 'failure', `nothing stood in its way: ${text}`],
  ];
  return violations.filter(([happened]) => happened).map(([, words]) => words);
}
