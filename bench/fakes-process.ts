// The fake servers in their own process, for fakes.ts: sends the connection settings, then responds to
// each message.
import { startFakes } from '../test/fakes/fakes.ts';
import { type FakesAccess, pair } from './fakes.ts';
import { countCalls, targetsOf } from './fleet.ts';

const [rateSpeed = 0, pairs = 0, targets = 0] = process.argv.slice(2).map(Number);
const fakes = await startFakes(
  pairs === 0
    ? { behaviour: { rateSpeed } }
    : // `reads: 0`: the first read after its acceptance shows an association in its end state.
      { cidrs: [], behaviour: { rateSpeed, transition: { reads: 0 } } },
);
for (const { account, region, cidrs } of targetsOf({ pairs, targets })) {
  const fixtures = cidrs.map((cidr) => ({
    cidr,
    state: 'provisioned',
    advertisementType: 'unicast',
  }));
  fakes.addAccount(account, { [region]: { cidrs: fixtures } });
}

process.on('message', (question) => {
  if (question === 'reset') fakes.ipam.removeAssociation(pair.asn, pair.cidr);
  process.send?.(countCalls(fakes.requestLog.requests));
});
process.on('disconnect', () => void fakes.close());
process.send?.({
  env: fakes.env,
  roleArn: fakes.roleArn,
  ec2Url: fakes.ec2.url,
} satisfies FakesAccess);
