import type { AsnAssociationState } from '@aws-sdk/client-ec2';
import type { DesiredAssociation } from './target.ts';

/**
 * The states that AWS documents: those of the API's model, and from its tutorial "Bring your ASN to
 * IPAM" `advertised`, for a CIDR that is advertised with the ASN.
 */
export type AssociationState = AsnAssociationState | 'advertised';

/** Whether a state, in AWS's text, is that of an existing association. */
export function isAssociated(state: string): boolean {
  return state === 'associated' || state === 'advertised';
}

/** Whether a state is that of a former association or of a failed attempt. */
export function hasEnded(state: string): boolean {
  return state === 'disassociated' || state === 'failed-association';
}

/** Whether a state is that of no association: the end of a removal. */
export function isGone(state: string): boolean {
  return state === 'disassociated' || state === 'absent';
}

/** An association that is desired, or is to be removed. */
type Wanted = Pick<DesiredAssociation, 'remove'>;

/** Whether a state is the end that is wanted of an association. */
export function isAsWanted({ remove }: Wanted, state: string): boolean {
  return remove ? isGone(state) : isAssociated(state);
}

/** Whether a state is that end, or on the way to it. */
export function isUnderWay(wanted: Wanted, state: string): boolean {
  return state === pendingStateOf(wanted) || isAsWanted(wanted, state);
}

/** The state of an association on its way to that end. */
export function pendingStateOf({ remove }: Wanted): AssociationState {
  return remove ? 'pending-disassociation' : 'pending-association';
}
