import { type Origin, originName, originOf } from '../domain/origin.ts';
import type { RpkiVerdict } from '../domain/rpki.ts';
import type { ObservedOrigin, Seen } from '../plan/observed-origin.ts';
import type { RouteChange } from '../plan/plan.ts';
import { listOrigins, peersWithoutOrigin, unclearTexts } from './looking-glass.ts';

/**
 * The effect of a change outside AWS: `198.51.100.0/24: origin AWS to AS64500. RPKI from AS64500: valid (ROA
 * AS64500 /24); from AWS, to go back: valid. Seen now from AS16509 by 312 peers.` Empty for a step that
 * changes nothing.
 */
export function effectOf(change: RouteChange): string {
  const { step, route, originBefore, rpki } = change;
  switch (step) {
    case 'advertise':
    case 'swap':
      return [
        `${route.cidr}: origin ${originName(originBefore.origin)} to ${originName(route.origin)}.`,
        ...rpkiTexts(route.origin, rpki),
        ...seenTexts(originBefore.seen),
      ].join(' ');
    case 'withdraw':
      return `${route.cidr}: withdraw. ${remainderText(originBefore)}`;
    case 'wait':
    case 'keep':
    case 'refuse':
      return '';
  }
}

function rpkiTexts(to: Origin, rpki: RpkiVerdict | undefined): string[] {
  if (!rpki) return [];
  if (rpki.state === 'unread') return ['RPKI was not read.'];
  const roas = rpki.roas.length === 0 ? '' : ` (ROA ${rpki.roas.join(', ')})`;
  const ways = [...Map.groupBy(rpki.wayBack, ({ asn }) => originOf(asn))];
  const states = [
    `from ${originName(to)}: ${rpki.state}${roas}`,
    ...ways.map(([origin, asns]) => `from ${originName(origin)}, to go back: ${wayText(asns)}`),
  ];
  return [`RPKI ${states.join('; ')}.`];
}

/** `valid`, or the ASNs from which the way back is not valid. */
function wayText(asns: RpkiVerdict['wayBack']): string {
  const missing = asns.filter(({ state }) => state !== 'valid');
  return missing.map(({ asn, state }) => `${state} from AS${asn}`).join(', ') || 'valid';
}

function seenTexts(seen: Seen | undefined): string[] {
  if (!seen) return [];
  if (seen.unread !== undefined) return [notRead];
  if (seen.peers === 0) return ['Not seen now.'];
  const origins = [
    ...listOrigins(seen.origins, ({ peers }) => peers),
    ...unclearTexts(peersWithoutOrigin(seen)),
  ];
  return [`Seen now ${origins.join(' and ')}.`];
}

const notRead =
  "RIPE's route collectors were not read, so it is unknown where the prefix is visible.";

/** Where a prefix stays reachable after its withdrawal: peers that see it through AWS lose it. */
function remainderText({ seen }: ObservedOrigin): string {
  if (!seen || seen.unread !== undefined) {
    return 'Other routes were not read; the prefix may become unreachable.';
  }
  const others = [
    ...listOrigins(seen.origins, ({ elsewhere = 0 }) => elsewhere),
    ...unclearTexts(seen.elsewhere ?? 0),
  ];
  if (others.length === 0) {
    return 'No other route is seen; the prefix becomes unreachable.';
  }
  return `It is also seen ${others.join(' and ')}.`;
}
