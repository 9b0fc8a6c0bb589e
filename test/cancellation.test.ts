import { expect, onTestFinished, test } from 'vitest';
import { cancelOnSignals } from '../src/cancellation.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/** The signal of a run, without the listeners that it leaves to a process that ends with it. */
function begin(): AbortSignal {
  const events = [...signals, 'beforeExit', 'uncaughtException'];
  const before = new Map(events.map((name) => [name, process.rawListeners(name)]));
  onTestFinished(() => {
    for (const name of events) {
      for (const listener of process.rawListeners(name)) {
        if (!before.get(name)?.includes(listener)) process.off(name, listener as () => void);
      }
    }
  });
  return cancelOnSignals();
}

test.each(signals)('%s cancels a run', (signal) => {
  const cancelled = begin();
  expect(cancelled.aborted).toBe(false);
  process.emit(signal);
  expect(cancelled.reason).toMatchObject({
    reason: 'cancelled',
    message: `The run was cancelled (${signal})`,
  });
});

test('the signal that comes first is the reason', () => {
  const cancelled = begin();
  process.emit('SIGINT');
  process.emit('SIGBREAK');
  expect(cancelled.reason).toMatchObject({ message: 'The run was cancelled (SIGINT)' });
});
