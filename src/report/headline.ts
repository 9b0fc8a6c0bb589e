import { countAssociations } from '../domain/association.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { countNeedsLook, type PairRow } from './pair-row.ts';
import { changedRoutes, routesToChange } from './route-headline.ts';
import { isDone, runStatus } from './status.ts';
import { words } from './words.ts';

/** A run in numbers: `3 associations to create, 1 needs a look`. */
export function headlineOf(outcome: Outcome, rows: readonly PairRow[]): string {
  const count = countNeedsLook(rows);
  const look = count === 0 ? '' : `, ${count} ${count === 1 ? 'needs' : 'need'} a look`;
  return `${endText(outcome, rows)}${look}`;
}

function endText(outcome: Outcome, rows: readonly PairRow[]): string {
  const count = (...wanted: readonly PairRow['status'][]) =>
    rows.filter(({ status }) => wanted.includes(status)).length;
  const total = words[outcome.action].count(rows.length);
  const status = runStatus(outcome);
  switch (status) {
    case 'planned':
      if (outcome.action === 'routes') return routesToChange(rows);
      return countBoth(
        rows.filter(({ status }) => status === 'planned'),
        ['to create', 'to remove'],
      );
    case 'applied': {
      if (outcome.action === 'routes') return changedRoutes(rows);
      const changed = rows.filter(({ pair }) => pair.changed);
      if (changed.length > 0) return countBoth(changed, ['created', 'removed']);
      return countBoth(
        rows.filter(({ status }) => isDone(status)),
        ['now associated', 'now removed'],
      );
    }
    case 'accepted':
      return `${countAssociations(rows.filter(({ pair }) => pair.changed).length)} accepted`;
    case 'refused': {
      const refused = count('refused');
      return refused === 0 || rows.length === 1
        ? status
        : `refused, ${refused} of ${total} blocked`;
    }
    case 'failed': {
      const failed = count('failed');
      return failed === 0 || rows.length === 1 ? status : `${failed} of ${total} failed`;
    }
    case 'checked offline':
      return `${total} checked offline`;
    case 'cancelled':
    case 'no changes':
      return status;
  }
}

/** `2 associations to create, 1 to remove`, without what there is none of. */
function countBoth(
  rows: readonly PairRow[],
  [created, removed]: readonly [string, string],
): string {
  const toRemove = rows.filter(({ pair }) => pair.association?.remove).length;
  const toCreate = rows.length - toRemove;
  if (toRemove === 0) return `${countAssociations(toCreate)} ${created}`;
  return toCreate === 0
    ? `${countAssociations(toRemove)} ${removed}`
    : `${countAssociations(toCreate)} ${created}, ${toRemove} ${removed}`;
}
