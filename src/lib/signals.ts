import { asFailure, Failure } from '../failure.ts';

/**
 * The signals from outside that end a process by default, and that Node can handle: from people and
 * their shells (INT, QUIT, HUP, on Windows BREAK), the runner (INT, then TERM; on Windows BREAK), init
 * systems and containers (TERM, HUP, QUIT, USR2), time limits (ALRM, XCPU).
 */
export const endingSignals = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
  'SIGBREAK',
  'SIGUSR2',
  'SIGALRM',
  'SIGXCPU',
] as const satisfies readonly NodeJS.Signals[];

/**
 * Aborts at the first ending signal, at the first uncaught error, and when Node has nothing left to do
 * before the run has ended. Later uncaught errors go to `onLater`.
 */
export function cancelOnSignals(onLater: (error: unknown) => void): AbortSignal {
  const controller = new AbortController();
  for (const signal of endingSignals) {
    process.on(signal, () => {
      controller.abort(new Failure('cancelled', `The run was cancelled (${signal})`));
    });
  }
  // Not `once`: without a listener, a second error would end the process before the report.
  process.on('uncaughtException', (error) => {
    if (controller.signal.aborted) onLater(error);
    else controller.abort(asFailure(error));
  });
  process.once('beforeExit', () => {
    controller.abort(new Failure('internal-error', 'Unexpected: nothing was left to wait for'));
  });
  return controller.signal;
}

/** The runner kills a cancelled step after 7.5 s. */
const graceMs = 5_000;

/** Aborts five seconds after the run was cancelled. */
export function startGrace(cancelled: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const begin = () =>
    setTimeout(() => {
      controller.abort(new Failure('cancelled', 'the run was cancelled, and no time was left'));
    }, graceMs);
  if (cancelled.aborted) begin();
  else cancelled.addEventListener('abort', begin, { once: true });
  return controller.signal;
}
