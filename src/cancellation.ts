import { asFailure, Failure } from './failure.ts';

/**
 * A signal that aborts at SIGINT and SIGTERM, which a person sends to cancel, and the runner, seconds
 * apart (on Windows, Ctrl+Break in place of the latter); and, so that these are reported too, at the
 * first error that nobody catches, and when Node finds nothing left to do before the run has ended.
 */
export function cancelOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
    process.on(signal, () => {
      controller.abort(new Failure('cancelled', `The run was cancelled (${signal})`));
    });
  }
  process.once('uncaughtException', (error) => controller.abort(asFailure(error)));
  process.once('beforeExit', () => {
    controller.abort(new Failure('internal-error', 'Unexpected: nothing was left to wait for'));
  });
  return controller.signal;
}

/** The runner gives a cancelled step 7.5 s before it ends it. */
const graceMs = 5_000;

/** Aborts five seconds after the run was cancelled, however far it had come by then. */
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
