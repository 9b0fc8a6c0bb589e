import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Fakes, type FakesOptions, startFakes } from '../../fakes/fakes.ts';
import { addDr, configFile, fleet, main } from '../action/fleet.ts';
import { program, runProgram, type Seen, type TerminalOptions } from './program.ts';

const west = '111122223333/us-west-2';
const file = ['plan', '--config', 'byoasn.yml', '--allow-special-use'];
const onePair = [...file, '--target', west];
const pair = ['plan', '--asn', '64500', '--cidr', '198.51.100.0/24', '--allow-special-use'];

interface PlanRun extends TerminalOptions {
  readonly fakes?: FakesOptions;
  readonly given?: (fakes: Fakes) => void;
  /** The source of the fake servers' keys; by default the environment. */
  readonly credentials?: 'environment' | 'none';
}

interface Ran extends Seen {
  readonly fakes: Fakes;
}

/** Runs the program against fresh fake servers, and checks that it changes nothing and prints no secret. */
async function runAgainst(args: readonly string[], situation: PlanRun = {}): Promise<Ran> {
  const fakes = await startFakes(situation.fakes);
  try {
    addDr(fakes);
    situation.given?.(fakes);
    const keys = situation.credentials === 'none' ? {} : fakes.env.credentials;
    const seen = await runProgram(args, {
      ...situation,
      files: { 'byoasn.yml': fleet, ...situation.files },
      env: { ...fakes.env.endpoints, ...fakes.env.ripestat, ...keys, ...situation.env },
    });
    expect(fakes.requestLog.changes).toEqual([]);
    for (const secret of fakes.secrets()) {
      expect((seen.out + seen.err).includes(secret), 'a secret is visible').toBe(false);
    }
    return { ...seen, fakes };
  } finally {
    await fakes.close();
  }
}

/** AWS's shared files with the fake servers' keys under a profile, as `aws configure` writes them. */
function profileFile(fakes: Fakes, name: string): Record<string, string> {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = fakes.env.credentials;
  const lines = [
    `[${name}]`,
    `aws_access_key_id = ${AWS_ACCESS_KEY_ID}`,
    `aws_secret_access_key = ${AWS_SECRET_ACCESS_KEY}`,
  ];
  return { '.aws/credentials': `${lines.join('\n')}\n` };
}

/** A file with only routes: to withdraw, and to advertise. */
const withRoutes = {
  'byoasn.yml': `version: 1
targets:
  - account: "111122223333"
    region: us-west-2
    routes:
      - { cidr: 203.0.113.0/24, origin: none }
      - { cidr: 198.51.100.0/24, origin: AWS }
`,
};

const associateAll = ({ ipam }: Fakes) => {
  ipam.setAssociation({ asn: '64500', cidr: '198.51.100.0/24', state: 'associated' });
  ipam.setAssociation({ asn: '64500', cidr: '2001:db8:1000::/48', state: 'associated' });
};

describe.concurrent('a plan in a terminal', () => {
  test('prints the table to stdout and progress to stderr', async () => {
    const { status, out, err } = await runAgainst(onePair);
    expect(status).toBe(0);
    expect(out).toMatch(/^111122223333\/us-west-2\nCIDR +ASN +CIDR state +Change\n/);
    expect(out).toMatch(/^198\.51\.100\.0\/24 +AS64500 +provisioned +create$/m);
    expect(out).toContain('\n2 associations to create.\nPlan digest: v2:');
    expect(err.split('\n')).toEqual([
      'credentials found by the AWS credential chain',
      'account 111122223333 is allowed',
      'EC2 was not asked whether the role may associate (permission-check: false)',
      '',
    ]);
  });

  test('says that the file has routes too, except with --json', async () => {
    const { status, out } = await runAgainst(file, { files: withRoutes });
    expect(status).toBe(0);
    expect(out).toMatch(/\nThe file also has 2 routes, which --routes plans\.\n$/);
    const json = await runAgainst([...file, '--json'], { files: withRoutes });
    expect(JSON.parse(json.out)).toMatchObject({ reason: 'no-changes', pairs: [] });
    expect((await runAgainst(onePair)).out).not.toContain('--routes');
  });

  test('of routes has their table, the effects of the changes, and RPKI by default', async () => {
    const args = [...file, '--routes', '--max-changes', '2', '--detailed-exitcode'];
    const { status, out, err } = await runAgainst(args, { files: withRoutes });
    expect(status).toBe(2);
    expect(out).toMatch(
      /^203\.0\.113\.0\/24: withdraw\. .+\n198\.51\.100\.0\/24: origin none to AWS\. RPKI from AWS: valid /,
    );
    expect(out).toMatch(/^CIDR +Origin +CIDR state +RPKI +Change$/m);
    expect(out).toMatch(/^198\.51\.100\.0\/24 +none to AWS +provisioned +valid +advertise$/m);
    expect(out).toContain('\n2 routes to change: 1 to advertise, 1 to withdraw, 1 needs a look.\n');
    expect(out).toContain('\nPlan digest: routes-v1:');
    expect(err).toContain('RPKI data from RIPEstat for 1 CIDR\n');
  });

  test('of more routes than the action changes by default is refused, as in the action', async () => {
    const { status, out, err } = await runAgainst([...file, '--routes'], { files: withRoutes });
    expect(status).toBe(1);
    expect(out).toMatch(/^198\.51\.100\.0\/24 +none to AWS /m);
    expect(err).toContain(
      'Error: The plan changes 2 routes, but max-changes is 1 (too-many-changes)\n',
    );
  });

  test('of a single route needs no file', async () => {
    const args = ['plan', '--origin', 'AWS', '--cidr', '198.51.100.0/24', '--region', 'us-west-2'];
    const { status, out } = await runAgainst([...args, '--allow-special-use', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      reason: 'planned',
      pairs: [{ origin_wanted: 'AWS', origin: 'none', step: 'advertise' }],
    });
  });

  test('warns of routes that are not RPKI valid, with a file of VRPs or a Routinator', async () => {
    const roas = [16_509, 14_618].map((asn) => ({ asn, prefix: '198.51.100.0/24' }));
    const { status, out, err } = await runAgainst([...onePair, '--rpki', 'vrps.json'], {
      files: { 'vrps.json': JSON.stringify({ roas }) },
    });
    expect(status).toBe(0);
    expect(out).toMatch(/^CIDR +ASN +CIDR state +RPKI +Change$/m);
    expect(out).toMatch(/^198\.51\.100\.0\/24 +AS64500 +provisioned +invalid +create$/m);
    expect(err).toContain(
      'Warning: byoasn.yml:6:9 198.51.100.0/24 from AS64500 is invalid in RPKI: only AS16509, AS14618 may originate it; create a ROA for 198.51.100.0/24 with AS64500\n',
    );
    const policy = ['--rpki', 'http://127.0.0.1:9', '--rpki-policy', 'refuse-invalid'];
    const refused = await runAgainst([...onePair, ...policy]);
    expect(refused.status).toBe(1);
    expect(refused.out).toContain('rpki-unreadable: RPKI data could not be read: 127.0.0.1:9: ');
  });

  test('warns of an ASN that the Region does not list, and counts it', async () => {
    const { status, out, err } = await runAgainst(onePair, {
      given: ({ ipam }) => ipam.removeAsn('64500'),
    });
    expect(status).toBe(0);
    expect(out).toContain('\n2 associations to create, 2 need a look. 1 ASN not found in IPAM.\n');
    expect(out).toContain('\n  AS64500: not found in IPAM\n');
    expect(out).toContain('Checks: read, ASN not found in IPAM, permission not checked\n');
    expect(err).toContain(
      'Warning: byoasn.yml:6:9 ASN not found in IPAM: 198.51.100.0/24 with AS64500. ',
    );
  });

  test('refuses an ASN that the IPAM of --ipam-region does not list', async () => {
    const { status, out, err } = await runAgainst([...onePair, '--ipam-region', 'us-east-1']);
    expect(status).toBe(1);
    expect(out).toContain('asn-not-provisioned: the IPAM in us-east-1 lists no ASN');
    expect(err).toContain('Error: Nothing was changed: 2 of 2 associations blocked');
  });

  test.each([
    ['report', 0, 'No changes, 1 needs a look. 2 unchanged,'],
    ['warn', 0, 'No changes, 1 needs a look. 2 unchanged,'],
    ['fail', 1, 'Refused, 1 needs a look. 2 unchanged,'],
  ])(
    'lists unmanaged associations, and with --unmanaged %s ends with %d',
    async (unmanaged, ends, counts) => {
      const { status, out, err } = await runAgainst(
        [...onePair, '--unmanaged', unmanaged, '--all-cidrs'],
        {
          given: (fakes) => {
            associateAll(fakes);
            fakes.ipam.setAssociation({
              asn: '64511',
              cidr: '198.51.100.0/24',
              state: 'associated',
            });
          },
        },
      );
      expect(status).toBe(ends);
      expect(out).toMatch(/^198\.51\.100\.0\/24 .*\n {2}AS64500: also AS64511$/m);
      expect(out).toContain('unmanaged: 203.0.113.0/24 is advertised in');
      expect(out.includes('Next step: Check what needs a look.')).toBe(unmanaged !== 'fail');
      expect(out).toContain(`\n${counts} 1 unmanaged association, 1 unmanaged CIDR.\n`);
      expect(err.includes('Warning: byoasn.yml:6:9 unmanaged: ')).toBe(unmanaged === 'warn');
      expect(err.includes('(unmanaged)')).toBe(unmanaged === 'fail');
    },
  );

  test('prints the table even if stderr is closed', async () => {
    const { status, out } = await runAgainst(onePair, {
      onError: (_, child) => child.stderr?.destroy(),
    });
    expect(status).toBe(0);
    expect(out).toContain('\n2 associations to create.\nPlan digest: v2:');
  });

  test('accepts one association too, with the Region of the environment', async () => {
    const { status, out } = await runAgainst(pair, { env: { AWS_REGION: 'us-west-2' } });
    expect(status).toBe(0);
    expect(out).toMatch(/^us-west-2 · 111122223333\n.*\n198\.51\.100\.0\/24 +AS64500 .* create\n/);
  });

  test('reads a file in any folder', async () => {
    const { status, out } = await runAgainst(
      ['plan', '--config', '../byoasn.yml', '--allow-special-use', '--target', west],
      { folder: 'deep' },
    );
    expect({ status, out }).toMatchObject({
      status: 0,
      out: expect.stringContaining('2 associations to create.'),
    });
  });

  test('only reads', async () => {
    const { fakes } = await runAgainst(onePair);
    expect(new Set(fakes.requestLog.requests.map(({ operation }) => operation))).toEqual(
      new Set(['GetCallerIdentity', 'DescribeByoipCidrs', 'DescribeIpamByoasn']),
    );
  });

  test('checks the permission with DryRun on request', async () => {
    const { status, out, err, fakes } = await runAgainst([...onePair, '--permission-check']);
    expect(status).toBe(0);
    expect(out).toContain('\nChecks: permission confirmed by EC2\n');
    expect(err).toContain('EC2 DryRun permits this role to associate');
    const asked = fakes.requestLog.of('AssociateIpamByoasn');
    expect(asked.map(({ params }) => params.DryRun)).toEqual(['true']);
  });

  test('says more with --verbose', async () => {
    const { err } = await runAgainst([...onePair, '--verbose']);
    expect(err).toContain('file byoasn.yml\n');
    expect(err).toContain('\n  read: DescribeIpamByoasn: AS64500 is provisioned\n');
  });

  test.each([
    ['the table', []],
    ['all that it rests on', ['--verbose']],
    ['JSON', ['--json']],
    ['a failure', ['--target', 'none']],
  ])('hides the password of a proxy in %s, wherever it comes from', async (_, more) => {
    const args = ['plan', '--config', 'hush-hush.yml', '--allow-special-use'];
    const associations = [{ asn: 64500, cidr: '198.51.100.0/24' }];
    const { out, err } = await runAgainst([...args, ...more], {
      files: { 'hush-hush.yml': configFile([{ name: 'hush-hush', ...main, associations }]) },
      env: { HTTPS_PROXY: 'http://edge:hush-hush@127.0.0.1:9' },
    });
    expect(out + err).toContain('***');
    expect(out + err).not.toContain('hush-hush');
  });

  test('prints only the result on stdout as JSON', async () => {
    const { status, out } = await runAgainst([...onePair, '--json']);
    expect(status).toBe(0);
    expect(out.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      schema_version: 1,
      reason: 'planned',
      dry_run: true,
      has_changes: true,
      pairs: [{ cidr: '198.51.100.0/24', end: 'planned' }, { cidr: '2001:db8:1000::/48' }],
      pairs_left_out: 0,
    });
  });

  test('ends with 0 if there is nothing to change', async () => {
    for (const more of [[], ['--detailed-exitcode']]) {
      const { status, out } = await runAgainst([...onePair, ...more], { given: associateAll });
      expect({ status, out }).toMatchObject({
        status: 0,
        out: expect.stringContaining('\nNo changes. 2 unchanged.\n'),
      });
    }
  });

  test('ends with 2 if there are changes and --detailed-exitcode is set', async () => {
    const { status, out } = await runAgainst([...onePair, '--detailed-exitcode']);
    expect({ status, out }).toMatchObject({
      status: 2,
      out: expect.stringContaining('associations to create.'),
    });
  });

  test('ends with 1 if a rule refuses it, with the line of the file', async () => {
    const { status, out, err } = await runAgainst([...onePair, '--detailed-exitcode'], {
      given: ({ ipam }) => ipam.setCidrState('2001:db8:1000::/48', 'pending-provision'),
    });
    expect(status).toBe(1);
    expect(out).toMatch(/^ +byoasn\.yml:8:9: cidr-not-ready: /m);
    expect(err).toContain('Error: Nothing was changed: 1 of 2 associations blocked (refused)');
  });

  test('ends with 1 if it is not the approved plan', async () => {
    const other = `v2:${'0'.repeat(64)}`;
    const { status, err } = await runAgainst([...onePair, '--expected-plan', other]);
    expect({ status, err }).toMatchObject({
      status: 1,
      err: expect.stringContaining('(plan-changed)'),
    });
  });

  test('ends with 1 if the file is refused, with every problem and nothing on stdout', async () => {
    const { status, out, err, fakes } = await runAgainst(['plan', '--config', 'byoasn.yml']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('Error: byoasn.yml has 6 problems (invalid-input)');
    expect(err.match(/^byoasn\.yml:\d+:\d+ /gm)).toHaveLength(6);
    expect(fakes.requestLog.requests).toEqual([]);
  });

  test.each([
    ['is not there', 'nope.yml', '"nope.yml" does not exist'],
    ['is a folder', '.', '"." is not a file'],
  ])('ends with 1 if the file %s', async (_, path, says) => {
    const { status, out, err } = await runAgainst(['plan', '--config', path]);
    expect({ status, out, err }).toEqual({
      status: 1,
      out: '',
      err: expect.stringContaining(says),
    });
  });

  test('ends with 64 if the command line is invalid', async () => {
    const { status, out, err } = await runAgainst(['plan', '--colour']);
    expect({ status, out, err }).toEqual({
      status: 64,
      out: '',
      err: "Unknown option '--colour'.\nSee associate-ipam-byoasn --help.\n",
    });
  });

  test.skipIf(!existsSync('/dev/full')).each([
    ['a plan', onePair],
    ['JSON', [...onePair, '--json', '--detailed-exitcode']],
    ['the help', ['--help']],
  ])('ends with 1 if %s does not fit on stdout, and says so', async (_, args) => {
    const by = ['sh', '-c', '"$0" "$@" > /dev/full', process.execPath, program];
    const { status, err } = await runAgainst(args, { by });
    expect(status).toBe(1);
    expect(err).toContain('Error: Could not write to stdout: ENOSPC');
  });

  test('prints a failure as JSON too, and reports it on stderr', async () => {
    const { status, out, err } = await runAgainst(['plan', '--config', 'byoasn.yml', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ reason: 'invalid-input', pairs: [] });
    expect(err).toContain('byoasn.yml:6:14 ');
  });
});

describe.concurrent('the credentials of a plan in a terminal', () => {
  test('can come from a profile, before keys of the environment', async () => {
    const fakes = await startFakes();
    try {
      const seen = await runProgram([...onePair, '--profile', 'edge'], {
        env: {
          ...fakes.env.endpoints,
          AWS_ACCESS_KEY_ID: 'AKIAUNKNOWN',
          AWS_SECRET_ACCESS_KEY: 'unknown',
        },
        files: { 'byoasn.yml': fleet, ...profileFile(fakes, 'edge') },
      });
      expect(seen).toMatchObject({
        status: 0,
        out: expect.stringContaining('2 associations to create.'),
      });
      expect(seen.err).not.toContain('Multiple credential sources');
    } finally {
      await fakes.close();
    }
  });

  test('can come from the default profile', async () => {
    const fakes = await startFakes();
    try {
      const files = { 'byoasn.yml': fleet, ...profileFile(fakes, 'default') };
      const seen = await runProgram(onePair, { env: fakes.env.endpoints, files });
      expect(seen).toMatchObject({
        status: 0,
        out: expect.stringContaining('2 associations to create.'),
      });
    } finally {
      await fakes.close();
    }
  });

  test('that are missing end it with 1 and a message for people', async () => {
    const { status, err } = await runAgainst(onePair, { credentials: 'none' });
    expect(status).toBe(1);
    expect(err).toContain('(no-credentials)');
    expect(err).toContain('Next step: Sign in (aws sso login --profile NAME)');
    expect(err).not.toContain('role-to-assume');
  });

  test("with an expired SSO session end it with AWS's next step", async () => {
    const config = [
      '[profile edge]',
      'sso_start_url = https://example.awsapps.com/start',
      'sso_region = us-west-2',
      'sso_account_id = 111122223333',
      'sso_role_name = planner',
    ];
    const { status, err } = await runAgainst([...onePair, '--profile', 'edge'], {
      credentials: 'none',
      files: { '.aws/config': `${config.join('\n')}\n` },
    });
    expect(status).toBe(1);
    expect(err).toContain('Could not get AWS credentials from the profile "edge": The SSO session');
    expect(err).toContain('(credentials-rejected)');
    expect(err).toContain('Next step: Sign in: aws sso login --profile edge.');
  });

  test('of a profile without any end it with the name of the profile', async () => {
    const { status, err } = await runAgainst([...onePair, '--profile', 'nosuch']);
    expect(status).toBe(1);
    expect(err).toContain('from the profile "nosuch": it is in neither the config nor the');
    expect(err).toContain('Next step: Choose a profile from aws configure list-profiles');
  });

  test('that EC2 quotes in an error are not printed', async () => {
    const { status, err } = await runAgainst(onePair, {
      given: ({ faults, env }) =>
        faults.add({
          operation: 'DescribeByoipCidrs',
          fault: 'error',
          status: 401,
          code: 'AuthFailure',
          message: `The key ${env.credentials.AWS_SECRET_ACCESS_KEY} is not right`,
        }),
    });
    expect(status).toBe(1);
    expect(err).toContain('The key *** is not right');
  });

  test('that have expired end it with 1', async () => {
    const { status, err } = await runAgainst(onePair, {
      given: ({ credentials, env }) => credentials.expire(env.credentials.AWS_ACCESS_KEY_ID ?? ''),
    });
    expect(status).toBe(1);
    expect(err).toContain('(credentials-rejected)');
    expect(err).toContain('Next step: Sign in again (aws sso login --profile NAME)');
  });

  test('that may not read end it with the missing policy', async () => {
    const { status, err } = await runAgainst(onePair, {
      fakes: { actions: ['ec2:DescribeIpamByoasn'] },
    });
    expect(status).toBe(1);
    expect(err).toContain('(access-denied)');
    expect(err).toContain('"ec2:DescribeByoipCidrs"');
  });

  test('of one account fail for targets of another, with a next step', async () => {
    const { status, out, err } = await runAgainst(file);
    expect(status).toBe(1);
    expect(out).toContain('byoasn.yml:15:9: account-not-allowed');
    expect(err).toContain('the target is in 444455556666');
    expect(err).toContain('plan the targets of one account at a time (--target NAME)');
  });
});

describe('a signal', () => {
  const stuck = ({ faults }: Fakes) =>
    faults.add({ operation: 'DescribeByoipCidrs', fault: 'hang' });

  // Windows has no signals: there, a process ends without a chance to report.
  test.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)('%s ends a plan with %i, after printing what is known', async (signal, expected) => {
    let sent = false;
    const { status, out, err } = await runAgainst(onePair, {
      given: stuck,
      onError: (text, child) => {
        if (sent || !text.includes('is allowed')) return;
        sent = true;
        child.kill(signal);
      },
    });
    expect({ status, sent }).toEqual({ status: expected, sent: true });
    expect(out).toContain('2 unknown');
    expect(err).toContain(`Error: The run was cancelled (${signal}) (cancelled)`);
  });
});
