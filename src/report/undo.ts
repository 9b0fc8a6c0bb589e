import { hasStarted } from '../domain/association-state.ts';
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
import { markdownCode } from './markdown.ts';

/**
 * The pairs that the run changed or may have changed, or that its plan changes; a refused plan changes
 * nothing. A change that AWS shows neither as done nor as pending needs no undo.
 */
export function changedPairs({ pairs, failure, inputs }: Outcome): readonly PairOutcome[] {
  if (inputs?.mode === 'plan') {
    return failure ? [] : pairs.filter((pair) => statusOf(pair, 'plan') === 'planned');
  }
  return pairs.filter((pair) => isUnclear(pair) || (pair.changed && isInPlace(pair)));
}

function isInPlace({ association, state }: PairOutcome): boolean {
  return association === undefined || hasStarted(association, state);
}

/** After an ambiguous response. */
function isUnclear({ step, state }: PairOutcome): boolean {
  return step !== undefined && isChange(step) && state === 'unknown';
}

/** Commands that undo each change, for a shell with the AWS CLI. */
export function undoLines(pairs: readonly PairOutcome[]): string[] {
  return [...Map.groupBy(pairs, ({ target }) => target)].flatMap(([target, ofTarget]) => [
    `# ${targetText(target)}`,
    ...ofTarget.flatMap((pair) => [
      ...(isUnclear(pair) ? ['# its state is not known: check it in AWS first'] : []),
      pair.route ? undoOfRoute(pair) : undoOfAssociation(pair),
    ]),
  ]);
}

function undoOfAssociation({ association, target: { region } }: AssociationOutcome): string {
  const { asn, cidr, remove } = association;
  const command = `${remove ? 'associate' : 'disassociate'}-ipam-byoasn`;
  return `aws ec2 ${command} --region ${region} --asn ${asn} --cidr ${cidr}`;
}

/** Returns to the origin before. AWS's texts go into a command only if they are well-formed. */
function undoOfRoute(pair: RouteOutcome): string {
  const { step, route, originBefore, networkBorderGroup = '', target } = pair;
  const options = `--region ${target.region} --cidr ${route.cidr}`;
  if (step === 'advertise') return `aws ec2 withdraw-byoip-cidr ${options}`;
  const { value = 'none' } = parseOrigin(originBefore.origin, { specialUse: 'accept' });
  if (value === 'none') return `# ${route.cidr}: the origin before is not known`;
  const group = /^[a-z0-9-]{1,100}$/.test(networkBorderGroup)
    ? ` --network-border-group ${networkBorderGroup}`
    : '';
  return `aws ec2 advertise-byoip-cidr ${options} --asn ${value}${group}`;
}

/** What to know before running these commands, in Markdown. */
export function undoAdvice(
  pairs: readonly PairOutcome[],
  { action, inputs }: Pick<Outcome, 'action' | 'inputs'>,
): string {
  const hasFile = inputs?.source.form === 'file';
  if (action === 'routes') {
    const file = hasFile
      ? 'Change the file back too, or the next run makes the change again. '
      : '';
    return `${file}AWS accepts one of these calls every 10 seconds, and a change to your own ASN once an hour.`;
  }
  const removes = pairs.some(({ association }) => association?.remove);
  const creates = pairs.some(({ association }) => !association?.remove);
  const restore = `delete ${markdownCode('remove: true')} from the entries to restore`;
  const entries = creates ? 'delete the entries to undo' : '';
  const file = [entries, removes ? restore : ''].filter((text) => text !== '').join(', and ');
  const command = markdownCode(
    'aws ec2 advertise-byoip-cidr --region REGION --asn AWS --cidr CIDR',
  );
  return [
    ...(hasFile ? [`First, in the file, ${file}.`] : []),
    ...(creates
      ? [
          `If AWS is then advertising a CIDR from your ASN, return the route to Amazon's ASN before you disassociate: ${command}.`,
        ]
      : []),
  ].join(' ');
}
