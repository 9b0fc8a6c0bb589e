import type { Cidr } from '../domain/cidr.ts';
import type { Origin } from '../domain/origin.ts';
import { amazonOrigins } from '../domain/origin.ts';
import { leastAnswerMs } from '../lib/timeout.ts';
import type { Verification } from '../outcome/run-state.ts';
import type { Seen } from '../plan/observed-origin.ts';
import type { RequestContext } from '../rpki/request-json.ts';
import { leastPeers } from './decide-origin.ts';
import { askCollectors, unknownPartition } from './looking-glass.ts';
import { mostPeersLeft, type RouteCheck, verifyRoute } from './verify-route.ts';

/** The change of a route that AWS has carried out. */
interface ChangedRoute {
  readonly cidr: Cidr;
  readonly origin: Origin;
  readonly region: string;
  /** By the clock of the run. */
  readonly changedAtMs: number;
}

/** Most networks have a change after 20 s. */
const firstPollMs = 20_000;
const pollMs = 15_000;

/**
 * Asks the route collectors until they see a change, for so many seconds from now on. It is a miss,
 * never an error, if they do not, or cannot be read. Throws the cancellation's Failure.
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
  const end = clock.now() + Math.min(timeoutSeconds * 1000, deadline.remaining() - leastAnswerMs);
  let last = 'the route collectors were not asked: there was no time left';
  const first = Math.max(clock.now(), changedAtMs + firstPollMs);
  for (let next = first; next <= end; next += pollMs) {
    await clock.sleep(Math.max(0, next - clock.now()));
    const { isAsDesired, text } = checkSeen(origin, await askCollectors(cidr, context));
    const elapsed = Math.round((clock.now() - changedAtMs) / 1000);
    last = `${text}, ${elapsed} s after the change`;
    log.line(`${cidr}: ${last}`);
    if (isAsDesired) return { verified: 'collectors', text: last };
  }
  return { verified: 'none', text: `${last}; ${wanted(origin)}` };
}

function checkSeen(origin: Origin, seen: Seen): RouteCheck {
  if (seen.unread === undefined) return verifyRoute(origin, seen);
  return {
    isAsDesired: false,
    text: `the route collectors could not be read (${seen.unread})`,
  };
}

function wanted(origin: Origin): string {
  if (origin === 'none') return `at most ${mostPeersLeft} peers were to see it from AWS`;
  return `80 % of the peers, and at least ${leastPeers}, were to see it`;
}
