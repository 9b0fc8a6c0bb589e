import { isUnderWay } from '../domain/association-state.ts';
import { parseOrigin } from '../domain/origin.ts';
import { isChange } from '../domain/step.ts';
import { targetText } from '../domain/target.ts';
import { statusOf } from '../outcome/pair-status.ts';
import type {
  AssociationOutcome,
  Outcome,
  PairOutcome,
  RouteOutcome,
} from '../outcome/run-state.ts';

/**
 * What the run has changed or may have changed, or its plan changes; a plan that is refused changes
 * nothing. What AWS no longer shows so, or pending, needs no undo.
 */
export function changedPairs({ pairs, failure, inputs }: Outcome): readonly PairOutcome[] {
  if (inputs?.mode === 'plan') {
    return failure ? [] : pairs.filter((pair) => statusOf(pair, 'plan') === 'planned');
  }
  return pairs.filter((pair) => isUnclear(pair) || (pair.changed && isToUndo(pair)));
}

function isToUndo({ association, state }: PairOutcome): boolean {
  return association === undefined || isUnderWay(association, state);
}

/** After an ambiguous response. */
function isUnclear({ step, state }: PairOutcome): boolean {
  return step !== undefined && isChange(step) && state === 'unknown';
}

/** Commands that take back each change, for a shell with the AWS CLI. */
export function undoLines(pairs: readonly PairOutcome[]): string[] {
  return [...Map.groupBy(pairs, ({ target }) => target)].flatMap(([target, ofTarget]) => [
    `# ${targetText(target)}`,
    ...ofTarget.flatMap((pair) => [
      ...(isUnclear(pair) ? ['# its state is not known: look at it in AWS first'] : []),
      pair.route ? undoOfRoute(pair) : undoOfAssociation(pair),
    ]),
  ]);
}

function undoOfAssociation({ association, target: { region } }: AssociationOutcome): string {
  const { asn, cidr, remove } = association;
  const command = `${remove ? 'associate' : 'disassociate'}-ipam-byoasn`;
  return `aws ec2 ${command} --region ${region} --asn ${asn} --cidr ${cidr}`;
}

/** Back to the origin before; it was observed, so that it may be any text. */
function undoOfRoute(pair: RouteOutcome): string {
  const { step, route, originBefore, networkBorderGroup, target } = pair;
  const options = `--region ${target.region} --cidr ${route.cidr}`;
  if (step === 'advertise') return `aws ec2 withdraw-byoip-cidr ${options}`;
  const { value = 'none' } = parseOrigin(originBefore.origin, { specialUse: 'accept' });
  if (value === 'none') return `# ${route.cidr}: the origin before is not known`;
  const group = groupOption(networkBorderGroup);
  return `aws ec2 advertise-byoip-cidr ${options} --asn ${value}${group}`;
}

/** AWS's text, which goes into a command only if it is a plain word. */
function groupOption(networkBorderGroup = ''): string {
  return /^[a-z0-9-]{1,100}$/.test(networkBorderGroup)
    ? ` --network-border-group ${networkBorderGroup}`
    : '';
}
