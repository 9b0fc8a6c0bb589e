/** A request of a run that may have shown it something. */
export interface Answered {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly params: Readonly<Record<string, string>>;
  /** The body of a success, undefined where there was none or it did not arrive. */
  readonly answer: string | undefined;
}

/** What one complete listing, or the answer to an associate call, showed of pairs. */
export interface Look {
  /** The place of its last request among those that were given. */
  readonly at: number;
  readonly of: 'listing' | 'acceptance';
  readonly account: string;
  readonly region: string;
  /** States by CIDR and ASN; a listing that lacks a pair shows it as absent. */
  readonly states: ReadonlyMap<string, string>;
}

/** A pair and where it is. */
export interface PlacedPair {
  readonly account: string;
  readonly region: string;
  readonly asn: string;
  readonly cidr: string;
}

/** Everything that a run was shown, in order, read from the answers that reached it. */
export function looksOf(requests: readonly Answered[]): readonly Look[] {
  const begun = new Map<string, Map<string, string>>();
  return requests.flatMap(({ operation, account, region, params, answer }, at): Look[] => {
    if (answer === undefined || params.DryRun === 'true') return [];
    if (operation === 'AssociateIpamByoasn') {
      return [{ at, of: 'acceptance', account, region, states: statesIn(answer) }];
    }
    if (operation !== 'DescribeByoipCidrs') return [];
    const place = `${account} ${region}`;
    const before = params.NextToken === undefined ? [] : (begun.get(place) ?? []);
    const states = new Map([...before, ...statesIn(answer)]);
    begun.set(place, states);
    return answer.includes('<nextToken>') ? [] : [{ at, of: 'listing', account, region, states }];
  });
}

/** The states of a pair that a run was shown, in order. */
export function shownStates(looks: readonly Look[], pair: PlacedPair): readonly string[] {
  const key = keyOf(pair.asn, pair.cidr);
  return looks
    .filter(({ account, region }) => account === pair.account && region === pair.region)
    .filter(({ of, states }) => of === 'listing' || states.has(key))
    .map(({ states }) => states.get(key) ?? 'absent');
}

function statesIn(xml: string): Map<string, string> {
  const pairs = xml.matchAll(
    /<asn>(\d+)<\/asn><cidr>([^<]+)<\/cidr>(?:<statusMessage>[^<]*<\/statusMessage>)?<state>([^<]+)<\/state>/g,
  );
  return new Map(
    [...pairs].map(([, asn = '', cidr = '', state = '']) => [keyOf(asn, cidr), state]),
  );
}

function keyOf(asn: string, cidr: string): string {
  return `${cidr} ${asn}`;
}
