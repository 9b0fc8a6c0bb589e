import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Fakes, type FakesOptions, startFakes } from '../../fakes/fakes.ts';
import type { FaultRule } from '../../fakes/faults.ts';
import { classicSubject } from '../../fakes/issuer.ts';
import { read } from '../../repo/docs/pages.ts';
import { blocks } from '../../repo/docs/snippets.ts';
import { configFile, dr, main } from '../action/fleet.ts';
import { program, runProgram, type Seen, type TerminalOptions } from './program.ts';

const file = configFile([
  { name: 'harbor', ...main, associations: [{ asn: 64500, cidr: '198.51.100.0/24' }] },
]);
const command = ['doctor', '--config', 'byoasn.yml', '--allow-special-use'];

interface Situation extends TerminalOptions {
  /** By default those of the file above. */
  readonly args?: readonly string[];
  readonly fakes?: FakesOptions;
  readonly given?: (fakes: Fakes) => void;
  /** Variables that depend on the fake servers; by default, everything is correct. */
  readonly with?: (fakes: Fakes) => Readonly<Record<string, string>>;
}

/** Runs `doctor` on new fake servers, and checks that it changes nothing and prints no secret. */
async function examine(situation: Situation): Promise<Seen> {
  const fakes = await startFakes(situation.fakes);
  try {
    fakes.github.permit('none', 'read');
    const rules = { reviewers: 2, preventSelfReview: true, branches: 'custom' } as const;
    fakes.github.repository().setEnvironment('byoasn', rules);
    situation.given?.(fakes);
    const { endpoints, credentials, github } = fakes.env;
    const own = { ...endpoints, ...credentials, ...github, GITHUB_TOKEN: fakes.github.token };
    const seen = await runProgram(situation.args ?? command, {
      ...situation,
      files: { 'byoasn.yml': file, ...situation.files },
      env: { ...own, ...situation.with?.(fakes), ...situation.env },
    });
    expect(fakes.requestLog.changes).toEqual([]);
    for (const secret of fakes.secrets()) {
      expect((seen.out + seen.err).includes(secret), 'a secret is visible').toBe(false);
    }
    return seen;
  } finally {
    await fakes.close();
  }
}

/** The lines of the checks that are neither ok nor unknown, each with what to do. */
function badLines(out: string): string {
  const blocks = out.split(/\n(?=\S)/).filter((block) => /^(fault|warning) /.test(block));
  return blocks.join('\n').replace(/\s+/g, ' ');
}

const noKeys = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
const target = (associations: Parameters<typeof configFile>[0][number]['associations']) => ({
  'byoasn.yml': configFile([{ name: 'harbor', ...main, associations }]),
});

/** Misconfigurations, with the worst status, what is found and what to do. */
const planted: Readonly<Record<string, readonly [Situation, 'fault' | 'warning', string, string]>> =
  {
    'there are no credentials': [
      { env: noKeys },
      'fault',
      'Credentials: The AWS credential chain has no credentials',
      'Next step: Sign in (aws sso login --profile NAME)',
    ],
    'the profile does not exist': [
      { args: [...command, '--profile', 'nosuch'], env: noKeys },
      'fault',
      'Could not get AWS credentials from the profile "nosuch": it is in neither',
      'Next step: Choose a profile from aws configure list-profiles',
    ],
    'the secret of the access key is missing': [
      { env: { AWS_SECRET_ACCESS_KEY: '' } },
      'fault',
      'AWS_SECRET_ACCESS_KEY is not set',
      'Next step: Set AWS_SECRET_ACCESS_KEY too, or neither of them.',
    ],
    'AWS does not know the access key': [
      { env: { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' } },
      'fault',
      'Credentials: Could not ask STS in us-west-2',
      'Next step: Renew the credentials.',
    ],
    'the credentials are of another account': [
      { fakes: { account: dr.account } },
      'fault',
      'Account: The credentials belong to account 444455556666, and the target is in 111122223333',
      'Next step: Use a profile of that account (--profile NAME)',
    ],
    'the role may not be assumed by this job': [
      {
        args: [...command, '--role-to-assume', 'arn:aws:iam::111122223333:role/byoasn-apply'],
        fakes: { claims: { sub: 'repo:octo-org/prefixes:pull_request' } },
        with: ({ env }) => ({ ...env.oidc, GITHUB_ACTIONS: 'true' }),
      },
      'fault',
      'sub: repo:octo-org/prefixes:pull_request',
      'Next step: Check first that this kind of run may have this role.',
    ],
    'the job may not get an ID token': [
      {
        args: [...command, '--role-to-assume', 'arn:aws:iam::111122223333:role/byoasn-apply'],
        env: { GITHUB_ACTIONS: 'true' },
      },
      'fault',
      'Credentials: role-to-assume is set, but this job has no ID token',
      'Next step: Add to the job: permissions: { id-token: write',
    ],
    'a terminal cannot assume a role with an ID token': [
      { args: [...command, '--role-to-assume', 'arn:aws:iam::111122223333:role/byoasn-apply'] },
      'fault',
      "Credentials: role-to-assume needs GitHub's ID token, which only a job",
      'Next step: Use a profile that assumes the role instead: --profile NAME.',
    ],
    'no Region is known': [
      { args: ['doctor'] },
      'fault',
      'aws-region: is missing, and AWS_REGION and AWS_DEFAULT_REGION are not set',
      'Next step: Fix the problems that are listed',
    ],
    'the Region is an Availability Zone': [
      { args: ['doctor', '--region', 'us-west-2a'] },
      'fault',
      'aws-region: "us-west-2a" is not an AWS Region; it names an Availability Zone',
      'Example: aws-region: us-west-2',
    ],
    'the file is not there': [
      { args: ['doctor', '--config', 'nosuch.yml'] },
      'fault',
      'File: config: "nosuch.yml" does not exist',
      'Next step: Use a full path, or one relative to the current folder',
    ],
    'the file has documentation values': [
      { args: ['doctor', '--config', 'byoasn.yml'] },
      'fault',
      'File: byoasn.yml has 2 problems',
      'asn: "64500" is set aside for documentation (RFC 5398)',
    ],
    'the CIDR is in another Region': [
      { fakes: { cidrs: [] } },
      'fault',
      'CIDRs in us-west-2: EC2 lists none Next step: Use the Region of the CIDR',
      'nor any other BYOIP CIDR: is the Region right? (cidr-not-found) Next step: Check the Region',
    ],
    'the CIDR is part of the provisioned one': [
      {
        files: target([{ asn: 64500, cidr: '198.51.100.0/24' }]),
        fakes: { cidrs: [{ cidr: '198.51.0.0/16', state: 'provisioned' }] },
      },
      'fault',
      'it lists 198.51.0.0/16: use the CIDR exactly as provisioned (cidr-not-found)',
      'Next step: Check the Region, the account, and that the CIDR is exactly the provisioned one.',
    ],
    'the CIDR is still being provisioned': [
      { fakes: { cidrs: [{ cidr: '198.51.100.0/24', state: 'pending-provision' }] } },
      'fault',
      '198.51.100.0/24 is pending-provision (cidr-not-ready)',
      'run again when DescribeByoipCidrs shows it as provisioned',
    ],
    'the CIDR can never be advertised': [
      {
        fakes: {
          cidrs: [{ cidr: '198.51.100.0/24', state: 'provisioned-not-publicly-advertisable' }],
        },
      },
      'fault',
      '(cidr-not-eligible)',
      'Next step: Use a unicast CIDR that was provisioned as publicly advertisable.',
    ],
    'the CIDR is being disassociated from the ASN': [
      {
        given: ({ ipam }) =>
          ipam.setAssociation({
            asn: '64500',
            cidr: '198.51.100.0/24',
            state: 'pending-disassociation',
          }),
      },
      'fault',
      'a disassociation is pending (association-busy)',
      'Next step: Wait until it ends',
    ],
    'the ASN is mistyped': [
      { files: target([{ asn: 64510, cidr: '198.51.100.0/24' }]) },
      'warning',
      'AS64510: not listed in us-west-2',
      'Next step: Check that it is not a typo. If it is right, set ipam-region',
    ],
    'the ASN could not be provisioned': [
      {
        given: ({ ipam }) =>
          ipam.setAsn({ asn: '64500', ipamId: 'ipam-0', state: 'failed-provision' }),
      },
      'fault',
      'IPAM shows AS64500 as failed-provision (asn-not-provisioned)',
      'Next step: Check the ASN and ipam-region. If both are right, provision the ASN',
    ],
    'the IPAM is at home in another Region than ipam-region': [
      { args: [...command, '--ipam-region', 'us-east-1'] },
      'fault',
      'the IPAM in us-east-1 lists no ASN (asn-not-provisioned)',
      'Next step: Check the ASN and ipam-region.',
    ],
    'the role may not read the CIDRs': [
      { fakes: { actions: ['ec2:DescribeIpamByoasn'] } },
      'fault',
      'Could not read the BYOIP CIDRs of us-west-2: UnauthorizedOperation',
      '"Action": [ "ec2:DescribeByoipCidrs", "ec2:DescribeIpamByoasn" ]',
    ],
    'the role may not read the ASNs': [
      { fakes: { actions: ['ec2:DescribeByoipCidrs', 'ec2:AssociateIpamByoasn'] } },
      'warning',
      'ASNs in us-west-2: not read: UnauthorizedOperation',
      'Next step: Allow ec2:DescribeIpamByoasn in us-west-2',
    ],
    'the role may not associate': [
      { fakes: { actions: ['ec2:DescribeByoipCidrs', 'ec2:DescribeIpamByoasn'] } },
      'warning',
      'Permission to associate: Could not confirm the permission',
      'Next step: Right for the plan role. Give the apply role the policy above.',
    ],
    'RPKI has a ROA of another ASN only': [
      {
        args: [...command, '--rpki', 'vrps.json'],
        files: {
          'vrps.json': JSON.stringify({ roas: [{ asn: 16_509, prefix: '198.51.100.0/24' }] }),
        },
      },
      'warning',
      'RPKI of 198.51.100.0/24 from AS64500: 198.51.100.0/24 from AS64500 is invalid in RPKI',
      'Next step: Create the ROA that the message names',
    ],
    'RPKI has no ROA of Amazon': [
      {
        args: [...command, '--rpki', 'vrps.json'],
        files: {
          'vrps.json': JSON.stringify({ roas: [{ asn: 64_500, prefix: '198.51.100.0/24' }] }),
        },
      },
      'warning',
      "198.51.100.0/24 from Amazon's AS16509 and AS14618 is invalid in RPKI: AWS may stop advertising it",
      "Next step: Create the ROAs for Amazon's ASNs that this line names",
    ],
    'the source of RPKI data does not answer': [
      { args: [...command, '--rpki', 'http://127.0.0.1:9'] },
      'warning',
      'RPKI data could not be read: 127.0.0.1:9',
      'Next step: Check the source that the input rpki names',
    ],
    'the proxy has no scheme': [
      { env: { HTTPS_PROXY: 'proxy.example.com:3128' } },
      'fault',
      'Proxy: HTTPS_PROXY: "proxy.example.com:3128" has no scheme',
      'Next step: Correct or unset the variable.',
    ],
    'the proxy is only for HTTP': [
      { env: { HTTP_PROXY: 'http://proxy.example.com:3128' } },
      'fault',
      'is set and HTTPS_PROXY is not, but all calls are HTTPS',
      'Next step: Correct or unset the variable.',
    ],
    'AWS cannot be reached': [
      { env: { AWS_ENDPOINT_URL_EC2: 'http://127.0.0.1:9' } },
      'fault',
      'AWS in us-west-2: Could not read the BYOIP CIDRs of us-west-2: ECONNREFUSED',
      'Next step: Check Region, DNS, proxy and firewall',
    ],
    'the environment is missing': [
      { args: [...command, '--environment', 'production'] },
      'fault',
      'Environment production: GitHub has none.',
      'Next step: Create it with required reviewers before an apply',
    ],
    'the environment has no reviewers': [
      {
        given: ({ github }) =>
          github.repository().setEnvironment('byoasn', {
            reviewers: 0,
            preventSelfReview: false,
            branches: 'custom',
          }),
      },
      'fault',
      'it has no required reviewers, so an apply waits for nobody',
      'Next step: Add required reviewers',
    ],
    'every branch may deploy': [
      {
        given: ({ github }) =>
          github.repository().setEnvironment('byoasn', {
            reviewers: 1,
            preventSelfReview: true,
            branches: undefined,
          }),
      },
      'warning',
      'Environment byoasn: every branch may deploy',
      'Next step: Allow only the default branch',
    ],
  };

describe.concurrent('doctor finds that', () => {
  test.each(Object.entries(planted))('%s', async (_, [situation, status, found, advice]) => {
    const args = [...(situation.args ?? command), '--detailed-exitcode'];
    const seen = await examine({ ...situation, args });
    const lines = badLines(seen.out);
    expect(lines).toContain(found);
    expect(lines).toContain(advice);
    expect(seen.status).toBe(status === 'fault' ? 1 : 2);
  });
});

describe.concurrent('doctor', () => {
  test('finds no fault if all is well', async () => {
    const { status, out } = await examine({ args: [...command, '--detailed-exitcode'] });
    expect(badLines(out)).toBe('');
    expect(out.replace(/127\.0\.0\.1:\d+/g, 'HOST').replace(/request id [\w-]+/, 'ID')).toBe(
      `General
ok       Proxy: none is set
ok       Endpoints: AWS_ENDPOINT_URL_EC2 HOST, AWS_ENDPOINT_URL_STS HOST
ok       File: byoasn.yml has 1 target with 1 association
ok       Environment byoasn: 2 required reviewers, who may not approve their own runs
unknown  Environment byoasn: selected branches may deploy; their names were not read
         Next step: Check that they are only the default branch (docs/approvals.md#set-up-the-environment).

harbor · 111122223333 · us-west-2
ok       Credentials: from AWS_ACCESS_KEY_ID of the environment
ok       Account: 111122223333, as the file says
ok       CIDRs in us-west-2: 198.51.100.0/24 provisioned, 2001:db8:1000::/48 advertised, 203.0.113.0/24 advertised
ok       ASNs in us-west-2: AS64500 provisioned, AS64501 provisioned
ok       IPAM admin account: probably this account, with its IPAM in us-west-2, which lists ASNs
ok       AS64500: provisioned in us-west-2
ok       198.51.100.0/24 with AS64500: not associated yet (CIDR provisioned)
ok       Permission to associate: EC2 DryRun permits this role to associate (ID)

0 faults, 0 warnings.
`,
    );
    expect(status).toBe(0);
  });

  test('exits with 0 despite warnings, unless --detailed-exitcode is set', async () => {
    const fakes = { actions: ['ec2:DescribeByoipCidrs', 'ec2:DescribeIpamByoasn'] };
    const { status, out } = await examine({ fakes });
    expect(out).toContain('\n0 faults, 1 warning.\n');
    expect(status).toBe(0);
  });

  test('works without a file, and says what it does not know', async () => {
    const { status, out } = await examine({
      args: ['doctor', '--region', 'us-west-2'],
      fakes: { asns: [] },
      env: { GITHUB_TOKEN: '' },
    });
    expect(status).toBe(0);
    expect(out).toContain(
      'unknown  Environment byoasn: not read: it needs GITHUB_REPOSITORY, and GITHUB_TOKEN or GH_TOKEN',
    );
    expect(out).toContain('unknown  IPAM admin account: not known: no ASN is listed');
    expect(out).toContain('unknown  Permission to associate: not asked: there is nothing');
  });

  test('says which permission its token lacks to read the environment', async () => {
    const { out } = await examine({ given: ({ github }) => github.permit('none') });
    expect(out).toContain(
      'unknown  Environment byoasn: not read: GitHub returned 403: Resource not accessible by integration. Check the name of the repository, and use a token that may read its environments (in a job: permissions: actions: read)\n',
    );
  });

  test('assumes a chain of roles, and says so', async () => {
    const hub = 'arn:aws:iam::777788889999:role/byoasn-apply';
    const member = 'arn:aws:iam::111122223333:role/byoasn-apply';
    const { status, out } = await examine({
      args: [...command, '--role-to-assume', hub, '--role-to-assume', member],
      given: ({ sts, issuer }) => {
        const clientIds = ['sts.amazonaws.com'];
        sts.setProvider({ account: '777788889999', issuer: issuer.url, clientIds });
        const assumes = { action: 'sts:AssumeRole', resources: [member] } as const;
        const common = { maxSessionSeconds: 3600 };
        sts.setRole({ ...common, arn: hub, subjects: [classicSubject], actions: [assumes] });
        const principals = [hub];
        sts.setRole({ ...common, arn: member, subjects: [], principals, actions: 'all' });
      },
      with: ({ env }) => ({ ...env.oidc, ...noKeys, GITHUB_ACTIONS: 'true' }),
    });
    expect(out).toContain(
      `from the role ${hub}, with GitHub's ID token, then the role ${member} with that session\n`,
    );
    expect(out).toContain('ok       Permission to associate: EC2 DryRun permits');
    expect(status).toBe(0);
  });

  test('says whether administrators may bypass the rules of the environment', async () => {
    const rules = { reviewers: 1, preventSelfReview: true, branches: 'custom' } as const;
    const { out } = await examine({
      given: ({ github }) =>
        github.repository().setEnvironment('byoasn', { ...rules, adminsMayBypass: true }),
    });
    expect(out).toContain(
      '1 required reviewer, who may not approve their own runs; administrators may bypass the rules\n',
    );
  });

  test('shows which Region lists the ASN, in a job with the role that it assumes', async () => {
    const { status, out } = await examine({
      args: [
        ...command,
        ...['--ipam-region', 'us-east-1'],
        ...['--role-to-assume', 'arn:aws:iam::{account}:role/byoasn-apply'],
      ],
      given: (fakes) => {
        fakes.ipam.removeAsn('64500');
        fakes.addAccount(fakes.account, { 'us-east-1': { cidrs: [] } });
      },
      with: ({ env }) => ({ ...env.oidc, ...noKeys, GITHUB_ACTIONS: 'true' }),
    });
    expect(status).toBe(0);
    expect(out).toContain('Credentials: from the role arn:aws:iam::{account}:role/byoasn-apply');
    expect(out).toContain('ok       ASNs in us-west-2: AS64501 provisioned\n');
    expect(out).toContain('ok       ASNs in us-east-1: AS64500 provisioned, AS64501 provisioned\n');
    expect(out).toContain('ok       AS64500: provisioned in us-east-1\n');
    expect(out).toContain('ok       Permission to associate: EC2 DryRun permits this role');
  });
});

const denied: FaultRule = {
  ...{ fault: 'error', operation: 'DescribeByoipCidrs' },
  ...{ status: 403, code: 'UnauthorizedOperation', message: 'No' },
};

describe('the report of the doctor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-doctor-'));
  const path = join(folder, 'report.json');

  test('has the facts of an account and of its runs, but none of its values', async () => {
    const run = await examine({ args: [...command.with(0, 'plan'), '--json'] });
    const result = JSON.parse(run.out);
    const message = 'AS64500 is not provisioned in ipam-0123456789abcdef0 of 111122223333';
    const [pair] = result.pairs;
    const failed = {
      ...result,
      pairs: [{ ...pair, error: { reason: 'request-rejected', message } }],
    };
    const seen = await examine({
      args: [...command, '--report', path, '--result', 'result.json'],
      files: { 'result.json': JSON.stringify(failed) },
      given: ({ ipam }) =>
        ipam.setAssociation({ asn: '64501', cidr: '203.0.113.0/24', state: 'advertised' }),
    });
    expect(seen.status).toBe(0);
    expect(seen.err).toContain('Read it before you publish it.');
    const text = readFileSync(path, 'utf8');
    const values = [
      ...['64500', '64501', '198.51.100.0', '2001:db8:1000::', '203.0.113.0', '111122223333'],
      ...['127.0.0.1', 'harbor', 'octo-org', 'byoasn.yml', 'ipam-0123456789abcdef0'],
    ];
    expect(values.filter((value) => text.includes(value))).toEqual([]);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    const report = JSON.parse(text);
    const [target] = report.targets;
    expect(target).toMatchObject({
      region: 'us-west-2',
      advertised_is_an_association_state: true,
      asns: [{ region: 'us-west-2', listed: [{ state: 'provisioned' }, { state: 'provisioned' }] }],
    });
    const asn = target.asns[0].listed[0].asn;
    const [association] = target.pairs;
    expect(report.runs[0].pairs[0]).toMatchObject({
      asn,
      cidr: association.cidr,
      error: {
        reason: 'request-rejected',
        message: expect.stringMatching(
          `^AS${asn} is not provisioned in ipam-example-\\d+ of ${target.account}$`,
        ),
      },
    });
    rmSync(folder, { recursive: true });
  });

  test.each<[string, FaultRule[], number | undefined]>([
    ['right', [], 3],
    ['wrong', [denied], undefined],
  ])(
    'is the output of the step of docs/getting-started.md, if all is %s',
    async (_, faults, cidrs) => {
      const [block = ''] = blocks(read('docs/getting-started.md'), 'yaml').filter((text) =>
        text.includes('doctor'),
      );
      const [step] = parse(block);
      const script = step.run.replace(
        /npx --yes --package node@24 --package \S+ \\\n *associate-ipam-byoasn/,
        `'${process.execPath}' '${program}'`,
      );
      const { out: result } = await examine({ args: [...command.with(0, 'plan'), '--json'] });
      const { status, out } = await examine({
        args: [],
        given: (fakes) => faults.forEach(fakes.faults.add),
        by: ['bash', '-euo', 'pipefail', '-c', script],
        with: ({ env }) => ({ ...env.oidc, ...env.region, ...noKeys, GITHUB_ACTIONS: 'true' }),
        env: { RESULT: result },
      });
      expect(status).toBe(0);
      const report = JSON.parse(out.slice(out.indexOf('\n{\n')));
      expect(report.runs).toMatchObject([{ reason: 'planned', pairs: [{ state: 'absent' }] }]);
      expect(report.targets[0].cidrs?.length).toBe(cidrs);
    },
  );

  test('is refused if a file is not the result of a run', async () => {
    const seen = await examine({
      args: [...command, '--report', path, '--result', 'byoasn.yml'],
    });
    expect(seen).toMatchObject({ status: 1, out: '' });
    expect(seen.err).toContain('byoasn.yml is not the result of a run');
    expect(seen.err).toContain('Next step: Write the output result of the action');
  });
});
