import type { AsnAssociationState } from '@aws-sdk/client-ec2';

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
