import { expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { reasons } from '../../../src/reasons.ts';
import { nextStepOf } from '../../../src/report/next-step.ts';
import { fleetOf } from './fleet.ts';
import { pullRequest } from './links.ts';
import { outcomeOf } from './outcome.ts';

const plan = (environment: string | undefined) =>
  fleetOf([{ target: 'dr', cidr: '198.51.100.0/24' }], { environment });

const elsewhere = { pullRequest: undefined, isOnDefaultBranch: false };
const proposed = { ...elsewhere, pullRequest };

test.each([
  [
    'on a pull request',
    proposed,
    'Review and merge. After the merge, the run on the default branch waits for the reviewers of the environment byoasn.',
  ],
  [
    'in a run that can be approved',
    { ...elsewhere, isOnDefaultBranch: true },
    'Let the reviewers of the environment byoasn approve this run: "Review deployments" on its page.',
  ],
  [
    'in a merge queue or on another branch',
    elsewhere,
    'Review the plan. After the merge, the run on the default branch waits for the reviewers of the environment byoasn.',
  ],
])('the next step of a plan names the reviewers, %s', (_, links, text) => {
  expect(nextStepOf(plan('byoasn'), links)).toBe(text);
  expect(nextStepOf(plan(undefined), links)).toBe(reasons.planned.next);
});

test('a dry run of one association has the next step of a plan', () => {
  const byHand = { ...elsewhere, isOnDefaultBranch: true };
  for (const reason of ['dry-run-permitted', 'dry-run-unchecked'] as const) {
    const next = (environment?: string) =>
      nextStepOf(outcomeOf(reason, {}, { mode: 'plan', environment }), byHand);
    expect(next('byoasn')).toBe(nextStepOf(plan('byoasn'), byHand));
    expect(next()).toBe(reasons[reason].next);
  }
});

test('any other next step comes from the reason or the failure', () => {
  const links = proposed;
  const inputs = { environment: 'byoasn' };
  expect(nextStepOf(outcomeOf('associated', {}, inputs), links)).toBe(reasons.associated.next);
  const failure = new Failure('throttled', 'AWS throttled', { next: 'Wait a minute.' });
  expect(nextStepOf(outcomeOf(failure, {}, inputs), links)).toBe('Wait a minute.');
});

test('the next step of a run without changes is to check what needs a look', () => {
  const pair = { target: 'dr', cidr: '198.51.100.0/24', state: 'associated' };
  const next = (others: readonly string[]) => nextStepOf(fleetOf([{ ...pair, others }]), proposed);
  expect(next([])).toBe('Nothing to do.');
  expect(next(['64511'])).toBe('Check what needs a look. There is nothing else to do.');
});
