import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '../docs/pages.ts';
import { blocks } from '../docs/snippets.ts';
import { toolEnvironment, withTool } from '../tools.ts';
import {
  engineCommand,
  renderedRoles,
  templateParameters,
  templatePath,
} from './cloudformation.ts';
import { snakeCase } from './role-parameters.ts';
import { applyConfiguration, modulePath } from './terraform.ts';

const page = read('docs/iam.md');
const gettingStarted = read('docs/getting-started.md');
const troubleshooting =
  'aws cloudformation describe-stack-events --region us-west-2 --stack-name byoasn-roles';
const shell = [...blocks(gettingStarted, 'bash'), ...blocks(page, 'bash')];
const json = blocks(page, 'json').map((text) => JSON.parse(text));

/** The only block that has a text. */
function blockWith(part: string): string {
  const [block, ...others] = shell.filter((text) => text.includes(part));
  if (block === undefined || others.length > 0) throw new Error(`not one block with: ${part}`);
  return block;
}

test('the table has every parameter of the template, with its default and its meaning', () => {
  const rows = Object.entries(templateParameters()).map(([name, parameter]) => {
    const preset = parameter.Default === '' ? '' : `\`${parameter.Default}\``;
    const defaultText = parameter.Default === undefined ? 'required' : preset;
    return `| \`${name}\` | ${defaultText} | ${parameter.Description} |`;
  });
  const tableRows = page.split('\n').filter((line) => /^\| `[A-Z]\w+` \|/.test(line));
  expect(tableRows).toEqual(rows);
});

test('the module has every parameter of the template, with the same meaning and default', () => {
  const variables = readFileSync(join(modulePath, 'variables.tf'), 'utf8');
  const declared = [...variables.matchAll(/^variable "(\w+)" {\n([\s\S]*?)^}/gm)];
  const names = Object.keys(templateParameters());
  expect(declared.map(([, name]) => name)).toEqual([...names.map(snakeCase), 'tags']);
  for (const [index, name] of names.entries()) {
    const { Description = '', Default: preset } = templateParameters()[name] ?? {};
    const body = declared[index]?.[2] ?? '';
    const [, description = ''] = /description = (".*")/.exec(body) ?? [];
    const [, value] = /default {5}= (.*)/.exec(body) ?? [];
    const named = (text: string) => text.replaceAll(/\b[A-Z]\w+Refs\b/g, snakeCase);
    expect(JSON.parse(description), name).toBe(
      named(Description).replace(', separated by commas', ''),
    );
    expect(value === undefined, name).toBe(preset === undefined);
    const nothing = ['null', '[]', '""'];
    if (preset === '') expect(nothing, name).toContain(value);
    else if (value !== undefined) expect(value.replaceAll('"', ''), name).toBe(String(preset));
  }
});

withTool('moto_server', 'the documents on the page are those of the template', () =>
  test('the documents on the page are those of the template', () => {
    const roles = renderedRoles({
      organization: 'ORG',
      repository: 'REPO',
      organizationId: 'ORGID',
      repositoryId: 'REPOID',
      regions: ['us-west-2'],
    });
    expect(json).toContainEqual(roles.apply.trust);
    expect(json).toContainEqual(roles.plan.trust.Statement[0]?.Condition);
  }),
);

withTool('tofu', 'the configuration on the page makes the roles', () =>
  test('the configuration on the page makes the roles', () => {
    const [configuration = '', ...others] = blocks(page, 'hcl');
    expect(others).toEqual([]);
    expect(page).toContain('```bash\nterraform init\nterraform apply\n```');
    const local = configuration.replace(
      /source = ".*\/\/iam\/terraform\?ref=v[\d.]+"/,
      'source = "./roles"',
    );
    expect(local).not.toBe(configuration);
    expect(applyConfiguration(local)).toMatchObject({
      byoasn_roles: {
        value: { plan_role_arn: 'arn of byoasn-plan', apply_role_arn: 'arn of byoasn-apply' },
      },
    });
  }),
);

withTool('aws', 'the commands of docs/getting-started.md and docs/iam.md work', (aws) =>
  describe('the commands of docs/getting-started.md and docs/iam.md, against moto', () => {
    const folder = mkdtempSync(join(tmpdir(), 'byoasn-roles-page-'));
    let server: ChildProcess;
    let url = '';

    beforeAll(async () => {
      cpSync(templatePath, join(folder, 'byoasn-roles.yml'));
      const [command, ...args] = engineCommand('serve');
      const started = spawn(command, args, {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: toolEnvironment(),
      });
      server = started;
      for await (const line of createInterface(started.stdout)) {
        url = line;
        break;
      }
    }, 120_000);

    afterAll(() => {
      server.kill();
      rmSync(folder, { recursive: true });
    });

    /** What the commands of AWS in a block print; anything but success is an error. */
    function run(block: string): string {
      const commands = block.replaceAll(/^curl .*\n/gm, '');
      const { stdout, stderr, status } = spawnSync(
        'bash',
        ['--noprofile', '--norc', '-euo', 'pipefail', '-c', commands],
        {
          cwd: folder,
          encoding: 'utf8',
          env: {
            PATH: `${dirname(aws)}:${process.env.PATH}`,
            HOME: folder,
            AWS_ENDPOINT_URL: url,
            AWS_ACCESS_KEY_ID: 'test',
            AWS_SECRET_ACCESS_KEY: 'test',
            AWS_DEFAULT_REGION: 'us-west-2',
          },
        },
      );
      if (status !== 0) throw new Error(`${stdout}${stderr}`);
      return stdout;
    }

    test('create the provider and the roles, show their ARNs, and remove the roles again', () => {
      const providers = () => run('aws iam list-open-id-connect-providers');
      const roles = () => run('aws iam list-roles --query "Roles[].RoleName" --output text').trim();
      expect(providers()).not.toContain('token.actions.githubusercontent.com');

      const deployed = run(blockWith('aws cloudformation deploy'));
      expect(deployed).toContain('Successfully created/updated stack - byoasn-roles');
      expect(providers()).toContain(':oidc-provider/token.actions.githubusercontent.com');
      expect(run(blockWith('describe-stacks')).trim().split(/\s+/)).toEqual([
        expect.stringMatching(/^arn:aws:iam::\d{12}:role\/byoasn-plan$/),
        expect.stringMatching(/^arn:aws:iam::\d{12}:role\/byoasn-apply$/),
      ]);

      expect(gettingStarted).toContain(`\`${troubleshooting}\``);
      expect(run(troubleshooting)).toContain('CREATE_COMPLETE');

      run(blockWith('delete-stack'));
      expect(roles()).toBe('');
    });
  }),
);
