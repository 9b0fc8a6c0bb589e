import { createHash } from 'node:crypto';
import { callText, happened, type RouteFacts } from './facts.ts';

/** The plan: its digest, what was approved of it, and its size. */
export function checkPlan(facts: RouteFacts): string[] {
  const { run, planned, calls, expected } = facts;
  const { outcome, inputs } = run;
  const writes = planned.filter(({ step }) => isWrite(step));
  const lines = writes.map(
    ({ step, target, route, originBefore }) =>
      `${step} ${target.accountId} ${target.region} ${route.cidr} ${step === 'withdraw' ? 'any' : originBefore.origin} ${route.origin}\n`,
  );
  const text = ['byoasn-routes v1\n', ...lines.sort()].join('');
  const digest = `routes-v1:${createHash('sha256').update(text).digest('hex')}`;
  // The digest covers the observation, before RPKI refused parts of it.
  const isJudged = planned.some(({ refusal }) => refusal?.startsWith('rpki-'));
  const isKnown = writes.every(({ target }) => target.accountId !== undefined);
  const most = Number(inputs['max-changes']);
  const [first] = calls;
  const text1 = first ? callText(first) : '';
  return happened([
    [
      outcome.plan !== undefined &&
        !isJudged &&
        outcome.plan.digest !== (isKnown ? digest : undefined),
      `the digest of the plan is ${outcome.plan?.digest}, and its lines have ${digest}`,
    ],
    [
      first !== undefined &&
        expected.approved !== undefined &&
        outcome.plan?.digest !== expected.approved,
      `${text1}, and another plan was approved`,
    ],
    [
      first !== undefined && planned.some(({ step }) => step === 'refuse'),
      `${text1} in spite of a refusal`,
    ],
    [first !== undefined && writes.length > most, `${text1}, and max-changes was ${most}`],
  ]);
}

function isWrite(step: string): boolean {
  return step === 'advertise' || step === 'swap' || step === 'withdraw';
}
