import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import type { Fault } from '../../fakes/faults.ts';
import { runOn, runScenario } from './scenario.ts';

const expired = (code: string): Fault => ({
  fault: 'error',
  status: 400,
  code,
  message: 'It has expired.',
});

describe.concurrent('an associate call that EC2 rejects because the session has expired', () => {
  test.each(['ExpiredToken', 'RequestExpired'])(
    'is sent again with a session from a new ID token, without reading back (%s)',
    async (code) => {
      const { outputs, fakes, log } = await runScenario({
        with: { wait: 'false' },
        given: ({ faults }) =>
          faults.add({ ...expired(code), operation: 'AssociateIpamByoasn', times: 1 }),
      });
      expect(outputs, log).toMatchObject({ reason: 'accepted', changed: 'true' });
      const [first, second] = fakes.requestLog.of('AssociateIpamByoasn');
      expect(second?.accessKeyId).not.toBe(first?.accessKeyId);
      expect(fakes.requestLog.of('AssumeRoleWithWebIdentity')).toHaveLength(2);
      expect(fakes.requestLog.of('DescribeByoipCidrs')).toHaveLength(1);
    },
  );

  test('fails with credentials-rejected if the environment has no other credentials', async () => {
    const { outputs, fakes } = await runScenario({
      credentials: 'env',
      given: ({ faults }) =>
        faults.add({ ...expired('ExpiredToken'), operation: 'AssociateIpamByoasn', times: 9 }),
    });
    expect(outputs).toMatchObject({ reason: 'credentials-rejected', state: 'absent' });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(1);
  });
});

describe.concurrent('a permission check that EC2 rejects because the session has expired', () => {
  test('is repeated with a new session', async () => {
    const { outputs, fakes } = await runScenario({
      with: { 'dry-run': 'true' },
      given: ({ faults }) =>
        faults.add({ ...expired('ExpiredToken'), operation: 'AssociateIpamByoasn', times: 1 }),
    });
    expect(outputs.reason).toBe('dry-run-permitted');
    expect(fakes.requestLog.of('AssumeRoleWithWebIdentity')).toHaveLength(2);
  });
});

/** A key of the account, as a credential process prints it. */
function addKey({ credentials, account }: Fakes, name: string) {
  const AccessKeyId = `ASIAEXAMPLEOF${name}`;
  const SecretAccessKey = `example-secret-of-${name}`;
  const SessionToken = `example-session-of-${name}`;
  credentials.add({
    ...{ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
    ...{ account, arn: `arn:aws:iam::${account}:user/${name}`, userId: name, actions: 'all' },
  });
  return { Version: 1, AccessKeyId, SecretAccessKey, SessionToken };
}

test('a credential process runs again if EC2 says that its first credentials have expired', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const fakes = await startFakes();
  onTestFinished(() => fakes.close());
  const printed = [addKey(fakes, 'FIRST'), addKey(fakes, 'SECOND')];
  const script = join(folder, 'keys.mjs');
  writeFileSync(
    script,
    `import { existsSync, writeFileSync } from 'node:fs';
const asked = ${JSON.stringify(join(folder, 'asked'))};
const key = existsSync(asked) ? 1 : 0;
writeFileSync(asked, '');
console.log(JSON.stringify(${JSON.stringify(printed)}[key]));
`,
  );
  const config = join(folder, 'config');
  writeFileSync(config, `[default]\ncredential_process = "${process.execPath}" "${script}"\n`);
  fakes.faults.add({ ...expired('ExpiredToken'), operation: 'AssociateIpamByoasn', times: 1 });
  const { outputs, log } = await runOn(fakes, {
    credentials: 'none',
    with: { wait: 'false' },
    env: {
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
      AWS_EC2_METADATA_DISABLED: 'true',
    },
  });
  expect(outputs, log).toMatchObject({ reason: 'accepted', changed: 'true' });
  const keys = fakes.requestLog.of('AssociateIpamByoasn').map(({ accessKeyId }) => accessKeyId);
  expect(keys).toEqual(printed.map(({ AccessKeyId }) => AccessKeyId));
});
