import { stringify } from 'yaml';
import { type Fakes, type FakesOptions, withFakes } from '../../fakes/fakes.ts';
import { type Ended, runOn, type Scenario } from './scenario.ts';

/** The account and Region of the fake servers that every test has, and a second one. */
export const main = { account: '111122223333', region: 'us-west-2' } as const;
export const dr = { account: '444455556666', region: 'eu-west-1' } as const;

/** Pairs as a config file has them. */
export interface Entry {
  readonly asn: number | string;
  readonly cidr: string;
  readonly note?: string;
  readonly remove?: true;
}

/** A config file of targets. */
export function configFile(
  targets: readonly {
    readonly name?: string;
    readonly account: string;
    readonly region: string;
    readonly associations: readonly Entry[];
  }[],
): string {
  return stringify({ version: 1, targets });
}

/** The file of most tests: two pairs in one account and one in another. */
export const fleet = configFile([
  {
    ...main,
    associations: [
      { asn: 64500, cidr: '198.51.100.0/24' },
      { asn: 64500, cidr: '2001:db8:1000::/48', note: 'edge POP, ticket NET-12' },
    ],
  },
  { name: 'dr', ...dr, associations: [{ asn: 64501, cidr: '203.0.113.0/24' }] },
]);

/** Adds the second account with the CIDR and the ASN of `fleet`. */
export function addDr(fakes: Fakes): void {
  fakes.addAccount(dr.account, {
    [dr.region]: {
      cidrs: [{ cidr: '203.0.113.0/24', state: 'advertised', advertisementType: 'unicast' }],
    },
  });
}

/** Fake servers whose associations reach their end state at the first read after they were accepted. */
export const fastAssociations: FakesOptions = { behaviour: { transition: { reads: 1 } } };

/** Runs `use` with such fake servers, with both accounts of `fleet`. */
export function withFleet(use: (fakes: Fakes) => Promise<void>): Promise<void> {
  return withFakes(fastAssociations, async (fakes) => {
    addDr(fakes);
    await use(fakes);
  });
}

/** A run of a config file on running fake servers. */
export function runFile(
  fakes: Fakes,
  text: string,
  inputs: Readonly<Record<string, string>>,
  more: Omit<Scenario, 'fakes' | 'with'> = {},
): Promise<Ended> {
  return runOn(fakes, {
    ...more,
    files: { 'byoasn.yml': text },
    with: { config: 'byoasn.yml', ...inputs },
  });
}

/** `count` CIDRs of the documentation prefix 2001:db8::/32, each a /48. */
export function manyCidrs(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? '2001:db8::/48' : `2001:db8:${index.toString(16)}::/48`,
  );
}
