import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedFiles } from '../../../scripts/release/shipped.ts';
import { fleet } from '../../e2e/action/fleet.ts';
import { runScenario } from '../../e2e/action/scenario.ts';
import { runProgram } from '../../e2e/cli/program.ts';
import { startFakes } from '../../fakes/fakes.ts';

/** Maximum size of the download of a job, in units of 1000 bytes. */
const most = { archive: 300, files: 60, code: 950, start: 420 } as const;

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'byoasn-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The archive of the newest commit, as GitHub makes it. */
const archive = join(folder, 'archive.tar.gz');
for (const [command, ...args] of [
  ['git', 'archive', '--format=tar.gz', `--output=${archive}`, 'HEAD'],
  ['tar', '-xzf', archive, '-C', folder],
]) {
  const { status, stderr } = spawnSync(command ?? '', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}
const files = shippedFiles(root);
const program = join(folder, 'bin', 'associate-ipam-byoasn.js');

describe('the archive that a job downloads', () => {
  test(`has at most ${most.archive} kB and ${most.files} files`, () => {
    expect(statSync(archive).size / 1000).toBeLessThan(most.archive);
    expect(files.length).toBeLessThanOrEqual(most.files);
  });

  test(`has at most ${most.code} kB of code in dist/`, () => {
    const code = files.filter((file) => /^dist\/.*\.js$/.test(file));
    const sizes = code.map((file) => statSync(join(folder, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThan(most.code);
  });

  test(`starts from at most ${most.start} kB`, () => {
    const { size } = statSync(join(folder, 'dist', 'index.js'));
    expect(size / 1000).toBeLessThan(most.start);
  });

  test('has every file that users reference by path, but no sources of builds and tests', () => {
    const tracked = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
    const reached =
      /^(action\.yml|LICENSE|README\.md|package\.json|(bin|dist|examples|iam|route|schema|\.github\/actions)\/.*|\.github\/workflows\/byoasn(-routes)?\.yml)$/;
    const wanted = tracked.stdout.split('\n').filter((file) => reached.test(file));
    expect(files).toEqual(wanted.sort());
  });

  test.each(files.filter((file) => basename(file) === 'action.yml'))(
    'starts what %s names',
    (path) => {
      const { runs } = parse(readFileSync(join(folder, path), 'utf8'));
      expect(existsSync(join(folder, dirname(path), runs.main))).toBe(true);
    },
  );

  test('makes a dry run', async () => {
    const { outputs } = await runScenario({
      program: join(folder, 'dist', 'index.js'),
      with: { 'dry-run': 'true' },
    });
    expect(outputs.reason).toBe('dry-run-permitted');
  });

  test.each([
    ['--version', /^\d+\.\d+\.\d+\n$/],
    [
      'plan --config byoasn.yml --allow-special-use --target 111122223333/us-west-2',
      /2 associations to create/,
    ],
    ['export --aws-region us-west-2', /^version: 1$/m],
  ])('has a command-line program: %s', async (line, pattern) => {
    const fakes = await startFakes();
    try {
      const { status, out, err } = await runProgram(line.split(' '), {
        env: { ...fakes.env.endpoints, ...fakes.env.credentials },
        files: { 'byoasn.yml': fleet },
        by: [process.execPath, program],
      });
      expect({ status, out, err }).toMatchObject({
        status: 0,
        out: expect.stringMatching(pattern),
      });
    } finally {
      await fakes.close();
    }
  });
});
