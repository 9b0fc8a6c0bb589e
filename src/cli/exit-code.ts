import { constants } from 'node:os';
import type { Failure } from '../failure.ts';
import { endingSignals } from '../lib/signals.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { hasChanges } from '../plan/plan.ts';
import type { ExitCode } from './arguments.ts';

/** The exit statuses, as in docs/cli.md and `--help`. */
export const exitStatus = {
  done: 0,
  failed: 1,
  /** Only with `--detailed-exitcode`. */
  changes: 2,
  /** As in sysexits.h; 2 already has another meaning. */
  wrongUsage: 64,
} as const;

/**
 * Returns a function that gives the exit status of the signal that arrived (128 plus its number, as in
 * shells), or undefined. A second signal ends the process at once.
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

/** The exit status of a failure, or of the signal that cancelled the run. */
export function statusOfFailure({ reason }: Failure, signalStatus: number | undefined): number {
  return (reason === 'cancelled' ? signalStatus : undefined) ?? exitStatus.failed;
}

/** The exit status of a plan. */
export function statusOfPlan({ plan }: Outcome, exitCode: ExitCode): number {
  return exitCode === 'detailed' && plan && hasChanges(plan) ? exitStatus.changes : exitStatus.done;
}
