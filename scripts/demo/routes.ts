import { setTimeout } from 'node:timers/promises';
import { action, routeAction } from '../../test/e2e/action/environment.ts';
import { runStep, type StepResult } from '../../test/e2e/action/runner.ts';
import { type Fakes, startFakes } from '../../test/fakes/fakes.ts';
import { propagate } from '../../test/fakes/looking-glass.ts';
import { showHeading, showStep } from './show.ts';

type Inputs = Readonly<Record<string, string>>;
type Step = (title: string, file: string, inputs: Inputs) => Promise<StepResult>;

const cidr = '198.51.100.0/24';
const pairA = `{ asn: 64500, cidr: ${cidr} }`;
const pairB = `{ asn: 64501, cidr: ${cidr} }`;

/** Those of the apply role with AllowDisassociate. */
const removingActions = [
  'AssociateIpamByoasn',
  'DescribeByoipCidrs',
  'DescribeIpamByoasn',
  'DescribeIpamResourceDiscoveries',
  'DisassociateIpamByoasn',
  'GetIpamDiscoveredRoutes',
].map((name) => `ec2:${name}`);

/**
 * Shows the three reviewed steps that change the origin of a live CIDR from one ASN of one's own to
 * another, and a change that RPKI refuses. Gives the exit status of the change.
 */
export async function demonstrateRoutes(): Promise<number> {
  const fakes = await startFakes({
    cidrs: [
      {
        ...{ cidr, state: 'advertised', advertisementType: 'unicast', origin: '64500' },
        associations: [{ asn: '64500', state: 'advertised' }],
      },
      {
        ...{ cidr: '203.0.113.0/24', state: 'advertised', advertisementType: 'unicast' },
        associations: [{ asn: '64500', state: 'associated' }],
      },
    ],
    role: { actions: removingActions },
    // The jobs of a pipeline are further apart than EC2's ten seconds; here they follow at once.
    behaviour: { transition: { reads: 1 }, rateSpeed: 100 },
  });
  fakes.rpki.behaviour.vrps = fakes.rpki.behaviour.vrps.filter(
    ({ asn, prefix }) => asn !== 64_500 || prefix === cidr,
  );
  const collectors = { peers: 312, ms: 15_000 };
  fakes.rpki.behaviour.announcements = propagate(cidr, originAt(fakes), collectors);
  try {
    return await demonstrateSwap(
      (title, file, inputs) => step(fakes, 'associations', title, file, inputs),
      (title, file, inputs) => step(fakes, 'routes', title, file, inputs),
    );
  } finally {
    await fakes.close();
  }
}

async function demonstrateSwap(associate: Step, route: Step): Promise<number> {
  const both = fileWith([pairA, pairB], [`{ cidr: ${cidr}, origin: 64500 }`]);
  await associate('First step: associate AS64501 too. The route stays.', both, {});

  const swapped = fileWith([pairA, pairB], [`{ cidr: ${cidr}, origin: 64501 }`]);
  const title = 'Second step: the plan of the route, as on a pull request';
  const planned = await route(title, swapped, { 'dry-run': 'true' });
  const approved = { 'expected-plan': planned.outputs['plan-digest'] ?? '' };
  const applied = await route('The change, once it is approved', swapped, {
    ...approved,
    'verify-timeout-seconds': '60',
  });

  const removed = fileWith(
    [`{ asn: 64500, cidr: ${cidr}, remove: true }`, pairB],
    [`{ cidr: ${cidr}, origin: 64501 }`],
  );
  await associate('Third step: remove AS64500', removed, { 'allow-remove': 'true' });

  const invalid = fileWith([], ['{ cidr: 203.0.113.0/24, origin: 64500 }']);
  await route('A change that RPKI refuses', invalid, { 'dry-run': 'true' });
  return applied.exitCode ?? 1;
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

async function step(
  fakes: Fakes,
  name: 'associations' | 'routes',
  title: string,
  file: string,
  inputs: Inputs,
): Promise<StepResult> {
  // Further apart than EC2's two seconds per DescribeByoipCidrs.
  await setTimeout(2_000);
  showHeading(title);
  console.log(file.replace(/^(?=.)/gm, '  '));
  const role = name === 'routes' ? 'byoasn-route' : 'byoasn-apply';
  const result = await runStep({
    action: name === 'routes' ? routeAction : action,
    with: {
      config: 'byoasn.yml',
      'allow-special-use': 'true',
      'role-to-assume': `arn:aws:iam::{account}:role/${role}`,
      ...inputs,
    },
    env: { ...fakes.env.endpoints, ...fakes.env.oidc, ...fakes.env.github, ...fakes.env.ripestat },
    files: { 'byoasn.yml': file },
  });
  showStep(result);
  return result;
}

/** The true origin of the CIDR at a time. */
function originAt({ ipam }: Fakes): (time: number) => string {
  return (time) => ipam.originsAt(time).get(cidr) ?? 'none';
}
