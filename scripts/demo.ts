// Runs the built action as GitHub's runner would, on fake servers of AWS and GitHub inside this process. Every
// input of action.yml is an option. One association: a dry run, then the association awaited to its end
// (npm run demo -- --asn 64501 --cidr 203.0.113.0/24). Many from a file: plan, approved apply, and what
// becomes of an approval that no longer fits (npm run demo -- --config test/fixtures/byoasn.yml). Routes:
// a live CIDR gets another origin (npm run demo -- --routes).
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { action } from '../test/e2e/action/environment.ts';
import { runStep } from '../test/e2e/action/runner.ts';
import { type Fakes, startFakes } from '../test/fakes/fakes.ts';
import { demonstrateFleet } from './demo/fleet.ts';
import { demonstrateRoutes } from './demo/routes.ts';
import { showHeading, showStep } from './demo/show.ts';

type Inputs = Readonly<Record<string, string>>;

const defaults: Inputs = { asn: '64500', cidr: '198.51.100.0/24', 'allow-special-use': 'true' };

/** The inputs given on the command line; an unknown option ends the demo. */
function readOptions(): Inputs {
  const names = Object.keys(action.inputs);
  const inputs = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const options = { ...inputs, routes: { type: 'boolean' as const } };
  try {
    const given = Object.entries(parseArgs({ options }).values);
    return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(
      `Options: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(' ')}`,
    );
    return process.exit(2);
  }
}

async function demonstratePair(inputs: Inputs): Promise<number> {
  const fakes = await startFakes({ behaviour: { transition: { reads: 1 } } });
  try {
    if (inputs['dry-run'] === undefined) {
      await step('A dry run, as on a pull request', fakes, { ...inputs, 'dry-run': 'true' });
      // The two runs of a real pipeline lie further apart than EC2's two seconds per DescribeByoipCidrs.
      await setTimeout(2_000);
    }
    const title = 'The step with your inputs (EC2 takes a few seconds to associate)';
    return await step(title, fakes, inputs);
  } finally {
    await fakes.close();
  }
}

async function step(title: string, fakes: Fakes, inputs: Inputs): Promise<number> {
  showHeading(title);
  const result = await runStep({
    with: {
      ...defaults,
      'aws-region': fakes.region,
      'role-to-assume': fakes.roleArn,
      ...inputs,
    },
    env: { ...fakes.env.endpoints, ...fakes.env.oidc },
  });
  showStep(result);
  return result.exitCode ?? 1;
}

const { config, routes, ...inputs } = readOptions();
console.log('Fake servers of EC2, STS and GitHub run on loopback; nothing leaves this machine.');
process.exitCode = await demonstrate();

function demonstrate(): Promise<number> {
  if (routes !== undefined) return demonstrateRoutes();
  return config === undefined ? demonstratePair(inputs) : demonstrateFleet(config, inputs);
}
