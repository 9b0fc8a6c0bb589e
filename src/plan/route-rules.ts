import { isAssociated } from '../domain/association-state.ts';
import { type Origin, originText } from '../domain/origin.ts';
import type { RouteStep } from '../domain/step.ts';
import { cidrPhase } from './cidr-phase.ts';
import { refuse, type Verdict } from './verdict.ts';

/** What decides the step of a route. */
interface RouteFacts {
  readonly desired: Origin;
  /** Of the CIDR: AWS's text. */
  readonly state: string;
  /** As observed: ASN digits, `AWS`, `none` or `unknown`. */
  readonly origin: string;
  /** The observed state of the association with the desired ASN; ignored for `AWS` and `none`. */
  readonly association: string;
}

/** The step for a route whose CIDR AWS lists once, as unicast. */
export function decideRoute(facts: RouteFacts): Verdict<RouteStep> {
  const { state } = facts;
  const isWithdrawal = facts.desired === 'none';
  switch (cidrPhase(state)) {
    case 'provisioned':
      if (isWithdrawal) return { step: 'keep', why: 'not advertised' };
      return decideChange('advertise', 'provisioned, and not advertised', facts);
    case 'advertised':
      return decideAdvertised(facts);
    case 'advertising':
      return isWithdrawal
        ? refuse('route-busy', 'AWS is advertising it')
        : { step: 'wait', why: 'AWS is advertising it' };
    case 'withdrawing':
      return isWithdrawal
        ? { step: 'wait', why: 'AWS is withdrawing it' }
        : refuse('route-busy', 'AWS is withdrawing it');
    case 'never advertised':
      return isWithdrawal
        ? { step: 'keep', why: 'it can never be advertised' }
        : refuse('cidr-not-eligible', `it is ${state}`);
    case 'not ready':
      return refuse('cidr-not-ready', `it is ${state}`);
    case 'unknown': {
      const why = `AWS shows it in the state ${state}, which this version does not know`;
      return refuse('unknown-state', why);
    }
  }
}

function decideAdvertised(facts: RouteFacts): Verdict<RouteStep> {
  const { desired, origin } = facts;
  const now = `advertised from ${originText(origin)}`;
  if (desired === 'none') return { step: 'withdraw', why: now };
  if (desired === origin) return { step: 'keep', why: `already ${now}` };
  if (origin === 'unknown' && desired !== 'AWS') return refuse('origin-unknown', `it is ${now}`);
  return decideChange('swap', now, facts);
}

/** AWS advertises from your ASN only if that is associated with the CIDR. */
function decideChange(
  step: 'advertise' | 'swap',
  why: string,
  { desired, association }: RouteFacts,
): Verdict<RouteStep> {
  if (desired === 'AWS' || isAssociated(association)) return { step, why };
  const found = `its association with AS${desired} is ${association}`;
  if (association === 'unknown') return refuse('unknown-state', found);
  const isPending = association.startsWith('pending-');
  return refuse(isPending ? 'association-busy' : 'asn-not-associated', found);
}
