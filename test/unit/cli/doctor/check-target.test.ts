import { describe, expect, test } from 'vitest';
import { checkTarget } from '../../../../src/cli/doctor/check-target.ts';
import type {
  AsnList,
  TargetFacts,
  TargetReading,
} from '../../../../src/cli/doctor/read-target.ts';
import { parseAsn } from '../../../../src/domain/asn.ts';
import { parseCidr } from '../../../../src/domain/cidr.ts';
import type { Target } from '../../../../src/domain/target.ts';
import { Failure } from '../../../../src/failure.ts';
import type { ObservedAsn, ObservedCidr } from '../../../../src/observe/observed.ts';
import {
  createRunState,
  initialPairs,
  type PairUpdate,
} from '../../../../src/outcome/run-state.ts';
import { makePlan } from '../../../../src/plan/plan.ts';

const policy = { specialUse: 'accept' } as const;
const [asn, cidr] = [parseAsn('64500', policy).value, parseCidr('198.51.100.0/24', policy).value];
if (asn === undefined || cidr === undefined) throw new Error('no pair');
const association = { asn, cidr, note: '', location: undefined };
const target: Target = {
  name: 'edge',
  accountId: '111122223333',
  region: 'us-west-2',
  associations: [association],
};

const listedAs = (state: string): readonly ObservedAsn[] => [
  { asn: '64500', state, statusMessage: '' },
];
const cidrWith = (...states: readonly string[]): readonly ObservedCidr[] => [
  {
    cidr,
    state: 'provisioned',
    statusMessage: '',
    advertisementType: 'unicast',
    networkBorderGroup: 'us-west-2',
    associations: states.map((state) => ({ asn, state, statusMessage: '' })),
  },
];

interface Case {
  readonly observed?: Partial<TargetFacts['observed']>;
  /** The list of the CIDRs' Region, if the IPAM's home Region is another. */
  readonly regionAsns?: AsnList['asns'];
  /** Added by the dry run or RPKI. */
  readonly update?: PairUpdate;
}

/** A target whose association is to be removed, with EC2's response to the dry run. */
function removalReading(update: PairUpdate): TargetReading {
  const removal = { ...association, remove: true } as const;
  const own = { ...target, associations: [removal] };
  const observed = { cidrs: cidrWith('associated'), asns: listedAs('provisioned') };
  const runState = createRunState();
  runState.addEntries(initialPairs(own));
  runState.setPlan(makePlan([{ target: own, observed }], policy));
  runState.update(removal, update);
  const read = { observed, asnLists: [], pairs: runState.pairs() };
  return { target: own, source: 'a role', accountId: '111122223333', read };
}

function readingOf({ observed, regionAsns, update = {} }: Case): TargetReading {
  const seen = { cidrs: cidrWith(), asns: listedAs('provisioned'), ...observed };
  const runState = createRunState();
  runState.addEntries([target].flatMap(initialPairs));
  runState.setPlan(makePlan([{ target, observed: seen }], policy));
  runState.update(association, update);
  const ofIpam = { region: seen.ipamRegion ?? target.region, asns: seen.asns };
  const ofRegion = { region: target.region, asns: regionAsns ?? seen.asns };
  const asnLists = seen.ipamRegion === undefined ? [ofIpam] : [ofRegion, ofIpam];
  const facts = { observed: seen, asnLists, pairs: runState.pairs() };
  return { target, source: 'a profile', accountId: '111122223333', read: facts };
}

/** Every line as `status subject: found`, with ` !` if there is advice. */
const linesOf = (reading: TargetReading) =>
  checkTarget(reading).map(
    ({ status, subject, found, advice }) =>
      `${status} ${subject}: ${found}${advice === undefined ? '' : ' !'}`,
  );

describe('a target', () => {
  test.each<[string, Case, readonly string[]]>([
    [
      'that is associated needs no listed ASN',
      { observed: { cidrs: cidrWith('associated'), asns: [] } },
      [
        'ok ASNs in us-west-2: IPAM lists none',
        'unknown AS64500: not listed in us-west-2 !',
        'ok 198.51.100.0/24 with AS64500: already associated (CIDR provisioned)',
        'unknown Permission to associate: not asked: there is nothing to associate',
      ],
    ],
    [
      'needs a listed ASN to be associated',
      { observed: { asns: [] } },
      [
        'unknown IPAM admin account: not known: no ASN is listed for this account !',
        'warning AS64500: not listed in us-west-2 !',
      ],
    ],
    [
      'shows both Regions that may list the ASN',
      { observed: { ipamRegion: 'us-east-1' }, regionAsns: { unread: 'Timeout' } },
      [
        'warning ASNs in us-west-2: not read: Timeout !',
        'ok ASNs in us-east-1: AS64500 provisioned',
        'ok AS64500: provisioned in us-east-1',
      ],
    ],
    [
      'has an unknown ASN if no list was read',
      { observed: { asns: { unread: 'Timeout' } } },
      [
        'warning ASNs in us-west-2: not read: Timeout !',
        'unknown IPAM admin account: not known: the ASNs were not read in us-west-2',
        'unknown AS64500: not read in us-west-2',
      ],
    ],
    [
      'names the Region whose ASNs were not read',
      { observed: { ipamRegion: 'us-east-1', asns: [] }, regionAsns: { unread: 'Timeout' } },
      [
        'unknown IPAM admin account: not known: the ASNs were not read in us-west-2',
        'unknown AS64500: not listed in us-east-1, not read in us-west-2',
      ],
    ],
    [
      'with an ASN in both Regions is ok',
      { observed: { ipamRegion: 'us-east-1' } },
      [
        'ok IPAM admin account: probably this account, with its IPAM in us-west-2 or us-east-1, which lists ASNs',
        'ok AS64500: provisioned in us-west-2, provisioned in us-east-1',
      ],
    ],
    [
      'has a warning if its ASN was deprovisioned, even if it is associated',
      { observed: { cidrs: cidrWith('associated'), asns: listedAs('deprovisioned') } },
      ['warning AS64500: deprovisioned in us-west-2 !'],
    ],
    [
      'shows the associations of a CIDR',
      { observed: { cidrs: cidrWith('advertised') } },
      ['ok CIDRs in us-west-2: 198.51.100.0/24 provisioned (AS64500 advertised)'],
    ],
    [
      'shows the response to the dry run',
      { update: { evidence: [{ grade: 'proven', text: 'EC2 DryRun permits it' }] } },
      ['ok Permission to associate: EC2 DryRun permits it'],
    ],
    [
      'has a warning if the role is read-only',
      {
        update: {
          failure: new Failure('not-permitted', 'Could not confirm it', { lines: ['a policy'] }),
        },
      },
      ['warning Permission to associate: Could not confirm it (not-permitted) !'],
    ],
    [
      'has a fault if no policy of the role can fix the denial',
      { update: { failure: new Failure('not-permitted', 'Could not confirm it') } },
      ['fault Permission to associate: Could not confirm it (not-permitted) !'],
    ],
    [
      'has a fault if the dry run failed for another reason',
      { update: { failure: new Failure('network-error', 'Could not confirm it') } },
      ['fault Permission to associate: Could not confirm it (network-error) !'],
    ],
    [
      'is ok if RPKI is valid',
      {
        update: {
          rpki: { state: 'valid', why: '', wayBack: [], notes: [], roas: [], warnings: [] },
        },
      },
      ['ok RPKI of 198.51.100.0/24 from AS64500: valid'],
    ],
    [
      'has a warning if Amazon has no ROA',
      {
        update: {
          rpki: { state: 'valid', why: '', wayBack: [], notes: [], roas: [], warnings: ['W'] },
        },
      },
      ['warning RPKI of 198.51.100.0/24 from AS64500: W !'],
    ],
  ])('%s', (_, given, expected) => {
    expect(linesOf(readingOf(given))).toEqual(expect.arrayContaining([...expected]));
  });

  test.each<[string, PairUpdate, string]>([
    [
      'has the response to its dry run',
      { evidence: [{ grade: 'proven', text: 'EC2 DryRun permits it' }] },
      'ok Permission to disassociate: EC2 DryRun permits it',
    ],
    [
      'has a warning if the role is read-only',
      { failure: new Failure('not-permitted', 'Could not confirm it', { lines: ['a policy'] }) },
      'warning Permission to disassociate: Could not confirm it (not-permitted) !',
    ],
  ])('with a removal %s', (_, update, expected) => {
    expect(linesOf(removalReading(update))).toEqual(
      expect.arrayContaining([
        'unknown Permission to associate: not asked: there is nothing to associate',
        expected,
      ]),
    );
  });

  test('without a removal says nothing about disassociate', () => {
    expect(linesOf(readingOf({})).join()).not.toContain('disassociate');
  });

  const reading = readingOf({});

  test.each([
    [
      'without credentials has only that finding',
      { accountId: undefined, read: new Failure('no-credentials', 'There are none') },
      ['fault Credentials: There are none (no-credentials) !'],
    ],
    [
      'in another account still names the source of the credentials',
      { read: new Failure('account-not-allowed', 'It is another') },
      ['ok Credentials: from a profile', 'fault Account: It is another (account-not-allowed) !'],
    ],
    [
      'that cannot be read still names the account of the credentials',
      { read: new Failure('throttled', 'Could not read') },
      [
        'ok Credentials: from a profile',
        'ok Account: 111122223333, as the file says',
        'fault AWS in us-west-2: Could not read (throttled) !',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(linesOf({ ...reading, ...changes })).toEqual(expected);
  });

  test('has an unknown account if STS did not return it', () => {
    const { accountId: _, ...unnamed } = target;
    const unknown = { ...reading, target: { ...unnamed, accountId: undefined } };
    expect(linesOf({ ...unknown, accountId: undefined })).toContain(
      'unknown Account: STS did not return it',
    );
    expect(linesOf(unknown)).toContain('ok Account: 111122223333');
  });
});
