import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fakes } from '../../fakes/fakes.ts';
import { openSession } from '../../fakes/session.ts';
import type { Role } from '../../fakes/sts.ts';

/** The metadata service of an EC2 instance with a role. */
export interface Instance {
  /** What makes the SDK find it. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const hour = 3_600_000;

/**
 * Starts the instance metadata service, only version 2 (AWS, Use IMDSv2): a session token by PUT, then
 * the role's name and its credentials for requests with the token.
 */
export async function startInstance(fakes: Fakes, role: Role): Promise<Instance> {
  const token = 'AQAEAInstanceMetadataToken==';
  const name = role.arn.slice(role.arn.lastIndexOf('/') + 1);
  const session = openSession(role, fakes.account, 'i-0123456789abcdef0', Date.now() + hour);
  fakes.credentials.add(session);
  const credentials = {
    Code: 'Success',
    Type: 'AWS-HMAC',
    AccessKeyId: session.accessKeyId,
    SecretAccessKey: session.secretAccessKey,
    Token: session.sessionToken,
    Expiration: new Date(session.expiresAt).toISOString(),
  };
  const folder = '/latest/meta-data/iam/security-credentials/';
  const answers: Readonly<Record<string, string>> = {
    'PUT /latest/api/token': token,
    [`GET ${folder}`]: name,
    [`GET ${folder}${name}`]: JSON.stringify(credentials),
  };
  const server = createServer(({ method, url, headers }, response) => {
    const text = answers[`${method} ${url}`];
    const known = method === 'PUT' || headers['x-aws-ec2-metadata-token'] === token;
    response.writeHead(text === undefined ? 404 : known ? 200 : 401).end(text ?? '');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    env: { AWS_EC2_METADATA_SERVICE_ENDPOINT: `http://127.0.0.1:${port}` },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
