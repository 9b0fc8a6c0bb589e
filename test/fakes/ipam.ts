import {
  type AdvertisedCidr,
  type Advertisement,
  type AdvertiseRequest,
  advertisedCidr,
  asnOfOrigin,
  originIn,
  type Repeat,
  type RouteAnswer,
  type WithdrawRequest,
} from './advertisement.ts';
import { canonicalCidr } from './cidr.ts';
import { incorrectState, ServiceError } from './service-error.ts';
import { isDue, isListed, type Progress, type Transition } from './transition.ts';

/** An association as AWS lists it. */
export interface Association {
  readonly asn: string;
  readonly cidr: string;
  readonly state: string;
  readonly statusMessage?: string;
}

/**
 * A BYOIP CIDR and the associations it starts with. An ASN that it has more than once is in the state
 * of its last item; the others stay listed as they are.
 */
export interface CidrFixture {
  readonly cidr: string;
  readonly state: string;
  /**
   * An ASN, `AWS` or `none`; where left out, an advertised CIDR has the ASN of an association in the
   * state `advertised`, or else 16509.
   */
  readonly origin?: string;
  readonly statusMessage?: string;
  readonly advertisementType?: string;
  readonly networkBorderGroup?: string;
  readonly description?: string;
  readonly associations?: readonly Omit<Association, 'cidr'>[];
}

/** A BYOIP CIDR as AWS lists it, and the origin that fits the state, which AWS does not list. */
export interface ByoipCidr extends Omit<CidrFixture, 'associations'> {
  readonly origin: string;
  readonly associations: readonly Association[];
}

/** An ASN that is provisioned to IPAM. */
export interface Byoasn {
  readonly asn: string;
  readonly ipamId: string;
  readonly state: string;
  readonly statusMessage?: string;
}

/** The state of one account in one Region. The setters act as other actors. */
export interface Ipam {
  setCidr(fixture: CidrFixture): void;
  setCidrState(cidr: string, state: string): void;
  /** Advertises the CIDR from an ASN or `AWS`, or withdraws it: `none`. */
  setOrigin(cidr: string, origin: string): void;
  removeCidr(cidr: string): void;
  setAsn(byoasn: Byoasn): void;
  removeAsn(asn: string): void;
  setAssociation(association: Association): void;
  removeAssociation(asn: string, cidr: string): void;
  /**
   * The true state of a pair now, whatever the listings still show; `associated` also where they show
   * `advertised` because the ASN is the origin.
   */
  association(asn: string, cidr: string): Association | undefined;
  /** What AWS truly advertises of a CIDR now, whatever the listings still show. */
  advertisement(cidr: string): Advertisement | undefined;
  /** The origin of each CIDR at a time, `none` included. */
  originsAt(time: number): ReadonlyMap<string, string>;
  /** Counts a listing, after which pending pairs and CIDRs may change their state. */
  countListing(): void;
  cidrs(): ByoipCidr[];
  asns(): Byoasn[];
  /** Associates as EC2 does, or throws EC2's ServiceError. */
  associate(request: AssociationRequest): AssociationAnswer;
  disassociate(request: DisassociationRequest): AssociationAnswer;
  advertise(cidr: string, request: Omit<AdvertiseRequest, 'associated'>): RouteAnswer & Listed;
  withdraw(cidr: string, request: WithdrawRequest): RouteAnswer & Listed;
}

interface Listed {
  /** As the listing shows it from now on. */
  readonly byoip: ByoipCidr;
}

interface AssociationAnswer {
  readonly association: Association;
  readonly changed: boolean;
}

/** An associate call that is signed, authorized and no dry run. */
export interface AssociationRequest {
  readonly asn: string;
  readonly cidr: string;
  readonly asnProvisioned: boolean;
  readonly repeat: Repeat;
  readonly transition: Transition;
}

/** A disassociate call that is signed, authorized and no dry run. */
export interface DisassociationRequest extends Omit<AssociationRequest, 'asnProvisioned'> {
  /** What happens if AWS advertises the CIDR from the ASN; `drop` ends the advertisement. */
  readonly ofOrigin: 'refuse' | 'drop';
}

interface Pair {
  now: Association;
  pending?: Progress & { readonly transition: Transition; readonly before?: Association };
}

interface Range {
  readonly listed: Omit<CidrFixture, 'associations' | 'origin' | 'state' | 'statusMessage'>;
  readonly advertised: AdvertisedCidr;
  readonly pairs: Map<string, Pair>;
  /** Listed before the pairs. */
  readonly others: readonly Association[];
}

const ASSOCIABLE = ['provisioned', 'pending-advertising', 'advertised', 'pending-withdrawal'];
const FREE = [undefined, 'absent', 'disassociated', 'failed-association'];
const HELD = ['associated', 'advertised', 'failed-association', 'failed-disassociation'];

/** Empty state on a clock that counts milliseconds. */
export function createIpam(now: () => number): Ipam {
  const ranges = new Map<string, Range>();
  const byoasns = new Map<string, Byoasn>();

  const rangeOf = (cidr: string) => ranges.get(canonicalCidr(cidr) ?? cidr);
  const existing = (cidr: string) => {
    const range = rangeOf(cidr);
    if (range === undefined) throw new Error(`no CIDR ${cidr}`);
    return range;
  };
  const provisioned = (cidr: string) => {
    const range = rangeOf(cidr);
    if (range !== undefined) return range;
    throw new ServiceError(400, 'InvalidParameterValue', `The CIDR ${cidr} is not provisioned.`);
  };

  return {
    setCidr(fixture) {
      ranges.set(canonicalCidr(fixture.cidr) ?? fixture.cidr, createRange(fixture, now));
    },
    setCidrState(cidr, state) {
      const { advertised } = existing(cidr);
      const before = advertised.now();
      advertised.set({ ...before, state, origin: originIn(state, before.origin) });
    },
    setOrigin(cidr, origin) {
      const { advertised } = existing(cidr);
      const state = origin === 'none' ? 'provisioned' : 'advertised';
      advertised.set({ ...advertised.now(), state, origin: asnOfOrigin(origin) });
    },
    removeCidr: (cidr) => void ranges.delete(canonicalCidr(cidr) ?? cidr),
    setAsn: (byoasn) => void byoasns.set(byoasn.asn, byoasn),
    removeAsn: (asn) => void byoasns.delete(asn),
    setAssociation: (pair) => void existing(pair.cidr).pairs.set(pair.asn, { now: pair }),
    removeAssociation: (asn, cidr) => void existing(cidr).pairs.delete(asn),
    association(asn, cidr) {
      const pair = rangeOf(cidr)?.pairs.get(asn);
      return pair && existingPair(advance(pair, now()));
    },
    advertisement: (cidr) => rangeOf(cidr)?.advertised.now(),
    originsAt: (time) =>
      new Map(
        [...ranges.values()].map(({ listed, advertised }) => [
          listed.cidr,
          advertised.originAt(time),
        ]),
      ),
    countListing() {
      for (const { advertised, pairs } of ranges.values()) {
        advertised.countListing();
        for (const pair of pairs.values()) {
          advance(pair, now());
          if (pair.pending) pair.pending.listings += 1;
        }
      }
    },
    cidrs: () => [...ranges.values()].map(listedRange),
    asns: () => [...byoasns.values()],
    associate: (request) => associate(provisioned(request.cidr), request, now()),
    disassociate: (request) => disassociate(provisioned(request.cidr), request, now()),
    advertise(cidr, request) {
      const range = provisioned(cidr);
      const pair = range.pairs.get(request.asn ?? '');
      const state = pair && advance(pair, now()).state;
      const associated = state === 'associated' || state === 'advertised';
      const answer = range.advertised.advertise({ ...request, associated });
      return { ...answer, byoip: listedRange(range) };
    },
    withdraw(cidr, request) {
      const range = provisioned(cidr);
      const answer = range.advertised.withdraw(request);
      return { ...answer, byoip: listedRange(range) };
    },
  };
}

function createRange(
  { associations = [], origin, state, statusMessage, ...listed }: CidrFixture,
  now: () => number,
): Range {
  const items = associations.map((item) => ({ ...item, cidr: listed.cidr }));
  const last = new Map(items.map((item) => [item.asn, item]));
  const pairs = new Map<string, Pair>([...last].map(([asn, now]) => [asn, { now }]));
  const own = [...last.values()].find((item) => item.state === 'advertised')?.asn;
  const first = {
    state,
    origin: asnOfOrigin(origin ?? originIn(state, own)),
    ...(statusMessage !== undefined && { statusMessage }),
  };
  const advertised = advertisedCidr(first, now, (moved) => {
    for (const pair of pairs.values()) {
      if (pair.now.state !== 'advertised' || pair.now.asn === moved) continue;
      pair.now = { ...pair.now, state: 'associated' };
    }
  });
  return { listed, advertised, pairs, others: items.filter((item) => last.get(item.asn) !== item) };
}

function listedRange({ listed, advertised, pairs, others }: Range): ByoipCidr {
  const associations = [...pairs.values()].flatMap((pair) => existingPair(visible(pair)) ?? []);
  return { ...listed, ...advertised.listed(), associations: [...others, ...associations] };
}

// AWS documents no error codes for BYOASN: the codes here are guesses that no test may depend on.
function associate(range: Range, request: AssociationRequest, at: number) {
  const { asn, cidr, repeat, transition } = request;
  if (!request.asnProvisioned) {
    throw new ServiceError(400, 'InvalidParameterValue', `The ASN ${asn} is not provisioned.`);
  }
  const { state } = range.advertised.now();
  if (!ASSOCIABLE.includes(state)) {
    throw incorrectState(`The CIDR ${cidr} is in the state ${state}.`);
  }
  const pair = range.pairs.get(asn);
  const before = pair && advance(pair, at);
  if (!FREE.includes(before?.state)) {
    return repeated(before, ['associated', 'pending-association'], repeat);
  }
  const { cidr: listed } = range.listed;
  const association = { asn, cidr: listed, state: 'pending-association' };
  return start(range, association, existingPair(before), transition, at);
}

function disassociate(range: Range, request: DisassociationRequest, at: number) {
  const { asn, cidr, repeat, transition, ofOrigin } = request;
  const pair = range.pairs.get(asn);
  const before = pair && existingPair(advance(pair, at));
  if (before === undefined) {
    const message = `The ASN ${asn} is not associated with ${cidr}.`;
    throw new ServiceError(400, 'InvalidParameterValue', message);
  }
  if (!HELD.includes(before.state)) {
    return repeated(before, ['disassociated', 'pending-disassociation'], repeat);
  }
  const advertisement = range.advertised.now();
  if (advertisement.origin === asn) {
    if (ofOrigin === 'refuse') throw incorrectState(`${cidr} is advertised from the ASN ${asn}.`);
    range.advertised.set({ ...advertisement, state: 'provisioned', origin: 'none' });
  }
  const association = { asn, cidr: before.cidr, state: 'pending-disassociation' };
  return start(range, association, before, transition, at);
}

function start(
  { pairs }: Range,
  association: Association,
  before: Association | undefined,
  transition: Transition,
  acceptedAt: number,
) {
  const progress = { timing: transition, acceptedAt, listings: 0 };
  pairs.set(association.asn, {
    now: association,
    pending: { ...progress, transition, ...(before && { before }) },
  });
  const { answered: state = association.state } = transition;
  return { association: { ...association, state }, changed: true };
}

function repeated(before: Association | undefined, acceptable: readonly string[], repeat: Repeat) {
  if (before && acceptable.includes(before.state) && repeat === 'accept') {
    return { association: before, changed: false };
  }
  throw incorrectState(`The association of the ASN is in the state ${before?.state}.`);
}

// Moves the pair to its end state when that is due.
function advance(pair: Pair, at: number): Association {
  if (pair.pending === undefined || !isDue(pair.pending, at)) return pair.now;
  const { to: state, statusMessage } = pair.pending.transition;
  pair.now = { ...pair.now, state, ...(statusMessage !== undefined && { statusMessage }) };
  delete pair.pending;
  return pair.now;
}

function visible({ now, pending }: Pair): Association | undefined {
  if (pending === undefined || isListed(pending)) return now;
  const { former } = pending.transition;
  const { before } = pending;
  return former === undefined || before === undefined ? before : { ...now, state: former };
}

function existingPair(association: Association | undefined): Association | undefined {
  return association?.state === 'absent' ? undefined : association;
}
