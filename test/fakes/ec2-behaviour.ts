import type { Repeat, RouteTransition } from './advertisement.ts';
import type { Paging } from './paging.ts';
import type { Transition } from './transition.ts';

/** A resource discovery of an IPAM; `region` is the IPAM's home Region. */
export interface ResourceDiscovery {
  readonly id: string;
  readonly region: string;
  readonly operatingRegions: readonly string[];
  readonly isDefault: boolean;
  readonly state: string;
}

/** A route that IPAM has discovered. */
export interface DiscoveredRoute {
  readonly cidr: string;
  readonly asn?: string;
  readonly state?: string;
  /** `discoveredAgeHours` where left out. */
  readonly ageHours?: number;
}

/** What AWS leaves open or varies. */
export interface Ec2Behaviour extends Paging {
  /** How associations that are accepted from now on reach their end state. */
  readonly transition: Partial<Transition>;
  /** How disassociations that are accepted from now on reach their end state. */
  readonly disassociation: Partial<Transition>;
  /** How CIDRs that are advertised or withdrawn from now on reach their end. */
  readonly routeTransition: Partial<RouteTransition>;
  /** What a call gets on something that is as it asks already, or on its way there. */
  readonly repeat: Repeat;
  /** Whether the listing shows the association of the origin as `advertised`, as AWS's tutorial says. */
  readonly associationOfOrigin: 'advertised' | 'associated';
  /** What disassociating the origin gets; `drop` ends the advertisement. */
  readonly disassociateOrigin: 'refuse' | 'drop';
  /** The response to a swap to an ASN of the account within an hour of the last one. */
  readonly swapWithinHour: 'refuse' | 'accept';
  /** By default one in each Region where the account has ASNs. */
  readonly resourceDiscoveries: 'default' | readonly ResourceDiscovery[];
  /** `true-origins` are those of the time of the sample, or else of the start. */
  readonly discoveredRoutes: 'true-origins' | readonly DiscoveredRoute[];
  readonly discoveredAgeHours: number;
  /** A factor on the refill of AWS's token buckets; Infinity switches the limits off. */
  readonly rateSpeed: number;
  /** Whether responses have an `x-amzn-requestid` header in addition to the ID in the XML. */
  readonly requestIdHeader: boolean;
  /** Whether UnauthorizedOperation ends in an encoded authorization message. */
  readonly encodedMessages: boolean;
}

const timing = { reads: 1, ms: 0, lag: 0 } as const;

/** EC2 as its documentation has it. */
export const defaultBehaviour: Ec2Behaviour = {
  transition: {},
  disassociation: {},
  routeTransition: {},
  repeat: 'reject',
  associationOfOrigin: 'advertised',
  disassociateOrigin: 'refuse',
  swapWithinHour: 'refuse',
  resourceDiscoveries: 'default',
  discoveredRoutes: 'true-origins',
  discoveredAgeHours: 0,
  rateSpeed: 1,
  pageSize: 100,
  emptyPages: 0,
  requestIdHeader: true,
  encodedMessages: false,
};

/** The transitions of a behaviour, complete. */
export function transitionsOf({ transition, disassociation, routeTransition }: Ec2Behaviour) {
  return {
    association: { to: 'associated', ...timing, ...transition },
    disassociation: { to: 'disassociated', ...timing, ...disassociation },
    route: { ...timing, ...routeTransition },
  } as const;
}
