// The peers of one fleet in a process of their own, with EC2's token buckets. The arguments are the
// pairs, the targets and the speed of the refill. Sends what the bench needs to reach them; answers
// each message with a tally of the requests so far.
import { startPeers } from '../../test/peers/peers.ts';
import { targetsOf } from './fleet.ts';
import type { FleetWorld } from './fleet-world.ts';
import { tallyOf } from './tally.ts';

const [pairs = 0, targets = 0, rateSpeed = 0] = process.argv.slice(2).map(Number);
// `reads: 0`: the first read after its acceptance shows an association as settled.
const peers = await startPeers({ cidrs: [], behaviour: { rateSpeed, settling: { reads: 0 } } });
for (const { account, region, cidrs } of targetsOf({ pairs, targets })) {
  const fixtures = cidrs.map((cidr) => ({
    cidr,
    state: 'provisioned',
    advertisementType: 'unicast',
  }));
  peers.addAccount(account, { [region]: { cidrs: fixtures } });
}
const world: FleetWorld = { env: peers.env };

process.on('message', () => process.send?.(tallyOf(peers.journal.requests)));
process.on('disconnect', () => void peers.close());
process.send?.(world);
