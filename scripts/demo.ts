// `npm run demo`: runs the built action as GitHub's runner would, on fake AWS and GitHub servers in this
// process. Every input of action.yml is an option.
//   npm run demo -- --asn 64501 --cidr 203.0.113.0/24        one association: a dry run, then the apply
//   npm run demo -- --config test/fixtures/byoasn.yml        a file: plan, apply, apply again, old approval
//   npm run demo -- --routes                                 a live CIDR gets another origin
import { parseArgs } from 'node:util';
import { action } from '../test/e2e/action/environment.ts';
import { startFakes } from '../test/fakes/fakes.ts';
import { demonstrateFleet } from './demo/fleet.ts';
import { demonstrateRoutes } from './demo/routes.ts';
import { demonstrateStep, type Inputs } from './demo/step.ts';

/** The inputs on the command line; an unknown option ends the demo. */
function readOptions(): Inputs {
  const names = Object.keys(action.inputs);
  const inputs = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const options = { ...inputs, routes: { type: 'boolean' as const } };
  try {
    const given = Object.entries(parseArgs({ options }).values);
    return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    const list = Object.keys(options).map((name) => `--${name}`);
    console.error(`Options: ${list.join(' ')}`);
    return process.exit(2);
  }
}

async function demonstratePair(inputs: Inputs): Promise<number> {
  const fakes = await startFakes({ behaviour: { transition: { reads: 1 } } });
  const given = {
    ...{ asn: '64500', cidr: '198.51.100.0/24', 'aws-region': fakes.region },
    ...{ 'role-to-assume': fakes.roleArn, ...inputs },
  };
  try {
    if (inputs['dry-run'] === undefined) {
      const dryRun = { with: { ...given, 'dry-run': 'true' } };
      await demonstrateStep('A dry run, as on a pull request', fakes, dryRun);
    }
    const title = 'The step with your inputs (EC2 takes a few seconds to associate)';
    const { exitCode } = await demonstrateStep(title, fakes, { with: given });
    return exitCode ?? 1;
  } finally {
    await fakes.close();
  }
}

function demonstrate({ config, routes, ...inputs }: Inputs): Promise<number> {
  if (routes !== undefined) return demonstrateRoutes();
  return config === undefined ? demonstratePair(inputs) : demonstrateFleet(config, inputs);
}

const options = readOptions();
console.log('Fake servers of EC2, STS and GitHub run on loopback; nothing leaves this machine.');
process.exitCode = await demonstrate(options);
