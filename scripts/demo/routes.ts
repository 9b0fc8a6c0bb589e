import { action, routeAction } from '../../test/e2e/action/environment.ts';
import { type Fakes, startFakes } from '../../test/fakes/fakes.ts';
import { propagate } from '../../test/fakes/looking-glass.ts';
import { demonstrateStep, type Inputs, showPage } from './step.ts';

const cidr = '198.51.100.0/24';
const pairA = `{ asn: 64500, cidr: ${cidr} }`;
const pairB = `{ asn: 64501, cidr: ${cidr} }`;

/** The actions of the apply role with AllowDisassociate. */
const removingActions = [
  'AssociateIpamByoasn',
  'DescribeByoipCidrs',
  'DescribeIpamByoasn',
  'DescribeIpamResourceDiscoveries',
  'DisassociateIpamByoasn',
  'GetIpamDiscoveredRoutes',
].map((name) => `ec2:${name}`);

/**
 * Shows the three reviewed steps that change the origin of a live CIDR from one of your ASNs to another, and
 * a change that RPKI refuses. Returns the exit status of the change.
 */
export async function demonstrateRoutes(): Promise<number> {
  const fakes = await startLiveFakes();
  const step = (used: typeof action, title: string, file: string, inputs: Inputs) => {
    const role = used === routeAction ? 'byoasn-route' : 'byoasn-apply';
    showPage(title, file);
    return demonstrateStep('Its log', fakes, {
      action: used,
      with: {
        config: 'byoasn.yml',
        'role-to-assume': `arn:aws:iam::{account}:role/${role}`,
        ...inputs,
      },
      files: { 'byoasn.yml': file },
    });
  };
  try {
    const both = fileWith([pairA, pairB], [`{ cidr: ${cidr}, origin: 64500 }`]);
    await step(action, 'First step: associate AS64501 too. The route stays.', both, {});

    const swapped = fileWith([pairA, pairB], [`{ cidr: ${cidr}, origin: 64501 }`]);
    const title = 'Second step: the plan of the route, as on a pull request';
    const planned = await step(routeAction, title, swapped, { 'dry-run': 'true' });
    const applied = await step(routeAction, 'The change, once it is approved', swapped, {
      'expected-plan': planned.outputs['plan-digest'] ?? '',
      'verify-timeout-seconds': '60',
    });

    const removed = fileWith(
      [`{ asn: 64500, cidr: ${cidr}, remove: true }`, pairB],
      [`{ cidr: ${cidr}, origin: 64501 }`],
    );
    await step(action, 'Third step: remove AS64500', removed, { 'allow-remove': 'true' });

    const invalid = fileWith([], ['{ cidr: 203.0.113.0/24, origin: 64500 }']);
    await step(routeAction, 'A change that RPKI refuses', invalid, { 'dry-run': 'true' });
    return applied.exitCode ?? 1;
  } finally {
    await fakes.close();
  }
}

/** Fake servers where AWS advertises the CIDR from AS64500, and another CIDR that is not RPKI valid from it. */
async function startLiveFakes(): Promise<Fakes> {
  const live = { state: 'advertised', advertisementType: 'unicast' };
  const fakes = await startFakes({
    cidrs: [
      { cidr, ...live, origin: '64500', associations: [{ asn: '64500', state: 'advertised' }] },
      { cidr: '203.0.113.0/24', ...live, associations: [{ asn: '64500', state: 'associated' }] },
    ],
    role: { actions: removingActions },
    // The jobs of a pipeline are further apart than EC2's ten seconds; these steps are not.
    behaviour: { transition: { reads: 1 }, rateSpeed: 100 },
  });
  const { behaviour } = fakes.rpki;
  behaviour.vrps = behaviour.vrps.filter(({ asn, prefix }) => asn !== 64_500 || prefix === cidr);
  const originAt = (time: number) => fakes.ipam.originsAt(time).get(cidr) ?? 'none';
  behaviour.announcements = propagate(cidr, originAt, { peers: 312, ms: 15_000 });
  return fakes;
}

function fileWith(associations: readonly string[], routes: readonly string[]): string {
  const list = (key: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`    ${key}:`, ...items.map((item) => `      - ${item}`)];
  return [
    'version: 1',
    'targets:',
    '  - account: "111122223333"',
    '    region: us-west-2',
    ...list('associations', associations),
    ...list('routes', routes),
    '',
  ].join('\n');
}
