import { describe, expect, test } from 'vitest';
import { Failure, type FailureDetails } from '../../../src/failure.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { groupFailures } from '../../../src/report/failures.ts';
import { formatComment } from '../../../src/report/markdown-page.ts';
import { fleetOf } from './fleet.ts';
import { nowhere } from './links.ts';
import { readStructure, seen } from './structure.ts';

const policy = ['{', '  "Effect": "Allow"', '}'];

function denied(cidr: string, details: FailureDetails = {}): Failure {
  const message = `Could not associate ${cidr}: UnauthorizedOperation (request id r-${cidr})`;
  const id = `r-${cidr}`;
  const code = 'UnauthorizedOperation';
  return new Failure('access-denied', message, { code, requestId: id, lines: policy, ...details });
}

/** An apply in which AWS denied each association separately. */
function deniedApply(count: number, details?: (index: number) => FailureDetails): Outcome {
  const entries = Array.from({ length: count }, (_, index) => {
    const cidr = `2001:db8:${(index + 1).toString(16)}::/48`;
    return { target: 'dr', cidr, facts: { failure: denied(cidr, details?.(index)) } };
  });
  return fleetOf(entries, { mode: 'apply' });
}

describe('failures that differ only in CIDR and request ID', () => {
  test('are one group, and the page has their policy once', () => {
    const outcome = deniedApply(60);
    expect(groupFailures(outcome)).toHaveLength(1);
    const page = seen(formatComment(outcome, 60_000, nowhere));
    expect(page.match(/"Effect"/g)).toHaveLength(1);
    expect(page).toContain(
      '**Failure 1** (access-denied, UnauthorizedOperation, 60 associations): the first one: Could not associate 2001:db8:1::/48',
    );
    expect(page).toContain(
      '\n- AS64500 in dr (444455556666 eu-west-1), now absent, CIDR provisioned: 2001:db8:1::/48, 2001:db8:2::/48, ',
    );
    expect(page).toContain('60 request IDs');
    expect(page).toContain('- 2001:db8:3c::/48 AS64500: r-2001:db8:3c::/48');
    expect(readStructure(formatComment(outcome, 60_000, nowhere)).tables).toEqual([]);
  });

  test('are several groups in several targets', () => {
    const entries = ['dr', 'edge'].map((target, index) => {
      const cidr = `2001:db8:${index + 1}::/48`;
      return { target, cidr, facts: { failure: denied(cidr) } };
    });
    expect(groupFailures(fleetOf(entries, { mode: 'apply' }))).toHaveLength(2);
  });
});

describe('failures that differ in other details', () => {
  test.each<[string, (index: number) => FailureDetails]>([
    ['code', (index) => ({ code: `Code${index}` })],
    ['likely cause', (index) => ({ likely: `Cause ${index}` })],
    ['next step', (index) => ({ next: `Step ${index}` })],
    ['lines', (index) => ({ lines: [`Line ${index}`] })],
  ])('such as their %s are separate groups', (_, details) => {
    expect(groupFailures(deniedApply(3, details))).toHaveLength(3);
  });

  test('such as a message that is not from AWS are separate groups, except for the association', () => {
    const groups = (textOf: (index: number, cidr: string) => string) => {
      const entries = ['192.0.2.0/24', '203.0.113.0/24'].map((cidr, index) => ({
        ...{ target: 'dr', cidr },
        facts: { failure: new Failure('association-failed', textOf(index, cidr)) },
      }));
      return groupFailures(fleetOf(entries, { mode: 'apply' }));
    };
    expect(groups((index, cidr) => `${cidr} with AS64500: cause ${index}`)).toHaveLength(2);
    expect(groups((_, cidr) => `${cidr} with AS64500 is failed-association`)).toHaveLength(1);
  });
});

test('a group of many pairs lists them by ASN, target and state', () => {
  const failure = new Failure('throttled', 'AWS throttled the calls');
  const entries = Array.from({ length: 17 }, (_, index) => ({
    target: index === 0 ? 'dr' : 'edge',
    asn: index === 1 ? '64501' : '64500',
    cidr: `2001:db8:${(4096 + index).toString(16)}::/48`,
    facts: { failure, ...(index === 2 ? { state: 'unknown' } : {}) },
  }));
  const page = seen(formatComment(fleetOf(entries, { mode: 'apply' }), 60_000, nowhere));
  expect(page).toContain(`
- AS64500 in dr (444455556666 eu-west-1), now absent, CIDR provisioned: 2001:db8:1000::/48
- AS64501 in edge (111122223333 us-east-1), now absent, CIDR provisioned: 2001:db8:1001::/48
- AS64500 in edge (111122223333 us-east-1), now unknown, CIDR provisioned: 2001:db8:1002::/48
- AS64500 in edge (111122223333 us-east-1), now absent, CIDR provisioned: 2001:db8:1003::/48, 2001:db8:1004::/48, `);
});

test('a group of fifteen pairs is in the table, with the number of its failure', () => {
  const { tables } = readStructure(formatComment(deniedApply(15), 60_000, nowhere));
  const [cidrs = '', , , result = ''] = tables[0]?.[1] ?? [];
  expect(cidrs.split('<br>')).toHaveLength(15);
  expect(seen(result)).toBe('**failed, now absent**access-denied, failure 1');
});

test('the next step of a group is left out if it is that of the run', () => {
  const page = formatComment(deniedApply(2), 60_000, nowhere);
  expect(page).not.toContain('Next for failure');
  expect(page.match(/\*\*Next:\*\*/g)).toHaveLength(1);
});
