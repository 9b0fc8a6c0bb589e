import {
  AdvertiseByoipCidrCommand,
  type ByoipCidr,
  WithdrawByoipCidrCommand,
} from '@aws-sdk/client-ec2';
import type { Asn } from '../domain/asn.ts';
import type { Cidr } from '../domain/cidr.ts';
import type { Rate } from '../lib/rate-limiter.ts';
import { mapErrors } from './call.ts';
import type { Clients } from './connection.ts';
import { type DryRunAnswer, readDryRun } from './ec2.ts';
import { unreadableError } from './errors/call-error.ts';
import { normalizeCidr } from './normalize.ts';

/** "Once every 10 seconds, even if you specify different address ranges each time", for both calls. */
export const routeRate = { burst: 1, intervalMs: 10_200 } as const satisfies Rate;

/** A CIDR, and from where AWS is to advertise it. */
export interface Advertisement {
  readonly cidr: Cidr;
  /** Always sent: from where AWS advertises without it is not documented. */
  readonly asn: Asn | 'AWS';
  /** A Local Zone group; undefined for the Region. */
  readonly networkBorderGroup: string | undefined;
}

/** EC2's acceptance of a call that changes a route. The state that it shows proves nothing. */
interface RouteAcceptance {
  readonly requestId: string;
}

/** The requests to EC2 that change routes, each sent once. All throw CallError. */
export interface RouteCalls {
  /** Advertises a CIDR, or changes the origin of one that is advertised. */
  advertise(advertisement: Advertisement, signal: AbortSignal): Promise<RouteAcceptance>;
  withdraw(cidr: Cidr, signal: AbortSignal): Promise<RouteAcceptance>;
  /** Asks with `DryRun` whether the caller may advertise. */
  dryRunAdvertise(advertisement: Advertisement, signal: AbortSignal): Promise<DryRunAnswer>;
  dryRunWithdraw(cidr: Cidr, signal: AbortSignal): Promise<DryRunAnswer>;
}

/** The requests over the client of a connection. */
export function routeCalls({ client, watch }: Pick<Clients, 'client' | 'watch'>): RouteCalls {
  return {
    advertise: (advertisement, abortSignal) => {
      const command = new AdvertiseByoipCidrCommand(inputOf(advertisement));
      return watch(readAcceptance(advertisement.cidr, client.send(command, { abortSignal })));
    },
    withdraw: (cidr, abortSignal) => {
      const command = new WithdrawByoipCidrCommand({ Cidr: cidr });
      return watch(readAcceptance(cidr, client.send(command, { abortSignal })));
    },
    dryRunAdvertise: (advertisement, abortSignal) => {
      const input = { ...inputOf(advertisement), DryRun: true };
      const command = new AdvertiseByoipCidrCommand(input);
      return watch(readDryRun(client.send(command, { abortSignal })));
    },
    dryRunWithdraw: (cidr, abortSignal) => {
      const command = new WithdrawByoipCidrCommand({ Cidr: cidr, DryRun: true });
      return watch(readDryRun(client.send(command, { abortSignal })));
    },
  };
}

function inputOf({ cidr, asn, networkBorderGroup }: Advertisement) {
  const group = networkBorderGroup === undefined ? {} : { NetworkBorderGroup: networkBorderGroup };
  return { Cidr: cidr, Asn: asn, ...group };
}

interface Answer {
  readonly ByoipCidr?: ByoipCidr | undefined;
  readonly $metadata: { readonly requestId?: string | undefined };
}

async function readAcceptance(cidr: Cidr, answer: Promise<Answer>): Promise<RouteAcceptance> {
  const { ByoipCidr: byoipCidr, $metadata } = await mapErrors(answer);
  const requestId = $metadata.requestId ?? '';
  if (normalizeCidr(byoipCidr?.Cidr) !== cidr) {
    throw unreadableError('the answer does not show the CIDR', requestId);
  }
  return { requestId };
}
