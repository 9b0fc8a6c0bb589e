import { associationText } from '../desired/association.ts';
import type { Failure } from '../failure.ts';
import type { Inputs } from '../inputs.ts';
import type { Outcome } from '../ledger.ts';
import type { Plan } from '../plan/plan.ts';
import { reasons } from '../reasons.ts';

/** The inputs as they were understood. */
export function inputLines(inputs: Inputs): string[] {
  return [
    ...inputs.associations.map((association) => `associate ${associationText(association)}`),
    `Region ${inputs.region}, ${inputs.mode === 'plan' ? 'dry run: nothing is written' : 'apply'}`,
    inputs.role ? `role ${inputs.role.arn} by GitHub's ID token` : "the AWS SDK's credential chain",
    ...(inputs.specialUse === 'accept' ? ['special-use ASNs and prefixes are accepted'] : []),
  ];
}

/** The plan with what each step rests on. */
export function planLines({ changes }: Plan): string[] {
  return changes.flatMap(({ association, step, before, why, evidence }) => [
    `${step}: ${associationText(association)} (now ${before}): ${why}`,
    ...evidence.map(({ grade, text }) => `${grade}: ${text}`),
  ]);
}

/** How a run without a failure ended, and what to do next. */
export function endingLines({ reason, pairs }: Outcome): string[] {
  return [
    ...pairs.map(({ association, state }) => `${associationText(association)} is ${state}`),
    `${reason}: ${reasons[reason].cause}`,
    `Next step: ${reasons[reason].next}`,
  ];
}

/** A failure in full: what happened, lines to read or paste, why that is likely, what to do next. */
export function failureLines({ message, lines, likely, next }: Failure): string[] {
  const cause = likely === undefined ? [] : [`Likely cause: ${likely}`];
  return [message, ...lines, ...cause, `Next step: ${next}`];
}

/** A duration as `mm:ss`. */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
