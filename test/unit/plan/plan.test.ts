import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DesiredAssociation } from '../../../src/domain/target.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { type Change, countPlan, hasChanges, makePlan } from '../../../src/plan/plan.ts';
import { desiredOf, manyDesired } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { cidrAssociated, observedCidr } from './observed-cidr.ts';

const pair = desiredOf();
const policy = { specialUse: 'accept' } as const;
const provisioned = [{ asn: '64500', state: 'provisioned', statusMessage: '' }];
const observed: Observed = { cidrs: [observedCidr()], asns: provisioned };

function planOf(facts: Partial<Observed> = {}, association: DesiredAssociation = pair): Change {
  const observation = { target: targetOf([association]), observed: { ...observed, ...facts } };
  const [change] = makePlan([observation], policy).changes;
  if (!change) throw new Error('the plan is empty');
  return change;
}

const refused = (refusal: string, why: string) => ({ step: 'refuse', refusal, why });

describe('the state of the association', () => {
  test.each([
    ['absent', 'associate', undefined],
    ['disassociated', 'associate', undefined],
    ['failed-association', 'associate', undefined],
    ['pending-association', 'wait', undefined],
    ['associated', 'keep', undefined],
    ['pending-disassociation', 'refuse', 'association-busy'],
    ['failed-disassociation', 'refuse', 'association-busy'],
    ['advertised', 'keep', undefined],
    ['unknown', 'refuse', 'unknown-state'],
    ['Associated', 'refuse', 'unknown-state'],
    ['constructor', 'refuse', 'unknown-state'],
    ['', 'refuse', 'unknown-state'],
  ])('%j leads to the step %s', (state, step, refusal) => {
    const change = planOf({ cidrs: [cidrAssociated(state)] });
    expect(change).toMatchObject({ association: pair, before: state, step });
    expect(change.refusal).toBe(refusal);
  });

  test.each([
    ['absent', 'not associated yet'],
    ['disassociated', 'an earlier association was disassociated'],
    ['failed-association', 'a new attempt, because an earlier one failed'],
    ['pending-association', 'the association is pending'],
    ['associated', 'already associated'],
    ['pending-disassociation', 'a disassociation is pending'],
    ['failed-disassociation', 'a disassociation failed'],
    ['advertised', 'already associated, and advertised'],
    ['unknown', 'its state in AWS is not clear'],
    ['under-review', 'AWS shows the state under-review, which this version does not know'],
  ])('%s is explained as: %s', (state, why) => {
    expect(planOf({ cidrs: [cidrAssociated(state)] }).why).toBe(why);
  });

  test.each(['failed-association', 'failed-disassociation'])(
    "%s comes with AWS's status message",
    (state) => {
      const { why, statusMessage } = planOf({ cidrs: [cidrAssociated(state, 'ROA not found')] });
      expect(why).toMatch(/: ROA not found$/);
      expect(statusMessage).toBe('ROA not found');
    },
  );

  test.each(['associated', 'pending-association'])(
    '%s is not explained by its message',
    (state) => {
      expect(planOf({ cidrs: [cidrAssociated(state, 'pool-1')] }).why).not.toContain('pool-1');
    },
  );

  test.each(['associated', 'advertised'])('%s is kept if its CIDR is advertised', (state) => {
    const cidrs = [cidrAssociated(state, '', { state: 'advertised' })];
    expect(planOf({ cidrs })).toMatchObject({ before: state, step: 'keep' });
  });

  const existing = [
    ['associated', 'keep'],
    ['advertised', 'keep'],
    ['pending-association', 'wait'],
  ] as const;

  test.each(existing)('%s counts even if the ASN does not allow an association', (state, step) => {
    const cidrs = [cidrAssociated(state)];
    const asns = [{ asn: '64500', state: 'deprovisioned', statusMessage: '' }];
    expect(planOf({ cidrs, asns })).toMatchObject({ step });
    expect(planOf({ cidrs, asns: [], ipamRegion: 'us-east-1' })).toMatchObject({ step });
  });

  test.each(existing)('%s counts if the state of its CIDR is not known', (state, step) => {
    const cidrs = [cidrAssociated(state, '', { state: 'under-audit' })];
    expect(planOf({ cidrs })).toMatchObject({ before: state, step });
  });

  test.each(existing)('%s is refused if its CIDR cannot be advertised', (state) => {
    for (const unfit of ['deprovisioned', 'pending-deprovision', 'failed-provision']) {
      const cidrs = [cidrAssociated(state, '', { state: unfit })];
      const refused = { before: state, step: 'refuse', refusal: 'cidr-not-ready' };
      expect(planOf({ cidrs })).toMatchObject(refused);
    }
    const cidrs = [cidrAssociated(state, '', { advertisementType: 'anycast' })];
    expect(planOf({ cidrs })).toMatchObject({
      step: 'refuse',
      refusal: 'cidr-not-eligible',
      why: expect.stringMatching(/^(already associated|the association is pending).*, but 198/),
    });
  });
});

describe('an association that is not listed clearly', () => {
  const item = (asn: string, state: string) => ({ asn, state, statusMessage: '' });
  const twice = (...states: readonly string[]) =>
    observedCidr({ associations: states.map((state) => item('64500', state)) });

  test('is refused if it is listed in two states, in any order', () => {
    for (const states of [
      ['associated', 'pending-disassociation'],
      ['pending-disassociation', 'associated'],
    ]) {
      const change = planOf({ cidrs: [twice(...states)] });
      const why = `its state in AWS is not clear: AWS lists it more than once: ${states.join(', ')}`;
      expect(change).toMatchObject({ before: 'unknown', ...refused('unknown-state', why) });
    }
  });

  test('is kept if an earlier one has ended, in any order', () => {
    for (const states of [
      ['disassociated', 'associated'],
      ['associated', 'disassociated'],
      ['failed-association', 'associated'],
    ]) {
      const cidrs = [twice(...states)];
      expect(planOf({ cidrs })).toMatchObject({ before: 'associated', step: 'keep' });
    }
  });

  test('is refused if its ASN may be one that cannot be read', () => {
    const cidrs = [observedCidr({ associations: [item('AS?', 'associated')] })];
    expect(planOf({ cidrs })).toMatchObject({
      before: 'unknown',
      ...refused(
        'unknown-state',
        'its state in AWS is not clear: AWS lists the ASN "AS?" with 198.51.100.0/24, which cannot be read and may be AS64500',
      ),
    });
  });

  test('is refused if its CIDR may be one that cannot be read, and the evidence says so', () => {
    const change = planOf({ cidrs: [observedCidr({ cidr: '198.51.100.0' })] });
    const text =
      'AWS lists the CIDR "198.51.100.0", which cannot be read and may be 198.51.100.0/24';
    const why = `its state in AWS is not clear: ${text}`;
    expect(change).toMatchObject({ before: 'unknown', ...refused('unknown-state', why) });
    expect(change.evidence[1]?.text).toBe(
      `DescribeByoipCidrs: 198.51.100.0/24 is not listed clearly: ${text}`,
    );
  });
});

describe('the state of the CIDR', () => {
  test.each(['provisioned', 'advertised', 'pending-advertising', 'pending-withdrawal'])(
    'allows an association if it is %s',
    (state) => {
      expect(planOf({ cidrs: [observedCidr({ state })] })).toMatchObject({ step: 'associate' });
    },
  );

  test.each([
    'pending-provision',
    'failed-provision',
    'pending-deprovision',
    'failed-deprovision',
    'deprovisioned',
  ])('does not allow one yet if it is %s', (state) => {
    expect(planOf({ cidrs: [observedCidr({ state })] })).toMatchObject(
      refused('cidr-not-ready', `198.51.100.0/24 is ${state}`),
    );
  });

  test("is reported with AWS's status message", () => {
    const cidr = observedCidr({ state: 'failed-provision', statusMessage: 'no certificate' });
    expect(planOf({ cidrs: [cidr] }).why).toBe(
      '198.51.100.0/24 is failed-provision: no certificate',
    );
  });

  test('never allows one if it is not publicly advertisable', () => {
    const state = 'provisioned-not-publicly-advertisable';
    expect(planOf({ cidrs: [observedCidr({ state })] })).toMatchObject(
      refused('cidr-not-eligible', `198.51.100.0/24 is ${state}`),
    );
  });

  test.each(['moving', 'Provisioned', 'toString', ''])(
    'does not allow one if it is unknown: %j',
    (state) => {
      expect(planOf({ cidrs: [observedCidr({ state })] })).toMatchObject(
        refused(
          'unknown-state',
          `AWS shows 198.51.100.0/24 in the state ${state}, which this version does not know`,
        ),
      );
    },
  );

  test.each(['anycast', 'global'])(
    'does not matter if the CIDR is %s, which is refused',
    (kind) => {
      expect(planOf({ cidrs: [observedCidr({ advertisementType: kind })] })).toMatchObject(
        refused(
          'cidr-not-eligible',
          `198.51.100.0/24 is ${kind}; only a unicast CIDR can be advertised from your ASN`,
        ),
      );
    },
  );

  test('allows one if AWS does not say how the CIDR is advertised', () => {
    const cidrs = [observedCidr({ advertisementType: '' })];
    expect(planOf({ cidrs })).toMatchObject({ step: 'associate' });
  });
});

describe('the state of the ASN', () => {
  const asn = (state: string, statusMessage = '', number = '64500') => ({
    asn: number,
    state,
    statusMessage,
  });

  test.each([
    'pending-provision',
    'failed-provision',
    'pending-deprovision',
    'deprovisioned',
    'failed-deprovision',
    'something-new',
  ])('does not allow an association if IPAM shows it as %s', (state) => {
    expect(planOf({ asns: [asn(state)] })).toMatchObject(
      refused('asn-not-provisioned', `IPAM shows AS64500 as ${state}`),
    );
  });

  test("is reported with AWS's status message", () => {
    const { why } = planOf({ asns: [asn('failed-provision', 'bad signature')] });
    expect(why).toBe('IPAM shows AS64500 as failed-provision: bad signature');
  });

  test.each([
    ['provisioned', [asn('provisioned')]],
    ['listed twice, once provisioned', [asn('deprovisioned'), asn('provisioned')]],
    ['not listed: the listing may be of another Region', []],
    ['not listed among others', [asn('failed-provision', '', '64501')]],
    ['not to be read', { unread: 'UnauthorizedOperation (HTTP 403): no' }],
    [
      'provisioned, whatever else cannot be read',
      [asn('deprovisioned', '', 'x'), asn('provisioned')],
    ],
    [
      'not listed, except for a provisioned item that cannot be read',
      [asn('provisioned', '', 'x')],
    ],
  ])('allows an association if it is %s', (_, asns) => {
    expect(planOf({ asns })).toMatchObject({ step: 'associate' });
  });

  test('does not allow one if it may be one that cannot be read and is not provisioned', () => {
    expect(planOf({ asns: [asn('deprovisioned', '', 'AS?')] })).toMatchObject(
      refused(
        'unknown-state',
        'IPAM shows the ASN "AS?", which cannot be read and may be AS64500, as deprovisioned',
      ),
    );
  });

  test('comes after the refusal of the CIDR', () => {
    const facts = {
      cidrs: [observedCidr({ state: 'deprovisioned' })],
      asns: [asn('deprovisioned')],
    };
    expect(planOf(facts)).toMatchObject({ refusal: 'cidr-not-ready' });
  });
});

describe('a CIDR that AWS does not list', () => {
  const listing = (...cidrs: string[]) => cidrs.map((cidr) => observedCidr({ cidr }));

  test('is refused, with a hint at the Region if nothing is listed', () => {
    expect(planOf({ cidrs: [] })).toMatchObject({
      before: 'absent',
      ...refused(
        'cidr-not-found',
        'AWS does not list 198.51.100.0/24 in this account and Region, nor any other BYOIP CIDR: is the Region right?',
      ),
    });
  });

  test('is refused with the CIDRs that are listed', () => {
    const { why } = planOf({ cidrs: listing('203.0.113.0/24', '2001:db8::/32') });
    expect(why).toMatch(/; it lists 203\.0\.113\.0\/24, 2001:db8::\/32$/);
  });

  test.each(['198.51.100.0/23', '198.51.0.0/16', '198.51.100.0/25'])(
    'is refused with the listed CIDR that overlaps it, because it must match exactly: %s',
    (cidr) => {
      const { why, refusal } = planOf({ cidrs: listing('203.0.113.0/24', cidr) });
      expect(refusal).toBe('cidr-not-found');
      expect(why).toContain(`it lists ${cidr}: use the CIDR exactly as provisioned`);
      expect(why).not.toContain('203.0.113.0/24');
    },
  );

  test('is refused with all CIDRs inside it', () => {
    const { why } = planOf({ cidrs: listing('198.51.100.0/25', '198.51.100.128/25') });
    expect(why).toContain('it lists 198.51.100.0/25, 198.51.100.128/25: use');
  });

  test('is refused with at most ten CIDRs', () => {
    const names = Array.from({ length: 12 }, (_, index) => `203.0.${index + 113}.0/24`);
    const { why } = planOf({ cidrs: listing(...names) });
    expect(why).toMatch(/203\.0\.122\.0\/24$/);
  });

  test('is not refused as missing if AWS lists a text that is no CIDR', () => {
    for (const cidr of ['', '198.51.100.0']) {
      expect(planOf({ cidrs: listing(cidr) })).toMatchObject({ refusal: 'unknown-state' });
    }
  });
});

describe('evidence', () => {
  const furtherEvidence = (change: Change) => change.evidence.slice(1);

  test.each([
    ['accept', 'the ASN and the CIDR are well-formed; special use is accepted'],
    ['refuse', 'the ASN and the CIDR are well-formed and of public use'],
  ] as const)('begins with what was checked offline (%s)', (specialUse, text) => {
    const observation = { target: targetOf([pair]), observed };
    const [change] = makePlan([observation], { specialUse }).changes;
    expect(change?.evidence[0]).toEqual({ grade: 'checked offline', text });
  });

  test('holds what was read of CIDR, association and ASN', () => {
    const cidrs = [cidrAssociated('associated', '', { state: 'advertised' })];
    expect(furtherEvidence(planOf({ cidrs }))).toEqual([
      {
        grade: 'read',
        text: 'DescribeByoipCidrs: 198.51.100.0/24 is advertised, its association with AS64500 is associated',
      },
      { grade: 'read', text: 'DescribeIpamByoasn: AS64500 is provisioned' },
    ]);
  });

  test('says what is not listed', () => {
    const cidrs = [cidrAssociated('associated', '', { cidr: '203.0.113.0/24' })];
    expect(furtherEvidence(planOf({ cidrs, asns: [] }))).toEqual([
      { grade: 'read', text: 'DescribeByoipCidrs: 198.51.100.0/24 is not listed' },
      {
        grade: 'read',
        text: "DescribeIpamByoasn: AS64500 is not listed, which is normal outside the IPAM's home Region",
      },
    ]);
  });

  test('names every state that the ASN is listed in, and no other ASN', () => {
    const asns = ['deprovisioned', 'provisioned'].map((state) => ({ ...provisioned[0], state }));
    const all = [...asns, { asn: '64501', state: 'failed-provision' }].map((listed) => ({
      asn: '64500',
      statusMessage: '',
      ...listed,
    }));
    expect(furtherEvidence(planOf({ asns: all }))[1]?.text).toBe(
      'DescribeIpamByoasn: AS64500 is deprovisioned, provisioned',
    );
  });

  test('says that an item in IPAM that cannot be read may be the ASN', () => {
    const asns = [{ asn: 'AS?', state: 'provisioned', statusMessage: '' }];
    expect(furtherEvidence(planOf({ asns }))[1]?.text).toBe(
      'DescribeIpamByoasn: "AS?", which cannot be read and may be AS64500, is provisioned',
    );
  });

  test('says that the ASN was not read, and why', () => {
    const asns = { unread: 'UnauthorizedOperation (HTTP 403): no' };
    expect(furtherEvidence(planOf({ asns }))[1]).toEqual({
      grade: 'not read',
      text: `DescribeIpamByoasn: UnauthorizedOperation (HTTP 403): no. ${notKnown}`,
    });
  });

  const notKnown =
    'It is not known whether AS64500 is yours: set ipam-region to the home Region of the IPAM';
  const asn = (number: string, state = 'provisioned') => ({
    asn: number,
    state,
    statusMessage: '',
  });

  test.each<[string, Partial<Observed>, string, string]>([
    [
      'where nothing is listed',
      { asns: [] },
      'read',
      `DescribeIpamByoasn: AS64500 is not listed, which is normal outside the IPAM's home Region. ${notKnown}`,
    ],
    [
      'where others are listed',
      { asns: [asn('64501'), asn('64502', 'deprovisioned'), asn('64501')] },
      'not found',
      'DescribeIpamByoasn: AS64500 is not listed, but AS64501, AS64502 in us-west-2. Correct it if it is a typo; set ipam-region if the IPAM of another Region has it',
    ],
    [
      'where one cannot be read',
      { asns: [asn('64501'), asn('six')] },
      'read',
      'DescribeIpamByoasn: "six", which cannot be read and may be AS64500, is provisioned',
    ],
    [
      'in the home Region of the IPAM',
      { asns: [asn('64500')], ipamRegion: 'us-east-1' },
      'read',
      'DescribeIpamByoasn in us-east-1: AS64500 is provisioned',
    ],
  ])('says whether the ASN is ours %s', (_, facts, grade, text) => {
    expect(furtherEvidence(planOf(facts))[1]).toEqual({ grade, text });
  });

  test('has no advice about an ASN whose association exists', () => {
    const facts = { cidrs: [cidrAssociated('associated')], asns: [asn('64501')] };
    expect(furtherEvidence(planOf(facts))[1]).toEqual({
      grade: 'read',
      text: "DescribeIpamByoasn: AS64500 is not listed, which is normal outside the IPAM's home Region",
    });
  });

  test.each<[string, Observed['asns'], string, string]>([
    ['nothing', [], 'asn-not-provisioned', 'the IPAM in us-east-1 lists no ASN'],
    [
      'others',
      [asn('64501'), asn('64502')],
      'asn-not-provisioned',
      'the IPAM in us-east-1 lists AS64501, AS64502, and not AS64500',
    ],
    [
      'more than ten others',
      Array.from({ length: 13 }, (_, index) => asn(`${64501 + index}`)),
      'asn-not-provisioned',
      'AS64510 and 3 more, and not AS64500',
    ],
    [
      'it in another state',
      [asn('64500', 'deprovisioned')],
      'asn-not-provisioned',
      'IPAM shows AS64500 as deprovisioned',
    ],
    ['one that cannot be read', [asn('six')], 'unknown-state', 'cannot be read and may be AS64500'],
  ])('refuses an ASN if its IPAM lists %s', (_, asns, refusal, why) => {
    expect(planOf({ asns, ipamRegion: 'us-east-1' })).toMatchObject({
      step: 'refuse',
      refusal,
      why: expect.stringContaining(why),
    });
    const cidrs = [observedCidr({ state: 'deprovisioned' })];
    expect(planOf({ cidrs, asns, ipamRegion: 'us-east-1' }).refusal).toBe('cidr-not-ready');
  });
});

describe('a plan', () => {
  const associations = [desiredOf(), desiredOf('64501'), desiredOf('64500', '203.0.113.0/24')];
  const planFor = (some: readonly DesiredAssociation[], facts: Partial<Observed> = {}) =>
    makePlan([{ target: targetOf(some), observed: { ...observed, ...facts } }], policy);

  test('decides on each pair separately', () => {
    const plan = planFor(associations, { cidrs: [cidrAssociated('associated')] });
    expect(plan.changes.map(({ association, step }) => ({ ...association, step }))).toEqual([
      { ...associations[0], step: 'keep' },
      { ...associations[1], step: 'associate' },
      { ...associations[2], step: 'refuse' },
    ]);
  });

  test('decides on the pairs of a target only by what AWS lists there', () => {
    const east = targetOf([desiredOf('64500', '203.0.113.0/24')], { region: 'us-east-1' });
    const plan = makePlan(
      [
        { target: targetOf([pair]), observed },
        { target: east, observed },
      ],
      policy,
    );
    expect(plan.changes.map(({ target, step }) => [target.region, step])).toEqual([
      ['us-east-1', 'refuse'],
      ['us-west-2', 'associate'],
    ]);
    expect(plan.changes[0]?.target).toBe(east);
  });

  test('is a plain value that survives JSON', () => {
    const location = { file: 'byoasn.yml', line: 6, column: 9 };
    const located = associations.map((association) => ({ ...association, location }));
    const plan = planFor(located);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  test('has the digest of its changes', () => {
    expect(planFor([pair]).digest).toMatch(/^v2:[0-9a-f]{64}$/);
    expect(planFor([pair]).digest).not.toBe(planFor(associations).digest);
  });

  test('has no digest while the account is not known', () => {
    const target = targetOf([pair], { accountId: undefined });
    expect(makePlan([{ target, observed }], policy).digest).toBeUndefined();
  });

  test.each([
    ['absent', true],
    ['failed-association', true],
    ['pending-association', false],
    ['associated', false],
    ['pending-disassociation', false],
  ])('has changes if the state is %s: %s', (state, expected) => {
    expect(hasChanges(planFor([pair], { cidrs: [cidrAssociated(state)] }))).toBe(expected);
  });

  test('has changes if one of its pairs has', () => {
    const plan = planFor(associations, { cidrs: [cidrAssociated('associated')] });
    expect(hasChanges(plan)).toBe(true);
    expect(hasChanges({ ...plan, changes: [] })).toBe(false);
  });

  test('counts the pairs of each step, even if there are none', () => {
    const steps = ['associate', 'keep', 'associate', 'refuse'] as const;
    const planWith = (wanted: readonly Change['step'][]) => {
      const change = planOf({});
      return {
        ...{ unmanaged: [], unmanagedCidrs: undefined, digest: undefined },
        changes: wanted.map((step) => ({ ...change, step })),
      };
    };
    const none = { associate: 0, wait: 0, keep: 0, refuse: 0, unmanaged: 0 };
    expect(countPlan(planWith(steps))).toEqual({ ...none, associate: 2, keep: 1, refuse: 1 });
    expect(countPlan(planWith([]))).toEqual(none);
    expect(countPlan(planWith(['wait']))).toEqual({ ...none, wait: 1 });
  });
});

describe('the order of a plan', () => {
  const sorted = [
    desiredOf('64500', '192.0.2.0/24'),
    desiredOf('64501', '192.0.2.0/24'),
    desiredOf('4200000000', '192.0.2.0/24'),
    desiredOf('64500', '198.51.0.0/16'),
    desiredOf('64500', '198.51.0.0/24'),
    desiredOf('64500', '198.51.100.0/24'),
    desiredOf('64500', '203.0.113.0/24'),
    desiredOf('64500', '2001:db8::/32'),
    desiredOf('64500', '2001:db8::/48'),
    desiredOf('64500', '2001:db8:9::/48'),
    desiredOf('64500', '2001:db8:10::/48'),
  ];
  const texts = (some: readonly { readonly association: DesiredAssociation }[]) =>
    some.map(({ association: { asn, cidr } }) => `${cidr} ${asn}`);

  test('of a target is by family, address, length and ASN as numbers, however it is written', () => {
    const expected = sorted.map(({ asn, cidr }) => `${cidr} ${asn}`);
    fc.assert(
      fc.property(shuffled(sorted), (associations) => {
        const { changes } = makePlan([{ target: targetOf(associations), observed }], policy);
        expect(texts(changes)).toEqual(expected);
      }),
    );
  });

  test('of targets is by name in code units, however they are written', () => {
    const names = ['111122223333/us-west-2', '444455556666/eu-west-1', 'Edge', 'dr', 'edge'];
    const observations = names.map((name, index) => ({
      target: targetOf(sorted.slice(index, index + 1), { name }),
      observed,
    }));
    fc.assert(
      fc.property(shuffled(observations), (some) => {
        const { changes } = makePlan(some, policy);
        expect(changes.map(({ target }) => target.name)).toEqual(names);
      }),
    );
  });

  describe('does not depend on the order of the listing', () => {
    const associations = manyDesired(6);
    const cidrs = associations.map(({ cidr }, index) =>
      observedCidr({
        cidr,
        associations: [64_505 - index, 64_510 - index].map((asn) => ({
          asn: String(asn),
          state: 'associated',
          statusMessage: '',
        })),
      }),
    );
    const planOfListing = (listing: Observed['cidrs']) => {
      const observation = {
        target: targetOf(associations),
        observed: { cidrs: listing, asns: [] },
      };
      return makePlan([observation], policy);
    };

    test('for desired associations', () => {
      const expected = planOfListing(cidrs).changes;
      fc.assert(
        fc.property(shuffled(cidrs), (listing) => {
          expect(planOfListing(listing).changes).toEqual(expected);
        }),
      );
    });

    test('for unmanaged associations', () => {
      const unmanaged = (listing: Observed['cidrs']) =>
        planOfListing(listing).unmanaged.map(({ cidr, asn }) => `${cidr} ${asn}`);
      const expected = unmanaged(cidrs);
      expect(expected).toHaveLength(11);
      fc.assert(
        fc.property(shuffled(cidrs), (listing) => {
          expect(unmanaged(listing)).toEqual(expected);
        }),
      );
    });
  });
});

describe('an association that is not desired', () => {
  const listed = (asn: string, state = 'associated') => ({ asn, state, statusMessage: '' });
  const unmanagedOf = (cidrs: Observed['cidrs'], ...desired: readonly DesiredAssociation[]) =>
    makePlan([{ target: targetOf(desired), observed: { cidrs, asns: [] } }], policy).unmanaged;

  test('is sorted by CIDR, then by ASN', () => {
    const item = (asn: string) => ({ asn, state: 'associated', statusMessage: '' });
    const [low, high] = ['198.51.100.0/24', '203.0.113.0/24'];
    const cidrs = [
      observedCidr({ cidr: low, associations: [item('64502'), item('64501')] }),
      observedCidr({ cidr: high, associations: [item('64501')] }),
    ];
    const unmanaged = unmanagedOf(cidrs, desiredOf('64500', high), desiredOf('64500', low));
    expect(unmanaged.map(({ cidr, asn }) => [cidr, asn])).toEqual([
      [low, '64501'],
      [low, '64502'],
      [high, '64501'],
    ]);
  });

  test('is unmanaged on a desired CIDR, with its target and state', () => {
    const cidr = observedCidr({ associations: [listed('64500'), listed('64511', 'moving')] });
    expect(unmanagedOf([cidr], pair)).toEqual([
      { target: targetOf([pair]), asn: '64511', cidr: pair.cidr, state: 'moving' },
    ]);
  });

  test('is not reported on another CIDR', () => {
    const cidr = observedCidr({ cidr: '203.0.113.0/24', associations: [listed('64511')] });
    expect(unmanagedOf([observedCidr(), cidr], pair)).toEqual([]);
  });

  test('is not reported once it was disassociated', () => {
    const cidr = observedCidr({ associations: [listed('64511', 'disassociated')] });
    expect(unmanagedOf([cidr], pair)).toEqual([]);
  });

  test('is reported once, however often it is listed', () => {
    const cidr = observedCidr({
      associations: [listed('64511', 'disassociated'), listed('64511')],
    });
    expect(unmanagedOf([cidr, cidr], pair)).toMatchObject([{ asn: '64511', state: 'associated' }]);
  });

  test('does not include one of several that are desired on one CIDR', () => {
    const cidr = observedCidr({
      associations: [listed('64500'), listed('64501'), listed('64502')],
    });
    const unmanaged = unmanagedOf([cidr], pair, desiredOf('64501'));
    expect(unmanaged.map(({ asn }) => asn)).toEqual(['64502']);
  });

  test('of another target is not confused with it', () => {
    const cidr = observedCidr({ associations: [listed('64511')] });
    const otherObservation = { cidrs: [cidr], asns: [] };
    const east = targetOf([desiredOf('64511', '203.0.113.0/24')], { region: 'us-east-1' });
    const { unmanaged } = makePlan(
      [
        { target: targetOf([pair]), observed: otherObservation },
        { target: east, observed: otherObservation },
      ],
      policy,
    );
    expect(unmanaged.map(({ target, asn }) => [target.region, asn])).toEqual([
      ['us-west-2', '64511'],
    ]);
  });
});

/** The items in any order. */
function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}
