import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TargetReading } from '../../../../src/cli/doctor/read-target.ts';
import { formatReport, parseResult } from '../../../../src/cli/doctor/report.ts';
import { Failure } from '../../../../src/failure.ts';
import type { ObservedAsn, ObservedCidr } from '../../../../src/observe/observed.ts';
import { desiredOf } from '../../domain/association.ts';
import { account, asn, foundIn, message, prefix } from './values.ts';

/** Text that is not an ASN or a CIDR, as AWS should not return. */
const unreadable = fc.stringMatching(/^[a-z]{5,12}$/);
const text = message.map((made) => made.text.replaceAll('\n', ' '));
const state = fc.constantFrom('associated', 'advertised', 'failed-association');
const association = fc.record({ asn: fc.oneof(asn, unreadable), state, statusMessage: text });
const cidr = fc.record({
  cidr: fc.oneof(prefix, unreadable),
  state: fc.constantFrom('provisioned', 'advertised'),
  statusMessage: text,
  advertisementType: fc.constantFrom('unicast', ''),
  networkBorderGroup: fc.constantFrom('us-west-2', ''),
  associations: fc.array(association, { maxLength: 2 }),
});
const unsaid = { statusMessage: '', networkBorderGroup: '' } as const;
const listing = fc.record({
  accountId: account,
  cidrs: fc.array(cidr, { maxLength: 3 }),
  asns: fc.array(association, { maxLength: 3 }),
});

interface Listing {
  readonly accountId: string;
  readonly cidrs: readonly ObservedCidr[];
  readonly asns: readonly ObservedAsn[];
}

function readingOf({ accountId, cidrs, asns }: Listing): TargetReading {
  const target = { name: 'harbor', accountId, region: 'us-west-2', associations: [] };
  const asnLists = [{ region: 'us-west-2', asns }];
  const facts = { observed: { cidrs, asns }, asnLists, pairs: [] };
  return { target, source: 'the profile "harbor"', accountId, read: facts };
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

function resultOf({ accountId, cidrs }: Listing) {
  const pairs = cidrs.flatMap(({ associations, ...listed }) =>
    associations.map((each) => ({
      account_id: accountId,
      region: 'us-west-2',
      asn: each.asn,
      cidr: listed.cidr,
      target: 'harbor',
      status_message: each.statusMessage,
      request_id: `unusual-${accountId}`,
      error: {
        reason: 'request-rejected',
        message: `${listed.statusMessage} HARBOR ${base64(accountId)} ${base64(listed.cidr)}`,
      },
    })),
  );
  const head = { schema_version: 1, reason: 'refused', dry_run: false, state: 'absent' };
  return parseResult(JSON.stringify({ ...head, plan_digest: 'v2:0', pairs }), 'result.json');
}

function valuesOf({ accountId, cidrs, asns }: Listing): readonly string[] {
  const associations = [...asns, ...cidrs.flatMap((listed) => listed.associations)];
  return [
    accountId,
    base64(accountId),
    ...cidrs.flatMap(({ cidr }) => [cidr, base64(cidr)]),
    ...associations.map((each) => each.asn),
  ];
}

test('a report contains no value of the account, for any response of AWS', () => {
  fc.assert(
    fc.property(listing, (listed) => {
      const report = formatReport({
        sections: [],
        readings: [readingOf(listed)],
        results: [resultOf(listed)],
        names: ['harbor'],
      });
      expect(foundIn(report, [...valuesOf(listed), 'harbor', 'HARBOR'])).toEqual([]);
      const [target] = JSON.parse(report).targets;
      expect(target.cidrs.map((each: { state: string }) => each.state)).toEqual(
        listed.cidrs.map((each) => each.state),
      );
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['true where an association has it', 'provisioned', 'advertised', true],
  ['false where one of an advertised CIDR has not', 'advertised', 'associated', false],
  ['unknown where no CIDR is advertised', 'provisioned', 'associated', null],
  ['unknown where the association has not ended', 'advertised', 'pending-association', null],
])('whether associations have the state advertised is %s', (_, cidrState, pairState, expected) => {
  const associations = [{ asn: '64500', state: pairState, statusMessage: '' }];
  const listed = { state: cidrState, advertisementType: 'unicast', ...unsaid };
  const cidrs = [{ cidr: '198.51.100.0/24', ...listed, associations }];
  const readings = [readingOf({ accountId: '111122223333', cidrs, asns: [] })];
  const report = JSON.parse(formatReport({ sections: [], readings, results: [], names: [] }));
  expect(report.targets[0].advertised_is_an_association_state).toBe(expected);
});

test('a report keeps states, reasons and codes even if a user has a name like them', () => {
  const failure = new Failure('access-denied', 'Denied in provisioned', {
    code: 'InvalidIpamId.NotFound',
  });
  const finding = { status: 'fault', subject: 'AWS', found: failure.message, failure } as const;
  const listed = { state: 'provisioned', advertisementType: 'unicast', ...unsaid };
  const cidrs = [{ cidr: '198.51.100.0/24', ...listed, associations: [] }];
  const report = formatReport({
    sections: [{ title: 'General', findings: [finding] }],
    readings: [readingOf({ accountId: '111122223333', cidrs, asns: [] })],
    results: [],
    names: ['fault', 'access-denied', 'provisioned', 'unicast', 'us-west-2', 'invalidipamid'],
  });
  const { findings, targets } = JSON.parse(report);
  expect(findings).toEqual([
    {
      ...{ status: 'fault', subject: 'AWS', found: 'Denied in name-1' },
      ...{ reason: 'access-denied', code: 'InvalidIpamId.NotFound' },
    },
  ]);
  expect(targets[0].region).toBe('us-west-2');
  expect(targets[0].cidrs[0]).toMatchObject({ state: 'provisioned', advertisementType: 'unicast' });
});

test('a report replaces text in a state field that is not a state', () => {
  const listed = { state: 'x of 444455556666', advertisementType: '', ...unsaid };
  const cidrs = [{ cidr: '198.51.100.0/24', ...listed, associations: [] }];
  const readings = [readingOf({ accountId: '111122223333', cidrs, asns: [] })];
  const report = formatReport({ sections: [], readings, results: [], names: [] });
  expect(JSON.parse(report).targets[0].cidrs[0].state).not.toContain('444455556666');
});

test('a report contains no short ASN of a target that was not read', () => {
  const associations = [desiredOf('3')];
  const target = { name: 'edge', accountId: undefined, region: 'us-west-2', associations };
  const read = new Failure('throttled', '');
  const reading = { target, source: '', accountId: undefined, read };
  const finding = { status: 'fault', subject: 'AWS', found: 'no 3 of 17' } as const;
  const sections = [{ title: 'edge', findings: [finding] }];
  const report = formatReport({ sections, readings: [reading], results: [], names: [] });
  expect(JSON.parse(report).findings[0].found).toBe('no 64496 of 17');
});

test('a report does not quote the problems of a file', () => {
  const failure = new Failure('invalid-input', 'harbor.yml has 1 problem');
  const finding = { status: 'fault', subject: 'File', found: failure.message, failure } as const;
  const sections = [{ title: 'General', findings: [finding] }];
  const report = formatReport({ sections, readings: [], results: [], names: [] });
  expect(JSON.parse(report).findings).toEqual([
    { status: 'fault', subject: 'File', found: 'invalid', reason: 'invalid-input', code: '' },
  ]);
});
