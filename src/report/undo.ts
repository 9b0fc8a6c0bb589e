import { isUnderWay } from '../domain/association-state.ts';
import { targetText } from '../domain/target.ts';
import { statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';

/**
 * What the run has changed or may have changed, or its plan changes; a plan that is refused changes
 * nothing. What AWS no longer shows so, or pending, needs no undo.
 */
export function changedPairs({ pairs, failure, inputs }: Outcome): readonly PairOutcome[] {
  if (inputs?.mode === 'plan') {
    return failure ? [] : pairs.filter((pair) => statusOf(pair, 'plan') === 'planned');
  }
  return pairs.filter(
    (pair) => isUnclear(pair) || (pair.changed && isUnderWay(pair.association ?? {}, pair.state)),
  );
}

/** After an ambiguous response. */
function isUnclear({ step, state }: PairOutcome): boolean {
  return (step === 'associate' || step === 'disassociate') && state === 'unknown';
}

/** Commands that remove what was created, and restore what was removed, for a shell with the AWS CLI. */
export function undoLines(pairs: readonly PairOutcome[]): string[] {
  return [...Map.groupBy(pairs, ({ target }) => target)].flatMap(([target, ofTarget]) => [
    `# ${targetText(target)}`,
    ...ofTarget.flatMap((pair) => {
      if (!pair.association) return [];
      const { asn, cidr, remove } = pair.association;
      const options = `--region ${target.region} --asn ${asn} --cidr ${cidr}`;
      return [
        ...(isUnclear(pair) ? ['# its state is not known: look at it in AWS first'] : []),
        `aws ec2 ${remove ? 'associate' : 'disassociate'}-ipam-byoasn ${options}`,
      ];
    }),
  ]);
}
