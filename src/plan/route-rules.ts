import type { ByoipCidrState } from '@aws-sdk/client-ec2';
import { isAssociated } from '../domain/association-state.ts';
import { type Origin, originText } from '../domain/origin.ts';
import type { RouteStep } from '../domain/step.ts';
import type { FailureReason } from '../reasons.ts';
import type { Verdict } from './association-rules.ts';

/** A step of a route, and why. */
export type RouteVerdict = Verdict<RouteStep>;

/** What decides the step of a route. */
interface RouteFacts {
  readonly desired: Origin;
  /** Of the CIDR: AWS's text. */
  readonly state: string;
  /** As observed: ASN digits, `AWS`, `none` or `unknown`. */
  readonly origin: string;
  /** Of the association with the desired ASN, as observed; ignored for `AWS` and `none`. */
  readonly association: string;
}

/** How a state of a CIDR decides: by the origin, or without it. */
const byState: Readonly<Record<ByoipCidrState, (facts: RouteFacts) => RouteVerdict>> = {
  provisioned: (facts) =>
    facts.desired === 'none'
      ? keep('not advertised')
      : change('advertise', 'provisioned, and not advertised', facts),
  advertised: decideAdvertised,
  'pending-advertising': ({ desired }) =>
    desired === 'none'
      ? refuse('route-busy', 'AWS is advertising it')
      : { step: 'wait', why: 'AWS is advertising it' },
  'pending-withdrawal': ({ desired }) =>
    desired === 'none'
      ? { step: 'wait', why: 'AWS is withdrawing it' }
      : refuse('route-busy', 'AWS is withdrawing it'),
  'provisioned-not-publicly-advertisable': ({ desired, state }) =>
    desired === 'none'
      ? keep('it can never be advertised')
      : refuse('cidr-not-eligible', `it is ${state}`),
  'pending-provision': notReady,
  'failed-provision': notReady,
  'pending-deprovision': notReady,
  'failed-deprovision': notReady,
  deprovisioned: notReady,
};

/** The step for a route whose CIDR AWS lists once, as unicast. */
export function decideRoute(facts: RouteFacts): RouteVerdict {
  const { state } = facts;
  if (isKnown(state)) return byState[state](facts);
  return refuse(
    'unknown-state',
    `AWS shows it in the state ${state}, which this version does not know`,
  );
}

function decideAdvertised(facts: RouteFacts): RouteVerdict {
  const { desired, origin } = facts;
  const now = `advertised from ${originText(origin)}`;
  if (desired === 'none') return { step: 'withdraw', why: now };
  if (desired === origin) return keep(`already ${now}`);
  if (origin === 'unknown' && desired !== 'AWS') return refuse('origin-unknown', `it is ${now}`);
  return change('swap', now, facts);
}

/** To advertise from an own ASN, AWS needs its association with the CIDR. */
function change(
  step: 'advertise' | 'swap',
  why: string,
  { desired, association }: RouteFacts,
): RouteVerdict {
  if (desired === 'AWS' || desired === 'none' || isAssociated(association)) return { step, why };
  const found = `its association with AS${desired} is ${association}`;
  if (association === 'unknown') return refuse('unknown-state', found);
  return refuse(
    association.startsWith('pending-') ? 'association-busy' : 'asn-not-associated',
    found,
  );
}

function notReady({ state }: RouteFacts): RouteVerdict {
  return refuse('cidr-not-ready', `it is ${state}`);
}

function keep(why: string): RouteVerdict {
  return { step: 'keep', why };
}

function refuse(refusal: FailureReason, why: string): RouteVerdict {
  return { step: 'refuse', why, refusal };
}

function isKnown(state: string): state is ByoipCidrState {
  return Object.hasOwn(byState, state);
}
