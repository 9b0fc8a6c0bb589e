import type { AsnAssociationState } from '@aws-sdk/client-ec2';
import type { DesiredAssociation } from './target.ts';

/**
 * The documented states: those of the API model, and `advertised`, which the tutorial "Bring your ASN to
 * IPAM" shows for a CIDR that AWS advertises with the ASN.
 */
export type AssociationState = AsnAssociationState | 'advertised';

/** Whether the association exists. */
export function isAssociated(state: string): boolean {
  return state === 'associated' || state === 'advertised';
}

/** Whether the association existed once, or an attempt to create it failed. */
export function hasEnded(state: string): boolean {
  return state === 'disassociated' || state === 'failed-association';
}

/** Whether there is no association: the end state of a removal. */
export function isGone(state: string): boolean {
  return state === 'disassociated' || state === 'absent';
}

/** Whether the association is to be created or removed. */
export type Wanted = Pick<DesiredAssociation, 'remove'>;

/** Whether the association is in its desired end state: associated, or gone if it is to be removed. */
export function isAsWanted({ remove }: Wanted, state: string): boolean {
  return remove ? isGone(state) : isAssociated(state);
}

/** Whether the change to that end state has started: it is pending or reached. */
export function hasStarted(wanted: Wanted, state: string): boolean {
  return state === pendingStateOf(wanted) || isAsWanted(wanted, state);
}

/** The state between the call and that end state. */
export function pendingStateOf({ remove }: Wanted): AssociationState {
  return remove ? 'pending-disassociation' : 'pending-association';
}
