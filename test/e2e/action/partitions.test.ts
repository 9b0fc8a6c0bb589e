import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakesOptions } from '../../fakes/fakes.ts';
import { certify } from '../../fakes/tls.ts';
import { behindProxy, hosts, type Trust, targetsOf } from './behind-proxy.ts';
import { runScenario } from './scenario.ts';

interface RegionHosts {
  readonly region: string;
  readonly partition: string;
  readonly sts: string;
  readonly ec2: string;
  readonly audience?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const inRegion = (region: string, partition: string, suffix: string): RegionHosts => ({
  region,
  partition,
  sts: `sts.${region}.${suffix}`,
  ec2: `ec2.${region}.${suffix}`,
});
const fips = { AWS_USE_FIPS_ENDPOINT: 'true' };
const dualStack = { AWS_USE_DUALSTACK_ENDPOINT: 'true' };
const chinese = { audience: 'sts.amazonaws.com.cn' };

/** Amazon EC2 and AWS STS endpoints and quotas, AWS General Reference; each partition's own pages. */
const regions: readonly RegionHosts[] = [
  inRegion('us-west-2', 'aws', 'amazonaws.com'),
  inRegion('us-gov-west-1', 'aws-us-gov', 'amazonaws.com'),
  inRegion('us-gov-east-1', 'aws-us-gov', 'amazonaws.com'),
  { ...inRegion('cn-north-1', 'aws-cn', 'amazonaws.com.cn'), ...chinese },
  { ...inRegion('cn-northwest-1', 'aws-cn', 'amazonaws.com.cn'), ...chinese },
  inRegion('us-iso-east-1', 'aws-iso', 'c2s.ic.gov'),
  inRegion('us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov'),
  inRegion('eusc-de-east-1', 'aws-eusc', 'amazonaws.eu'),
];
const variants: readonly RegionHosts[] = [
  {
    region: 'us-west-2',
    partition: 'aws',
    sts: 'sts-fips.us-west-2.amazonaws.com',
    ec2: 'ec2-fips.us-west-2.amazonaws.com',
    env: fips,
  },
  { ...inRegion('us-gov-west-1', 'aws-us-gov', 'amazonaws.com'), env: fips },
  { ...inRegion('us-west-2', 'aws', 'api.aws'), env: dualStack },
  {
    region: 'us-west-2',
    partition: 'aws',
    sts: 'sts-fips.us-west-2.api.aws',
    ec2: 'ec2-fips.us-west-2.api.aws',
    env: { ...fips, ...dualStack },
  },
];

let folder: string;
let trust: Trust;

beforeAll(async () => {
  const names = [...regions, ...variants].flatMap(({ sts, ec2 }) => [sts, ec2]);
  const certificate = await certify([...new Set([...Object.values(hosts), ...names])]);
  folder = mkdtempSync(join(tmpdir(), 'byoasn-ca-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, certificate.ca);
  trust = { certificate, caFile };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const roleOf = (partition: string) => `arn:${partition}:iam::111122223333:role/byoasn-apply`;

async function expectHosts({
  region,
  partition,
  sts,
  ec2,
  audience,
  env,
}: RegionHosts): Promise<void> {
  const fakesOptions: FakesOptions = { region, role: { arn: roleOf(partition) } };
  await behindProxy(
    trust,
    async ({ fakes, proxy, run }) => {
      const clientIds = [audience ?? 'sts.amazonaws.com'];
      fakes.sts.setProvider({ account: fakes.account, issuer: fakes.issuer.url, clientIds });
      const { outputs } = await run({
        with: { 'dry-run': 'true', 'allowed-account-ids': fakes.account },
        env: { ...env },
      });
      expect(outputs).toMatchObject({ reason: 'dry-run-permitted', region });
      expect(fakes.issuer.tokens.map((token) => token.audience)).toEqual(clientIds);
      const names = [hosts.oidc, sts, ec2].map((name) => `CONNECT ${name}:443`);
      expect(targetsOf(proxy)).toEqual(names.sort());
    },
    { fakes: fakesOptions, hosts: { ...hosts, sts, ec2 } },
  );
}

describe.concurrent('the hosts and the audience of a partition', () => {
  test.each(regions)('in $region are $sts and $ec2', (regionHosts) => expectHosts(regionHosts));

  test.each(variants)('in $region with $env are $sts and $ec2', (regionHosts) =>
    expectHosts(regionHosts),
  );
});

test('a role of another partition is refused before any request', async () => {
  const { outputs, log, fakes } = await runScenario({ with: { 'aws-region': 'us-gov-east-1' } });
  expect(outputs.reason).toBe('invalid-input');
  expect(log).toContain('is in the partition aws, but us-gov-east-1 is in aws-us-gov');
  expect(fakes.requestLog.requests).toEqual([]);
});

test('a role of another partition is refused for the target of a file too', async () => {
  const target = { account: '111122223333', region: 'us-gov-east-1' };
  const associations = [{ asn: 64500, cidr: '198.51.100.0/24' }];
  const { outputs, log, fakes } = await runScenario({
    with: { config: 'byoasn.yml', 'dry-run': 'true' },
    files: {
      'byoasn.yml': JSON.stringify({ version: 1, targets: [{ ...target, associations }] }),
    },
  });
  expect(outputs.reason).toBe('invalid-input');
  expect(log).toContain('is in the partition aws, but us-gov-east-1 is in aws-us-gov');
  expect(fakes.requestLog.requests).toEqual([]);
});
