import { isAssociated } from '../domain/association-state.ts';
import { targetText } from '../domain/target.ts';
import { statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';

/**
 * What the run has created or may have created, or its plan creates; a plan that is refused creates
 * nothing. What AWS no longer shows as associated or pending needs no undo.
 */
export function createdPairs({ pairs, failure, inputs }: Outcome): readonly PairOutcome[] {
  if (inputs?.mode === 'plan') {
    return failure ? [] : pairs.filter((pair) => statusOf(pair, 'plan') === 'planned');
  }
  return pairs.filter(
    (pair) =>
      isUnclear(pair) ||
      (pair.changed && (isAssociated(pair.state) || pair.state === 'pending-association')),
  );
}

/** After an ambiguous response. */
function isUnclear({ step, state }: PairOutcome): boolean {
  return step === 'associate' && state === 'unknown';
}

/** Commands that remove associations, for a shell with the AWS CLI. */
export function undoLines(pairs: readonly PairOutcome[]): string[] {
  return [...Map.groupBy(pairs, ({ target }) => target)].flatMap(([target, ofTarget]) => [
    `# ${targetText(target)}`,
    ...ofTarget.flatMap((pair) => {
      if (!pair.association) return [];
      const { asn, cidr } = pair.association;
      const options = `--region ${target.region} --asn ${asn} --cidr ${cidr}`;
      return [
        ...(isUnclear(pair) ? ['# its state is not known: look at it in AWS first'] : []),
        `aws ec2 disassociate-ipam-byoasn ${options}`,
      ];
    }),
  ]);
}
