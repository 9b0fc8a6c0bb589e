import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Fakes } from '../../fakes/fakes.ts';
import type { RequestRecord } from '../../fakes/request-log.ts';
import type { StepResult } from './runner.ts';
import { type Ended, runOn, type Scenario } from './scenario.ts';

/** What the runner sends to cancel a step; it follows SIGINT by SIGTERM 7.5 s later. */
export const signals = ['SIGINT', 'SIGTERM'] as const;

/** When to signal: so long after this is true of the fake servers and of the lines that the step has printed. */
export interface Moment {
  readonly isDue: (fakes: Fakes, lines: readonly string[]) => boolean;
  readonly delayMs?: number;
}

/** After this many requests of an operation; one that hangs is then in flight. */
export function requested(operation: string, times = 1): Moment {
  return { isDue: ({ requestLog }) => requestLog.of(operation).length >= times };
}

/** After the step has printed such a line. */
export function logged(pattern: RegExp): Moment {
  return { isDue: (_, lines) => lines.some((line) => pattern.test(line)) };
}

/** After all of these. */
export function all(...moments: readonly Moment[]): Moment {
  return { isDue: (fakes, lines) => moments.every(({ isDue }) => isDue(fakes, lines)) };
}

/** After an operation is requested after the first change; from that change on it hangs. */
export function stuckAfterChange(operation: string): Moment {
  return {
    isDue: ({ requestLog, faults }) => {
      const stuck = requestLog.of(operation).some(({ outcome }) => outcome === 'hang');
      const due = !stuck && requestLog.changes.length > 0 && faults.pending().length === 0;
      if (due) faults.add({ operation, fault: 'hang' });
      return stuck;
    },
  };
}

/** A while after. */
export function whilePausing({ isDue }: Moment): Moment {
  return { isDue, delayMs: 200 };
}

/** A run of the action for associations that was sent a signal. */
export type Cancelled = Ended & Signalled;

/** The observed facts of a run that was sent a signal. */
export interface Signalled {
  /** Seconds from the signal to the end of the process. */
  readonly secondsLeft: number;
  /** Seconds from the start of the process to its first line: other work delays the end as much. */
  readonly secondsToStart: number;
  /** The raw lines that the process printed after the signal. */
  readonly linesAfterSignal: readonly string[];
  /** Requests to AWS and the token issuer after the signal. */
  readonly requestsAfterSignal: readonly RequestRecord[];
}

const everyMs = 5;
/** Time for earlier output to arrive. */
const minDelayMs = 100;

/** Runs a step and sends it a signal at a moment; throws if the moment does not come. */
export function runCancelled(
  fakes: Fakes,
  scenario: Omit<Scenario, 'fakes' | 'onLine'>,
  moment: Moment,
  signal: (child: ChildProcess) => void,
): Promise<Cancelled> {
  return cancelRun(fakes, (onLine) => runOn(fakes, { ...scenario, onLine }), moment, signal);
}

type OnLine = NonNullable<Scenario['onLine']>;

/** The same for a step of either action. */
export async function cancelRun<E extends StepResult>(
  fakes: Fakes,
  run: (onLine: OnLine) => Promise<E>,
  { isDue, delayMs = 0 }: Moment,
  signal: (child: ChildProcess) => void,
): Promise<E & Signalled> {
  const lines: string[] = [];
  const started = performance.now();
  let running: { readonly child: ChildProcess; readonly since: number } | undefined;
  let sent: { readonly at: number; readonly requests: number; readonly lines: number } | undefined;
  let over = false;
  const watch = async () => {
    while (!over && !(running && isDue(fakes, lines))) await sleep(everyMs);
    await sleep(Math.max(delayMs, minDelayMs));
    if (over || !running) return;
    const at = performance.now();
    sent = { at, requests: fakes.requestLog.requests.length, lines: lines.length };
    signal(running.child);
  };
  const watching = watch();
  try {
    const ended = await run((line, child) => {
      running ??= { child, since: performance.now() };
      lines.push(line);
    });
    if (!sent || !running) throw new Error(`the moment did not come. The log:\n${ended.log}`);
    const later = fakes.requestLog.requests.slice(sent.requests);
    return {
      ...ended,
      secondsLeft: (performance.now() - sent.at) / 1000,
      secondsToStart: (running.since - started) / 1000,
      linesAfterSignal: lines.slice(sent.lines),
      requestsAfterSignal: later.filter(({ service }) => service !== 'github'),
    };
  } finally {
    over = true;
    await watching;
  }
}

const usualStartSeconds = 0.5;
/** How many seconds later everything ends, with fake servers and test, per second of a late start. */
const allowedDelayFactor = 8;

/** The process ended within this many seconds of the signal; later only if the machine is busy. */
export function expectEndedWithin(seconds: number, ended: Signalled): void {
  const { secondsLeft, secondsToStart } = ended;
  const late = Math.max(0, secondsToStart - usualStartSeconds);
  expect(secondsLeft).toBeLessThan(seconds + allowedDelayFactor * late);
}

/** After the signal a run reports its result and sends no more requests to AWS. */
export function expectQuiet(
  { linesAfterSignal, requestsAfterSignal, raw }: Signalled & Pick<StepResult, 'raw'>,
  signal: string,
): void {
  expect(requestsAfterSignal).toEqual([]);
  expect(
    linesAfterSignal.filter((line) => !/^(|::(endgroup|error|warning|debug)::.*)$/.test(line)),
  ).toEqual([]);
  expect(raw).toMatch(new RegExp(`^::error::The run was cancelled \\(${signal}\\)`, 'm'));
}

/** The environment of a step that runs code, an ES module, before the bundle. */
export function preload(code: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}
