import { incorrectState } from './service-error.ts';
import { isDue, isListed, type Progress, type Timing } from './transition.ts';

/** The ASN of Amazon's from which the fake AWS advertises. */
export const amazonAsn = '16509';

/** What AWS advertises of a CIDR. */
export interface Advertisement {
  /** The state of the CIDR. */
  readonly state: string;
  /** The ASN that AWS advertises it from, or `none`. */
  readonly origin: string;
  readonly statusMessage?: string;
}

/** How an accepted AdvertiseByoipCidr or WithdrawByoipCidr reaches its end. */
export interface RouteTransition extends Timing {
  /** The state in EC2's response; by default the state before the call, as in the examples of the AWS CLI. */
  readonly answered?: string;
  /** The state on the way; `pending-advertising` or `pending-withdrawal` where left out. */
  readonly pending?: string;
  /** The end, where it is another than asked for. */
  readonly to?: Partial<Advertisement>;
}

/** What a call on something that is as it asks already, or on its way, gets. */
export type Repeat = 'reject' | 'accept';

/** An AdvertiseByoipCidr that is signed, authorized and no dry run. */
export interface AdvertiseRequest {
  /** `AWS`, an ASN, or undefined where the request has none. */
  readonly asn: string | undefined;
  /** Whether the ASN is associated with the CIDR. */
  readonly associated: boolean;
  readonly repeat: Repeat;
  /** The response to a swap to an ASN of the account within an hour of the last one. */
  readonly withinHour: 'refuse' | 'accept';
  readonly transition: RouteTransition;
}

/** A WithdrawByoipCidr that is signed, authorized and no dry run. */
export type WithdrawRequest = Pick<AdvertiseRequest, 'repeat' | 'transition'>;

/** The state in the response to a route call, and whether it has changed anything. */
export interface RouteAnswer {
  readonly answered: string;
  readonly changed: boolean;
  /** The origin before the call. */
  readonly from: string;
}

/** The advertisement of one CIDR through time. */
export interface AdvertisedCidr {
  /** The true advertisement now, whatever the listings still show. */
  now(): Advertisement;
  /** What a listing shows. */
  listed(): Advertisement;
  countListing(): void;
  /** Acts as another actor; ends what is on its way. */
  set(advertisement: Advertisement): void;
  advertise(request: AdvertiseRequest): RouteAnswer;
  withdraw(request: WithdrawRequest): RouteAnswer;
  /** The origin at a time, or the first one if that was before it. */
  originAt(time: number): string;
}

interface Pending extends Progress {
  readonly before: Advertisement;
  readonly end: Advertisement;
}

const HOUR_MS = 3_600_000;

/** The origin of a CIDR in a state: the one from before, Amazon's, or none. */
export function originIn(state: string, before = 'none'): string {
  if (state !== 'advertised' && state !== 'pending-withdrawal') return 'none';
  return before === 'none' ? amazonAsn : before;
}

/** The ASN of an origin, of `AWS` too; `none` for none. */
export function asnOfOrigin(origin: string): string {
  return origin === 'AWS' ? amazonAsn : origin;
}

/**
 * A CIDR with an advertisement, on a clock that counts milliseconds; `moved` is called whenever its origin
 * has changed. AWS documents no error codes for routes: the codes are guesses that no test may depend on.
 */
export function advertisedCidr(
  first: Advertisement,
  clock: () => number,
  moved: (origin: string) => void,
): AdvertisedCidr {
  let current = first;
  let pending: Pending | undefined;
  let ownAt = Number.NEGATIVE_INFINITY;
  const history: { readonly at: number; readonly origin: string }[] = [];

  const move = (next: Advertisement) => {
    const isMove = next.origin !== current.origin;
    current = next;
    if (!isMove) return;
    history.push({ at: clock(), origin: next.origin });
    moved(next.origin);
  };
  const now = () => {
    if (pending && isDue(pending, clock())) {
      const { end } = pending;
      pending = undefined;
      move(end);
    }
    return current;
  };
  const change = (
    end: Advertisement,
    allowed: readonly string[],
    { repeat, transition }: WithdrawRequest,
  ): RouteAnswer => {
    const before = now();
    const { state, origin } = pending?.end ?? before;
    const isRepeat = state === end.state && origin === end.origin;
    if (isRepeat && repeat === 'accept') {
      return { answered: before.state, changed: false, from: before.origin };
    }
    if (isRepeat || pending || !allowed.includes(before.state)) {
      throw incorrectState(`The CIDR is in the state ${before.state}.`);
    }
    const way = end.origin === 'none' ? 'pending-withdrawal' : 'pending-advertising';
    const { answered = before.state, pending: shown = way, to } = transition;
    const progress = { timing: transition, acceptedAt: clock(), listings: 0 };
    pending = { ...progress, before, end: { ...end, ...to } };
    current = { ...before, state: shown };
    return { answered, changed: true, from: before.origin };
  };
  const checkAsn = (asn: string, { associated, withinHour }: AdvertiseRequest) => {
    if (!associated) throw incorrectState(`The ASN ${asn} is not associated with the CIDR.`);
    const isSwap = now().state === 'advertised' && now().origin !== asn;
    if (isSwap && withinHour === 'refuse' && clock() < ownAt + HOUR_MS) {
      throw incorrectState('The ASN of the CIDR can change to a custom ASN once every hour.');
    }
  };

  return {
    now,
    listed: () => (pending && !isListed(pending) ? pending.before : current),
    countListing() {
      now();
      if (pending) pending.listings += 1;
    },
    set(advertisement) {
      pending = undefined;
      move(advertisement);
    },
    advertise(request) {
      const { asn = 'AWS' } = request;
      if (asn !== 'AWS') checkAsn(asn, request);
      const end = { ...now(), state: 'advertised', origin: asnOfOrigin(asn) };
      const answer = change(end, ['provisioned', 'advertised'], request);
      if (asn !== 'AWS' && answer.changed) ownAt = clock();
      return answer;
    },
    withdraw(request) {
      const end = { ...now(), state: 'provisioned', origin: 'none' };
      return change(end, ['advertised'], request);
    },
    originAt(time) {
      now();
      return history.findLast(({ at }) => at <= time)?.origin ?? first.origin;
    },
  };
}
