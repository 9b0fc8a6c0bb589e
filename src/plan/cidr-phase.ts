import type { ByoipCidrState } from '@aws-sdk/client-ec2';

/** What a state of a CIDR means for its associations and its route. */
type CidrPhase =
  | 'provisioned'
  | 'advertised'
  | 'advertising'
  | 'withdrawing'
  | 'never advertised'
  | 'not ready'
  | 'unknown';

const phases: Readonly<Record<ByoipCidrState, CidrPhase>> = {
  provisioned: 'provisioned',
  advertised: 'advertised',
  'pending-advertising': 'advertising',
  'pending-withdrawal': 'withdrawing',
  'provisioned-not-publicly-advertisable': 'never advertised',
  'pending-provision': 'not ready',
  'failed-provision': 'not ready',
  'pending-deprovision': 'not ready',
  'failed-deprovision': 'not ready',
  deprovisioned: 'not ready',
};

/** The phase of a CIDR; `unknown` for a state that this version does not know. */
export function cidrPhase(state: string): CidrPhase {
  return isKnown(state) ? phases[state] : 'unknown';
}

function isKnown(state: string): state is ByoipCidrState {
  return Object.hasOwn(phases, state);
}
