import type { Target } from '../../src/domain/target.ts';
import { type Fakes, startFakes } from '../../test/fakes/fakes.ts';

/** Fake servers with the accounts, CIDRs and ASNs of the targets, which are valid in their RPKI data. */
export async function startFakesFor(
  targets: readonly Target[],
  stateOf: (cidr: string) => string = () => 'provisioned',
): Promise<Fakes> {
  const behaviour = { transition: { reads: 1 } };
  const fakes = await startFakes({ cidrs: [], asns: [], behaviour });
  fakes.rpki.behaviour.vrps = targets.flatMap(({ associations }) =>
    associations.flatMap(({ asn, cidr }) =>
      [Number(asn), 16_509, 14_618].map((origin) => {
        return { asn: origin, prefix: cidr, maxLength: Number(cidr.split('/')[1]) };
      }),
    ),
  );
  for (const { accountId = '', region, associations } of targets) {
    const cidrs = [...new Set(associations.map(({ cidr }) => cidr))];
    const asns = [...new Set(associations.map(({ asn }) => asn))];
    fakes.addAccount(accountId, {
      [region]: {
        cidrs: cidrs.map((cidr) => ({ cidr, state: stateOf(cidr), advertisementType: 'unicast' })),
        asns: asns.map((asn) => ({ asn, ipamId: 'ipam-0123456789abcdef0', state: 'provisioned' })),
      },
    });
  }
  return fakes;
}
