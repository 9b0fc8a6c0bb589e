// An hour of virtual time of a run of a thousand pairs that stay pending. Prints a line of JSON for
// every five minutes, the heap after a collection and what keeps the process alive, and one with the
// reason of the end. Needs --expose-gc.

import { simulatedClock } from '../../robustness/simulation/clock.ts';
import { setDateBy } from '../../robustness/simulation/date.ts';
import { simulatedAws } from '../../robustness/simulation/fake-aws.ts';
import { seededRandom } from '../../robustness/simulation/random.ts';
import { runPipeline } from '../../robustness/simulation/run.ts';
import { configFile, manyCidrs, main as place } from '../action/fleet.ts';

const fiveMinutesMs = 300_000;
const clock = simulatedClock();
const random = seededRandom(1);
setDateBy(clock.now);
const fakeAws = simulatedAws(clock, random, 900);
const cidrs = manyCidrs(1000);
const ipam = fakeAws.ipam(place.account, place.region);
for (const cidr of cidrs) {
  ipam.setCidr({ cidr, state: 'provisioned', advertisementType: 'unicast' });
}
ipam.setAsn({ asn: '64500', ipamId: 'ipam-1', state: 'provisioned' });
fakeAws.behave({ transition: { reads: Number.POSITIVE_INFINITY } });

function sample(): void {
  fakeAws.forget();
  globalThis.gc?.();
  const { heapUsed } = process.memoryUsage();
  const alive = process.getActiveResourcesInfo().length;
  console.log(JSON.stringify({ minute: clock.now() / 60_000, heapMiB: heapUsed / 2 ** 20, alive }));
  if (clock.now() < 11 * fiveMinutesMs) clock.after(fiveMinutesMs, sample);
}
clock.after(fiveMinutesMs, sample);

const inputs = {
  config: 'byoasn.yml',
  'allow-special-use': 'true',
  'role-to-assume': 'arn:aws:iam::{account}:role/byoasn-apply',
  'wait-timeout-seconds': '3600',
};
const associations = cidrs.map((cidr) => ({ asn: 64500, cidr }));
const files = { 'byoasn.yml': configFile([{ ...place, associations }]) };
const { outcome } = await runPipeline({ files, defectAtLine: undefined }, inputs, undefined, {
  clock,
  fakeAws,
  random,
});
console.log(JSON.stringify({ reason: outcome.reason }));
