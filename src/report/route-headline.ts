import { countRoutes } from '../domain/origin.ts';
import { truncate } from '../lib/text.ts';
import { countText } from './log.ts';
import type { PairRow } from './pair-row.ts';
import { changeName, isMissed } from './route-cells.ts';
import { isDone } from './status.ts';

/** An origin is observed: of a page with little room it must not take all. */
const longestName = 50;

/** `1 route to change (AWS to AS64500)`; of several `2 routes to change: 1 to swap, 1 to withdraw`. */
export function routesToChange(rows: readonly PairRow[]): string {
  const planned = rows.flatMap(({ pair, status }) =>
    status === 'planned' && pair.route && pair.step ? [{ ...pair, step: pair.step }] : [],
  );
  const [first, ...others] = planned;
  const details =
    first && others.length === 0
      ? ` (${truncate(changeName(first.originBefore.origin, first.route.origin), longestName)})`
      : `: ${countText(planned)}`;
  return `${countRoutes(planned.length)} to change${details}`;
}

/** `1 route withdrawn, verified`, `2 routes changed, 1 verified, 1 not verified`. */
export function changedRoutes(rows: readonly PairRow[]): string {
  const changed = rows.filter(({ pair }) => pair.changed);
  if (changed.length > 0) {
    const verb = changed.every(({ status }) => status === 'withdrawn') ? 'withdrawn' : 'changed';
    return [`${countRoutes(changed.length)} ${verb}`, ...verifiedTexts(changed)].join(', ');
  }
  const done = rows.filter(({ status }) => isDone(status));
  const end = done.every(({ status }) => status === 'withdrawn') ? 'withdrawn' : 'advertised';
  return [`${countRoutes(done.length)} now ${end}`, ...verifiedTexts(done)].join(', ');
}

function verifiedTexts(rows: readonly PairRow[]): string[] {
  const asked = rows.flatMap(({ pair }) => (pair.route && pair.verification ? [pair] : []));
  const missed = asked.filter(isMissed).length;
  const counts = [
    [asked.length - missed, 'verified'],
    [missed, 'not verified'],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, text]) => (rows.length === 1 ? text : `${count} ${text}`));
}
