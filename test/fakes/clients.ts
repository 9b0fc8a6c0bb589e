import { EC2Client } from '@aws-sdk/client-ec2';
import { STSClient } from '@aws-sdk/client-sts';
import type { Peers } from './fakes.ts';

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The static user's keys. */
export function staticKeys(peers: Peers): Keys {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = peers.env.credentials;
  return { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
}

/** The SDK's EC2 client on the peers, without retries, as the static user unless told otherwise. */
export function ec2Client(peers: Peers, credentials = staticKeys(peers), region = peers.region) {
  return new EC2Client({ region, endpoint: peers.ec2.url, credentials, maxAttempts: 1 });
}

/** The SDK's STS client on the peers, without retries, as the static user unless told otherwise. */
export function stsClient(peers: Peers, credentials = staticKeys(peers)) {
  const { region, sts } = peers;
  return new STSClient({ region, endpoint: sts.url, credentials, maxAttempts: 1 });
}

/** The error of a call that has to fail, with the SDK's name and HTTP status. */
export async function failureOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { $metadata } = error as { $metadata?: { httpStatusCode?: number; requestId?: string } };
    return {
      name: error.name,
      message: error.message,
      status: $metadata?.httpStatusCode,
      requestId: $metadata?.requestId,
    };
  }
  throw new Error('the call succeeded');
}
