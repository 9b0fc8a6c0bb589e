import { describe, expect, test } from 'vitest';
import { shownMessage, shownState } from '../../src/aws/shown.ts';

describe('what AWS writes', () => {
  test.each(['associated', 'pending-association', 'from-the-future'])(
    'as the state %s is kept',
    (state) => {
      expect(shownState(state)).toBe(state);
    },
  );

  test.each([undefined, 'absent'])('as no state of its own (%s) is not known', (state) => {
    expect(shownState(state)).toBe('unknown');
  });

  test('at enormous length is shown by its start', () => {
    expect(shownState('s'.repeat(10_000)).length).toBeLessThan(300);
    expect(shownMessage('m'.repeat(1_000_000)).length).toBeLessThan(10_100);
    expect(shownMessage('m'.repeat(10_000))).toBe('m'.repeat(10_000));
  });

  test('as no message is empty', () => {
    expect(shownMessage(undefined)).toBe('');
  });
});
