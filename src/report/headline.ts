import { countAssociations } from '../domain/association.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { countNeedsLook, type PairRow } from './pair-row.ts';
import { runStatus } from './status.ts';

/** A run in numbers: `3 associations to create, 1 needs a look`. */
export function headlineOf(outcome: Outcome, rows: readonly PairRow[]): string {
  const count = countNeedsLook(rows);
  const look = count === 0 ? '' : `, ${count} ${count === 1 ? 'needs' : 'need'} a look`;
  return `${endText(outcome, rows)}${look}`;
}

function endText(outcome: Outcome, rows: readonly PairRow[]): string {
  const count = (...wanted: readonly PairRow['status'][]) =>
    rows.filter(({ status }) => wanted.includes(status)).length;
  const total = countAssociations(rows.length);
  const status = runStatus(outcome);
  switch (status) {
    case 'planned':
      return `${countAssociations(count('planned'))} to create`;
    case 'applied': {
      const created = rows.filter(({ pair }) => pair.changed).length;
      return created === 0
        ? `${countAssociations(count('associated'))} now associated`
        : `${countAssociations(created)} created`;
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
