import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { findEntry } from '../../../scripts/release/agreement.ts';
import { withTool } from '../tools.ts';
import { repository } from './github.ts';
import { startGitHub } from './github-server.ts';
import { openScratch, type Scratch } from './scratch.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const tag = `v${version}`;

// A release builds dist/ and its tools load slowly on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

/** The line of shell of a workflow that runs a program. */
function runLine(workflow: string, program: string): string {
  const { jobs } = parse(readFileSync(`.github/workflows/${workflow}`, 'utf8'));
  const steps = Object.values<{ readonly steps: readonly { readonly run?: string }[] }>(jobs);
  const lines = steps.flatMap((job) => job.steps).flatMap(({ run }) => run ?? []);
  const found = lines.filter((line) => line.includes(program));
  if (found.length !== 1) throw new Error(`${workflow} runs ${program} ${found.length} times`);
  return found.join('');
}

const prepareLine = runLine('release.yml', 'release.ts prepare');
const publishLine = runLine('release.yml', 'release.ts publish');
const commitLine = runLine('commit-dist.yml', 'commit-dist.ts');

/** Commands that need Sigstore, which has no fake server here: only their options are checked. */
const needsSigstore = /^gh (?:release|attestation) verify /;

/** The commands with which docs/security.md verifies a release, for the release of these tests. */
function verifyingLines(): readonly string[] {
  const [, block = ''] =
    /```bash\n([\s\S]*?)```/.exec(readFileSync('docs/security.md', 'utf8')) ?? [];
  return block
    .replaceAll('\\\n', '')
    .replaceAll('OWNER/associate-ipam-byoasn', repository)
    .replaceAll('v1.0.0', tag)
    .split('\n')
    .map((line) => line.replace(/ +/g, ' '))
    .filter(Boolean);
}

describe.skipIf(process.platform !== 'linux')('on Linux, where the workflows run', () => {
  let scratch: Scratch;
  // Copies some hundred megabytes of links.
  beforeAll(() => {
    scratch = openScratch();
  }, 120_000);
  afterAll(() => scratch[Symbol.dispose]());

  test('a dry run reports to-dos and what it would publish, and changes no file', async () => {
    const { exitCode, text } = await scratch.run(`node scripts/release.ts --dry-run ${tag}`);
    expect(text).toContain(`There is no tag ${tag}.`);
    expect(text).toContain('dist: dist/ matches src/');
    expect(text).toContain(`publish: would run: gh release create ${tag} --repo OWNER/`);
    expect(text).not.toContain('wrong');
    expect(exitCode).toBe(0);
    expect(scratch.git('status', '--porcelain')).toBe('');
    expect(scratch.git('tag')).toBe('');
  });

  test('the workflow prepares the tag of a dated version, and sha256sum agrees with what it wrote', async () => {
    const date = findEntry(scratch.read('CHANGELOG.md'), version)?.released;
    // A day on which nothing is released: an edit must change something.
    scratch.edit('CHANGELOG.md', `## [${version}] - ${date}`, `## [${version}] - 2000-01-01`);
    scratch.git('commit', '--quiet', '--all', '--message=release');
    scratch.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    scratch.git('tag', '--annotate', tag, '--message', tag);
    const { exitCode, text } = await scratch.run(prepareLine, { GITHUB_REF_NAME: tag });
    expect(text).not.toMatch(/wrong|to-do/);
    expect(exitCode).toBe(0);
    const folder = join(scratch.root, 'build', 'release');
    expect(readdirSync(folder).sort()).toEqual(['checksums.txt', 'notes.md', 'sbom.cdx.json']);
    const checked = await scratch.run('sha256sum --check --strict build/release/checksums.txt');
    expect(checked.exitCode).toBe(0);
    expect(checked.text).toContain('dist/index.js: OK');
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toMatch(/^### Added\n/);
    const sbom = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'));
    expect(sbom.metadata.component).toMatchObject({
      name: 'associate-ipam-byoasn',
      version,
    });
    const names = sbom.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['@aws-sdk/client-ec2', 'yaml', 'valibot']));
    expect(names).not.toContain('vitest');
  });

  test('the checksums include everything that the action runs and the package contains', () => {
    const lines = scratch.read('build/release/checksums.txt').trimEnd().split('\n');
    const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
    const bundle = readFileSync(join(scratch.root, 'dist', 'index.js'));
    expect(sums.get('dist/index.js')).toBe(createHash('sha256').update(bundle).digest('hex'));
    const { files = [] } = JSON.parse(scratch.read('package.json'));
    const roots: readonly string[] = ['action.yml', 'dist', 'LICENSE', 'package.json', ...files];
    const shipped = [...sums.keys()];
    const left = roots
      .map((path) => path.replace(/\/$/, ''))
      .filter((path) => !shipped.some((file) => file === path || file.startsWith(`${path}/`)));
    expect(left).toEqual([]);
    expect(shipped.filter((file) => !existsSync(join(scratch.root, file)))).toEqual([]);
  });

  withTool('gh', "GitHub's CLI", () => {
    test('publishes what was prepared, with the command of the workflow', async () => {
      const commit = scratch.git('rev-parse', 'HEAD');
      await using server = await startGitHub({ tags: { [tag]: commit } });
      const env = { ...server.env, GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: tag };
      const { exitCode, text } = await scratch.run(publishLine, env);
      expect(text).toContain(`release: ${tag} is published and immutable`);
      expect(exitCode).toBe(0);
      const [release, ...more] = server.github.releases();
      expect(more).toEqual([]);
      expect(release).toMatchObject({ tag, draft: false, immutable: true, latest: 'true' });
      expect(release?.notes).toBe(scratch.read('build/release/notes.md'));
      expect(release?.assets.map(({ name }) => name).sort()).toEqual([
        'checksums.txt',
        'sbom.cdx.json',
      ]);
      expect(server.github.tags.get('v1')).toBe(commit);
      expect((await scratch.run(publishLine, env)).exitCode).toBe(0);
    });

    test('gives users what docs/security.md verifies', async () => {
      const lines = verifyingLines();
      await using server = await startGitHub({ tags: { [tag]: scratch.git('rev-parse', 'HEAD') } });
      const env = { ...server.env, GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: tag };
      expect((await scratch.run(publishLine, env)).exitCode).toBe(0);
      for (const line of lines.filter((line) => !needsSigstore.test(line))) {
        const { exitCode, text } = await scratch.run(
          line.replace('npm ci --ignore-scripts && ', ''),
          env,
        );
        expect(exitCode, text).toBe(0);
      }
      for (const line of lines.filter((line) => needsSigstore.test(line))) {
        const [command = '', ...options] = line.split(/ (?=--)/);
        const { text } = await scratch.run(
          `${command.split(' ').slice(0, 3).join(' ')} --help`,
          env,
        );
        for (const option of options) expect(text).toContain(option.split(' ')[0]);
      }
      expect(lines.filter((line) => needsSigstore.test(line))).toHaveLength(2);
      scratch.edit('LICENSE', 'MIT', 'Other');
      const check = lines.find((line) => line.startsWith('sha256sum')) ?? 'true';
      const { exitCode, text } = await scratch.run(check, env);
      scratch.git('checkout', '--quiet', 'LICENSE');
      expect(text).toContain('LICENSE: FAILED');
      expect(exitCode).not.toBe(0);
    });

    test('continues with the draft of a failed attempt', async () => {
      const tags = { [tag]: scratch.git('rev-parse', 'HEAD'), v1: '0'.repeat(40) };
      await using server = await startGitHub({ tags, releases: [{ tag, draft: true }] });
      const env = { ...server.env, GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: tag };
      const { exitCode, text } = await scratch.run(publishLine, env);
      expect(text).toContain('is published and immutable');
      expect(exitCode).toBe(0);
      expect(server.github.releases()).toHaveLength(1);
      expect(server.github.tags.get('v1')).toBe(tags[tag]);
    });

    test('does not publish what was prepared from other files', async () => {
      await using server = await startGitHub({ tags: { [tag]: scratch.git('rev-parse', 'HEAD') } });
      scratch.edit('build/release/checksums.txt', /^./, 'x');
      const { exitCode, text } = await scratch.run(publishLine, {
        ...{ ...server.env, GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: tag },
      });
      expect(text).toContain('checksums.txt does not match the files of ');
      expect(exitCode).toBe(1);
      expect(server.github.releases()).toEqual([]);
    });

    test('commits a rebuilt dist/, with the command of the other workflow', async () => {
      const head = scratch.git('rev-parse', 'HEAD');
      const head_branch = 'dependabot/npm_and_yarn/runtime-1a2b3c';
      const dist = { 'index.js': '0', '0.index.js': '0' };
      await using server = await startGitHub({ tags: {}, branches: { [head_branch]: head }, dist });
      const repo = { full_name: repository };
      const run = { event: 'pull_request', conclusion: 'success', head_branch, head_sha: head };
      const made = { actor: { login: 'dependabot[bot]' }, head_repository: repo };
      const event = { repository: repo, workflow_run: { ...run, ...made } };
      writeFileSync(join(scratch.root, 'build', 'event.json'), JSON.stringify(event));
      const { exitCode, text } = await scratch.run(commitLine, {
        ...{ ...server.env, GITHUB_EVENT_PATH: join(scratch.root, 'build', 'event.json') },
        RUNNER_TEMP: scratch.root,
      });
      expect(text).toMatch(/dist\/ of dependabot\/.*: \d+ files written, 1 removed/);
      expect(exitCode).toBe(0);
      const [commit] = server.github.commits;
      const index = commit?.additions.find(({ path }) => path === 'dist/index.js');
      const written = Buffer.from(index?.contents ?? '', 'base64').toString();
      expect(written).toBe(scratch.read('dist/index.js'));
      expect(commit?.deletions).toEqual([{ path: 'dist/0.index.js' }]);
    });
  });

  test('all disagreements are reported together, also by a dry run, and no checksums are written', async () => {
    scratch.git('rm', '--quiet', '--cached', 'LICENSE');
    scratch.git('commit', '--quiet', '--message=later');
    scratch.edit('package.json', `"version": "${version}"`, '"version": "9.9.9"');
    scratch.edit('CHANGELOG.md', `## [${version}]`, '## [9.9.9]');
    scratch.edit('dist/index.js', /$/, '// changed');
    const { exitCode, text } = await scratch.run(`node scripts/release.ts --dry-run ${tag}`);
    expect(exitCode).toBe(1);
    expect(text).toContain(`package.json says 9.9.9, the tag says ${version}.`);
    expect(text).toContain(`CHANGELOG.md has no entry "## [${version}] - YYYY-MM-DD".`);
    expect(text).toContain(`${tag} is the tag of `);
    expect(text).toContain('The files differ from the commit: ');
    expect(text).toContain('The commit is not on origin/main.');
    expect(text).toContain('dist/ does not match src/: index.js. Run: npm run dist');
    expect(text).toContain('Nothing to ship in LICENSE');
    expect(text).toContain(`${tag} cannot be released: 5 `);
    expect(text).not.toContain('would run');
    expect(existsSync(join(scratch.root, 'build', 'release', 'checksums.txt'))).toBe(false);
  });

  test('a tag not of the form v1.2.3 is refused before any check', async () => {
    for (const other of ['v1', '1.0.0', 'v1.0.0-rc.1', 'v01.0.0', 'main', '"v1.0.0 --dry-run"']) {
      const { exitCode, text } = await scratch.run(`node scripts/release.ts prepare ${other}`);
      expect(text).toContain('is not a tag of the form v1.2.3');
      expect(exitCode).toBe(1);
    }
  });
});
