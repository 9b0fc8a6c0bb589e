import { describe, expect, test } from 'vitest';
import { CallError } from '../../src/aws/answer.ts';
import { sendWithin } from '../../src/aws/send.ts';
import { systemClock } from '../../src/clock.ts';

const bounds = (milliseconds: number, cancelled = new AbortController().signal) => ({
  cancelled,
  deadline: { seconds: 1, remaining: () => milliseconds },
  clock: systemClock(cancelled),
});

/** What credential providers of the SDK do when they hang: nothing, whatever the signal says. */
const hangs = () => new Promise<never>(() => {});

describe('a request', () => {
  test('that takes no signal ends at the deadline all the same', async () => {
    // The timer of the limit alone does not keep the process of a test alive.
    const alive = setTimeout(() => {}, 5_000);
    const error = await sendWithin(bounds(50), hangs).catch((thrown: unknown) => thrown);
    clearTimeout(alive);
    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({ answer: { kind: 'ambiguous', code: 'Timeout' } });
  });

  test('that takes no signal ends when the run is cancelled', async () => {
    const controller = new AbortController();
    const sent = sendWithin(bounds(5_000, controller.signal), hangs);
    controller.abort(new Error('cancelled'));
    await expect(sent).rejects.toThrow('cancelled');
  });

  test('is not sent once the deadline has passed, and that is told apart from a lost answer', async () => {
    let sent = false;
    const error = await sendWithin(bounds(0), async () => {
      sent = true;
    }).catch((thrown: unknown) => thrown);
    expect(sent).toBe(false);
    expect(error).toMatchObject({ answer: { kind: 'unsent' } });
  });
});
