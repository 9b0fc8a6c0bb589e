import { EC2Client, type EC2ClientConfig } from '@aws-sdk/client-ec2';
import { STSClient } from '@aws-sdk/client-sts';
import { throwCallErrors, type Watch } from '../../src/aws/call.ts';
import type { Clients } from '../../src/aws/ec2.ts';
import type { Fakes } from './fakes.ts';

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The static user's keys. */
export function staticKeys(fakes: Fakes): Keys {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = fakes.env.credentials;
  return { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
}

/** The SDK's EC2 client on the fake servers, without retries, as the static user by default. */
export function ec2Client(fakes: Fakes, credentials = staticKeys(fakes), region = fakes.region) {
  return new EC2Client({ region, endpoint: fakes.ec2.url, credentials, maxAttempts: 1 });
}

/** The SDK's STS client on the fake servers, without retries, as the static user by default. */
export function stsClient(fakes: Fakes, credentials = staticKeys(fakes)) {
  const { region, sts } = fakes;
  return new STSClient({ region, endpoint: sts.url, credentials, maxAttempts: 1 });
}

/** A client as a connection has it, whose requests throw CallErrors; in us-west-2 by default. */
export function connectedClient(
  requestHandler: NonNullable<EC2ClientConfig['requestHandler']>,
  config: EC2ClientConfig = {},
  watch?: Watch,
): EC2Client {
  const client = new EC2Client({
    region: 'us-west-2',
    maxAttempts: 1,
    requestHandler,
    credentials: { accessKeyId: 'AKIAEXAMPLEKEY000001', secretAccessKey: 'example-secret' },
    ...config,
  });
  throwCallErrors(client, watch);
  return client;
}

/** The clients of a connection in memory, whose runs use none. */
export const unusedClients: Clients = {
  client: new EC2Client({ region: 'us-west-2' }),
  ipamClient: new EC2Client({ region: 'us-west-2' }),
};

/** The error of a call that must fail, with the SDK's name and HTTP status. */
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
