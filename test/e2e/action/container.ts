import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Credential } from '../../fakes/credentials.ts';
import type { Fakes } from '../../fakes/fakes.ts';

/** One response of an endpoint: status and body. */
export type Answer = readonly [status: number, body: string];

/** An endpoint of a container's credentials on loopback. */
export interface ContainerEndpoint {
  readonly env: Readonly<Record<string, string>>;
  /** The values of the Authorization header, one for each request. */
  readonly tokens: readonly string[];
  close(): void;
}

/** Starts an endpoint that sends its responses in order, and then repeats the last one. */
export async function startContainerEndpoint(
  answers: readonly Answer[],
): Promise<ContainerEndpoint> {
  const tokens: string[] = [];
  const server = createServer(({ headers }, response) => {
    const [status, body] = answers[Math.min(tokens.length, answers.length - 1)] ?? [500, ''];
    tokens.push(headers.authorization ?? '');
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${port}/credentials` },
    tokens,
    close: () => server.close(),
  };
}

/** Temporary keys of an account, so near their end that the SDK asks for new ones at every call. */
export function shortKeys(fakes: Fakes, account: string, seconds = 120): Credential {
  const keys = {
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(192).toString('base64'),
    account,
    arn: `arn:aws:sts::${account}:assumed-role/container/fake`,
    userId: 'AROAFAKEROLE00000000:fake',
    expiresAt: Date.now() + seconds * 1000,
    actions: 'all',
  } as const;
  fakes.credentials.add(keys);
  return keys;
}

/** Keys as an endpoint for containers gives them. */
export function containerAnswer(keys: Credential): Answer {
  const { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: Token } = keys;
  const Expiration = new Date(keys.expiresAt ?? 0).toISOString();
  return [200, JSON.stringify({ AccessKeyId, SecretAccessKey, Token, Expiration })];
}

/** Keys as a credential process prints them. */
export function processOutput(keys: Credential): string {
  const { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken } = keys;
  const Expiration = new Date(keys.expiresAt ?? 0).toISOString();
  return JSON.stringify({
    ...{ Version: 1, AccessKeyId, SecretAccessKey, SessionToken: sessionToken, Expiration },
  });
}
