// Measures the figures of the tests, all of them or the parts that are named,
// prints them and writes them down: `npm run figures`, `npm run figures -- matrix fuzz`. All take more
// than an hour on two cores. Ends with 1 when a figure is not what it must be.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, figuresFile, figuresTable, readFigures } from './docs/figures.ts';

const root = join(import.meta.dirname, '..');
const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'];
const seeds = 100_000;
const soakRuns = 500;
/** All of examples/ but the file that they read. */
const exampleWorkflows = readdirSync(join(root, 'examples')).length - 1;

interface Measured {
  readonly name: string;
  readonly value: string;
  readonly holds: boolean;
}

interface Part {
  /** What it leaves in the folder of the build. */
  readonly leaves: readonly string[];
  /** Arguments of Node. */
  readonly run: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  read(): readonly Measured[];
}

/** What a part left in the folder of the build. */
function built(file: string) {
  return JSON.parse(readFileSync(join(root, 'build', file), 'utf8'));
}

const parts: Readonly<Record<string, Part>> = {
  matrix: {
    leaves: ['matrix.json'],
    run: [...vitest, 'test/scenario/matrix.test.ts'],
    read: () => {
      const { cells, hold, slowest } = built('matrix.json');
      return [
        {
          name: 'Cells of the matrix that hold',
          value: `${hold} of ${cells}`,
          holds: hold === cells,
        },
        {
          name: 'The slowest cell',
          value: `${Math.round(slowest.seconds)} s: ${slowest.name}`,
          holds: true,
        },
      ];
    },
  },
  simulation: {
    leaves: ['simulation.json'],
    run: ['scripts/simulate.ts', '--seeds', String(seeds)],
    read: () => {
      const { seeds, violating } = built('simulation.json');
      const value = `${violating} of ${seeds}`;
      return [{ name: 'Simulated seeds that violate an invariant', value, holds: violating === 0 }];
    },
  },
  fuzz: {
    leaves: ['fuzz.json'],
    run: [...vitest, 'test/hostile'],
    read: () => {
      const all: { inputs: number; crashes: number }[] = Object.values(built('fuzz.json'));
      const inputs = all.reduce((sum, one) => sum + one.inputs, 0);
      const crashes = all.reduce((sum, one) => sum + one.crashes, 0);
      const value = `${crashes} of ${inputs}`;
      return [{ name: 'Hostile inputs that crash it', value, holds: crashes === 0 }];
    },
  },
  soak: {
    leaves: ['soak.json'],
    run: [...vitest, 'test/soak'],
    env: { SOAK_RUNS: String(soakRuns) },
    read: () => {
      const { runs, succeeded } = built('soak.json');
      const value = `${succeeded} of ${runs}`;
      return [{ name: 'Runs with random faults that succeed', value, holds: succeeded === runs }];
    },
  },
  'mutation-core': {
    leaves: ['mutation-core.json'],
    run: stryker,
    read: () => mutation('The pure core', 'mutation-core.json', 90),
  },
  'mutation-shell': {
    leaves: ['mutation-shell.json'],
    run: [...stryker, 'stryker.shell.config.json'],
    read: () => mutation('Apply, wait and credentials', 'mutation-shell.json', 80),
  },
  coverage: {
    leaves: ['coverage/coverage-summary.json'],
    run: [
      ...vitest,
      '--coverage.enabled',
      '--coverage.include=src/**',
      '--coverage.reporter=json-summary',
      '--coverage.reportsDirectory=build/coverage',
      '--exclude=test/scenario/**',
      '--exclude=test/{planted,soak,bench,workflows,lint,iam,release,docs}/**',
      '--exclude=test/peers/**',
    ],
    read: () => {
      const { lines, branches } = built('coverage/coverage-summary.json').total;
      const value = `${lines.pct} % of lines, ${branches.pct} % of branches`;
      return [{ name: 'Covered in process, for information', value, holds: true }];
    },
  },
  adoption: {
    leaves: ['lint.json', 'iam.json', 'docs.json', 'workflows/act.json', 'workflows/executor.json'],
    run: [...vitest, ...['workflows', 'lint', 'iam', 'docs'].map((name) => `test/${name}`)],
    env: { BYOASN_TOOLS: 'required' },
    read: () => [
      ...['act', 'executor'].map(executed),
      ...Object.entries<Linted>(built('lint.json')).map(linted),
      rolesRendered(),
      commandsExecuted(),
    ],
  },
};

interface Linted {
  readonly workflows: number;
  readonly findings: number;
}

function executed(engine: string): Measured {
  const { workflows, runs, jobs } = built(`workflows/${engine}.json`);
  const value = `${workflows.length} of them, in ${runs} runs with ${jobs} jobs`;
  const name =
    engine === 'act' ? 'Examples that act executes' : 'Examples that the executor executes';
  return { name, value, holds: workflows.length === exampleWorkflows };
}

function linted([checker, { workflows, findings }]: readonly [string, Linted]): Measured {
  const value = `${findings} in ${workflows} workflows`;
  return { name: `Findings: ${checker}`, value, holds: findings === 0 };
}

function rolesRendered(): Measured {
  const { findings, deployments, documents } = built('iam.json');
  const value = `${documents} in ${deployments} deployments, ${findings} findings of cfn-lint`;
  return { name: 'Rendered policies compared', value, holds: findings === 0 };
}

function commandsExecuted(): Measured {
  const { pages, commands, executed } = built('docs.json');
  const value = `${executed} of ${commands} on ${pages} pages`;
  return { name: 'Commands of the pages that are executed', value, holds: true };
}

/** The share of mutants that the tests notice; those that no test can reach count as not noticed. */
function mutation(what: string, file: string, least: number): readonly Measured[] {
  const files: { mutants: { status: string }[] }[] = Object.values(built(file).files);
  const mutants = files.flatMap(({ mutants }) => mutants);
  const counted = mutants.filter(({ status }) => !/Ignored|CompileError|RuntimeError/.test(status));
  const noticed = counted.filter(({ status }) => /Killed|Timeout/.test(status));
  const score = (100 * noticed.length) / counted.length;
  const value = `${score.toFixed(1)} % of ${counted.length}`;
  return [{ name: `${what}: mutants noticed`, value, holds: score >= least }];
}

/** The figures of a part, none where it did not end well: what it left then may be of half of it. */
function measure(name: string, { leaves, run, env, read }: Part): readonly Measured[] {
  console.log(`\n${name}: node ${run.join(' ')}`);
  // What an earlier measurement has left must not be taken for this one's.
  for (const left of leaves.flatMap((file) => [file, file.replace('.json', '')])) {
    rmSync(join(root, 'build', left), { recursive: true, force: true });
  }
  const { status } = spawnSync(process.execPath, run, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return status === 0 ? read() : [{ name, value: 'did not end well', holds: false }];
}

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(1);
}
let holds = true;
for (const [name, part] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const measured = measure(name, part);
  holds &&= measured.every((one) => one.holds);
  if (measured.some((one) => !one.holds)) {
    console.log(measured);
    continue;
  }
  const command = `npm run figures -- ${name}`;
  const fresh: readonly Figure[] = measured.map(({ name, value }) => ({ name, value, command }));
  const figures = { ...readFigures(), [name]: fresh };
  const inOrder = Object.keys(parts).flatMap((part) => {
    const known = figures[part];
    return known ? [[part, known] as const] : [];
  });
  writeFileSync(figuresFile, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);
  // The pages show them, and the next part may test the pages.
  spawnSync(process.execPath, ['scripts/docs.ts'], { cwd: root, stdio: 'inherit' });
}
console.log(`\n${figuresTable(Object.values(readFigures()).flat())}`);
console.log(holds ? '\nAll are what they must be.' : '\nNot all are what they must be.');
process.exitCode = holds ? 0 : 1;
