// The peers in a process of their own, so that serving costs the measured processes nothing.
// Sends what the bench needs to reach them; answers each message by forgetting the association.
import { startPeers } from '../../test/peers/peers.ts';
import { pair, type World } from './world.ts';

const peers = await startPeers({ behaviour: { rateSpeed: Number.POSITIVE_INFINITY } });
const { env, roleArn, ec2 } = peers;
const world: World = { env, roleArn, ec2Url: ec2.url };

process.on('message', () => {
  peers.ipam.removeAssociation(pair.asn, pair.cidr);
  process.send?.('ready');
});
process.on('disconnect', () => void peers.close());
process.send?.(world);
