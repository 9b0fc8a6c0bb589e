import { expect } from 'vitest';
import { conclusionOf, type Reason, reasons } from '../../../src/reasons.ts';
import type { Fakes } from '../../fakes/fakes.ts';
import { defaultPull } from '../../fakes/github/github.ts';
import type { ActionMetadata } from './environment.ts';
import type { StepResult } from './runner.ts';

/** The outputs of a step, parsed. */
export interface Reports<R> {
  readonly reason: Reason;
  readonly result: R;
}

/** Reads the outputs of a step; a step without a known reason is an error. */
export function readReports<R>({ outputs, log }: StepResult): Reports<R> {
  const reason = Object.keys(reasons).find((known) => known === outputs.reason);
  if (reason === undefined) throw new Error(`no known reason in the outputs. The log:\n${log}`);
  return { reason: reason as Reason, result: JSON.parse(outputs.result ?? '{}') };
}

/** Checks the invariants of the reports of every run, of both actions. */
export function checkReports(
  ended: StepResult & Reports<object> & { readonly fakes: Fakes },
  { outputs: declared }: Pick<ActionMetadata, 'outputs'>,
): void {
  const { outputs, fakes, reason, result } = ended;
  expect(Object.keys(outputs).sort(), 'all outputs are set').toEqual(Object.keys(declared).sort());
  expect(ended.exitCode, `exit status of ${reason}`).toBe(
    conclusionOf(reason) === 'success' ? 0 : 1,
  );
  expect(
    ended.printed.some(({ level }) => level === 'error'),
    'an error annotation',
  ).toBe(conclusionOf(reason) === 'failure');
  expect(result).toMatchObject({ schema_version: 1, reason, state: outputs.state });
  expect(JSON.stringify(outputs).length, 'GitHub takes a MiB of outputs').toBeLessThan(524_288);
  expect(Buffer.byteLength(ended.summary), 'GitHub takes a MiB').toBeLessThan(1_048_576);
  const comments = fakes.github.repository().comments(defaultPull.number);
  const visible = [
    ended.log,
    ended.summary,
    ended.written,
    JSON.stringify(outputs),
    ...comments.map(({ body }) => body),
  ].join('\n');
  for (const secret of fakes.secrets()) {
    expect(visible.includes(secret), 'a secret is visible').toBe(false);
  }
}
