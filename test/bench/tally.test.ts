import { expect, test } from 'vitest';
import { tallyOf, totalOf } from '../../scripts/bench/tally.ts';

function request(operation: string, outcome = 'ok') {
  return { service: 'ec2', operation, params: {}, at: 0, outcome } as const;
}

test('a tally counts the requests of EC2 by operation, throttled ones included, and nothing of STS', () => {
  const tally = tallyOf([
    { ...request('GetCallerIdentity'), service: 'sts' },
    request('DescribeByoipCidrs'),
    request('DescribeIpamByoasn'),
    request('AssociateIpamByoasn', 'RequestLimitExceeded'),
    request('AssociateIpamByoasn', 'IncorrectState'),
    request('AssociateIpamByoasn'),
    request('DescribeByoipCidrs', 'RequestLimitExceeded'),
  ]);
  expect(tally).toEqual({
    describeByoipCidrs: 2,
    associateIpamByoasn: 3,
    describeIpamByoasn: 1,
    throttles: 2,
  });
  expect(totalOf(tally)).toBe(6);
});
