import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Approved, parseApproved } from '../../../src/domain/approved-plan.ts';
import { digestOf } from '../../../src/domain/plan-digest.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { formatPlan } from '../../../src/report/result.ts';
import { planOfTarget } from '../plan/changes.ts';
import { desiredOf, manyDesired } from './association.ts';
import { targetOf } from './target.ts';

const digest = `v2:${'0123456789abcdef'.repeat(4)}`;
const former = `v1:${'0123456789abcdef'.repeat(4)}`;
const writes = planOfTarget(
  manyDesired(2).map((association) => ({ association, state: 'absent' })),
);
const plan = makePlan(
  [
    {
      target: targetOf([desiredOf('64500', '198.51.100.0/24')]),
      observed: { cidrs: [], asns: [] },
    },
  ],
  { specialUse: 'accept' },
);

function approvedOf(text: string): Approved {
  const { value, problem } = parseApproved(text);
  if (!value) throw new Error(problem);
  return value;
}

describe('what was approved', () => {
  test('may be only the digest', () => {
    expect(approvedOf(digest)).toEqual({ digest, changes: undefined });
  });

  test('may be the output plan, with every change', () => {
    const { digest: own, changes } = approvedOf(formatPlan(writes));
    expect(own).toBe(writes.digest);
    expect(changes).toEqual(
      writes.changes.map(({ target, association }) => ({
        target: target.name,
        accountId: target.accountId,
        region: target.region,
        asn: association.asn,
        cidr: association.cidr,
        state: 'absent',
        step: 'associate' as const,
      })),
    );
  });

  test.each([
    ['nothing', ''],
    ['a digest of another form', 'v3:abc'],
    ['a digest with something behind it', `${digest}0`],
    ['JSON that is no plan', '{"digest":1}'],
    ['null', 'null'],
    ['a plan cut short', formatPlan(plan).slice(0, -1)],
  ])('is refused as %s', (_, text) => {
    expect(parseApproved(text).problem).toBe('is neither a plan-digest nor a plan');
  });

  test.each([
    ['digest', former],
    ['plan', formatPlan(writes).replace(/v2:[0-9a-f]{64}/, former)],
  ])('is refused as a %s of an earlier version, with what to do', (_, text) => {
    expect(parseApproved(text).problem).toBe(
      'was made by an earlier version of this action: plan again with this version, and pass the digest of that plan',
    );
  });

  test('is refused as a plan that was changed by hand', () => {
    const text = formatPlan(writes).replace('"step":"associate"', '"step":"keep"');
    expect(parseApproved(text).problem).toBe('is a plan whose digest does not match its changes');
  });

  test('may be the output plan spread over lines', () => {
    const text = JSON.stringify(JSON.parse(formatPlan(writes)), null, 2);
    expect(approvedOf(text)).toEqual(approvedOf(formatPlan(writes)));
  });

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseApproved(text).value).toBeUndefined();
      }),
    );
  });
});

describe('a plan that was made by hand', () => {
  const call = {
    step: 'associate' as const,
    accountId: '111122223333',
    region: 'us-west-2',
    asn: '64500',
    cidr: '198.51.100.0/24',
    state: 'absent',
  };
  const change = {
    target: '111122223333/us-west-2',
    account_id: '111122223333',
    region: 'us-west-2',
    asn: '64500',
    cidr: '198.51.100.0/24',
    state: 'absent',
    step: 'associate',
  };
  const hidden = '203.0.113.0/24';
  const planText = (changes: readonly unknown[], calls: readonly Partial<typeof call>[]) =>
    JSON.stringify({
      digest: digestOf(calls.map((overrides) => ({ ...call, ...overrides }))),
      changes,
    });
  const problemOf = (text: string) => parseApproved(text).problem;

  test('is read where it lists what its digest says', () => {
    expect(problemOf(planText([change], [{}]))).toBeUndefined();
  });

  // Fields that were joined by spaces and lines hid further calls in the last of them.
  const smuggled = `198.51.100.0/24 absent\nassociate 111122223333 us-west-2 64500 ${hidden}`;

  test.each<[string, Partial<Record<keyof typeof change, unknown>>, string]>([
    ['a line end and another call in its CIDR', { cidr: smuggled }, 'cidr has more than one "/"'],
    [
      'a call in its account',
      { account_id: `111122223333 us-west-2 64500 ${hidden}` },
      'account_id is not 12 digits',
    ],
    ['a call in its Region', { region: `us-west-2\n${hidden}` }, 'region is not an AWS Region'],
    [
      'a line end in its state',
      { state: `absent\n${hidden}` },
      'state is not 1 to 100 plain characters',
    ],
    ['an endless state', { state: 'a'.repeat(101) }, 'state is not 1 to 100 plain characters'],
    [
      'a space behind its step',
      { step: 'associate ' },
      'step is not one of associate, disassociate, wait, keep, refuse',
    ],
    [
      'a step of its own',
      { step: 'remove' },
      'step is not one of associate, disassociate, wait, keep, refuse',
    ],
    [
      'the step of a prototype',
      { step: 'constructor' },
      'step is not one of associate, disassociate, wait, keep, refuse',
    ],
    [
      'marks in its target',
      { target: 'a\u202eb' },
      'target has U+202E (invisible character) after "a"',
    ],
    ['an ASN with a prefix', { asn: 'AS64500' }, 'asn must be "64500"'],
    ['an ASN with a leading zero', { asn: '064500' }, 'asn has a leading zero'],
    [
      'an ASN of other digits',
      { asn: '\u0666\u0664\u0665\u0660\u0660' },
      'asn starts with U+0666 (digit of another script)',
    ],
    ['a number for an ASN', { asn: 64_500 }, 'asn is not text'],
    ['a list for an ASN', { asn: ['64500'] }, 'asn is not text'],
    [
      'an account of other digits',
      { account_id: '\uff11'.repeat(12) },
      'account_id starts with U+FF11 (fullwidth 1)',
    ],
    ['no account', { account_id: '' }, 'account_id is missing'],
    ['no state', { state: undefined }, 'state is not 1 to 100 plain characters'],
    ['host bits in its CIDR', { cidr: '198.51.100.1/24' }, 'cidr has host bits set; '],
    ['another spelling of its CIDR', { cidr: '2001:DB8::/32' }, 'cidr must be "2001:db8::/32"'],
  ])('is refused with %s', (_, fields, problem) => {
    const { account_id: accountId, ...others } = { ...change, ...fields };
    const withoutTarget = { ...others, accountId } as Partial<typeof call>;
    const text = planText(
      [
        { ...change, cidr: '192.0.2.0/24', step: 'keep' },
        { ...change, ...fields },
      ],
      [withoutTarget],
    );
    expect(problemOf(text)).toContain(`is a plan whose changes[1].${problem}`);
  });

  test.each([
    ['no object', 'null'],
    ['text', '"associate"'],
    ['a list', '[]'],
    ['fields only in its prototype', JSON.stringify({ ['__proto__']: change })],
  ])('is refused with a change that is %s', (_, json) => {
    const text = `{"digest":"${digest}","changes":[${json}]}`;
    expect(problemOf(text)).toContain('is a plan whose changes[0].target is not a name');
  });

  test('is refused where it lists one change and its digest has three', () => {
    const three = [{}, { cidr: hidden }, { cidr: '192.0.2.0/24' }];
    expect(problemOf(planText([change], three))).toBe(
      'is a plan whose digest does not match its changes',
    );
  });

  test('is refused where it lists more than its digest has', () => {
    expect(problemOf(planText([change, { ...change, cidr: hidden }], [{}]))).toBe(
      'is a plan whose digest does not match its changes',
    );
  });

  test('is refused if it lists an association twice, equal or not', () => {
    const twice = 'is a plan that lists 198.51.100.0/24 with AS64500 twice';
    expect(problemOf(planText([change, change], [{}, {}]))).toBe(twice);
    expect(problemOf(planText([change, { ...change, step: 'keep' }], [{}]))).toBe(twice);
  });

  test.each([
    ['the changes', (text: string) => text.replace('{', '{"changes":[],')],
    ['a field', (text: string) => text.replace('"cidr"', `"cidr":"${hidden}","cidr"`)],
    [
      'an escaped name',
      (text: string) => text.replace('"cidr"', `"\\u0063idr":"${hidden}","cidr"`),
    ],
  ])('is refused if %s is there twice, of which JSON takes the last', (_, repeat) => {
    const text = planText([change], [{}]);
    expect(problemOf(repeat(text))).toMatch(
      /^is a plan with the key "(changes|cidr)" twice in one object$/,
    );
  });
});
