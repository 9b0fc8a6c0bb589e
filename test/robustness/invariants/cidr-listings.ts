import type { Answered } from './observations.ts';

/** What a listing shows of a CIDR. */
export interface ListedCidr {
  readonly state: string;
  /** The ASNs of its associations in the state `advertised`. */
  readonly origins: readonly string[];
}

/** A complete listing of the CIDRs of an account and Region. */
export interface CidrListing {
  /** The index of its last request among those that were given. */
  readonly at: number;
  readonly account: string;
  readonly region: string;
  readonly cidrs: ReadonlyMap<string, ListedCidr>;
}

/** The listings of a run in order, read from the responses that arrived. */
export function readListings(requests: readonly Answered[]): readonly CidrListing[] {
  const begun = new Map<string, Map<string, ListedCidr>>();
  return requests.flatMap(({ operation, account, region, params, answer }, at) => {
    if (operation !== 'DescribeByoipCidrs' || answer === undefined) return [];
    const place = `${account} ${region}`;
    const before = params.NextToken === undefined ? [] : (begun.get(place) ?? []);
    const cidrs = new Map([...before, ...cidrsIn(answer)]);
    begun.set(place, cidrs);
    return answer.includes('<nextToken>') ? [] : [{ at, account, region, cidrs }];
  });
}

function cidrsIn(xml: string): [string, ListedCidr][] {
  const items = xml.matchAll(
    /<cidr>([^<]+)<\/cidr>(?:<description>[^<]*<\/description>)?<asnAssociationSet>(.*?)<\/asnAssociationSet>(?:<statusMessage>[^<]*<\/statusMessage>)?<state>([^<]+)<\/state>/gs,
  );
  return [...items].map(([, cidr = '', associations = '', state = '']) => [
    cidr,
    { state, origins: originsIn(associations) },
  ]);
}

function originsIn(associations: string): string[] {
  const items = associations.matchAll(/<asn>([^<]*)<\/asn>.*?<state>([^<]+)<\/state>/gs);
  return [...items].flatMap(([, asn = '', state]) => (state === 'advertised' ? [asn] : []));
}
