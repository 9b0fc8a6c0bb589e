import { expect, onTestFinished, test } from 'vitest';
import { cancelOnSignals, endingSignals } from '../../../src/lib/signals.ts';

/** The signal of a run, without the listeners that it leaves to a process that ends with it. */
function begin() {
  const events = [...endingSignals, 'beforeExit', 'uncaughtException'];
  const before = new Map(events.map((name) => [name, process.rawListeners(name)]));
  onTestFinished(() => {
    for (const name of events) {
      for (const listener of process.rawListeners(name)) {
        if (!before.get(name)?.includes(listener)) process.off(name, listener as () => void);
      }
    }
  });
  const later: unknown[] = [];
  const cancelled = cancelOnSignals((error) => later.push(error));
  const [uncaught] = process.rawListeners('uncaughtException').slice(-1);
  return { cancelled, later, fail: (error: Error) => uncaught?.(error, 'uncaughtException') };
}

test.each(endingSignals)('%s cancels a run', (signal) => {
  const { cancelled } = begin();
  expect(cancelled.aborted).toBe(false);
  process.emit(signal);
  expect(cancelled.reason).toMatchObject({
    reason: 'cancelled',
    message: `The run was cancelled (${signal})`,
  });
});

test('the first signal is the reason', () => {
  const { cancelled } = begin();
  process.emit('SIGINT');
  process.emit('SIGBREAK');
  expect(cancelled.reason).toMatchObject({ message: 'The run was cancelled (SIGINT)' });
});

test('the first uncaught error is the reason, with its cause, and later ones are reported', () => {
  const { cancelled, later, fail } = begin();
  const [first, second] = [new Error('the first'), new Error('the second')];
  fail(first);
  fail(second);
  expect(cancelled.reason).toMatchObject({ reason: 'internal-error', cause: first });
  expect(later).toEqual([second]);
});
