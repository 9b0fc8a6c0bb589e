import type { Association } from '../domain/association.ts';
import { hasEnded, isAssociated } from '../domain/association-state.ts';
import { decideStep } from '../plan/association-rules.ts';
import { classifyReadBack } from './associate-rules.ts';
import type { TargetContext } from './context.ts';
import { type ChangeRules, makeChange } from './make-change.ts';

const rules: ChangeRules = {
  verb: 'associate',
  send: (association, ec2, signal) => ec2.associate(association, signal),
  // A stale read may have shown the former association of a pair that had ended.
  firstRead: ({ before, state }) =>
    state === 'unknown' || (hasEnded(before) && isAssociated(state)) ? 'tried' : 'none',
  decide: ({ association: { asn }, state, statusMessage }) =>
    decideStep({ asn, state, statusMessage }),
  classifyReadBack,
};

/** Associates a pair, as `makeChange` says. */
export function associate(association: Association, context: TargetContext): Promise<void> {
  return makeChange(association, rules, context);
}
