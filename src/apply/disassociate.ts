import type { Association } from '../domain/association.ts';
import { decideRemoval } from '../plan/association-rules.ts';
import type { TargetContext } from './context.ts';
import { type ChangeRules, makeChange } from './make-change.ts';
import { classifyRemoval } from './removal-rules.ts';

const rules: ChangeRules = {
  verb: 'disassociate',
  send: (association, ec2, signal) => ec2.disassociate(association, signal),
  // It must show that the ASN is not the origin of the CIDR.
  firstRead: () => 'required',
  decide: ({ association: { asn }, state, statusMessage, cidrState, origin }) =>
    decideRemoval({ asn, state, statusMessage }, { state: cidrState, origin }),
  classifyReadBack: classifyRemoval,
};

/** Removes the association of a pair, as `makeChange` says. */
export function disassociate(association: Association, context: TargetContext): Promise<void> {
  return makeChange(association, rules, context);
}
