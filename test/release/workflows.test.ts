import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readWorkflow, rules } from './rules.ts';

const github = join(import.meta.dirname, '..', '..', '.github');
const paths = globSync('workflows/*.{yml,yaml}', { cwd: github }).sort();
const read = (path: string) => readFileSync(join(github, path), 'utf8');

const names = [
  ...['byoasn', 'ci', 'codeql', 'commit-dist', 'dependency-review', 'rebuild-dist', 'release'],
  ...['scorecard', 'zizmor'],
];

test('the workflows of the project are these', () => {
  expect(paths.map((path) => basename(path, '.yml'))).toEqual(names);
});

describe.each(paths)('%s', (path) => {
  const workflow = readWorkflow(read(path));
  test.each(Object.entries(rules))('%s', (_, violations) => {
    expect(violations(workflow)).toEqual([]);
  });
});

test('an action is pinned to the same commit wherever it is used', () => {
  const pins = new Map<string, Set<string>>();
  for (const path of paths) {
    for (const [, action = '', pin = ''] of read(path).matchAll(
      /uses: ([\w-]+\/[\w-]+)\S*@(.+)/g,
    )) {
      pins.set(action, (pins.get(action) ?? new Set()).add(pin));
    }
  }
  expect(pins.size).toBeGreaterThan(5);
  expect([...pins].filter(([, found]) => found.size > 1)).toEqual([]);
});

const checkout = `actions/checkout@${'a'.repeat(40)} # v7.0.1`;
const good = `
on: { push: }
permissions: {}
concurrency: { group: one }
jobs:
  one:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: ${checkout}
        with: { persist-credentials: false }
      - run: npm test
`;
const privileged = good
  .replace('push:', 'workflow_run: { workflows: [CI] }')
  .replace('npm test', 'node own.ts "$RUNNER_TEMP/dist"');
const with_ = 'with: { persist-credentials: false }';
const download = `actions/download-artifact@${'b'.repeat(40)} # v8.0.1`;

describe('the rules', () => {
  test('let a workflow pass that keeps them, privileged or not', () => {
    for (const text of [good, privileged]) {
      const found = Object.values(rules).flatMap((violations) => violations(readWorkflow(text)));
      expect(found).toEqual([]);
    }
  });

  const planted: readonly (readonly [rule: keyof typeof rules, name: string, text: string])[] = [
    [
      'gives no permission at the top',
      'a permission',
      good.replace('permissions: {}', 'permissions: { contents: read }'),
    ],
    ['gives no permission at the top', 'none stated', good.replace('permissions: {}\n', '')],
    [
      'gives each job its own permissions and a timeout',
      'no timeout',
      good.replace('    timeout-minutes: 5\n', ''),
    ],
    [
      'gives each job its own permissions and a timeout',
      'no permissions',
      good.replace('    permissions: { contents: read }\n', ''),
    ],
    [
      'says what happens to runs side by side',
      'no concurrency',
      good.replace('concurrency: { group: one }\n', ''),
    ],
    [
      'pins every action of others to a commit and names its version',
      'a tag',
      good.replace(checkout, 'actions/checkout@v7 # v7.0.1'),
    ],
    [
      'pins every action of others to a commit and names its version',
      'no version',
      good.replace(' # v7.0.1', ''),
    ],
    ['leaves no token behind in a checkout', 'nothing said', good.replace(with_, 'with: {}')],
    ['leaves no token behind in a checkout', 'true', good.replace('false', 'true')],
    [
      'puts no expression into a line of shell',
      'a title',
      good.replace('npm test', `echo \${{ github.event.issue.title }}`),
    ],
    [
      'runs nothing that was installed where it may write',
      'npm test',
      good.replace('contents: read', 'contents: write'),
    ],
    [
      'runs nothing that was installed where it may write',
      'npx',
      good.replace('contents: read', 'id-token: write').replace('npm test', 'npx x'),
    ],
    ...[
      [
        'the head checked out',
        privileged.replace(
          with_,
          `with: { persist-credentials: false, ref: "\${{ github.event.workflow_run.head_sha }}" }`,
        ),
      ],
      [
        'a fork checked out',
        privileged.replace(
          with_,
          `with: { persist-credentials: false, repository: "\${{ github.event.workflow_run.head_repository.full_name }}" }`,
        ),
      ],
      [
        'a merge checked out',
        privileged.replace(with_, 'with: { persist-credentials: false, ref: refs/pull/1/merge }'),
      ],
      [
        'pull_request_target',
        privileged
          .replace('workflow_run: { workflows: [CI] }', 'pull_request_target:')
          .replace(with_, `with: { persist-credentials: false, ref: "\${{ github.head_ref }}" }`),
      ],
      ['an artifact in the workspace', privileged.replace(checkout, download)],
      [
        'an artifact that is run',
        privileged.replace('node own.ts "$RUNNER_TEMP/dist"', 'node "$RUNNER_TEMP/dist/index.js"'),
      ],
      ['an action of the workspace', privileged.replace(checkout, './')],
    ].map(
      ([name = '', text = '']) =>
        ['runs no code of a pull request with a token that writes', name, text] as const,
    ),
  ];

  test.each(planted)('%s: find %s', (rule, _, text) => {
    expect(text).not.toBe(good);
    expect(rules[rule]?.(readWorkflow(text))).not.toEqual([]);
  });
});

describe('Dependabot', () => {
  const { updates } = parse(read('dependabot.yml'));

  test('waits a week for every ecosystem, and proposes a group', () => {
    for (const update of updates) {
      expect(update.cooldown['default-days']).toBeGreaterThanOrEqual(7);
      expect(Object.keys(update.groups).length).toBeGreaterThan(0);
    }
  });

  test('looks where the lock files are', () => {
    const root = join(github, '..');
    const locks: Readonly<Record<string, string>> = {
      npm: 'package-lock.json',
      pip: 'requirements.txt',
      gomod: 'go.mod',
    };
    for (const { 'package-ecosystem': ecosystem, directory, directories } of updates) {
      const lock = locks[ecosystem];
      if (lock === undefined) continue;
      for (const folder of directories ?? [directory]) {
        expect(globSync(join(folder, lock).slice(1), { cwd: root }), folder).not.toEqual([]);
      }
    }
  });
});
