/** A request of a run and its response. */
export interface Answered {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly params: Readonly<Record<string, string>>;
  /** The body of a success, undefined where there was none or it did not arrive. */
  readonly answer: string | undefined;
}

/** The states of pairs in one complete listing, or in the response to a call that changes one. */
export interface Observation {
  /** The index of its last request among those that were given. */
  readonly at: number;
  readonly of: 'listing' | 'acceptance';
  readonly account: string;
  readonly region: string;
  /** States by CIDR and ASN; a listing that lacks a pair shows it as absent. */
  readonly states: ReadonlyMap<string, string>;
}

/** A pair and where it is. */
export interface LocatedPair {
  readonly account: string;
  readonly region: string;
  readonly asn: string;
  readonly cidr: string;
}

/** The observations of a run in order, read from the responses that arrived. */
export function readObservations(requests: readonly Answered[]): readonly Observation[] {
  const begun = new Map<string, Map<string, string>>();
  return requests.flatMap(({ operation, account, region, params, answer }, at): Observation[] => {
    if (answer === undefined || params.DryRun === 'true') return [];
    if (/^(Disa|A)ssociateIpamByoasn$/.test(operation)) {
      return [{ at, of: 'acceptance', account, region, states: statesIn(answer) }];
    }
    if (operation !== 'DescribeByoipCidrs') return [];
    const target = `${account} ${region}`;
    const before = params.NextToken === undefined ? [] : (begun.get(target) ?? []);
    const states = new Map([...before, ...statesIn(answer)]);
    begun.set(target, states);
    return answer.includes('<nextToken>') ? [] : [{ at, of: 'listing', account, region, states }];
  });
}

/** The observed states of a pair, in order. */
export function observedStates(
  observations: readonly Observation[],
  pair: LocatedPair,
): readonly string[] {
  const key = keyOf(pair.asn, pair.cidr);
  return observations
    .filter(({ account, region }) => account === pair.account && region === pair.region)
    .filter(({ of, states }) => of === 'listing' || states.has(key))
    .map(({ states }) => states.get(key) ?? 'absent');
}

/** The states of pairs in a response; a pair that is in it more than once has its combined state. */
function statesIn(xml: string): Map<string, string> {
  const items = xml.matchAll(
    /<asn>([^<]*)<\/asn><cidr>([^<]+)<\/cidr>(?:<statusMessage>[^<]*<\/statusMessage>)?<state>([^<]+)<\/state>/g,
  );
  const byPair = Map.groupBy(items, ([, asn = '', cidr = '']) => keyOf(plainAsn(asn), cidr));
  return new Map(
    [...byPair].map(([key, found]) => [key, stateOf(found.map(([, , , state = '']) => state))]),
  );
}

/** An ASN in plain digits, from the spellings that tests use. */
function plainAsn(asn: string): string {
  const [, high, low] = /^([0-9]+)\.([0-9]+)$/.exec(asn) ?? [];
  if (low !== undefined) return String(Number(high) * 65_536 + Number(low));
  return asn.trim().replace(/^(AS)?0*/i, '');
}

/** A live association overrides one that has ended; contradictory states are unknown. */
function stateOf(states: readonly string[]): string {
  const ended = ['disassociated', 'failed-association'];
  const live = states.filter((state) => !ended.includes(state));
  const failed = states.filter((state) => state === 'failed-association');
  const counted = live.length > 0 ? live : failed.length > 0 ? failed : states;
  return new Set(counted).size === 1 ? (counted[0] ?? '') : 'unknown';
}

function keyOf(asn: string, cidr: string): string {
  return `${cidr} ${asn}`;
}
