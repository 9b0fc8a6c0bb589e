import { describe, expect, test } from 'vitest';
import { startProgress } from '../../../src/apply/progress.ts';
import { Failure } from '../../../src/failure.ts';
import { createRunState, initialPairs } from '../../../src/outcome/run-state.ts';
import { elapsedText } from '../../../src/report/log.ts';
import { virtualContext } from '../../fakes/retry-context.ts';
import { manyDesired } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';

/** The progress of a run with this many pairs. */
function begin(count: number) {
  const context = virtualContext();
  const pairs = manyDesired(count);
  const runState = createRunState();
  runState.addEntries([targetOf(pairs)].flatMap(initialPairs));
  const report = startProgress(runState, context, () => elapsedText(context.clock.now()));
  const update = (index: number, facts: Parameters<typeof runState.update>[1]) => {
    const pair = pairs[index];
    if (pair) runState.update(pair, facts);
  };
  return { ...context, report, update };
}

describe('the progress of several pairs', () => {
  test('counts the pairs in each end state, with the time', async () => {
    const { report, update, lines, clock } = begin(5);
    update(0, { state: 'associated' });
    update(1, { state: 'pending-association' });
    update(2, { state: 'pending-association' });
    update(3, { state: 'advertised' });
    await clock.sleep(92_000);
    report();
    expect(lines).toEqual(['2 of 5 associated, 2 pending, 01:32']);
  });

  test('counts failed pairs, and no longer as pending', () => {
    const { report, update, lines } = begin(3);
    update(0, { state: 'pending-association', failure: new Failure('wait-timeout', 'late') });
    update(1, { state: 'pending-association' });
    report();
    expect(lines).toEqual(['0 of 3 associated, 1 pending, 1 failed, 00:00']);
  });

  test('is logged again once it has changed', async () => {
    const { report, update, lines, clock } = begin(2);
    report();
    await clock.sleep(1_000);
    update(0, { state: 'associated' });
    report();
    expect(lines).toEqual([
      '0 of 2 associated, 0 pending, 00:00',
      '1 of 2 associated, 0 pending, 00:01',
    ]);
  });

  test('is logged again after half a minute without a change, and not before', async () => {
    const { report, lines, clock } = begin(2);
    report();
    await clock.sleep(29_999);
    report();
    expect(lines).toHaveLength(1);
    await clock.sleep(1);
    report();
    report();
    expect(lines).toEqual([
      '0 of 2 associated, 0 pending, 00:00',
      '0 of 2 associated, 0 pending, 00:30',
    ]);
  });
});

test('the progress of one pair is not logged: each change of its state is', () => {
  const { report, update, lines } = begin(1);
  update(0, { state: 'associated' });
  report();
  expect(lines).toEqual([]);
});
