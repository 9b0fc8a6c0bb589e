import { globSync, readFileSync } from 'node:fs';
import { basename, join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundledPackages } from '../../../scripts/release/sbom.ts';
import { assets } from '../../../scripts/release/shipped.ts';
import { readWorkflow, rules } from './rules.ts';

const github = join(import.meta.dirname, '..', '..', '..', '.github');
const paths = globSync('workflows/*.{yml,yaml}', { cwd: github }).sort();
const read = (path: string) => readFileSync(join(github, path), 'utf8');

const names = [
  ...[
    'byoasn-routes',
    'byoasn',
    'ci',
    'codeql',
    'commit-dist',
    'dependency-review',
    'nightly',
    'rebuild-dist',
  ],
  ...['release', 'scorecard', 'zizmor'],
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

/** The write permissions of each job of the project; its other permissions only read. */
const writing: Readonly<Record<string, readonly string[]>> = {
  'byoasn-routes.yml plan': ['id-token', 'pull-requests'],
  'byoasn-routes.yml apply': ['id-token', 'pull-requests'],
  'byoasn.yml plan': ['id-token', 'pull-requests'],
  'byoasn.yml apply': ['id-token', 'pull-requests'],
  'byoasn.yml apply-target': ['id-token'],
  'codeql.yml analyze': ['security-events'],
  'commit-dist.yml commit': ['contents'],
  'release.yml attest': ['attestations', 'id-token'],
  'release.yml publish': ['contents'],
  'scorecard.yml analyze': ['id-token', 'security-events'],
  'zizmor.yml scan': ['security-events'],
};

test('a job can write only what it needs', () => {
  const found = paths.flatMap((path) =>
    Object.entries(readWorkflow(read(path)).jobs).flatMap(([id, { permissions = {} }]) => {
      const scopes = Object.keys(permissions).filter((scope) => permissions[scope] === 'write');
      return scopes.length > 0 ? [[`${basename(path)} ${id}`, scopes.sort()] as const] : [];
    }),
  );
  expect(Object.fromEntries(found)).toEqual(writing);
});

describe('release.yml', () => {
  const { on, jobs, concurrency } = parse(read('workflows/release.yml'));
  const stepsOf = (job: string): readonly { uses?: string; run?: string; with?: object }[] =>
    jobs[job].steps;
  const said = (job: string) => stepsOf(job).map(({ uses = '', run = '' }) => run + uses);
  /** `with` of the steps that use an action. */
  const given = (job: string, action: string) =>
    stepsOf(job).flatMap(({ uses, with: inputs }) => (uses?.startsWith(action) ? [inputs] : []));

  test('is triggered only by the tag of a version, one run at a time', () => {
    expect(on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
    // A release that waits for its approval holds the group; without a queue GitHub cancels all that
    // wait behind it but the newest.
    expect(concurrency).toEqual({ group: 'release', 'cancel-in-progress': false, queue: 'max' });
  });

  test('prepares, then attests, then publishes in the environment, and stops at any failure', () => {
    const order = Object.entries<{ needs?: string; environment?: string }>(jobs).map(
      ([id, { needs, environment }]) => [id, needs, environment],
    );
    expect(order).toEqual([
      ['prepare', undefined, undefined],
      ['attest', 'prepare', undefined],
      ['publish', 'attest', 'release'],
    ]);
    expect(read('workflows/release.yml')).not.toMatch(/^\s*(- )?(if|continue-on-error):/m);
  });

  test('tests the prepared files before it passes them on', () => {
    const commands = said('prepare').filter((text) => !/checkout|setup-node/.test(text));
    expect(commands).toEqual([
      expect.stringMatching(/^npm ci --ignore-scripts /),
      'node scripts/release.ts prepare "$GITHUB_REF_NAME"',
      'npm test',
      expect.stringMatching(/^actions\/upload-artifact@/),
    ]);
  });

  test('attests and publishes the prepared artifact, by one name', () => {
    expect(given('prepare', 'actions/upload-artifact')).toMatchObject([
      { name: 'release', path: 'build/release/', 'if-no-files-found': 'error' },
    ]);
    expect(given('attest', 'actions/download-artifact')).toEqual([
      { name: 'release', path: 'release' },
    ]);
    expect(given('publish', 'actions/download-artifact')).toEqual([
      { name: 'release', path: 'build/release' },
    ]);
  });

  test('attests every shipped file, both assets and the SBOM', () => {
    expect(given('attest', 'actions/attest@')).toEqual([
      { 'subject-checksums': `release/${assets.checksums}` },
      { 'subject-path': `release/${assets.checksums}\nrelease/${assets.sbom}\n` },
      {
        'subject-checksums': `release/${assets.checksums}`,
        'sbom-path': `release/${assets.sbom}`,
      },
    ]);
  });
});

describe('ci.yml', () => {
  const { on, jobs } = parse(read('workflows/ci.yml'));
  const steps: readonly { run?: string; if?: string; env?: object }[] = jobs.check.steps;

  test('checks every pull request and every commit on main', () => {
    expect(on).toEqual({ pull_request: null, push: { branches: ['main'] } });
  });

  test('runs what .ci/run runs, on every system, and stops at any failure', () => {
    const local = readFileSync(join(github, '..', '.ci', 'run'), 'utf8');
    const [, ...commands] = [...local.matchAll(/^npm .*$/gm)].map(([command]) => command);
    expect(commands.length).toBeGreaterThan(4);
    const always = steps.filter((step) => step.if === undefined).flatMap(({ run }) => run ?? []);
    expect(always).toEqual(expect.arrayContaining(commands));
    expect(JSON.stringify(jobs.check)).not.toContain('continue-on-error');
    expect(jobs.check.if).toBeUndefined();
  });

  test('requires the tools on Linux, so that no test is skipped', () => {
    const [install] = steps.filter(({ run }) => run === 'npm run tools');
    expect(install?.if).toBe("runner.os == 'Linux'");
    const [test] = steps.filter(({ run }) => run === 'npm test');
    expect(test?.env).toMatchObject({
      BYOASN_TOOLS: `\${{ runner.os == 'Linux' && 'required' || '' }}`,
    });
  });
});

describe('the build for Dependabot', () => {
  const rebuild = parse(read('workflows/rebuild-dist.yml'));
  const commit = parse(read('workflows/commit-dist.yml'));

  test('runs only for its branches in this repository, and only such a run is committed', () => {
    expect(rebuild.jobs.rebuild.if).toBe(
      "github.event.pull_request.user.login == 'dependabot[bot]' " +
        '&& github.event.pull_request.head.repo.full_name == github.repository',
    );
    expect(commit.on.workflow_run).toMatchObject({
      workflows: [rebuild.name],
      types: ['completed'],
    });
    expect(commit.jobs.commit.if).toBe(
      "github.event.workflow_run.conclusion == 'success' " +
        "&& github.event.workflow_run.event == 'pull_request' " +
        '&& github.event.workflow_run.head_repository.full_name == github.repository',
    );
  });

  test('is passed between the workflows by its name', () => {
    const artifactOf = (steps: readonly { uses?: string; with?: { name?: string } }[]) =>
      steps.flatMap(({ uses = '', with: given }) => (/-artifact@/.test(uses) ? given?.name : []));
    expect(artifactOf(rebuild.jobs.rebuild.steps)).toEqual(['dist']);
    expect(artifactOf(commit.jobs.commit.steps)).toEqual(['dist']);
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

test('the artifacts of a release are kept as long as its approval may take', () => {
  const { jobs } = parse(read('workflows/release.yml'));
  const kept: readonly { readonly with?: Readonly<Record<string, unknown>> }[] = jobs.prepare.steps;
  // GitHub fails a job that has waited for 30 days.
  expect(kept.at(-1)?.with?.['retention-days']).toBeGreaterThan(30);
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
  test('pass a workflow that follows them, privileged or not', () => {
    for (const text of [good, privileged]) {
      const found = Object.values(rules).flatMap((violations) => violations(readWorkflow(text)));
      expect(found).toEqual([]);
    }
  });

  const seeded: readonly (readonly [rule: keyof typeof rules, name: string, text: string])[] = [
    [
      'gives no permission at the top',
      'a permission',
      good.replace('permissions: {}', 'permissions: { contents: read }'),
    ],
    ['gives no permission at the top', 'none given', good.replace('permissions: {}\n', '')],
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
      'sets what happens to concurrent runs',
      'no concurrency',
      good.replace('concurrency: { group: one }\n', ''),
    ],
    [
      'pins every third-party action to a commit and names its version',
      'a tag',
      good.replace(checkout, 'actions/checkout@v7 # v7.0.1'),
    ],
    [
      'pins every third-party action to a commit and names its version',
      'no version',
      good.replace(' # v7.0.1', ''),
    ],
    ['leaves no token in a checkout', 'nothing said', good.replace(with_, 'with: {}')],
    ['leaves no token in a checkout', 'true', good.replace('false', 'true')],
    [
      'has no expression in a shell command',
      'a title',
      good.replace('npm test', `echo \${{ github.event.issue.title }}`),
    ],
    [
      'runs nothing installed in a job that can write',
      'npm test',
      good.replace('contents: read', 'contents: write'),
    ],
    [
      'runs nothing installed in a job that can write',
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

  test.each(seeded)('%s: find %s', (rule, _, text) => {
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

  test('proposes exactly the packages of dist/ in one group', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const bundled = bundledPackages(readFileSync('dist/licenses.txt', 'utf8'));
    const isIn = (name: string) => bundled.has(`${name}@${devDependencies[name]}`);
    const [npm] = updates;
    // Dependabot takes the first group that fits.
    expect(Object.keys(npm.groups)).toEqual(['bundled', 'development']);
    const patterns: readonly string[] = npm.groups.bundled.patterns;
    const grouped = Object.keys(devDependencies).filter((name) =>
      patterns.some((pattern) => matchesGlob(name, pattern)),
    );
    expect(grouped).toEqual(Object.keys(devDependencies).filter(isIn));
  });

  test('covers the folders of the lock files', () => {
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
