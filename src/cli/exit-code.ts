import { constants } from 'node:os';
import type { Failure } from '../failure.ts';
import { endingSignals } from '../lib/signals.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { hasChanges } from '../plan/plan.ts';

/** How the program can end; docs/cli.md and `--help` say the same. */
export const exitStatus = {
  done: 0,
  failed: 1,
  /** With `--detailed-exitcode` alone. */
  changes: 2,
  /** As in sysexits.h, apart from 2, which asks for attention and is no mistake. */
  wrongUsage: 64,
} as const;

/**
 * Gives the status that a signal asks for, as shells count it (128 and its number), undefined before
 * one has come. A second signal ends the
 * process on the spot.
 */
export function watchSignals(): () => number | undefined {
  let status: number | undefined;
  for (const signal of endingSignals) {
    process.on(signal, () => {
      if (status !== undefined) process.exit(status);
      status = 128 + constants.signals[signal];
    });
  }
  return () => status;
}

/** The status of a failure; a run that a signal has ended has the signal's. */
export function statusOfFailure({ reason }: Failure, ofSignal: number | undefined): number {
  return (reason === 'cancelled' ? ofSignal : undefined) ?? exitStatus.failed;
}

/** The status of a plan that was made; `detailed` tells one with changes apart. */
export function statusOfPlan({ plan }: Outcome, exitCode: 'plain' | 'detailed'): number {
  return exitCode === 'detailed' && plan && hasChanges(plan) ? exitStatus.changes : exitStatus.done;
}
