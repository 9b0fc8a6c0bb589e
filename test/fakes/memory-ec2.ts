import type { Byoasn, ByoipCidr } from '@aws-sdk/client-ec2';
import type { Page } from '../../src/aws/call.ts';
import type { Acceptance, Ec2 } from '../../src/aws/ec2.ts';

/** EC2's responses, in order; the last read repeats, any other further call is an error. */
export interface Ec2Script {
  /** The state of the pair in the listing, `STATE, CIDR STATE`, or the error of the read. */
  readonly reads?: readonly (string | Error)[];
  readonly statusMessage?: string;
  /** The request ID of an acceptance, or the error of the call, associate and disassociate alike. */
  readonly associateCalls?: readonly (string | Error)[];
  /** The state that an acceptance shows; pending-association where left out. */
  readonly accepted?: string;
  /** The request ID of a permission, or the error of the DryRun. */
  readonly dryRuns?: readonly (string | Error)[];
}

/** EC2 in memory, with the CIDR 198.51.100.0/24 and its association with AS64500. */
export function memoryEc2({
  reads = ['absent'],
  statusMessage,
  associateCalls,
  accepted: state = 'pending-association',
  dryRuns,
}: Ec2Script): Ec2 {
  const left = {
    reads: [...reads],
    associateCalls: [...(associateCalls ?? [])],
    dryRuns: [...(dryRuns ?? [])],
  };
  const accept = async (): Promise<Acceptance> => {
    const requestId = answered(left.associateCalls.shift());
    return { state, statusMessage: '', requestId };
  };
  const permit: Ec2['dryRunAssociate'] = async () => ({
    verdict: 'permitted',
    requestId: answered(left.dryRuns.shift()),
  });
  return {
    describeByoipCidrs: async () => {
      const read = left.reads.length > 1 ? left.reads.shift() : left.reads[0];
      return lastPage([listedCidr(answered(read), statusMessage)]);
    },
    describeIpamByoasn: async () => lastPage<Byoasn>([]),
    associate: accept,
    disassociate: accept,
    dryRunAssociate: permit,
    dryRunDisassociate: permit,
  };
}

/** A page without a next one. */
export function lastPage<Item>(items: readonly Item[]): Page<Item> {
  return { items, nextToken: undefined };
}

function answered(answer: string | Error | undefined): string {
  if (answer === undefined) throw new Error('a call that the test did not foresee');
  if (answer instanceof Error) throw answer;
  return answer;
}

/** The SDK's types are closed; AWS may return a state that they do not know. */
function listedCidr(read: string, statusMessage = ''): ByoipCidr {
  const [state = '', cidrState = 'provisioned'] = read.split(', ');
  const association = { Asn: '64500', Cidr: '198.51.100.0/24', StatusMessage: statusMessage };
  return {
    Cidr: '198.51.100.0/24',
    State: cidrState as never,
    AdvertisementType: 'unicast',
    AsnAssociations:
      state === 'absent' ? [] : [Object.assign(association, { State: state as never })],
  };
}
