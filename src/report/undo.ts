import { targetText } from '../domain/target.ts';
import type { PairOutcome } from '../outcome/run-state.ts';

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
