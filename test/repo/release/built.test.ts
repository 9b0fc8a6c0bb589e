import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBuilt } from '../../../scripts/release/built.ts';
import { commitBuilt, type RunEvent } from '../../../scripts/release/commit-dist.ts';
import { createFakeGh } from './fake-gh.ts';
import { createFakeGitHub, type FakeHead, repository } from './github.ts';

const branch = 'dependabot/npm_and_yarn/runtime-1a2b3c';
const head = 'a'.repeat(40);
const files = { 'index.js': 'one\n', 'licenses.txt': 'two\n', 'package.json': '{"type":"module"}' };
// `printf 'one\n' | git hash-object --stdin`
const blobOfOne = '5626abf0f72e58d7a153368ba57db4c673c0e171';
const complete = {
  'index.js': blobOfOne,
  'licenses.txt': 'f719efd430d52bcfc8566a43b2eb655688d38871',
  'package.json': '7c34deb5837d8d5e168b54f95f7872b2c50eca13',
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'byoasn-built-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

function event(change: Partial<RunEvent['workflow_run']> = {}): RunEvent {
  return {
    repository: { full_name: repository },
    workflow_run: {
      event: 'pull_request',
      conclusion: 'success',
      actor: { login: 'dependabot[bot]' },
      head_branch: branch,
      head_sha: head,
      head_repository: { full_name: repository },
      ...change,
    },
  };
}

const setup = { tags: {}, branches: { [branch]: head } };

describe('a rebuilt dist/', () => {
  test('is committed where it differs, and its removed files are deleted', () => {
    const dist = { 'index.js': blobOfOne, 'gone.js': '0', 'package.json': '0' };
    const github = createFakeGitHub({ ...setup, dist });
    expect(commitBuilt(folder, event(), createFakeGh(github))).toContain(
      '2 files written, 1 removed',
    );
    expect(github.commits).toEqual([
      {
        branch,
        additions: [
          { path: 'dist/licenses.txt', contents: Buffer.from('two\n').toString('base64') },
          {
            path: 'dist/package.json',
            contents: Buffer.from('{"type":"module"}').toString('base64'),
          },
        ],
        deletions: [{ path: 'dist/gone.js' }],
      },
    ]);
  });

  test('is not committed if the branch already has it', () => {
    const github = createFakeGitHub({ ...setup, dist: complete });
    expect(commitBuilt(folder, event(), createFakeGh(github))).toContain(
      'is what its dependencies build',
    );
    expect(github.commits).toEqual([]);
  });

  test('is not committed to a branch that has changed since the build', () => {
    const github = createFakeGitHub({ ...setup, branches: { [branch]: 'b'.repeat(40) } });
    expect(() => commitBuilt(folder, event(), createFakeGh(github))).toThrow('Expected branch');
    expect(github.commits).toEqual([]);
  });

  test.each<[string, Partial<RunEvent['workflow_run']>]>([
    ['of a fork', { head_repository: { full_name: 'fork/associate-ipam-byoasn' } }],
    ['of a fork that was deleted', { head_repository: null }],
    ["of a branch that is not Dependabot's", { head_branch: 'main' }],
    ['of another kind of update', { head_branch: 'dependabot/github_actions/checkout-8' }],
    [
      "of a branch whose name only starts like Dependabot's",
      { head_branch: 'dependabot/npm_and_yarn/a b' },
    ],
    ['of a push', { event: 'push' }],
    ['that failed', { conclusion: 'failure' }],
  ])('is not committed for a run %s', (_, change) => {
    const github = createFakeGitHub({ ...setup, branches: { [branch]: head, main: head } });
    expect(() => commitBuilt(folder, event(change), createFakeGh(github))).toThrow(
      'The run was not of',
    );
    expect(github.commits).toEqual([]);
  });

  const someUser = { login: 'octocat' };
  test.each<[string, Partial<FakeHead>, string]>([
    ["is someone's", { author: someUser }, 'dependabot[bot]'],
    ['has an author that GitHub does not know', { author: null }, 'dependabot[bot]'],
    ['only names Dependabot as its author', { committer: someUser }, 'dependabot[bot]'],
    ['has a committer that GitHub does not know', { committer: null }, 'dependabot[bot]'],
    ['GitHub has not signed', { verified: false }, 'dependabot[bot]'],
    ['someone pushed', {}, 'octocat'],
  ])('is not committed on top of a commit that %s', (_, made, login) => {
    const github = createFakeGitHub({ ...setup, head: made });
    const ran = event({ actor: { login } });
    expect(() => commitBuilt(folder, ran, createFakeGh(github))).toThrow("is not Dependabot's own");
    expect(github.commits).toEqual([]);
  });

  test("is not refused on top of the workflow's own commit, which already has it", () => {
    const bot = { login: 'github-actions[bot]' };
    const github = createFakeGitHub({ ...setup, dist: complete, head: { author: bot } });
    const ran = event({ actor: bot });
    expect(commitBuilt(folder, ran, createFakeGh(github))).toContain(
      'is what its dependencies build',
    );
  });
});

describe('an untrusted build is refused', () => {
  test.each<[string, () => void]>([
    ['another name', () => writeFileSync(join(folder, 'evil.sh'), '')],
    ['a name that only ends like a chunk', () => writeFileSync(join(folder, 'x1.index.js'), '')],
    ['a hidden file', () => writeFileSync(join(folder, '.npmrc'), '')],
    ['a folder', () => mkdirSync(join(folder, 'chunk.js'))],
  ])('with %s', (_, plant) => {
    plant();
    expect(() => readBuilt(folder)).toThrow('has files that dist/ never has');
  });

  test.skipIf(process.platform === 'win32')('with a link (Windows: links need a privilege)', () => {
    symlinkSync('/etc/hostname', join(folder, 'chunk.js'));
    expect(() => readBuilt(folder)).toThrow('has files that dist/ never has: "chunk.js"');
  });

  test('without its entry', () => {
    rmSync(join(folder, 'index.js'));
    expect(() => readBuilt(folder)).toThrow('lacks index.js');
  });

  test('with more files than a build has', () => {
    for (let id = 0; id < 100; id += 1) writeFileSync(join(folder, `chunk-${id}.js`), '');
    expect(() => readBuilt(folder)).toThrow('has 103 files');
  });

  test('with more bytes than a build has', () => {
    writeFileSync(join(folder, 'chunk.js'), Buffer.alloc(8 * 1024 * 1024));
    expect(() => readBuilt(folder)).toThrow('bytes');
  });

  test('with a package.json with further fields', () => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module","imports":{"#x":"./evil.js"}}');
    expect(() => readBuilt(folder)).toThrow('package.json of the build has keys');
  });
});

test('the dist/ of this repository is such a build', () => {
  expect(readBuilt('dist').has('index.js')).toBe(true);
});
