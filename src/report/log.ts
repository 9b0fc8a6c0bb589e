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

/** How the run ended, in one line. */
export function endingLine({ reason, pairs }: Outcome): string {
  const states = pairs.map(
    ({ association, state }) => `${associationText(association)} is ${state}`,
  );
  return [`${reason}: ${reasons[reason].cause}`, ...states].join(' ');
}

/** A failure in full: what happened, lines to read or paste, why that is likely, what to do next. */
export function failureLines({ message, lines, likely, next }: Failure): string[] {
  return [message, ...lines, `Likely cause: ${likely}`, `Next step: ${next}`];
}

/** A duration as `mm:ss`. */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
