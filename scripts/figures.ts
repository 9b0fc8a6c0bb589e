// `npm run figures`: a table of what the last tests, simulations and mutation runs have written to build/,
// each figure with the command that measures it. Ends with 1 if one is not as required.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTable } from './docs/markdown.ts';

type Figure = readonly [name: string, value: string, isGood: boolean];
type Contents = ReturnType<typeof JSON.parse>;

const root = join(import.meta.dirname, '..');
/** All files of examples/ except the one that the workflows read. */
const exampleWorkflows = readdirSync(join(root, 'examples')).length - 1;

/** A file in build/, the command that writes it, and its figures. */
const sources: readonly (readonly [
  file: string,
  command: string,
  figures: (contents: Contents) => readonly Figure[],
])[] = [
  [
    'matrix.json',
    'npm test',
    ({ cases, passed, slowest }) => [
      ['Cases of the fault matrix that pass', `${passed} of ${cases}`, passed === cases],
      ['The slowest case', `${slowest.seconds} s: ${slowest.name}`, true],
    ],
  ],
  [
    'simulation.json',
    'npm run simulate -- --seeds 100000',
    ({ seeds, violating }) => [none('Simulated seeds that violate an invariant', violating, seeds)],
  ],
  [
    'simulation-routes.json',
    'npm run simulate -- --routes --seeds 100000',
    ({ seeds, violating }) => [none('The same for routes', violating, seeds)],
  ],
  ['fuzz.json', 'npm test', (areas) => [fuzzed(Object.values(areas))]],
  [
    'soak.json',
    'SOAK_RUNS=500 npm test -- soak',
    ({ runs, succeeded }) => [
      none('Runs with random faults that do not succeed', runs - succeeded, runs),
    ],
  ],
  ['mutation.json', 'npm run mutate', ({ files }) => [mutants(files)]],
  [
    'coverage/coverage-summary.json',
    'npm test -- --coverage',
    ({ total: { lines, branches } }) => [
      [
        'Covered in process, for information',
        `${lines.pct} % of lines, ${branches.pct} % of branches`,
        true,
      ],
    ],
  ],
  ['workflows/act.json', 'npm test', executed],
  ['workflows/executor.json', 'npm test', executed],
  [
    'lint.json',
    'npm test',
    (checkers) =>
      Object.entries<Contents>(checkers).map(([checker, { workflows, findings }]) => [
        `Findings: ${checker}`,
        `${findings} in ${workflows} workflows`,
        findings === 0,
      ]),
  ],
  [
    'iam.json',
    'npm test',
    ({ findings, deployments, documents }) => [
      [
        'Rendered policies compared',
        `${documents} in ${deployments} deployments, ${findings} findings of cfn-lint`,
        findings === 0,
      ],
    ],
  ],
  [
    'docs.json',
    'npm test',
    ({ pages, commands, executed }) => [
      [
        'Commands of the pages that are executed',
        `${executed} of ${commands} on ${pages} pages`,
        true,
      ],
    ],
  ],
];

/** A figure that must be 0. */
function none(name: string, count: number, all: number): Figure {
  return [name, `${count} of ${all}`, count === 0];
}

function fuzzed(areas: readonly { readonly inputs: number; readonly crashes: number }[]): Figure {
  const sum = (key: 'inputs' | 'crashes') => areas.reduce((total, area) => total + area[key], 0);
  return none('Hostile inputs that crash it', sum('crashes'), sum('inputs'));
}

function executed({ engine, workflows, runs, jobs }: Contents): readonly Figure[] {
  const value = `${workflows.length} of ${exampleWorkflows}, in ${runs} runs with ${jobs} jobs`;
  return [[`Examples executed by: ${engine}`, value, workflows.length === exampleWorkflows]];
}

/** The share of mutants that the tests detect; mutants that no test reaches count as undetected. */
function mutants(files: Readonly<Record<string, { mutants: { status: string }[] }>>): Figure {
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  const counted = all.filter(({ status }) => !/Ignored|CompileError|RuntimeError/.test(status));
  const detected = counted.filter(({ status }) => /Killed|Timeout/.test(status));
  const score = (100 * detected.length) / counted.length;
  return ['Mutants detected', `${score.toFixed(1)} % of ${counted.length}`, score >= 94];
}

const measured = sources.flatMap(([file, command, figures]) => {
  const path = join(root, 'build', file);
  if (!existsSync(path)) return [];
  return figures(JSON.parse(readFileSync(path, 'utf8'))).map((figure) => ({ figure, command }));
});
const rows = measured.map(({ figure: [name, value, isGood], command }) => [
  name,
  isGood ? value : `${value} (!)`,
  `\`${command}\``,
]);
console.log(formatTable(['Figure', 'Measured', 'Command'], rows));
process.exitCode = measured.every(({ figure: [, , isGood] }) => isGood) ? 0 : 1;
