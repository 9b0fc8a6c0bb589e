import { canonicalCidr } from './cidr.ts';
import { ServiceError } from './service-error.ts';

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
  readonly statusMessage?: string;
  readonly advertisementType?: string;
  readonly networkBorderGroup?: string;
  readonly description?: string;
  readonly associations?: readonly Omit<Association, 'cidr'>[];
}

/** A BYOIP CIDR as AWS lists it. */
export interface ByoipCidr extends Omit<CidrFixture, 'associations'> {
  readonly associations: readonly Association[];
}

/** An ASN that is provisioned to IPAM. */
export interface Byoasn {
  readonly asn: string;
  readonly ipamId: string;
  readonly state: string;
  readonly statusMessage?: string;
}

/**
 * How an accepted association reaches its end state. A listing is the first page of
 * DescribeByoipCidrs. `lag` listings show the state from before, `reads` more show it pending, and
 * the end state comes no sooner than `ms` after acceptance, with `reads: Infinity` never.
 */
export interface Transition {
  readonly to: string;
  /** The state in EC2's answer to the call; `pending-association` where left out. */
  readonly answered?: string;
  /** What the lagging listings show of a pair that had a state before, instead of that state. */
  readonly former?: string;
  readonly statusMessage?: string;
  readonly reads: number;
  readonly ms: number;
  readonly lag: number;
}

/** The state of one account in one Region. The setters act as other actors. */
export interface Ipam {
  setCidr(fixture: CidrFixture): void;
  setCidrState(cidr: string, state: string): void;
  removeCidr(cidr: string): void;
  setAsn(byoasn: Byoasn): void;
  removeAsn(asn: string): void;
  setAssociation(association: Association): void;
  removeAssociation(asn: string, cidr: string): void;
  /** The true state of a pair now, whatever the listings still show. */
  association(asn: string, cidr: string): Association | undefined;
  /** Counts a listing, after which pending pairs may change their state. */
  countListing(): void;
  cidrs(): ByoipCidr[];
  asns(): Byoasn[];
  /** Associates as EC2 does, or throws the ServiceError that EC2 answers. */
  associate(request: AssociationRequest): { association: Association; changed: boolean };
}

/** An associate call that is signed, authorized and no dry run. */
export interface AssociationRequest {
  readonly asn: string;
  readonly cidr: string;
  readonly asnProvisioned: boolean;
  readonly repeat: 'reject' | 'accept';
  readonly transition: Transition;
}

interface Pair {
  now: Association;
  pending?: { transition: Transition; acceptedAt: number; listings: number; before?: Association };
}

interface Range {
  readonly listed: Omit<CidrFixture, 'associations'>;
  readonly pairs: Map<string, Pair>;
  /** Listed before the pairs. */
  readonly others: readonly Association[];
}

const ASSOCIABLE = ['provisioned', 'pending-advertising', 'advertised', 'pending-withdrawal'];
const FREE = [undefined, 'disassociated', 'failed-association'];

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
  const setCidr = ({ associations = [], ...listed }: CidrFixture) => {
    const items = associations.map((item) => ({ ...item, cidr: listed.cidr }));
    const last = new Map(items.map((item) => [item.asn, item]));
    ranges.set(canonicalCidr(listed.cidr) ?? listed.cidr, {
      listed,
      pairs: new Map([...last].map(([asn, now]) => [asn, { now }])),
      others: items.filter((item) => last.get(item.asn) !== item),
    });
  };
  const pairs = () => [...ranges.values()].flatMap((range) => [...range.pairs.values()]);

  return {
    setCidr,
    setCidrState(cidr, state) {
      const { listed, ...rest } = existing(cidr);
      ranges.set(canonicalCidr(cidr) ?? cidr, { listed: { ...listed, state }, ...rest });
    },
    removeCidr: (cidr) => void ranges.delete(canonicalCidr(cidr) ?? cidr),
    setAsn: (byoasn) => void byoasns.set(byoasn.asn, byoasn),
    removeAsn: (asn) => void byoasns.delete(asn),
    setAssociation: (pair) => void existing(pair.cidr).pairs.set(pair.asn, { now: pair }),
    removeAssociation: (asn, cidr) => void existing(cidr).pairs.delete(asn),
    association(asn, cidr) {
      const pair = rangeOf(cidr)?.pairs.get(asn);
      return pair && advance(pair, now());
    },
    countListing() {
      for (const pair of pairs()) {
        advance(pair, now());
        if (pair.pending) pair.pending.listings += 1;
      }
    },
    cidrs: () =>
      [...ranges.values()].map(({ listed, pairs, others }) => ({
        ...listed,
        associations: [...others, ...[...pairs.values()].flatMap((pair) => visible(pair) ?? [])],
      })),
    asns: () => [...byoasns.values()],
    associate: (request) => associate(rangeOf(request.cidr), request, now()),
  };
}

// AWS documents no error codes for BYOASN: the codes below are guesses that no test may depend on.
function associate(range: Range | undefined, request: AssociationRequest, at: number) {
  const { asn, cidr, repeat, transition } = request;
  if (range === undefined) {
    throw new ServiceError(400, 'InvalidParameterValue', `The CIDR ${cidr} is not provisioned.`);
  }
  if (!request.asnProvisioned) {
    throw new ServiceError(400, 'InvalidParameterValue', `The ASN ${asn} is not provisioned.`);
  }
  if (!ASSOCIABLE.includes(range.listed.state)) {
    throw incorrectState(`The CIDR ${cidr} is in the state ${range.listed.state}.`);
  }
  const pair = range.pairs.get(asn);
  const before = pair && advance(pair, at);
  if (!FREE.includes(before?.state)) return repeated(before, repeat);
  const association = { asn, cidr: range.listed.cidr, state: 'pending-association' };
  const pending = { transition, acceptedAt: at, listings: 0, ...(before && { before }) };
  range.pairs.set(asn, { now: association, pending });
  const { answered: state = association.state } = transition;
  return { association: { ...association, state }, changed: true };
}

function repeated(before: Association | undefined, repeat: 'reject' | 'accept') {
  const acceptable = before?.state === 'associated' || before?.state === 'pending-association';
  if (before && acceptable && repeat === 'accept') return { association: before, changed: false };
  throw incorrectState(`The association of the ASN is in the state ${before?.state}.`);
}

function incorrectState(message: string): ServiceError {
  return new ServiceError(400, 'IncorrectState', message);
}

// Moves the pair to its end state when that is due.
function advance(pair: Pair, at: number): Association {
  if (pair.pending === undefined) return pair.now;
  const { transition, acceptedAt, listings } = pair.pending;
  if (listings < transition.lag + transition.reads || at < acceptedAt + transition.ms)
    return pair.now;
  const { to: state, statusMessage } = transition;
  pair.now = { ...pair.now, state, ...(statusMessage !== undefined && { statusMessage }) };
  delete pair.pending;
  return pair.now;
}

function visible({ now, pending }: Pair): Association | undefined {
  if (pending === undefined || pending.listings > pending.transition.lag) return now;
  const { former } = pending.transition;
  const { before } = pending;
  return former === undefined || before === undefined ? before : { ...now, state: former };
}
