import { describe, expect, test } from 'vitest';
import type { Association } from '../../src/desired/association.ts';
import type { Observed } from '../../src/plan/observed.ts';
import { type Change, hasChanges, makePlan } from '../../src/plan/plan.ts';
import { associationOf } from '../desired/association.ts';
import { cidrAssociated, observedCidr } from './observed-cidr.ts';

const pair = associationOf();
const provisioned = [{ asn: '64500', state: 'provisioned', statusMessage: '' }];
const observed: Observed = { cidrs: [observedCidr()], asns: provisioned };

function planOf(facts: Partial<Observed> = {}, association: Association = pair): Change {
  const desired = { associations: [association], specialUse: 'accept' } as const;
  const [change] = makePlan(desired, { ...observed, ...facts }).changes;
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
    ['advertised', 'refuse', 'unknown-state'],
    ['Associated', 'refuse', 'unknown-state'],
    ['constructor', 'refuse', 'unknown-state'],
    ['', 'refuse', 'unknown-state'],
  ])('%j asks for: %s', (state, step, refusal) => {
    const change = planOf({ cidrs: [cidrAssociated(state)] });
    expect(change).toMatchObject({ association: pair, before: state, step });
    expect(change.refusal).toBe(refusal);
  });

  test.each([
    ['absent', 'AWS lists no association of the two'],
    ['disassociated', 'an earlier association was disassociated'],
    ['failed-association', 'an earlier attempt failed, so it is tried again'],
    ['pending-association', 'the association is under way'],
    ['associated', 'AWS shows it as associated'],
    ['pending-disassociation', 'a disassociation is under way'],
    ['failed-disassociation', 'a disassociation has failed'],
    ['advertised', 'AWS shows the state advertised, which this version does not know'],
  ])('%s is explained: %s', (state, why) => {
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

  test.each([
    ['associated', 'keep'],
    ['pending-association', 'wait'],
  ])('%s counts even where CIDR and ASN would allow no write', (state, step) => {
    const facts = { state: 'pending-deprovision', advertisementType: 'anycast' };
    const cidrs = [cidrAssociated(state, '', facts)];
    const asns = [{ asn: '64500', state: 'deprovisioned', statusMessage: '' }];
    expect(planOf({ cidrs, asns })).toMatchObject({ step });
  });
});

describe('the state of the CIDR', () => {
  test.each(['provisioned', 'advertised', 'pending-advertising', 'pending-withdrawal'])(
    'allows a write when it is %s',
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
  ])('allows none yet when it is %s', (state) => {
    expect(planOf({ cidrs: [observedCidr({ state })] })).toMatchObject(
      refused('cidr-not-ready', `198.51.100.0/24 is ${state}`),
    );
  });

  test("is told with AWS's status message", () => {
    const cidr = observedCidr({ state: 'failed-provision', statusMessage: 'no certificate' });
    expect(planOf({ cidrs: [cidr] }).why).toBe(
      '198.51.100.0/24 is failed-provision: no certificate',
    );
  });

  test('never allows one when it is not publicly advertisable', () => {
    const state = 'provisioned-not-publicly-advertisable';
    expect(planOf({ cidrs: [observedCidr({ state })] })).toMatchObject(
      refused('cidr-not-eligible', `198.51.100.0/24 is ${state}`),
    );
  });

  test.each(['moving', 'Provisioned', 'toString', ''])(
    'allows none when it is unknown: %j',
    (state) => {
      expect(planOf({ cidrs: [observedCidr({ state })] })).toMatchObject(
        refused(
          'unknown-state',
          `AWS shows 198.51.100.0/24 in the state ${state}, which this version does not know`,
        ),
      );
    },
  );

  test.each(['anycast', 'global'])('allows none whatever it is where the CIDR is %s', (kind) => {
    expect(planOf({ cidrs: [observedCidr({ advertisementType: kind })] })).toMatchObject(
      refused(
        'cidr-not-eligible',
        `198.51.100.0/24 is ${kind}; only a unicast CIDR can be advertised from your ASN`,
      ),
    );
  });

  test('allows a write where AWS does not say how the CIDR is advertised', () => {
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
  ])('allows no write when IPAM shows it as %s', (state) => {
    expect(planOf({ asns: [asn(state)] })).toMatchObject(
      refused('asn-not-provisioned', `IPAM shows AS64500 as ${state}`),
    );
  });

  test("is told with AWS's status message", () => {
    const { why } = planOf({ asns: [asn('failed-provision', 'bad signature')] });
    expect(why).toBe('IPAM shows AS64500 as failed-provision: bad signature');
  });

  test.each([
    ['provisioned', [asn('provisioned')]],
    ['listed twice, once provisioned', [asn('deprovisioned'), asn('provisioned')]],
    ['not listed: the listing may be of another Region', []],
    ['not listed among others', [asn('failed-provision', '', '64501')]],
    ['not to be read', { unread: 'UnauthorizedOperation (HTTP 403): no' }],
  ])('allows a write when it is %s', (_, asns) => {
    expect(planOf({ asns })).toMatchObject({ step: 'associate' });
  });

  test('comes after that of the CIDR', () => {
    const facts = {
      cidrs: [observedCidr({ state: 'deprovisioned' })],
      asns: [asn('deprovisioned')],
    };
    expect(planOf(facts)).toMatchObject({ refusal: 'cidr-not-ready' });
  });
});

describe('a CIDR that AWS does not list', () => {
  const listing = (...cidrs: string[]) => cidrs.map((cidr) => observedCidr({ cidr }));

  test('is refused, with a hint at the Region where nothing is listed', () => {
    expect(planOf({ cidrs: [] })).toMatchObject({
      before: 'absent',
      ...refused(
        'cidr-not-found',
        'AWS does not list 198.51.100.0/24 in this account and Region; AWS lists no BYOIP CIDR at all here: is this the Region of the CIDR?',
      ),
    });
  });

  test('is refused with the CIDRs that are listed', () => {
    const { why } = planOf({ cidrs: listing('203.0.113.0/24', '2001:db8::/32') });
    expect(why).toMatch(/; AWS lists 203\.0\.113\.0\/24, 2001:db8::\/32$/);
  });

  test.each(['198.51.100.0/23', '198.51.0.0/16', '198.51.100.0/25'])(
    'is refused with the one that overlaps it, because it must be the exact one: %s',
    (cidr) => {
      const { why, refusal } = planOf({ cidrs: listing('203.0.113.0/24', cidr) });
      expect(refusal).toBe('cidr-not-found');
      expect(why).toContain(`AWS lists ${cidr} instead`);
      expect(why).not.toContain('203.0.113.0/24');
    },
  );

  test('is refused with all that lie inside it', () => {
    const { why } = planOf({ cidrs: listing('198.51.100.0/25', '198.51.100.128/25') });
    expect(why).toContain('AWS lists 198.51.100.0/25, 198.51.100.128/25 instead');
  });

  test('is refused with no more than ten names', () => {
    const names = Array.from({ length: 12 }, (_, index) => `203.0.${index + 113}.0/24`);
    const { why } = planOf({ cidrs: listing(...names) });
    expect(why).toMatch(/203\.0\.122\.0\/24$/);
  });

  test('is refused whatever else AWS lists, what is no CIDR included', () => {
    expect(planOf({ cidrs: listing('') })).toMatchObject({ refusal: 'cidr-not-found' });
  });
});

describe('evidence', () => {
  const rest = (change: Change) => change.evidence.slice(1);

  test.each([
    ['accept', 'the ASN and the CIDR are well-formed; special use is accepted'],
    ['refuse', 'the ASN and the CIDR are well-formed and of public use'],
  ] as const)('begins with what was checked offline (%s)', (specialUse, text) => {
    const [change] = makePlan({ associations: [pair], specialUse }, observed).changes;
    expect(change?.evidence[0]).toEqual({ grade: 'checked offline', text });
  });

  test('holds what was read of CIDR, association and ASN', () => {
    const cidrs = [cidrAssociated('associated', '', { state: 'advertised' })];
    expect(rest(planOf({ cidrs }))).toEqual([
      {
        grade: 'read',
        text: 'DescribeByoipCidrs: 198.51.100.0/24 is advertised, its association with AS64500 is associated',
      },
      { grade: 'read', text: 'DescribeIpamByoasn: AS64500 is provisioned' },
    ]);
  });

  test('says what is not listed', () => {
    const cidrs = [cidrAssociated('associated', '', { cidr: '203.0.113.0/24' })];
    expect(rest(planOf({ cidrs, asns: [] }))).toEqual([
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
    expect(rest(planOf({ asns: all }))[1]?.text).toBe(
      'DescribeIpamByoasn: AS64500 is deprovisioned, provisioned',
    );
  });

  test('says that the ASN was not read, and why', () => {
    const asns = { unread: 'UnauthorizedOperation (HTTP 403): no' };
    expect(rest(planOf({ asns }))[1]).toEqual({
      grade: 'not read',
      text: 'DescribeIpamByoasn: UnauthorizedOperation (HTTP 403): no',
    });
  });
});

describe('a plan', () => {
  const desired = {
    associations: [
      associationOf(),
      associationOf('64501'),
      associationOf('64500', '203.0.113.0/24'),
    ],
    specialUse: 'accept',
  } as const;

  test('judges each pair by itself, in the order asked for', () => {
    const plan = makePlan(desired, { ...observed, cidrs: [cidrAssociated('associated')] });
    expect(plan.changes.map(({ association, step }) => ({ ...association, step }))).toEqual([
      { asn: '64500', cidr: '198.51.100.0/24', step: 'keep' },
      { asn: '64501', cidr: '198.51.100.0/24', step: 'associate' },
      { asn: '64500', cidr: '203.0.113.0/24', step: 'refuse' },
    ]);
  });

  test('is a plain value that survives JSON', () => {
    const plan = makePlan(desired, observed);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  test.each([
    ['absent', true],
    ['failed-association', true],
    ['pending-association', false],
    ['associated', false],
    ['pending-disassociation', false],
  ])('has changes where the state is %s: %s', (state, expected) => {
    const one = { ...desired, associations: [pair] };
    const plan = makePlan(one, { ...observed, cidrs: [cidrAssociated(state)] });
    expect(hasChanges(plan)).toBe(expected);
  });

  test('has changes as soon as one of its pairs has', () => {
    const plan = makePlan(desired, { ...observed, cidrs: [cidrAssociated('associated')] });
    expect(hasChanges(plan)).toBe(true);
    expect(hasChanges({ changes: [] })).toBe(false);
  });
});
