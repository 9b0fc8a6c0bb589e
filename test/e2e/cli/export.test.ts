import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { runFile } from '../action/fleet.ts';
import { runProgram } from './program.ts';

describe('the export of the associations in AWS', () => {
  let fakes: Fakes;
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-export-'));
  beforeAll(async () => {
    fakes = await startFakes();
    fakes.ipam.setAssociation({ asn: '64500', cidr: '198.51.100.0/24', state: 'associated' });
    fakes.ipam.setAssociation({ asn: '64501', cidr: '198.51.100.0/24', state: 'associated' });
    fakes.ipam.setAssociation({ asn: '64500', cidr: '203.0.113.0/24', state: 'disassociated' });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await fakes.close();
  });

  const exportWith = (...args: readonly string[]) =>
    runProgram(['export', ...args], {
      env: { ...fakes.env.endpoints, ...fakes.env.credentials },
    });

  test('is a config file that the action accepts without changes', async () => {
    const { status, out, err } = await exportWith('--aws-region', 'us-west-2');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('- { asn: 64500, cidr: 198.51.100.0/24 }');
    expect(out).toContain('# us-west-2 203.0.113.0/24 with AS64500: disassociated');
    expect(out).toContain('# us-west-2 2001:db8:1000::/48: no association');
    const { outputs, result } = await runFile(fakes, out, { 'dry-run': 'true' });
    expect(outputs).toMatchObject({ reason: 'no-changes', state: 'associated' });
    expect(result.pairs).toHaveLength(2);
  });

  test('goes to a new file, and never overwrites one', async () => {
    const file = join(folder, 'byoasn.yml');
    const { status, out, err } = await exportWith('--region', 'us-west-2', '--output', file);
    expect({ status, out }).toEqual({ status: 0, out: '' });
    // The fake servers may have throttled it, which it says before.
    expect(err).toMatch(/(^|\n)Wrote [^\n]+\n$/);
    expect(err).toContain(`Wrote ${file}: 2 associations, 2 CIDRs without one.\n`);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('account: "111122223333"');
    const again = await exportWith('--region', 'us-west-2', '--output', file);
    expect(again.status).toBe(1);
    expect(again.err).toContain('EEXIST');
    expect(again.err).toContain('Next step: Choose a new file name');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('requires a valid Region', async () => {
    const missing = await exportWith();
    expect(missing).toMatchObject({ status: 1, out: '' });
    expect(missing.err).toContain(
      'aws-region: is missing, and AWS_REGION and AWS_DEFAULT_REGION are not set',
    );
    const { err } = await exportWith('--region', 'us-west-2a', '--region', 'x');
    expect(err).toContain(
      'aws-region: "us-west-2a,x" has "us-west-2a", which is not an AWS Region; it names an Availability',
    );
  });

  test('has duplicates only once, and omits entries that cannot be read', async () => {
    const of = (cidr: string, ...items: readonly (readonly [asn: string, state: string])[]) => ({
      cidr,
      state: 'advertised',
      associations: items.map(([asn, state]) => ({ asn, state })),
    });
    const awsFakes = await startFakes({
      cidrs: [
        of(
          '198.51.100.0/24',
          ['64500', 'disassociated'],
          ['AS64501', 'advertised'],
          ['64502', 'associated'],
          ['64500', 'associated'],
          ['64502', 'pending-disassociation'],
          ['64503x', 'associated'],
        ),
        of('203.0.113.0', ['64500', 'associated']),
      ],
    });
    try {
      const { out, status } = await runProgram(['export', '--region', 'us-west-2'], {
        env: { ...awsFakes.env.endpoints, ...awsFakes.env.credentials },
      });
      expect(status).toBe(0);
      expect(out.match(/^ *- \{.*$/gm)).toEqual([
        '      - { asn: 64500, cidr: 198.51.100.0/24 }',
        '      - { asn: 64501, cidr: 198.51.100.0/24 }',
      ]);
      expect(out.match(/^# us-west-2 .*$/gm)).toEqual([
        '# us-west-2 198.51.100.0/24 with AS64502: unknown (AWS lists it more than once: associated, pending-disassociation)',
        '# us-west-2 198.51.100.0/24 with AS64503x: associated',
        '# us-west-2 203.0.113.0 with AS64500: associated',
      ]);
    } finally {
      await awsFakes.close();
    }
  });

  test('has routes as comments, and the action changes none when they are uncommented', async () => {
    const awsFakes = await startFakes({
      cidrs: [
        {
          cidr: '198.51.100.0/24',
          state: 'advertised',
          associations: [{ asn: '64500', state: 'advertised' }],
        },
        { cidr: '203.0.113.0/24', state: 'advertised' },
      ],
    });
    try {
      const { out } = await runProgram(['export', '--region', 'us-west-2'], {
        env: { ...awsFakes.env.endpoints, ...awsFakes.env.credentials },
      });
      const uncommented = out.replaceAll(/^( +)# /gm, '$1').replace('origin: }', 'origin: none }');
      expect(uncommented).toContain('      - { cidr: 198.51.100.0/24, origin: 64500 }\n');
      expect(uncommented).toContain('      - { cidr: 203.0.113.0/24, origin: none } # your ASN or');
      const { outputs } = await runFile(awsFakes, uncommented, {});
      expect(outputs).toMatchObject({ reason: 'no-changes', changed: 'false' });
      const operations = awsFakes.requestLog.requests.map(({ operation }) => operation);
      expect(operations.filter((operation) => /Advertise|Withdraw/.test(operation))).toEqual([]);
    } finally {
      await awsFakes.close();
    }
  });

  test('only reads', () => {
    const asked = new Set(
      fakes.requestLog.requests
        .filter(({ accessKeyId }) => accessKeyId === fakes.env.credentials.AWS_ACCESS_KEY_ID)
        .map(({ operation }) => operation),
    );
    expect(asked).toEqual(new Set(['GetCallerIdentity', 'DescribeByoipCidrs']));
  });
});
