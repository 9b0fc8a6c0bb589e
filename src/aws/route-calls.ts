import {
  AdvertiseByoipCidrCommand,
  type AdvertiseByoipCidrCommandOutput,
  WithdrawByoipCidrCommand,
  type WithdrawByoipCidrCommandOutput,
} from '@aws-sdk/client-ec2';
import type { Asn } from '../domain/asn.ts';
import type { Cidr } from '../domain/cidr.ts';
import type { Rate } from '../lib/rate-limiter.ts';
import { type Acceptance, type Client, type DryRunResult, readDryRun } from './ec2.ts';
import { unreadableError } from './errors/call-error.ts';
import { normalizeCidr } from './normalize.ts';

/** "Once every 10 seconds, even if you specify different address ranges each time", for both calls. */
export const routeRate = { burst: 1, intervalMs: 10_200 } as const satisfies Rate;

/** The route that AWS is to advertise for a CIDR. */
export interface Advertisement {
  readonly cidr: Cidr;
  /** Always sent, because the default is not documented. */
  readonly asn: Asn | 'AWS';
  /** A Local Zone group; undefined for the Region. */
  readonly networkBorderGroup: string | undefined;
}

/** The requests to EC2 that change routes, each sent once. All throw CallError. */
export interface RouteCalls {
  /** Advertises a CIDR, or changes the origin of one that is advertised. */
  advertise(advertisement: Advertisement, signal: AbortSignal): Promise<Acceptance>;
  withdraw(cidr: Cidr, signal: AbortSignal): Promise<Acceptance>;
  /** Asks with `DryRun` whether the caller may advertise. */
  dryRunAdvertise(advertisement: Advertisement, signal: AbortSignal): Promise<DryRunResult>;
  dryRunWithdraw(cidr: Cidr, signal: AbortSignal): Promise<DryRunResult>;
}

/** The requests with a client of the CIDRs' Region. */
export function routeCalls(client: Client): RouteCalls {
  return {
    advertise: async (advertisement, abortSignal) => {
      const command = new AdvertiseByoipCidrCommand(inputOf(advertisement));
      return readAcceptance(advertisement.cidr, await client.send(command, { abortSignal }));
    },
    withdraw: async (cidr, abortSignal) => {
      const command = new WithdrawByoipCidrCommand({ Cidr: cidr });
      return readAcceptance(cidr, await client.send(command, { abortSignal }));
    },
    dryRunAdvertise: (advertisement, abortSignal) => {
      const input = { ...inputOf(advertisement), DryRun: true };
      return readDryRun(client.send(new AdvertiseByoipCidrCommand(input), { abortSignal }));
    },
    dryRunWithdraw: (cidr, abortSignal) => {
      const command = new WithdrawByoipCidrCommand({ Cidr: cidr, DryRun: true });
      return readDryRun(client.send(command, { abortSignal }));
    },
  };
}

function inputOf({ cidr, asn, networkBorderGroup }: Advertisement) {
  return { Cidr: cidr, Asn: asn, NetworkBorderGroup: networkBorderGroup };
}

function readAcceptance(
  cidr: Cidr,
  response: AdvertiseByoipCidrCommandOutput | WithdrawByoipCidrCommandOutput,
): Acceptance {
  const requestId = response.$metadata.requestId ?? '';
  if (normalizeCidr(response.ByoipCidr?.Cidr) !== cidr) {
    throw unreadableError('the response does not show the CIDR', requestId);
  }
  return { requestId };
}
