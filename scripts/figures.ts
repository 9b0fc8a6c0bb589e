// `npm run figures`: a table of what the last tests, simulations and mutation runs have left in build/,
// each figure with the command that measures it. Ends with 1 when one is not what it must be.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTable } from './docs/table.ts';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly holds: boolean;
}

interface Source {
  /** The file in build/. */
  readonly file: string;
  readonly command: string;
  /** The figures of what its test has written there. */
  readonly read: (left: ReturnType<typeof readLeft>) => readonly Figure[];
}

interface Linted {
  readonly workflows: number;
  readonly findings: number;
}

const root = join(import.meta.dirname, '..');
/** All of examples/ but the file that they read. */
const exampleWorkflows = readdirSync(join(root, 'examples')).length - 1;

function readLeft(file: string) {
  return JSON.parse(readFileSync(join(root, 'build', file), 'utf8'));
}

const sources: readonly Source[] = [
  {
    file: 'matrix.json',
    command: 'npm test',
    read: ({ cases, passed, slowest }) => [
      {
        name: 'Cases of the fault matrix that pass',
        value: `${passed} of ${cases}`,
        holds: passed === cases,
      },
      { name: 'The slowest case', value: `${slowest.seconds} s: ${slowest.name}`, holds: true },
    ],
  },
  {
    file: 'simulation.json',
    command: 'npm run simulate -- --seeds 100000',
    read: ({ seeds, violating }) => [
      none('Simulated seeds that violate an invariant', violating, seeds),
    ],
  },
  {
    file: 'simulation-routes.json',
    command: 'npm run simulate -- --routes --seeds 100000',
    read: ({ seeds, violating }) => [
      none('Simulated seeds of routes that violate one', violating, seeds),
    ],
  },
  {
    file: 'fuzz.json',
    command: 'npm test',
    read: (left) => {
      const all = Object.values<{ inputs: number; crashes: number }>(left);
      const [inputs, crashes] = [
        sum(all.map((area) => area.inputs)),
        sum(all.map((area) => area.crashes)),
      ];
      return [none('Hostile inputs that crash it', crashes, inputs)];
    },
  },
  {
    file: 'soak.json',
    command: 'SOAK_RUNS=500 npm test -- soak',
    read: ({ runs, succeeded }) => [
      none('Runs with random faults that do not succeed', runs - succeeded, runs),
    ],
  },
  { file: 'mutation.json', command: 'npm run mutate', read: ({ files }) => [mutants(files)] },
  {
    file: 'coverage/coverage-summary.json',
    command: 'npm test -- --coverage',
    read: ({ total: { lines, branches } }) => [
      {
        name: 'Covered in process, for information',
        value: `${lines.pct} % of lines, ${branches.pct} % of branches`,
        holds: true,
      },
    ],
  },
  { file: 'workflows/act.json', command: 'npm test', read: executed },
  { file: 'workflows/executor.json', command: 'npm test', read: executed },
  {
    file: 'lint.json',
    command: 'npm test',
    read: (left) =>
      Object.entries<Linted>(left).map(([checker, { workflows, findings }]) => ({
        name: `Findings: ${checker}`,
        value: `${findings} in ${workflows} workflows`,
        holds: findings === 0,
      })),
  },
  {
    file: 'iam.json',
    command: 'npm test',
    read: ({ findings, deployments, documents }) => [
      {
        name: 'Rendered policies compared',
        value: `${documents} in ${deployments} deployments, ${findings} findings of cfn-lint`,
        holds: findings === 0,
      },
    ],
  },
  {
    file: 'docs.json',
    command: 'npm test',
    read: ({ pages, commands, executed }) => [
      {
        name: 'Commands of the pages that are executed',
        value: `${executed} of ${commands} on ${pages} pages`,
        holds: true,
      },
    ],
  },
];

/** A figure that must be 0. */
function none(name: string, count: number, all: number): Figure {
  return { name, value: `${count} of ${all}`, holds: count === 0 };
}

function executed({
  engine,
  workflows,
  runs,
  jobs,
}: {
  readonly engine: string;
  readonly workflows: readonly string[];
  readonly runs: number;
  readonly jobs: number;
}): readonly Figure[] {
  return [
    {
      name: `Examples executed by: ${engine}`,
      value: `${workflows.length} of ${exampleWorkflows}, in ${runs} runs with ${jobs} jobs`,
      holds: workflows.length === exampleWorkflows,
    },
  ];
}

/** The share of mutants that the tests notice; those that no test can reach count as not noticed. */
function mutants(files: Readonly<Record<string, { mutants: { status: string }[] }>>): Figure {
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  const counted = all.filter(({ status }) => !/Ignored|CompileError|RuntimeError/.test(status));
  const noticed = counted.filter(({ status }) => /Killed|Timeout/.test(status));
  const score = (100 * noticed.length) / counted.length;
  const value = `${score.toFixed(1)} % of ${counted.length}`;
  return { name: 'Mutants noticed', value, holds: score >= 94 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const measured = sources
  .filter(({ file }) => existsSync(join(root, 'build', file)))
  .flatMap(({ file, command, read }) =>
    read(readLeft(file)).map((figure) => ({ ...figure, command })),
  );
const rows = measured.map(({ name, value, holds, command }) => [
  name,
  holds ? value : `${value} (!)`,
  `\`${command}\``,
]);
console.log(formatTable(['Figure', 'Measured', 'Command'], rows));
process.exitCode = measured.every(({ holds }) => holds) ? 0 : 1;
