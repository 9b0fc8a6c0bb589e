import { type Origin, originName, originOf } from '../domain/origin.ts';
import type { RpkiVerdict } from '../domain/rpki.ts';
import { countNoun } from '../lib/text.ts';
import type { ObservedOrigin, Seen } from '../plan/observed-origin.ts';
import type { RouteChange } from '../plan/plan.ts';
import { peersWithoutOrigin, unclearTexts } from './looking-glass.ts';

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
    ...seen.origins.map(({ asn, peers }) => `from AS${asn} by ${countNoun(peers, 'peer')}`),
    ...unclearTexts(peersWithoutOrigin(seen)),
  ];
  return [`Seen now ${joinSome(origins)}.`];
}

const notRead =
  "RIPE's route collectors were not read, so it is unknown where the prefix is visible.";

/** Where a prefix stays reachable after its withdrawal: peers that see it through AWS lose it. */
function remainderText({ seen }: ObservedOrigin): string {
  if (!seen || seen.unread !== undefined) {
    return 'Other routes were not read; the prefix may become unreachable.';
  }
  const others = [
    ...seen.origins.flatMap(({ asn, elsewhere = 0 }) =>
      elsewhere > 0 ? `from AS${asn} by ${countNoun(elsewhere, 'peer')}` : [],
    ),
    ...unclearTexts(seen.elsewhere ?? 0),
  ];
  if (others.length === 0) {
    return 'No other route is seen; the prefix becomes unreachable.';
  }
  return `It is also seen ${joinSome(others)}.`;
}

const maxListed = 5;

function joinSome(texts: readonly string[]): string {
  const more = texts.length - maxListed;
  return [...texts.slice(0, maxListed), ...(more > 0 ? [`${more} more`] : [])].join(' and ');
}
