import { describe, expect, test } from 'vitest';
import { CallError } from '../../../src/aws/errors/call-error.ts';
import { toFailure } from '../../../src/aws/errors/to-failure.ts';
import { Failure } from '../../../src/failure.ts';
import { collectSecrets } from '../../../src/lib/secrets.ts';
import { createRunState, initialPairs } from '../../../src/outcome/run-state.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { formatComment, formatSummary } from '../../../src/report/markdown-page.ts';
import { formatOutputs } from '../../../src/report/outputs.ts';
import { redactFailure, redactOutcome } from '../../../src/report/redact.ts';
import { formatPlan } from '../../../src/report/result.ts';
import { desiredOf } from '../domain/association.ts';
import { targetOf } from '../domain/target.ts';
import { nowhere } from './links.ts';
import { inputsOf } from './outcome.ts';

const secret = 'FwoGZXIvYXdzEXAMPLE/+a_b.c"d==';
const token = 'ghs_example_token_of_the_comment';
const { mask, redact } = collectSecrets();
mask(secret);
mask(token);

const quoting = (text: string) => `${text}: ${secret}`;
const rejected = new CallError({
  kind: 'credentials',
  code: 'AuthFailure',
  message: quoting('not able to validate'),
  httpStatus: 401,
  requestId: 'req-1',
});
const location = { file: 'byoasn.yml', line: 3, column: 5 };
const failure = toFailure(quoting('read'), rejected, {
  likely: quoting('likely'),
  next: quoting('next'),
  lines: [quoting('a line')],
  problems: [{ location, path: quoting('path'), text: quoting('text') }],
});

/** An outcome that quotes the secret in every text. */
function quotingOutcome() {
  const pair = { ...desiredOf(), note: quoting('note') };
  const other = desiredOf('64501', '203.0.113.0/24');
  const target = targetOf([pair, other]);
  const cidr = {
    cidr: pair.cidr,
    state: 'provisioned',
    statusMessage: quoting('status'),
    advertisementType: 'unicast',
    networkBorderGroup: 'us-west-2',
    associations: [
      { asn: '64999', state: quoting('state'), statusMessage: quoting('status') },
      { asn: pair.asn, state: 'failed-association', statusMessage: quoting('status') },
    ],
  };
  const runState = createRunState();
  runState.start(inputsOf({ comment: { create: 'always', token, pullNumber: 7 } }));
  runState.addEntries([target].flatMap(initialPairs));
  runState.setPlan(
    makePlan([{ target, observed: { cidrs: [cidr], asns: { unread: quoting('asns') } } }], {
      specialUse: 'accept',
    }),
  );
  for (const association of [pair, other]) {
    runState.update(association, { failure, statusMessage: quoting('message'), requestId: secret });
  }
  return runState.finish(new Failure('partly-applied', quoting('ended'), { cause: failure }));
}

describe('an outcome without secrets', () => {
  const outcome = redactOutcome(quotingOutcome(), redact);

  test.each([
    ['outputs', () => JSON.stringify(formatOutputs(outcome, nowhere))],
    ['plan file', () => (outcome.plan ? formatPlan(outcome.plan) : '')],
    ['summary', () => formatSummary(outcome, nowhere)],
    ['comment', () => formatComment(outcome, 60_000, nowhere)],
  ])('has none of them in its %s, in any spelling or in part', (_, format) => {
    const text = format();
    expect(text).toMatch(/\*\*\*|&#42;&#42;&#42;/);
    for (const part of ['FwoGZXIvYXdz', 'EXAMPLE/', 'd==']) expect(text).not.toContain(part);
  });

  test('keeps the token for the comment', () => {
    expect(outcome.inputs?.comment).toEqual({ create: 'always', token, pullNumber: 7 });
  });

  test('keeps a shared failure as one object', () => {
    const [first, second] = outcome.pairs.map((pair) => pair.failure);
    expect(first).toBeInstanceOf(Failure);
    expect(second).toBe(first);
    expect(outcome.failure?.cause).toBe(first);
  });

  test('is equal if there are no secrets', () => {
    const original = quotingOutcome();
    const copy = redactOutcome(original, collectSecrets().redact);
    expect(formatOutputs(copy, nowhere)).toEqual(formatOutputs(original, nowhere));
    expect(formatSummary(copy, nowhere)).toBe(formatSummary(original, nowhere));
  });
});

describe('a failure without secrets', () => {
  test('keeps its reason, and where it was thrown', () => {
    const copy = redactFailure(failure, redact);
    expect(copy).toMatchObject({
      reason: 'credentials-rejected',
      message: expect.stringContaining('AuthFailure (HTTP 401): not able to validate: ***'),
      likely: 'likely: ***',
      next: 'next: ***',
      lines: ['a line: ***'],
      problems: [{ location, path: 'path: ***', text: 'text: ***' }],
    });
    expect(copy.stack?.split('\n').slice(1)).toEqual(failure.stack?.split('\n').slice(1));
    expect(copy.stack).not.toContain(secret);
  });

  test('has causes without secrets too', () => {
    const copy = redactFailure(failure, redact);
    expect(copy.cause).toMatchObject({
      name: 'CallError',
      message: 'AuthFailure (HTTP 401): not able to validate: *** (request id req-1)',
    });
  });

  test('can be caused by an object that contains itself', () => {
    const round: Record<string, unknown> = { text: quoting('round') };
    round.self = [round];
    const { cause } = redactFailure(new Failure('internal-error', '', { cause: round }), redact);
    expect(cause).toMatchObject({ text: 'round: ***' });
    expect((cause as { self: unknown[] }).self[0]).toBe(cause);
  });

  test('can be caused by itself', () => {
    const round = new Failure('internal-error', quoting('round'));
    round.cause = round;
    const copy = redactFailure(round, redact);
    expect(copy.cause).toBe(copy);
  });
});
