// `npm run simulate`: runs an action in memory, with faults and other actors from seeds. `--seeds 100000` runs
// that many in parallel, `--seed 7` shows one with its log. `--routes` simulates the action for routes,
// `--removals` the removal of associations. Ends with 1 if an invariant was violated.
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  reproduceRemovals,
  simulateRemovals,
} from '../test/robustness/simulation/removals/simulate.ts';
import { reproduceRoutes, simulateRoutes } from '../test/robustness/simulation/routes/simulate.ts';
import { reproduction, simulate } from '../test/robustness/simulation/simulate.ts';

const build = join(import.meta.dirname, '..', 'build');
const mostPrinted = 20;

const options = {
  seeds: { type: 'string', default: '1000' },
  from: { type: 'string', default: '1' },
  seed: { type: 'string' },
  every: { type: 'string', default: '1' },
  routes: { type: 'boolean', default: false },
  removals: { type: 'boolean', default: false },
} as const;

/** A kind of simulation. */
interface Simulation {
  readonly run: typeof simulate | typeof simulateRoutes | typeof simulateRemovals;
  readonly reproduce: (seed: number) => string;
  readonly figures: string;
}

const simulations = {
  associations: { run: simulate, reproduce: reproduction, figures: 'simulation.json' },
  routes: { run: simulateRoutes, reproduce: reproduceRoutes, figures: 'simulation-routes.json' },
  removals: {
    run: simulateRemovals,
    reproduce: reproduceRemovals,
    figures: 'simulation-removals.json',
  },
} as const satisfies Record<string, Simulation>;

/** Runs every `every`th seed from `from` up to `to`, and returns how many violate an invariant. */
async function runSeeds(
  { run, reproduce }: Simulation,
  from: number,
  to: number,
  every: number,
): Promise<number> {
  // Loads lazy modules first: loading must not let virtual time pass.
  await run(0);
  let violating = 0;
  for (let seed = from; seed < to; seed += every) {
    const { violations } = await run(seed).catch((error: unknown) => ({
      violations: [`it threw: ${error instanceof Error ? error.stack : error}`],
    }));
    if (violations.length === 0) continue;
    violating += 1;
    if (violating > mostPrinted) continue;
    console.log(reproduce(seed));
    for (const violation of violations) console.log(`  ${violation}`);
  }
  return violating;
}

async function showSeed({ run }: Simulation, seed: number): Promise<number> {
  await run(0);
  const { scenario, runs, violations } = await run(seed);
  console.log(JSON.stringify(scenario, null, 2));
  for (const { texts, outcome, requests, startedAt } of runs) {
    for (const {
      at,
      operation,
      region,
      params,
      dryRun,
      injected,
      outcome,
      delivered,
    } of requests) {
      const what = [operation, region, params.Cidr, params.Asn, dryRun ? 'dry-run' : ''].join(' ');
      const how = `${JSON.stringify(injected)} ${outcome}${delivered ? '' : ', not delivered'}`;
      console.log(`${String(at - startedAt).padStart(8)} ms ${what}: ${how}`);
    }
    console.log(texts.slice(0, -2).join('\n'));
    console.log(`=> ${outcome.reason}\n`);
  }
  for (const violation of violations) console.log(`VIOLATION ${violation}`);
  return violations.length;
}

function runInParallel(from: number, seeds: number): Promise<number[]> {
  const workers = availableParallelism();
  return Promise.all(
    Array.from({ length: workers }, (_, nth) => {
      const given = [
        '--from',
        String(from + nth),
        '--seeds',
        String(seeds - nth),
        '--every',
        String(workers),
        ...(name === 'associations' ? [] : [`--${name}`]),
      ];
      const child = fork(import.meta.filename, given, { execArgv: ['--max-semi-space-size=64'] });
      return new Promise<number>((resolve, reject) => {
        child.on('error', reject);
        child.on('message', (message) => resolve(Number(message)));
        child.on('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
      });
    }),
  );
}

const { values } = parseArgs({ options });
const name = values.routes ? 'routes' : values.removals ? 'removals' : 'associations';
const simulation = simulations[name];
const [from, seeds, every] = [Number(values.from), Number(values.seeds), Number(values.every)];
if (values.seed !== undefined) {
  process.exitCode = (await showSeed(simulation, Number(values.seed))) > 0 ? 1 : 0;
} else if (process.send) {
  const violating = await runSeeds(simulation, from, from + seeds, every);
  process.send(violating);
} else {
  const started = performance.now();
  const violating = (await runInParallel(from, seeds)).reduce((sum, one) => sum + one, 0);
  const minutes = (performance.now() - started) / 60_000;
  mkdirSync(build, { recursive: true });
  writeFileSync(join(build, simulation.figures), JSON.stringify({ seeds, violating }));
  console.log(
    `${seeds} seeds, ${violating} with violations, ${Math.round(seeds / minutes)} seeds a minute`,
  );
  process.exitCode = violating > 0 ? 1 : 0;
}
