import type { AsnAssociationState } from '@aws-sdk/client-ec2';

/**
 * The states of an association that AWS names: those of the API's model and, from its tutorial
 * "Bring your ASN to IPAM", `advertised` for one whose CIDR is advertised with the ASN.
 */
export type AssociationState = AsnAssociationState | 'advertised';

/** Whether a state, in AWS's text, is that of an association that is made. */
export function isAssociated(state: string): boolean {
  return state === 'associated' || state === 'advertised';
}

/** Whether a state is that of an association, or of an attempt to make one, that is over. */
export function hasEnded(state: string): boolean {
  return state === 'disassociated' || state === 'failed-association';
}
