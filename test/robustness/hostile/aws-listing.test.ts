import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalCidr } from '../../fakes/cidr.ts';
import { hostileText } from '../../unit/report/text.ts';
import { fuzz, fuzzTimeoutMs } from './fuzz.ts';
import {
  associateCalls,
  attack,
  defaultResponder,
  expectValidOutcome,
  pair,
  untruncated,
} from './run.ts';
import { allHostileText } from './texts.ts';
import { asnsXml, cidrsXml, type ListedAsn, type ListedCidr, type Responder } from './wire.ts';

const junk = fc.constantFrom(
  ...['', ' ', '0', 'null', 'true', '[object Object]', '__proto__', 'constructor', 'toString'],
  ...[
    'hasOwnProperty',
    'Associated',
    'ASSOCIATED',
    'associated\u0000',
    'associated ',
    allHostileText,
  ],
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 8 });
const often = <T>(value: T, others: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: others });

const associationState = fc.oneof(
  fc.constantFrom(
    ...['associated', 'advertised', 'pending-association', 'failed-association', 'disassociated'],
    ...['pending-disassociation', 'failed-disassociation', 'unknown'],
  ),
  junk,
);
const cidrState = often(
  'provisioned',
  fc.oneof(
    fc.constantFrom(
      ...['advertised', 'deprovisioned', 'failed-provision', 'pending-deprovision'],
      ...['pending-advertising', 'provisioned-not-publicly-advertisable'],
    ),
    junk,
  ),
);
const asn = often(
  pair.asn,
  fc.oneof(fc.constantFrom('064500', '64500 ', 'AS64500', '64500.0', '6.45e4', '64501'), junk),
);
const cidr = often(
  pair.cidr,
  fc.oneof(
    fc.constantFrom('198.51.100.0/024', '198.051.100.0/24', '198.51.100.0', '198.51.100.0/25'),
    fc.constantFrom('198.51.0.0/16', '::ffff:198.51.100.0/120', '2001:DB8:1000::/48', '0/0'),
    junk,
    hostileText,
  ),
);

const association: fc.Arbitrary<ListedAsn> = fc.record({
  asn: optional(asn),
  cidr: optional(cidr),
  state: optional(associationState),
  statusMessage: optional(fc.oneof(hostileText, fc.constant(allHostileText))),
});
const listedCidr: fc.Arbitrary<ListedCidr> = fc.record({
  cidr: optional(cidr),
  state: optional(cidrState),
  statusMessage: optional(hostileText),
  advertisementType: optional(often('unicast', fc.oneof(fc.constant('anycast'), junk))),
  associations: fc.array(association, { maxLength: 3 }),
});
const pages = fc.array(fc.array(listedCidr, { maxLength: 3 }), { minLength: 1, maxLength: 3 });
const asns = fc.oneof(
  fc.constant([]),
  fc.array(
    fc.record({
      asn: optional(asn),
      state: optional(often('provisioned', associationState)),
      statusMessage: optional(hostileText),
    }),
    { maxLength: 3 },
  ),
);

interface ListingCase {
  readonly first: readonly (readonly ListedCidr[])[];
  readonly later: readonly (readonly ListedCidr[])[];
  readonly asns: readonly ListedAsn[];
  readonly dryRun: boolean;
}

const listingCase: fc.Arbitrary<ListingCase> = fc.record({
  first: pages,
  later: pages,
  asns,
  dryRun: fc.boolean(),
});

/** The first listing in its pages, and then the later one again and again. */
function answersOf({ first, later, asns: listed }: ListingCase): Responder {
  return (request, nth) => {
    if (request.action === 'DescribeIpamByoasn') return { body: asnsXml(listed) };
    if (request.action !== 'DescribeByoipCidrs') return defaultResponder(request, nth);
    const [listingPages, at] =
      nth < first.length ? [first, nth] : [later, (nth - first.length) % later.length];
    const more = at + 1 < listingPages.length ? `page ${at + 1}` : undefined;
    return { body: cidrsXml(listingPages[at] ?? [], more) };
  };
}

/** What a listing shows of the CIDR, as XML carries it. */
const entriesOf = (listing: readonly (readonly ListedCidr[])[]) =>
  listing.flat().filter((entry) => canonicalCidr(entry.cidr ?? '') === pair.cidr);

const isReady = ({ state, advertisementType = '' }: ListedCidr) =>
  ['provisioned', 'advertised', 'pending-advertising', 'pending-withdrawal'].includes(
    state ?? '',
  ) && ['', 'unicast'].includes(advertisementType);

/** The ASN of an item; undefined if unknown. */
const asnOf = ({ asn = '', cidr = '' }: ListedAsn, entry: ListedCidr) => {
  if (cidr !== '' && canonicalCidr(cidr) !== canonicalCidr(entry.cidr ?? '')) return undefined;
  const [, digits] = /^(?:AS)?0*([0-9]+)$/i.exec(asn.trim()) ?? [];
  const [, high, low] = /^([0-9]+)\.([0-9]+)$/.exec(asn.trim()) ?? [];
  return low === undefined ? digits : String(Number(high) * 65_536 + Number(low));
};

const statesOf = (entry: ListedCidr) =>
  (entry.associations ?? [])
    .filter((association) => asnOf(association, entry) === pair.asn)
    .map(({ state = '' }) => state);

/** Nothing in the entry is, or may be, an association of the pair that is not over. */
const isFree = (entry: ListedCidr) =>
  statesOf(entry).every((state) => ['disassociated', 'failed-association'].includes(state)) &&
  (entry.associations ?? []).every((association) => asnOf(association, entry) !== undefined);

const made = ['associated', 'advertised'];
/** Every entry shows the pair as made, and none in a way that contradicts it. */
const showsAssociated = (listing: ListingCase['first']) =>
  entriesOf(listing).every((entry) => {
    const states = statesOf(entry);
    const others = [...made, 'disassociated', 'failed-association'];
    return (
      states.some((state) => made.includes(state)) &&
      states.every((state) => others.includes(state))
    );
  }) && entriesOf(listing).length > 0;

/** XML normalizes line ends, and responses have only characters that XML allows. */
const carried = (text: string) => text.replaceAll(/\r\n?/g, '\n').trim();

describe('whatever AWS lists,', () => {
  test(
    'the run ends, claims only what was listed, and associates only pairs that are ready',
    async () => {
      await fuzz('AWS listings', listingCase, 350, async (listing) => {
        const { dryRun, first, later } = listing;
        const ended = await attack({
          with: { 'dry-run': String(dryRun), 'wait-timeout-seconds': '120' },
          responder: answersOf(listing),
        });
        expectValidOutcome(ended);
        // A listing that lacks the CIDR is read once more.
        const isMissing = entriesOf(first).length === 0;
        const planned = isMissing ? later : first;
        const calls = associateCalls(ended);
        expect(calls.length).toBeLessThanOrEqual(dryRun ? 0 : 1);
        if (calls.length > 0) {
          expect(entriesOf(planned).every((entry) => isReady(entry) && isFree(entry))).toBe(true);
          expect(entriesOf(planned).length).toBeGreaterThan(0);
          const read = ended.exchanges.slice(0, ended.exchanges.indexOf(calls[0] ?? never()));
          const pagesRead = read.filter(
            ({ request }) => request.action === 'DescribeByoipCidrs',
          ).length;
          const pages = first.length + (isMissing ? later.length : 0);
          expect(pagesRead, 'the listing was read to its end').toBe(pages);
        }
        const { reason, pairs } = ended.outcome;
        if (reason === 'associated') expect(showsAssociated(later)).toBe(true);
        if (reason === 'already-associated') expect(showsAssociated(planned)).toBe(true);
        const allowedStates = [first, later]
          .flatMap(entriesOf)
          .flatMap(({ associations = [] }) => associations.map(({ state = '' }) => carried(state)));
        const known = ['unknown', 'absent', 'pending-association', ...allowedStates];
        for (const { state } of pairs) {
          const start = carried(untruncated(state));
          expect(
            known.some((state) => state.startsWith(start)),
            state,
          ).toBe(true);
        }
      });
    },
    fuzzTimeoutMs,
  );
});

function never(): never {
  throw new Error('there is a first write');
}
