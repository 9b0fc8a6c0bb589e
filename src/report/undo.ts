import { targetText } from '../domain/target.ts';
import { statusOf } from '../outcome/pair-status.ts';
import type { Outcome, PairOutcome } from '../outcome/run-state.ts';

/** The pairs that the run has created, or that its plan creates; a plan that is refused creates none. */
export function createdPairs({ pairs, failure, inputs }: Outcome): readonly PairOutcome[] {
  return pairs.filter(
    (pair) => pair.changed || (!failure && statusOf(pair, inputs?.mode) === 'planned'),
  );
}

/** Commands that remove associations, for a shell with the AWS CLI. */
export function undoLines(pairs: readonly PairOutcome[]): string[] {
  return [...Map.groupBy(pairs, ({ target }) => target)].flatMap(([target, ofTarget]) => [
    `# ${targetText(target)}`,
    ...ofTarget.map(({ association: { asn, cidr } }) => {
      const options = `--region ${target.region} --asn ${asn} --cidr ${cidr}`;
      return `aws ec2 disassociate-ipam-byoasn ${options}`;
    }),
  ]);
}
