import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandsOf } from './commands.ts';
import { pages, read, root } from './pages.ts';

/** How a kind of command is executed, or why it is not. */
type Row =
  | { readonly command: RegExp; readonly by: string; readonly says: string }
  | { readonly command: RegExp; readonly not: string };

const folder = 'test/repo/docs';

/** Every command of the pages fits one row. `by` is the file that executes it, which contains `says`. */
const rows: readonly Row[] = [
  { command: /^npm ci( --ignore-scripts)?$/, by: '.ci/run', says: 'npm ci' },
  { command: /^npm test( -- FILE -t NAME)?$/, by: '.ci/run', says: 'npm test' },
  { command: /^npm run types$/, by: '.ci/run', says: 'npm run types' },
  { command: /^npm run lint$/, by: '.ci/run', says: 'npm run lint' },
  { command: /^npm run docs$/, by: '.ci/run', says: 'npm run docs' },
  { command: /^npm run dist( -- --check)?$/, by: '.ci/run', says: 'npm run dist -- --check' },
  { command: /^npm run tools$/, by: '.github/workflows/ci.yml', says: 'npm run tools' },
  { command: /^npm run demo\b/, by: `${folder}/demo.test.ts`, says: 'demonstrate(' },
  { command: /^npm run simulate -- --seed 7$/, by: `${folder}/demo.test.ts`, says: 'simulate' },
  { command: /^npm run plan\b/, by: 'test/e2e/cli/plan.test.ts', says: 'plan' },
  { command: /^npm run export\b/, by: 'test/e2e/cli/export.test.ts', says: 'export' },
  { command: /^npm run doctor\b/, by: 'test/e2e/cli/doctor.test.ts', says: 'doctor' },
  { command: /^npx .*github:OWNER\//, by: 'test/e2e/cli/package.test.ts', says: 'npx' },
  { command: /^npm run release\b/, by: 'test/repo/release/steps.test.ts', says: '--dry-run' },
  {
    command: /^(aws (cloudformation|iam)|terraform|tofu) /,
    by: 'test/repo/iam/roles-page.test.ts',
    says: 'aws cloudformation deploy',
  },
  {
    command: /^aws ec2 describe-/,
    by: `${folder}/getting-started.test.ts`,
    says: 'aws ec2 describe-',
  },
  {
    command: /^aws ec2 (advertise|withdraw)-byoip-cidr |^aws ec2 disassociate-ipam-byoasn /,
    by: `${folder}/getting-started.test.ts`,
    says: '--generate-cli-skeleton',
  },
  {
    command: /^signature=.*openssl |^aws ec2 provision-ipam-byoasn /,
    by: `${folder}/provision-asn.test.ts`,
    says: 'openssl dgst',
  },
  { command: /^gh api /, by: `${folder}/getting-started.test.ts`, says: 'gh api' },
  { command: /^curl /, by: `${folder}/getting-started.test.ts`, says: 'fetching' },
  {
    command: /^(git (switch|add|commit|push --set)|mkdir -p .github)/,
    by: `${folder}/getting-started.test.ts`,
    says: "blockWith('git push')",
  },
  {
    command: /^gh (pr create|workflow run) /,
    by: `${folder}/getting-started.test.ts`,
    says: "blockWith('gh workflow run')",
  },
  { command: /^printf .*sha256sum$/, by: `${folder}/claims.test.ts`, says: 'docs/decisions.md' },
  { command: /^aws sso login /, not: 'It opens a browser, for a person to log in.' },
  { command: /^npm run format$/, not: 'It fixes files; npm run lint checks them.' },
  { command: /^npm run pictures$/, not: 'It takes pictures with Chromium, for people to look at.' },
  { command: /^npm run bench\b/, by: '.github/workflows/ci.yml', says: 'npm run --silent bench' },
  {
    command: /^npm run figures$/,
    by: '.github/workflows/ci.yml',
    says: 'npm run --silent figures',
  },
  { command: /^npm run faults$/, by: '.github/workflows/ci.yml', says: 'npm run --silent faults' },
  { command: /^npm run mutate\b/, not: 'It runs the tests some thousand times.' },
  { command: /^npm run seeded-bugs$/, not: 'It runs the simulation a dozen times, for minutes.' },
  {
    command: /^npm run simulate( -- --seeds 100000)?$/,
    not: 'It runs more seeds than test/robustness/simulation, for an hour.',
  },
  {
    command: /^node test\/fakes\/github\/cut-openapi\.ts$/,
    not: "It fetches from npm's registry.",
  },
  {
    command: /^(gh (release|attestation) |sha256sum --check)/,
    not: 'It verifies what GitHub has published and signed.',
  },
  {
    command: /^(npm version|git tag v|git push origin v)/,
    not: 'A maintainer releases by it; test/repo/release has what follows.',
  },
];

const all = pages.flatMap((page) => commandsOf(read(page)).map((command) => [page, command]));

/** For the figures: how many different commands the pages have, and how many are executed. */
afterAll(() => {
  const commands = [...new Set(all.map(([, command = '']) => command))];
  const isExecuted = (command: string) =>
    rows.some((row) => 'by' in row && row.command.test(command));
  const executed = commands.filter(isExecuted).length;
  const figures = { pages: pages.length, commands: commands.length, executed };
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build', 'docs.json'), `${JSON.stringify(figures, null, 2)}\n`);
});

describe('a command of the pages', () => {
  test.each(all)('in %s is executed, or has a reason why not: %s', (_page, command = '') => {
    expect(rows.filter((row) => row.command.test(command))).toHaveLength(1);
  });

  test.each([
    ...new Set(all.flatMap(([, command = '']) => /^npm run (\S+)/.exec(command)?.[1] ?? [])),
  ])('names a script of package.json: %s', (script) => {
    const { scripts } = JSON.parse(read('package.json'));
    expect(Object.keys(scripts)).toContain(script);
    const [path = ''] =
      /\b(scripts|bench|bin|test|node_modules)\/(?!node24)\S+/.exec(scripts[script]) ?? [];
    expect(existsSync(join(root, path))).toBe(true);
  });
});

describe('the table of commands', () => {
  test.each(rows.map((row) => [row.command.source, row] as const))(
    'has a row that some page needs: %s',
    (_source, { command }) => {
      expect(all.some(([, text = '']) => command.test(text))).toBe(true);
    },
  );

  test.each(rows.flatMap((row) => ('by' in row ? [[row.by, row.says]] : [])))(
    'names a file that executes it: %s, in %s',
    (by = '', says = '') => {
      expect(read(by)).toContain(says);
    },
  );
});

test('commands are read line by line, without here documents, comments and assignments', () => {
  const page = [
    'Run `npm test` and `dist/`.',
    '```bash',
    '# why',
    'a=b',
    "x --input - <<'JSON'",
    '{ "npm": 1 }',
    'JSON',
    'y \\',
    '  --z && time w',
    '```',
  ].join('\n');
  expect(commandsOf(page)).toEqual(['x --input -', 'y --z', 'w', 'npm test']);
});
