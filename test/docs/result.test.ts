import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger.ts';
import { formatOutputs } from '../../src/report/outputs.ts';
import { smallPlan } from '../report/scenes.ts';
import { read } from './pages.ts';
import { blocks } from './snippets.ts';

/** Keys at every depth; of a list, those of its first item. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(keysOf);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]));
}

describe('docs/result.md', () => {
  const [result, plan, counts, matrix] = blocks(read('docs/result.md'), 'json').map(
    (json): unknown => JSON.parse(json),
  );

  test('shows a result with the keys that a run writes', () => {
    const { result: text } = formatOutputs(openLedger().close('associated'));
    expect(Object.keys(result ?? {})).toEqual(Object.keys(JSON.parse(text)));
    const { pairs } = JSON.parse(formatOutputs(smallPlan()).result);
    expect(keysOf(result)).toMatchObject({ pairs: keysOf(pairs) });
  });

  test('shows plan, counts and matrix with the keys that a run writes', () => {
    const real = formatOutputs(smallPlan());
    const texts = [real.plan, real.counts, real.matrix];
    expect([plan, counts, matrix].map(keysOf)).toEqual(
      texts.map((text) => keysOf(JSON.parse(text))),
    );
  });
});
