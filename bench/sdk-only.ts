// The lower bound of the action's cost: its three calls with only the SDK, without check, wait or report.
// The bench bundles it in the same way as the action.
import { appendFileSync } from 'node:fs';
import {
  AssociateIpamByoasnCommand,
  DescribeByoipCidrsCommand,
  DescribeIpamByoasnCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';

async function call(): Promise<void> {
  const { AWS_REGION: region = '', INPUT_ASN: Asn, INPUT_CIDR: Cidr, GITHUB_OUTPUT } = process.env;
  const client = new EC2Client({ region, maxAttempts: 1 });
  await Promise.all([
    client.send(new DescribeByoipCidrsCommand({ MaxResults: 100 })),
    client.send(new DescribeIpamByoasnCommand({ MaxResults: 100 })),
  ]);
  await client.send(new AssociateIpamByoasnCommand({ Asn, Cidr }));
  appendFileSync(GITHUB_OUTPUT ?? '', 'reason<<end\naccepted\nend\n');
}

void call();
