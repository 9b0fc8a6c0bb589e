import { spawn, spawnSync } from 'node:child_process';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Fakes } from './fakes.ts';
import { startFakes } from './fakes.ts';

// The CLI is a client that others wrote on other libraries. It takes seconds to start, and is skipped
// where it is not installed.
const { status } = spawnSync('aws', ['--version']);
vi.setConfig({ testTimeout: 60_000 });
const withCli = test.skipIf(status !== 0);

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function start(): Promise<{ fakes: Fakes; aws: (command: string) => Promise<Run> }> {
  const fakes = await startFakes({ behaviour: { rateSpeed: Number.POSITIVE_INFINITY } });
  onTestFinished(() => fakes.close());
  const env = {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    AWS_DEFAULT_REGION: fakes.region,
    AWS_MAX_ATTEMPTS: '1',
    ...fakes.env.credentials,
  };
  const aws = (command: string) => {
    const endpoint = command.startsWith('sts') ? fakes.sts.url : fakes.ec2.url;
    return run(['--endpoint-url', endpoint, '--output', 'json', ...command.split(' ')], env);
  };
  return { fakes, aws };
}

function run(args: string[], env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn('aws', args, { env });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

withCli('the AWS CLI associates a pair and sees it pending, then associated', async () => {
  const { aws } = await start();
  const pair = { Asn: '64500', Cidr: '203.0.113.0/24' };
  const associated = await aws('ec2 associate-ipam-byoasn --asn 64500 --cidr 203.0.113.0/24');
  expect(associated.stderr).toBe('');
  expect(JSON.parse(associated.stdout)).toEqual({
    AsnAssociation: { ...pair, State: 'pending-association' },
  });
  const states = [];
  for (let read = 0; read < 2; read += 1) {
    const { stdout } = await aws('ec2 describe-byoip-cidrs --max-results 10');
    const range = JSON.parse(stdout).ByoipCidrs.find(
      (range: typeof pair) => range.Cidr === pair.Cidr,
    );
    states.push(range.AsnAssociations);
  }
  expect(states).toEqual([
    [{ ...pair, State: 'pending-association' }],
    [{ ...pair, State: 'associated' }],
  ]);
});

withCli('the AWS CLI advertises a CIDR from AWS', async () => {
  const { fakes, aws } = await start();
  const { stdout, stderr } = await aws('ec2 advertise-byoip-cidr --cidr 198.51.100.0/24 --asn AWS');
  expect(stderr).toBe('');
  expect(JSON.parse(stdout).ByoipCidr).toMatchObject({ State: 'provisioned' });
  expect(fakes.ipam.advertisement('198.51.100.0/24')?.state).toBe('pending-advertising');
});

withCli('the AWS CLI fails a dry run with DryRunOperation', async () => {
  const { fakes, aws } = await start();
  const command = 'ec2 associate-ipam-byoasn --asn 64500 --cidr 203.0.113.0/24 --dry-run';
  const { code, stderr } = await aws(command);
  expect(code).not.toBe(0);
  expect(stderr).toContain('(DryRunOperation)');
  expect(stderr).toContain('Request would have succeeded, but DryRun flag is set.');
  expect(fakes.requestLog.changes).toEqual([]);
});

withCli('the AWS CLI lists the ASNs', async () => {
  const { aws } = await start();
  const { stdout } = await aws('ec2 describe-ipam-byoasn');
  expect(JSON.parse(stdout).Byoasns).toMatchObject([{ Asn: '64500' }, { Asn: '64501' }]);
});

withCli('the AWS CLI learns who it is', async () => {
  const { aws } = await start();
  const { stdout } = await aws('sts get-caller-identity');
  expect(JSON.parse(stdout)).toEqual({
    UserId: 'AIDAFAKEUSER00000000',
    Account: '111122223333',
    Arn: 'arn:aws:iam::111122223333:user/fake',
  });
});
