import type { ByoipCidr } from '@aws-sdk/client-ec2';
import type { Ec2 } from '../../src/aws/ec2.ts';
import type { CallError } from '../../src/aws/errors/call-error.ts';
import type { Association } from '../../src/domain/association.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { createBuckets, ec2Buckets } from './buckets.ts';
import { callErrors } from './call-errors.ts';
import { lastPage } from './memory-ec2.ts';

/** The times at which an associate call was sent and answered. */
export interface Call {
  readonly association: Association;
  readonly sent: number;
  readonly answered: number;
  readonly throttled: boolean;
}

/** EC2 in virtual time, and its requests. */
export interface VirtualEc2 extends Ec2 {
  /** In the order of their responses. */
  readonly calls: readonly Call[];
  /** When each snapshot was asked for. */
  readonly reads: readonly number[];
  /** The largest number of associate calls in flight. */
  maxInFlight(): number;
}

/** How EC2 deviates from the ideal. */
export interface Conditions {
  /** Milliseconds that the nth call is on its way. */
  readonly delay?: (nth: number) => number;
  /** How the call for a pair comes back, undefined for an acceptance. */
  readonly answer?: (association: Association) => CallError | undefined;
  /** Milliseconds from acceptance to the end state. */
  readonly transitionMs?: number;
  readonly endState?: (association: Association) => string;
  /** What was associated before the first call, and stays so. */
  readonly associated?: readonly Association[];
  /** What another client of the account does before the first call. */
  readonly bucket?: 'full' | 'empty' | 'none';
}

/** EC2 with an associate bucket of the documented size, on which all CIDRs are provisioned. */
export function virtualEc2(clock: Clock, conditions: Conditions = {}): VirtualEc2 {
  const {
    delay = () => 0,
    answer,
    transitionMs = 5_000,
    bucket = 'full',
    associated = [],
  } = conditions;
  const endState = conditions.endState ?? (() => 'associated');
  const calls: Call[] = [];
  const reads: number[] = [];
  const accepted: { readonly association: Association; readonly at: number }[] = [];
  const buckets = createBuckets(clock.now);
  const speed = bucket === 'none' ? Number.POSITIVE_INFINITY : 1;
  const take = () => buckets.take('associate', ec2Buckets.mutating, speed);
  if (bucket === 'empty') while (take());
  let sent = 0;
  let under = 0;
  let most = 0;
  const rejectionOf = (association: Association) =>
    take() ? answer?.(association) : callErrors.throttled;
  return {
    calls,
    reads,
    maxInFlight: () => most,
    describeByoipCidrs: async () => {
      reads.push(clock.now());
      const listed = accepted.map(({ association, at }) =>
        listedCidr(
          association,
          clock.now() - at < transitionMs ? 'pending-association' : endState(association),
        ),
      );
      return lastPage([
        ...associated.map((association) => listedCidr(association, 'associated')),
        ...listed,
      ]);
    },
    describeIpamByoasn: async () => lastPage([]),
    associate: async (association) => {
      sent += 1;
      under += 1;
      most = Math.max(most, under);
      const call = { association, sent: clock.now() };
      await clock.sleep(delay(sent));
      const error = rejectionOf(association);
      under -= 1;
      calls.push({ ...call, answered: clock.now(), throttled: error === callErrors.throttled });
      if (error) throw error;
      accepted.push({ association, at: clock.now() });
      return { state: 'pending-association', statusMessage: '', requestId: `req-${sent}` };
    },
    disassociate: async () => {
      throw new Error('a call that the test did not foresee');
    },
    dryRunAssociate: async () => ({ verdict: 'permitted', requestId: '' }),
    dryRunDisassociate: async () => ({ verdict: 'permitted', requestId: '' }),
  };
}

/** The SDK's types are closed; a test may show a state that they do not know. */
function listedCidr({ asn, cidr }: Association, state: string): ByoipCidr {
  const association = { Asn: asn, Cidr: cidr, StatusMessage: '' };
  return {
    Cidr: cidr,
    State: 'provisioned',
    AdvertisementType: 'unicast',
    AsnAssociations: [Object.assign(association, { State: state as never })],
  };
}
