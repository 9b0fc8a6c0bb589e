import { describe, expect, test } from 'vitest';
import { Failure, type FailureDetails } from '../../../src/failure.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { groupFailures } from '../../../src/report/failures.ts';
import { formatComment } from '../../../src/report/markdown-page.ts';
import { fleetOf } from './fleet.ts';
import { readStructure, seen } from './structure.ts';

const nowhere = { run: undefined, files: undefined, commit: undefined, isPullRequest: true };
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
      '\n- AS64500 in dr (444455556666 eu-west-1), now absent: 2001:db8:1::/48, 2001:db8:2::/48, ',
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

  test('such as a message that is not from AWS are separate groups', () => {
    const entries = ['192.0.2.0/24', '203.0.113.0/24'].map((cidr) => ({
      target: 'dr',
      cidr,
      facts: { failure: new Failure('wait-timeout', `No end state of ${cidr}`) },
    }));
    expect(groupFailures(fleetOf(entries, { mode: 'apply' }))).toHaveLength(2);
  });
});

test('a group lists its pairs by ASN, target and state', () => {
  const failure = new Failure('throttled', 'AWS throttled the calls');
  const entries = [
    { target: 'dr', cidr: '192.0.2.0/24', facts: { failure } },
    { target: 'edge', cidr: '203.0.113.0/24', facts: { failure, state: 'unknown' } },
    { target: 'edge', asn: '64501', cidr: '198.51.100.0/24', facts: { failure } },
  ];
  const page = seen(formatComment(fleetOf(entries, { mode: 'apply' }), 60_000, nowhere));
  expect(page).toContain(`
- AS64500 in dr (444455556666 eu-west-1), now absent: 192.0.2.0/24
- AS64501 in edge (111122223333 us-east-1), now absent: 198.51.100.0/24
- AS64500 in edge (111122223333 us-east-1), now unknown: 203.0.113.0/24
`);
});

test('the next step of a group is left out if it is that of the run', () => {
  const page = formatComment(deniedApply(2), 60_000, nowhere);
  expect(page).not.toContain('Next for failure');
  expect(page.match(/\*\*Next:\*\*/g)).toHaveLength(1);
});
