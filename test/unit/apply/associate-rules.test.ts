import { describe, expect, test } from 'vitest';
import { classifyReadBack, type Decision, decide } from '../../../src/apply/associate-rules.ts';
import { addReading, emptyHistory } from '../../../src/apply/wait-rules.ts';
import type { ResultKind } from '../../../src/aws/errors/error-codes.ts';

/** What to do where EC2 certainly did not carry out an earlier call, and where it may have. */
const decisions: Readonly<Record<ResultKind, readonly [certain: Decision, uncertain: Decision]>> = {
  throttled: ['retry', 'retry'],
  unsent: ['retry', 'retry'],
  ambiguous: ['read back', 'read back'],
  intercepted: ['read back', 'read back'],
  permitted: ['read back', 'read back'],
  rejected: ['check once', 'read back'],
  denied: ['retry', 'read back'],
  credentials: ['retry', 'read back'],
  invalid: ['retry', 'read back'],
};

describe('an associate call that is', () => {
  test.each(Object.entries(decisions))('%s has the decisions %j', (name, [certain, uncertain]) => {
    const kind = name as ResultKind;
    expect(decide({ kind }, false)).toBe(certain);
    expect(decide({ kind }, true)).toBe(uncertain);
  });
});

describe('reads after an associate call from', () => {
  test.each([
    ['absent', ['absent'], 'unchanged'],
    ['absent', ['pending-association'], 'carried out'],
    ['absent', ['associated'], 'carried out'],
    ['absent', ['advertised'], 'carried out'],
    ['absent', ['failed-association'], 'carried out'],
    ['absent', ['unknown'], 'unknown'],
    ['absent', ['pending-disassociation'], 'elsewhere'],
    ['absent', ['disassociated'], 'elsewhere'],
    ['absent', ['some-new-state'], 'elsewhere'],
    ['disassociated', ['disassociated'], 'unchanged'],
    ['disassociated', ['absent'], 'unchanged'],
    ['disassociated', ['associated'], 'unconfirmed'],
    ['disassociated', ['associated', 'associated'], 'carried out'],
    ['disassociated', ['associated', 'unknown', 'associated'], 'unconfirmed'],
    ['disassociated', ['failed-association'], 'carried out'],
    ['failed-association', ['failed-association'], 'unchanged'],
    ['failed-association', ['associated'], 'unconfirmed'],
  ] as const)('%s that list it as %j say %s', (before, states, expected) => {
    const history = states.reduce(addReading, emptyHistory(before));
    expect(classifyReadBack(states.at(-1) ?? '', history)).toBe(expected);
  });
});
