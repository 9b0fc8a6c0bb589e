import { describe, expect, test } from 'vitest';
import { type Decision, decide } from '../../../src/apply/call-rules.ts';
import type { ResultKind } from '../../../src/aws/errors/error-codes.ts';

/** What to do where EC2 certainly did not carry out an earlier call, and where it may have. */
const decisions: Readonly<Record<ResultKind, readonly [certain: Decision, uncertain: Decision]>> = {
  throttled: ['not carried out', 'not carried out'],
  unsent: ['not carried out', 'not carried out'],
  ambiguous: ['read back', 'read back'],
  intercepted: ['read back', 'read back'],
  permitted: ['read back', 'read back'],
  rejected: ['check rejection', 'read back'],
  denied: ['not carried out', 'read back'],
  credentials: ['not carried out', 'read back'],
  invalid: ['not carried out', 'read back'],
};

describe('an associate call that is', () => {
  test.each(Object.entries(decisions))('%s has the decisions %j', (name, [certain, uncertain]) => {
    const kind = name as ResultKind;
    expect(decide({ kind }, false)).toBe(certain);
    expect(decide({ kind }, true)).toBe(uncertain);
  });
});
