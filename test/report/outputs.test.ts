import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Failure } from '../../src/failure.ts';
import { openLedger } from '../../src/ledger.ts';
import { type Reason, reasons } from '../../src/reasons.ts';
import { formatOutputs } from '../../src/report/outputs.ts';
import { outcomeOf } from './outcome.ts';

const action: { outputs: object } = parse(
  readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'),
);

const associated = outcomeOf('associated', {
  step: 'associate',
  why: 'AWS lists no association of the two',
  before: 'absent',
  state: 'associated',
  statusMessage: 'done',
  changed: true,
  requestId: 'req-1',
  evidence: [{ grade: 'read', text: 'DescribeByoipCidrs: ...' }],
});

describe('the outputs', () => {
  test('are those that action.yml names, on every ending', () => {
    const names = Object.keys(action.outputs).toSorted();
    const beforeInputs = openLedger().close(new Failure('invalid-input', 'One input is not right'));
    for (const outcome of [associated, beforeInputs]) {
      expect(Object.keys(formatOutputs(outcome)).toSorted()).toEqual(names);
    }
  });

  test('of an association tell all that is known', () => {
    const { result: _, ...outputs } = formatOutputs(associated);
    expect(outputs).toEqual({
      state: 'associated',
      'status-message': 'done',
      changed: 'true',
      'has-changes': 'false',
      reason: 'associated',
      asn: '64500',
      cidr: '198.51.100.0/24',
      'account-id': '111122223333',
      region: 'us-west-2',
      'request-id': 'req-1',
    });
  });

  test('of refused inputs say that nothing is known', () => {
    const outcome = openLedger().close(new Failure('invalid-input', 'One input is not right'));
    const { result: _, ...outputs } = formatOutputs(outcome);
    expect(outputs).toEqual({
      state: 'unknown',
      'status-message': '',
      changed: 'false',
      'has-changes': 'false',
      reason: 'invalid-input',
      asn: '',
      cidr: '',
      'account-id': '',
      region: '',
      'request-id': '',
    });
  });
});

describe('the result', () => {
  const resultOf = (...given: Parameters<typeof outcomeOf>) =>
    JSON.parse(formatOutputs(outcomeOf(...given)).result);

  test('holds the same facts with their types, under schema version 1', () => {
    expect(JSON.parse(formatOutputs(associated).result)).toEqual({
      schema_version: 1,
      reason: 'associated',
      ending: 'success',
      dry_run: false,
      state: 'associated',
      state_before: 'absent',
      status_message: 'done',
      step: 'associate',
      why: 'AWS lists no association of the two',
      changed: true,
      has_changes: false,
      asn: '64500',
      cidr: '198.51.100.0/24',
      account_id: '111122223333',
      region: 'us-west-2',
      request_id: 'req-1',
      evidence: [{ grade: 'read', text: 'DescribeByoipCidrs: ...' }],
      error: null,
    });
  });

  test('of a failure holds what went wrong', () => {
    const failure = new Failure('not-permitted', 'Could not ...', {
      likely: 'A policy.',
      lines: ['{', '}'],
    });
    expect(resultOf(failure, {}, { mode: 'plan' })).toMatchObject({
      reason: 'not-permitted',
      ending: 'failure',
      dry_run: true,
      state: 'unknown',
      state_before: 'unknown',
      step: null,
      error: {
        message: 'Could not ...',
        likely: 'A policy.',
        next: reasons['not-permitted'].next,
        lines: ['{', '}'],
      },
    });
  });

  test('before the inputs are known is a result too', () => {
    const outcome = openLedger().close(new Failure('invalid-input', 'One input is not right'));
    expect(JSON.parse(formatOutputs(outcome).result)).toMatchObject({
      dry_run: null,
      state: 'unknown',
      asn: '',
      cidr: '',
      step: null,
      evidence: [],
      error: { message: 'One input is not right' },
    });
  });

  const names = Object.keys(reasons) as Reason[];
  test.each(names)('is told for %s as a success or a failure', (reason) => {
    expect(resultOf(reason)).toMatchObject({ reason, ending: reasons[reason].ending });
  });
});
