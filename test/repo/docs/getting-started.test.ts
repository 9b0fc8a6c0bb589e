import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { engineCommand } from '../iam/cloudformation.ts';
import { currentTag } from '../release/current.ts';
import { tool, toolEnvironment } from '../tools.ts';
import { commandsOf } from './commands.ts';
import { deployedParameters } from './deploy-command.ts';
import { pages, read, root } from './pages.ts';
import { ids, type Settings, startSettings } from './settings.ts';
import { blocks } from './snippets.ts';

// The blocks need bash, git, curl and jq. `gh` and `curl` are stubs that lead to loopback and to this
// clone; the AWS CLI is the real one.
// On Windows the stubs cannot be started by their names.
const missing =
  process.platform === 'win32'
    ? ['POSIX']
    : ['bash', 'git', 'curl', 'jq'].filter((name) => spawnSync(name, ['--version']).status !== 0);
const note = missing.length > 0 ? ` (SKIPPED: without ${missing.join(', ')})` : '';
const aws = tool('aws') ?? 'aws';
const withoutAws = spawnSync(aws, ['--version']).status !== 0;
const withoutMoto = tool('moto_server') === undefined;
const skipped = ' (SKIPPED: see npm run tools)';

const pageBlocks = blocks(read('docs/getting-started.md'), 'bash');

/** The requests to GitHub on all pages. */
const reads = [...new Set(pages.flatMap((page) => commandsOf(read(page))))].filter((command) =>
  /^gh api (?!.*--method)/.test(command),
);

/** The only block that has a text. */
function blockWith(part: string): string {
  const [block, ...others] = pageBlocks.filter((text) => text.includes(part));
  if (block === undefined || others.length > 0) throw new Error(`not one block with: ${part}`);
  return block;
}

describe.skipIf(missing.length > 0)(`the blocks of docs/getting-started.md${note}`, () => {
  const home = mkdtempSync(join(tmpdir(), 'byoasn-getting-started-'));
  const clone = join(home, 'clone');
  let fakes: Fakes;
  let settings: Settings;

  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: clone, env: env() });
  const env = () => ({
    PATH: [join(import.meta.dirname, 'stubs'), process.env.PATH, dirname(aws)].join(delimiter),
    HOME: home,
    CLONE: root,
    RELEASE: currentTag,
    GITHUB_API_URL: settings.url,
    AWS_ENDPOINT_URL_EC2: fakes.ec2.url,
    ...fakes.env.credentials,
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((role) => [
        [`GIT_${role}_NAME`, 'test'],
        [`GIT_${role}_EMAIL`, 'test@example.com'],
      ]),
    ),
  });
  /** The output of a block; throws if one of its commands fails. The servers are in this process. */
  const run = async (block: string, more: NodeJS.ProcessEnv = {}) => {
    const bash = ['--noprofile', '--norc', '-euo', 'pipefail', '-c', block];
    const { stdout } = await promisify(execFile)('bash', bash, {
      cwd: clone,
      env: { ...env(), ...more },
    });
    return stdout;
  };

  beforeAll(async () => {
    fakes = await startFakes();
    settings = await startSettings();
    mkdirSync(clone);
    execFileSync('git', [
      'init',
      '--quiet',
      '--bare',
      '--initial-branch=main',
      join(home, 'origin'),
    ]);
    git('init', '--quiet', '--initial-branch=main');
    git('remote', 'add', 'origin', join(home, 'origin'));
    git('commit', '--quiet', '--allow-empty', '--message=first');
    git('push', '--quiet', 'origin', 'main');
  });

  afterAll(async () => {
    await Promise.all([fakes.close(), settings.close()]);
    rmSync(home, { recursive: true, force: true });
  });

  test.skipIf(withoutAws)(`step 1 shows what AWS has${withoutAws ? skipped : ''}`, async () => {
    const printed = await run(blockWith('aws ec2 describe-byoip-cidrs'));
    expect(printed).toContain('198.51.100.0/24');
    expect(printed.match(/provisioned/g)?.length).toBeGreaterThan(1);
  });

  const undo = commandsOf(read('README.md')).filter((command) => command.startsWith('aws ec2'));
  test.skipIf(withoutAws).each(undo)(
    `README.md undoes with an operation and options that AWS has: %s${withoutAws ? skipped : ''}`,
    async (command) => {
      const skeleton = await run(`${command} --region us-west-2 --generate-cli-skeleton output`);
      expect(JSON.parse(skeleton)).toEqual(expect.any(Object));
    },
  );

  test('step 2 prints the IDs of the repository as parameters of the template', async () => {
    const printed = await run(blockWith('OrganizationId=\\('));
    expect(printed).toBe(`OrganizationId=${ids.owner} RepositoryId=${ids.repository}\n`);
    expect(blockWith('aws cloudformation deploy')).toContain(printed.trim());
  });

  test('step 2 downloads the template, and sets all required parameters', async () => {
    const [fetching = ''] = blockWith('aws cloudformation deploy').split('\n');
    await run(fetching);
    const template = parse(readFileSync(join(clone, 'byoasn-roles.yml'), 'utf8'), {
      logLevel: 'silent',
    });
    const given = deployedParameters();
    for (const [name, value] of given) {
      const { AllowedPattern: pattern = '', AllowedValues: values = [value] } =
        template.Parameters[name];
      expect([name, value]).toEqual([name, expect.stringMatching(new RegExp(pattern))]);
      expect(values).toContain(value);
    }
    const required = Object.keys(template.Parameters).filter(
      (name) => template.Parameters[name].Default === undefined,
    );
    expect([...given.keys()]).toEqual(expect.arrayContaining(required));
  });

  test('step 2 pins both roles to the workflow that step 4 copies, and trusts only the immutable sub', () => {
    const { uses } = parse(read('examples/reusable.yml')).jobs.byoasn;
    const given = deployedParameters();
    for (const pin of ['PlanJobWorkflowRefs', 'ApplyJobWorkflowRefs']) {
      expect(given.get(pin)).toBe(uses.replace('@', '@refs/tags/'));
    }
    expect(given.has('ClassicSubject')).toBe(false);
  });

  test.skipIf(withoutAws || withoutMoto)(
    `step 2 makes the provider and the stack, and shows them${withoutMoto ? skipped : ''}`,
    async () => {
      const [command, ...args] = engineCommand('serve');
      const moto = spawn(command, args, {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: toolEnvironment(),
      });
      onTestFinished(() => void moto.kill());
      const [url = ''] = await once(createInterface(moto.stdout), 'line');
      const at = { AWS_ENDPOINT_URL: url, AWS_DEFAULT_REGION: 'us-west-2' };
      const deployed = await run(blockWith('aws cloudformation deploy'), at);
      expect(deployed).toContain('Successfully created/updated stack - byoasn-roles');
      const said = commandsOf(read('docs/getting-started.md')).filter((text) =>
        /^aws (iam|cloudformation describe)/.test(text),
      );
      const outputs = await Promise.all(said.map((text) => run(text, at)));
      expect(outputs).toEqual([
        expect.stringContaining('token.actions.githubusercontent.com'),
        expect.stringContaining('byoasn-roles'),
      ]);
    },
    180_000,
  );

  test('step 3 creates an environment that requires a reviewer and allows only main', async () => {
    const printed = await run(blockWith('--method PUT'));
    expect(printed).toBe('required_reviewers\nbranch_policy\n');
    expect(settings.rules('byoasn')).toMatchObject({
      prevent_self_review: true,
      reviewers: [{ type: 'Team', id: ids.team }],
    });
    expect(settings.branches('byoasn')).toEqual(['main']);
  });

  test.each(reads)('a request to GitHub on a page works: %s', async (command) => {
    expect(await run(command)).toMatch(/^(\S.*\n)+$/);
  });

  test('steps 4 and 5 push the workflow and the file of examples/, and step 8 starts it', async () => {
    await run(blockWith('git switch'));
    const paths = { '.github/workflows/byoasn.yml': 'reusable.yml', 'byoasn.yml': 'byoasn.yml' };
    for (const [path, example] of Object.entries(paths)) {
      expect(readFileSync(join(clone, path), 'utf8')).toBe(read(`examples/${example}`));
    }
    expect(await run(blockWith('git push'))).toContain('Plan BYOASN associations');
    const pushed = git('ls-tree', '-r', '--name-only', 'origin/byoasn')
      .toString()
      .trim()
      .split('\n');
    expect(pushed).toEqual(Object.keys(paths));
    expect(await run(blockWith('gh workflow run'))).toBe('started\n');
  });
});
