import type { Cidr } from '../domain/cidr.ts';
import { amazonOrigins, type Origin, originText } from '../domain/origin.ts';
import { countNoun } from '../lib/text.ts';
import { minResponseMs } from '../lib/timeout.ts';
import type { Verification } from '../outcome/run-state.ts';
import type { SeenRoutes } from '../plan/observed-origin.ts';
import type { RequestContext } from '../rpki/request-json.ts';
import { leastPeers } from './decide-origin.ts';
import {
  askCollectors,
  countByOrigin,
  elsewhereText,
  unclearPeersThroughAws,
  unknownPartition,
} from './looking-glass.ts';

/** A change that AWS has made. */
interface ChangedRoute {
  readonly cidr: Cidr;
  readonly origin: Origin;
  readonly region: string;
  /** On the clock of the run. */
  readonly changedAtMs: number;
}

/** Most networks have a change after 20 s. */
const firstPollMs = 20_000;
const pollMs = 15_000;

/**
 * Asks the route collectors until they see a change, for at most `timeoutSeconds`. If they do not, or
 * cannot be read, the change is not verified; that is no error. Throws the cancellation.
 */
export async function waitForCollectors(
  { cidr, origin, region, changedAtMs }: ChangedRoute,
  timeoutSeconds: number,
  context: RequestContext,
): Promise<Verification> {
  if (amazonOrigins(region).length === 0) {
    return { verified: 'none', text: `the route collectors were ${unknownPartition}` };
  }
  const { clock, deadline, log } = context;
  const end = clock.now() + Math.min(timeoutSeconds * 1000, deadline.remaining() - minResponseMs);
  let last = 'the route collectors were not asked: there was no time left';
  const first = Math.max(clock.now(), changedAtMs + firstPollMs);
  for (let next = first; next <= end; next += pollMs) {
    await clock.sleep(Math.max(0, next - clock.now()));
    const seen = await askCollectors(cidr, context);
    const { isAsDesired, text } =
      seen.unread === undefined
        ? verifyRoute(origin, seen)
        : { isAsDesired: false, text: `the route collectors could not be read (${seen.unread})` };
    const elapsed = Math.round((clock.now() - changedAtMs) / 1000);
    last = `${text}, ${elapsed} s after the change`;
    log.line(`${cidr}: ${last}`);
    if (isAsDesired) return { verified: 'collectors', text: last };
  }
  const wanted =
    origin === 'none'
      ? `expected: at most ${mostPeersLeft} peers see it from AWS`
      : `expected: 80 % of the peers, and at least ${leastPeers}, see it`;
  return { verified: 'none', text: `${last}; ${wanted}` };
}

/** After a withdrawal, this many peers may still see the CIDR: their routes are stuck. */
const mostPeersLeft = 5;

/**
 * Checks what the route collectors see of AWS's route; another route to the prefix may go
 * on, even from the same ASN. 80 % of the peers must see the desired origin, and at least ten.
 */
export function verifyRoute(
  desired: Origin,
  seen: SeenRoutes,
): {
  readonly isAsDesired: boolean;
  /** `AS64500 at 298 of 312 peers (95 %)`. */
  readonly text: string;
} {
  const byOrigin = new Map(countByOrigin(seen));
  const peers = byOrigin.values().reduce((sum, each) => sum + each, unclearPeersThroughAws(seen));
  const elsewhere = elsewhereText(seen);
  if (desired === 'none') {
    const text = `${countNoun(peers, 'peer')} ${peers === 1 ? 'sees' : 'see'} it from AWS${elsewhere}`;
    return { isAsDesired: peers <= mostPeersLeft, text };
  }
  const right = byOrigin.get(desired) ?? 0;
  const percent = peers === 0 ? 0 : Math.floor((right / peers) * 100);
  return {
    isAsDesired: right >= leastPeers && right * 5 >= peers * 4,
    text: `${originText(desired)} at ${right} of ${peers} peers (${percent} %)${elsewhere}`,
  };
}
