import { type Origin, originText } from '../domain/origin.ts';
import type { SeenRoutes } from '../plan/observed-origin.ts';
import { leastPeers } from './decide-origin.ts';
import { countByOrigin, elsewhereText, peersWithoutOrigin } from './looking-glass.ts';

/** Whether the route collectors see what was desired, with figures. */
export interface RouteCheck {
  readonly isAsDesired: boolean;
  /** `AS64500 at 298 of 312 peers (95 %)`. */
  readonly text: string;
}

/** Peers that may still see a CIDR that was withdrawn: routes that are stuck. */
export const mostPeersLeft = 5;

/**
 * Checks what the route collectors see of AWS's announcement; another one of the same prefix may go on,
 * also from the same ASN. An origin must be that of 80 % of the peers, and of ten.
 */
export function verifyRoute(desired: Origin, seen: SeenRoutes): RouteCheck {
  const byOrigin = new Map(countByOrigin(seen));
  const peers = byOrigin.values().reduce((sum, each) => sum + each, peersWithoutOrigin(seen));
  const elsewhere = elsewhereText(seen);
  if (desired === 'none') {
    const text = `${peers === 1 ? '1 peer sees' : `${peers} peers see`} it from AWS${elsewhere}`;
    return { isAsDesired: peers <= mostPeersLeft, text };
  }
  const right = byOrigin.get(desired) ?? 0;
  const percent = peers === 0 ? 0 : Math.floor((right / peers) * 100);
  return {
    isAsDesired: right >= leastPeers && right * 5 >= peers * 4,
    text: `${originText(desired)} at ${right} of ${peers} peers (${percent} %)${elsewhere}`,
  };
}
