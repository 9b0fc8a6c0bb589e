import type { Outcome } from '../outcome/run-state.ts';
import type { PairRow } from './pair-row.ts';

/** So many effects are read before a table. */
const maxEffects = 10;

/**
 * What the changes of a plan of routes mean outside AWS: a line for each, in the order of the rows.
 * After an apply they no longer hold.
 */
export function effectLines({ inputs }: Outcome, rows: readonly PairRow[]): readonly string[] {
  if (inputs?.mode !== 'plan') return [];
  const effects = rows.flatMap(({ pair }) => (pair.route && pair.effect ? [pair.effect] : []));
  const more = effects.length - maxEffects;
  return [...effects.slice(0, maxEffects), ...(more > 0 ? [`and ${more} more`] : [])];
}
