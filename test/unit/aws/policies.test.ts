import { describe, expect, test } from 'vitest';
import { applyPolicy, planPolicy, policyLines, policyToPaste } from '../../../src/aws/policies.ts';

const inRegion = { StringEquals: { 'ec2:Region': 'eu-central-1' } };
const read = {
  Sid: 'Read',
  Effect: 'Allow',
  Action: ['ec2:DescribeByoipCidrs', 'ec2:DescribeIpamByoasn'],
  Resource: '*',
  Condition: inRegion,
};

describe('the policy of a role', () => {
  test('that plans allows to read, in one Region', () => {
    expect(planPolicy('eu-central-1')).toEqual({ Version: '2012-10-17', Statement: [read] });
  });

  test('that applies allows only to read and to associate, in one Region', () => {
    expect(applyPolicy('eu-central-1')).toEqual({
      Version: '2012-10-17',
      Statement: [
        read,
        {
          Sid: 'Associate',
          Effect: 'Allow',
          Action: ['ec2:AssociateIpamByoasn'],
          Resource: '*',
          Condition: inRegion,
        },
      ],
    });
  });

  test('that removes allows also to read origins, in the Region of the IPAM, and to disassociate', () => {
    const removes = { removes: true };
    const cidrs = { ...read, Action: ['ec2:DescribeByoipCidrs'] };
    const ipam = {
      ...read,
      Sid: 'ReadIpam',
      Action: [
        'ec2:DescribeIpamByoasn',
        'ec2:DescribeIpamResourceDiscoveries',
        'ec2:GetIpamDiscoveredRoutes',
      ],
      Condition: { StringEquals: { 'ec2:Region': 'us-east-1' } },
    };
    const changes = {
      ...read,
      Sid: 'Associate',
      Action: ['ec2:AssociateIpamByoasn', 'ec2:DisassociateIpamByoasn'],
    };
    expect(planPolicy('eu-central-1', 'us-east-1', removes).Statement).toEqual([cidrs, ipam]);
    expect(applyPolicy('eu-central-1', 'us-east-1', removes).Statement).toEqual([
      cidrs,
      ipam,
      changes,
    ]);
  });

  test.each([{ removes: false }, { removes: true }])(
    'fits into a session, also with the longest names of Regions, with %o',
    (options) => {
      const longest = 'us-isob-northeast-10';
      const compact = JSON.stringify(
        applyPolicy(longest, longest.replace('north', 'south'), options),
      );
      expect(JSON.parse(compact).Statement).toHaveLength(3);
      // STS API reference, AssumeRole, Policy: 2,048 characters, of which a packed form has its own limit.
      expect(compact.length).toBeLessThan(1_024);
      expect(compact).not.toMatch(/\s/);
    },
  );

  test('is JSON to paste, below an introduction', () => {
    const policy = applyPolicy('us-west-2');
    const [title, ...lines] = policyToPaste(policy);
    expect(title).toMatch(/policy/);
    expect(lines).toEqual(policyLines(policy));
    expect(lines.slice(0, 9)).toEqual([
      '{',
      '  "Version": "2012-10-17",',
      '  "Statement": [',
      '    {',
      '      "Sid": "Read",',
      '      "Effect": "Allow",',
      '      "Action": [ "ec2:DescribeByoipCidrs", "ec2:DescribeIpamByoasn" ],',
      '      "Resource": "*",',
      '      "Condition": { "StringEquals": { "ec2:Region": "us-west-2" } }',
    ]);
    expect(JSON.parse(lines.join('\n'))).toEqual(policy);
  });
});
