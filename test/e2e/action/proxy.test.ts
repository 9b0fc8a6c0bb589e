import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fakes } from '../../fakes/fakes.ts';
import { defaultPull } from '../../fakes/github/github.ts';
import { certify } from '../../fakes/tls.ts';
import {
  behindProxy as behind,
  hosts as names,
  type ProxiedFakes,
  type ProxiedOptions,
  type Trust,
  targetsOf,
} from './behind-proxy.ts';
import type { Ended } from './scenario.ts';

const elsewhere = ['oidc', 'sts', 'ec2', 'github', 'proxy'].map((name) => `${name}.fakes.example`);
const dryRun = { 'dry-run': 'true' };

let folder: string;
let trust: Trust;

beforeAll(async () => {
  const certificate = await certify([...Object.values(names), ...elsewhere]);
  folder = mkdtempSync(join(tmpdir(), 'byoasn-ca-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, certificate.ca);
  trust = { certificate, caFile };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const behindProxy = (use: (proxied: ProxiedFakes) => Promise<void>, options?: ProxiedOptions) =>
  behind(trust, use, options);

/** Everything that a run prints or writes. */
function visible({ log, summary, outputs }: Ended): string {
  return [log, summary, JSON.stringify(outputs)].join('\n');
}

const commented = (fakes: Fakes) =>
  ({
    with: {
      ...dryRun,
      comment: 'true',
      'github-token': fakes.github.token,
      'pr-number': String(defaultPull.number),
    },
  }) as const;

describe.concurrent('behind a proxy', () => {
  test('every call goes through it, only to hosts of AWS and GitHub', () =>
    behindProxy(async ({ fakes, proxy, run }) => {
      const { outputs, log } = await run(commented(fakes));
      expect(outputs).toMatchObject({ reason: 'dry-run-permitted', 'account-id': fakes.account });
      expect(log).toContain('comment created: ');
      expect(targetsOf(proxy)).toEqual([
        `CONNECT ${names.github}:443`,
        `CONNECT ${names.ec2}:443`,
        `CONNECT ${names.oidc}:443`,
        `CONNECT ${names.sts}:443`,
      ]);
      expect(fakes.github.repository().comments(defaultPull.number)).toHaveLength(1);
    }));

  test('an association is created, and the wait goes through the proxy too', () =>
    behindProxy(async ({ fakes, run }) => {
      const { outputs } = await run();
      expect(outputs.reason).toBe('associated');
      expect(fakes.requestLog.changes).toHaveLength(1);
    }));

  test('the SDK uses it for a web identity of the default chain', () =>
    behindProxy(async ({ fakes, proxy, run }) => {
      const token = await idToken(fakes);
      const file = join(folder, 'token');
      writeFileSync(file, token);
      const { outputs } = await run({
        credentials: 'none',
        with: dryRun,
        env: {
          AWS_WEB_IDENTITY_TOKEN_FILE: file,
          AWS_ROLE_ARN: fakes.roleArn,
          ...awsRegion(fakes),
        },
      });
      expect(outputs).toMatchObject({ reason: 'dry-run-permitted' });
      expect(targetsOf(proxy)).toEqual([`CONNECT ${names.ec2}:443`, `CONNECT ${names.sts}:443`]);
    }));

  test('that requires credentials gets user and password, and neither is printed', () =>
    behindProxy(
      async ({ fakes, proxy, run }) => {
        const ended = await run({
          ...commented(fakes),
          env: {
            HTTPS_PROXY: `HTTP://proxy-user:p%40ss%20w0rd@127.0.0.1:${proxy.port}`,
            RUNNER_DEBUG: '1',
          },
        });
        expect(ended.outputs.reason).toBe('dry-run-permitted');
        expect(ended.log).toContain('comment created: ');
        const basic = Buffer.from('proxy-user:p@ss w0rd').toString('base64');
        const hidden = ['p%40ss%20w0rd', 'p@ss w0rd', basic];
        expect(ended.masks).toEqual(expect.arrayContaining(hidden));
        for (const text of [...hidden, 'proxy-user']) expect(visible(ended)).not.toContain(text);
      },
      { login: 'proxy-user:p@ss w0rd' },
    ));

  test('with TLS carries every call', () =>
    behindProxy(
      async ({ fakes, proxy, run }) => {
        const { outputs, log } = await run({
          ...commented(fakes),
          env: { HTTPS_PROXY: `https://proxy.fakes.example:${proxy.port}` },
        });
        expect(outputs.reason).toBe('dry-run-permitted');
        expect(log).toContain('comment created: ');
        expect(targetsOf(proxy)).toHaveLength(4);
      },
      { certificate: trust.certificate },
    ));

  test('a response may take longer than the time limit for a tunnel', () =>
    behindProxy(async ({ fakes, run }) => {
      const { outputs } = await run({
        with: dryRun,
        given: ({ faults }) =>
          faults.add({ operation: 'DescribeByoipCidrs', fault: 'slow', ms: 8_000 }),
      });
      expect(outputs.reason).toBe('dry-run-permitted');
      expect(fakes.requestLog.of('DescribeByoipCidrs')).toHaveLength(1);
    }));

  test('with a wrong password ends at the first response, with a next step', () =>
    behindProxy(
      async ({ proxy, run, fakes }) => {
        const ended = await run({
          env: { HTTPS_PROXY: `http://proxy-user:wr0ng@127.0.0.1:${proxy.port}` },
        });
        expect(ended.outputs.reason).toBe('network-error');
        expect(ended.log).toContain(
          `ProxyRefused: the proxy 127.0.0.1:${proxy.port} opened no tunnel to ${names.oidc}: HTTP 407`,
        );
        expect(ended.log).toContain('Correct user and password in HTTPS_PROXY');
        for (const text of ['wr0ng', 'proxy-user']) expect(visible(ended)).not.toContain(text);
        expect(proxy.asked).toHaveLength(1);
        expect(fakes.requestLog.requests).toEqual([]);
      },
      { login: 'proxy-user:right' },
    ));
});

/** The Region where only the environment has it. */
function awsRegion({ region }: Fakes): Record<string, string> {
  return { AWS_REGION: region };
}

async function idToken({ issuer }: Fakes): Promise<string> {
  const answer = await fetch(`${issuer.requestUrl}&audience=sts.amazonaws.com`, {
    headers: { authorization: `Bearer ${issuer.requestToken}` },
  });
  const { value }: { readonly value: string } = JSON.parse(await answer.text());
  return value;
}

describe.concurrent('a proxy that fails', () => {
  const printed = (port: number) => `the proxy 127.0.0.1:${port}`;

  test.each([
    [502, 'ProxyFailed'],
    [500, 'ProxyFailed'],
    [403, 'ProxyRefused'],
  ])('at EC2 with HTTP %i ends in network-error (%s)', (status, code) =>
    behindProxy(
      async ({ proxy, run, fakes }) => {
        const { outputs, log, milliseconds } = await run({ with: dryRun });
        expect(outputs.reason).toBe('network-error');
        expect(log).toContain(
          `${code}: ${printed(proxy.port)} opened no tunnel to ${names.ec2}: HTTP ${status}`,
        );
        expect(milliseconds).toBeLessThan(30_000);
        expect(fakes.requestLog.of('DescribeByoipCidrs')).toEqual([]);
      },
      { refuse: (name) => (name === names.ec2 ? status : undefined) },
    ),
  );

  test('is named if nothing listens', async () => {
    const port = await freePort();
    await behindProxy(async ({ run }) => {
      const { outputs, log } = await run({
        ...staticKey,
        env: { HTTPS_PROXY: `http://user:s3cret@127.0.0.1:${port}` },
      });
      expect(outputs.reason).toBe('network-error');
      expect(log).toContain(`ProxyFailed: no connection to ${printed(port)}: `);
      expect(log).not.toContain('s3cret');
    });
  });

  test('is named if its name has no address', () =>
    behindProxy(async ({ run }) => {
      const { outputs, log } = await run({
        ...staticKey,
        env: { HTTPS_PROXY: 'http://proxy.example.com:3128' },
      });
      expect(outputs.reason).toBe('network-error');
      expect(log).toContain('no connection to the proxy proxy.example.com:3128: getaddrinfo');
    }));

  test.each([
    ['hangs', () => {}, 'timed out after 5000ms'],
    ['hangs up', (socket: Socket) => socket.end(), 'ended unexpectedly'],
  ])('is named if it %s', async (_, act, said) => {
    const { port, close } = await rawServer(act);
    await behindProxy(async ({ run }) => {
      const { outputs, log, milliseconds } = await run({
        ...staticKey,
        env: { HTTPS_PROXY: `http://127.0.0.1:${port}` },
      });
      expect(outputs.reason).toBe('network-error');
      expect(log).toContain(`${printed(port)} opened no tunnel to ${names.ec2}: `);
      expect(log).toContain(said);
      expect(milliseconds).toBeLessThan(50_000);
    });
    close();
  });

  test('only for the comment does not affect the run', () =>
    behindProxy(
      async ({ fakes, proxy, run }) => {
        const { outputs, printed: lines } = await run(commented(fakes));
        expect(outputs.reason).toBe('dry-run-permitted');
        expect(lines.filter(({ level }) => level === 'warning')).toMatchObject([
          {
            text: expect.stringContaining(
              `ProxyRefused: the proxy 127.0.0.1:${proxy.port} opened no tunnel to ${names.github}: HTTP 403`,
            ),
          },
        ]);
      },
      { refuse: (name) => (name === names.github ? 403 : undefined) },
    ));
});

const staticKey = {
  credentials: 'env',
  with: { ...dryRun, 'permission-check': 'false' },
} as const;

async function rawServer(act: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.once('data', () => act(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, close };
}

async function freePort(): Promise<number> {
  const { port, close } = await rawServer(() => {});
  close();
  return port;
}

describe.concurrent('an associate call through a proxy', () => {
  test.each(['applied-then-hangup', 'applied-then-hang', 'cut'] as const)(
    'whose response is lost (%s) is read back and never sent twice',
    (fault) =>
      behindProxy(async ({ fakes, run }) => {
        const { outputs } = await run({
          given: ({ faults }) =>
            faults.add({ operation: 'AssociateIpamByoasn', fault, when: 'real' }),
        });
        expect(outputs.reason).toBe('associated');
        expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(1);
      }),
  );

  test('that the proxy blocked counts as unsent, and is sent once', () => {
    let blocking = false;
    return behindProxy(
      async ({ fakes, run }) => {
        for (const operation of ['DescribeByoipCidrs', 'DescribeIpamByoasn']) {
          fakes.faults.add({ operation, fault: 'slow', ms: 0, closes: true });
        }
        const { outputs, log } = await run({
          onLine: (line) => {
            blocking ||= line.includes('::group::Plan for');
          },
        });
        expect(outputs.reason).toBe('associated');
        expect(log).toMatch(
          /ProxyFailed: the proxy \S+ opened no tunnel to ec2\S+ HTTP 502; retrying/,
        );
        expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(1);
      },
      {
        refuse: (name) => {
          const refused = blocking && name === names.ec2;
          if (refused) blocking = false;
          return refused ? 502 : undefined;
        },
      },
    );
  });
});

describe.concurrent('NO_PROXY', () => {
  const direct = ({ ports }: ProxiedFakes) => ({
    AWS_ENDPOINT_URL_EC2: `https://ec2.fakes.example:${ports.ec2}`,
    AWS_ENDPOINT_URL_STS: `https://sts.fakes.example:${ports.sts}`,
    ACTIONS_ID_TOKEN_REQUEST_URL: `https://oidc.fakes.example:${ports.oidc}/token?api-version=2.0`,
    GITHUB_API_URL: `https://github.fakes.example:${ports.github}`,
  });

  test.each(['fakes.example', '.fakes.example', '*.fakes.example', 'x.example fakes.example'])(
    '%s lets all clients go directly to names below it',
    (exceptions) =>
      behindProxy(async (proxied) => {
        const { fakes, proxy, run } = proxied;
        const { outputs, log } = await run({
          ...commented(fakes),
          env: { ...direct(proxied), NO_PROXY: exceptions },
        });
        expect(outputs.reason).toBe('dry-run-permitted');
        expect(log).toContain('comment created: ');
        expect(proxy.asked).toEqual([]);
      }),
  );

  test('lets one name go directly, and others through the proxy', () =>
    behindProxy(async (proxied) => {
      const { proxy, run } = proxied;
      const { AWS_ENDPOINT_URL_STS } = direct(proxied);
      const { outputs } = await run({
        with: dryRun,
        env: { AWS_ENDPOINT_URL_STS, NO_PROXY: 'sts.fakes.example' },
      });
      expect(outputs.reason).toBe('dry-run-permitted');
      expect(targetsOf(proxy)).toEqual([`CONNECT ${names.ec2}:443`, `CONNECT ${names.oidc}:443`]);
    }));

  test('set by the runner and by the job in two cases: lower case wins, and the log says so', () =>
    behindProxy(async (proxied) => {
      const { fakes, proxy, run } = proxied;
      const given = commented(fakes);
      const env = direct(proxied);
      const both = { no_proxy: 'fakes.example', NO_PROXY: 'other.example' };
      const { outputs, log, printed } = await run({ ...given, env: { ...env, ...both } });
      expect(outputs.reason).toBe('dry-run-permitted');
      expect(log).toContain('comment created: ');
      expect(proxy.asked).toEqual([]);
      expect(printed.filter(({ level }) => level === 'warning')).toMatchObject([
        {
          text: 'NO_PROXY: "other.example" is ignored, because no_proxy is "fakes.example", and lower case counts. To use another, set no_proxy in the env of the job or step',
        },
      ]);
    }));

  test('is not needed for loopback', () =>
    behindProxy(async ({ fakes, proxy, run }) => {
      const { outputs } = await run({
        with: dryRun,
        env: { ...fakes.env.endpoints, ...fakes.env.oidc, HTTP_PROXY: proxy.url },
      });
      expect(outputs.reason).toBe('dry-run-permitted');
      expect(proxy.asked).toEqual([]);
    }));
});

test('requests to the instance metadata service use no proxy', async () => {
  const asked: string[] = [];
  const metadata = createHttpServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(404).end();
  });
  await once(metadata.listen(0, '127.0.0.1'), 'listening');
  const address = metadata.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  await behindProxy(async ({ proxy, run }) => {
    const { outputs } = await run({
      credentials: 'none',
      env: {
        RUNNER_ENVIRONMENT: 'self-hosted',
        HTTP_PROXY: proxy.url,
        AWS_EC2_METADATA_SERVICE_ENDPOINT: `http://imds.fakes.example:${port}`,
      },
    });
    expect(outputs.reason).toBe('no-credentials');
    expect(asked.length).toBeGreaterThan(0);
    expect(proxy.asked).toEqual([]);
  });
  metadata.close();
});

test('HTTP_PROXY counts for an endpoint of plain HTTP', () =>
  behindProxy(async ({ fakes, proxy, run }) => {
    const plain = (url: string) => url.replace('127.0.0.1', 'plain.example');
    const { outputs } = await run({
      ...staticKey,
      env: {
        AWS_ENDPOINT_URL_EC2: plain(fakes.ec2.url),
        AWS_ENDPOINT_URL_STS: plain(fakes.sts.url),
        HTTPS_PROXY: '',
        http_proxy: proxy.url,
      },
    });
    expect(outputs.reason).toBe('dry-run-unchecked');
    expect(targetsOf(proxy)).toEqual(
      [`POST ${plain(fakes.ec2.url)}/`, `POST ${plain(fakes.sts.url)}/`].sort(),
    );
  }));

describe.concurrent('a CA of one’s own', () => {
  test.each([
    ["GitHub's ID token", {}],
    ['EC2', staticKey],
  ])('that Node does not know is reported, with what to set (%s)', (_, scenario) =>
    behindProxy(async ({ run }) => {
      const { outputs, log } = await run({ ...scenario, env: { NODE_EXTRA_CA_CERTS: '' } });
      expect(outputs.reason).toBe('network-error');
      expect(log).toMatch(/(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE): /);
      expect(log).toContain('Set NODE_EXTRA_CA_CERTS');
    }),
  );

  test('is accepted without a proxy too', () =>
    behindProxy(async ({ run, ports, proxy }) => {
      const { outputs } = await run({
        ...staticKey,
        env: {
          AWS_ENDPOINT_URL_EC2: `https://ec2.fakes.example:${ports.ec2}`,
          AWS_ENDPOINT_URL_STS: `https://sts.fakes.example:${ports.sts}`,
          HTTPS_PROXY: '',
        },
      });
      expect(outputs.reason).toBe('dry-run-unchecked');
      expect(proxy.asked).toEqual([]);
    }));
});

describe.concurrent('a job on a runner that sets the proxy in both cases', () => {
  /** What the runner does with its own proxy (actions/runner, RunnerWebProxy). */
  const runner = (url: string) => ({ HTTPS_PROXY: url, https_proxy: url });

  test('goes through another proxy that it sets in lower case', () =>
    behindProxy(async ({ fakes, proxy, run }) => {
      const env = { ...runner('http://runner.example:3128/'), https_proxy: proxy.url };
      const { outputs, log } = await run({ ...commented(fakes), env });
      expect(outputs.reason).toBe('dry-run-permitted');
      expect(log).toContain('comment created: ');
      expect(log).toContain('[warning] HTTPS_PROXY: "http://runner.example:3128/" is ignored');
      expect(targetsOf(proxy)).toHaveLength(4);
    }));

  test('uses no proxy if it sets an empty string, also for the comment', () =>
    behindProxy(async ({ fakes, ports, proxy, run }) => {
      const { outputs, log } = await run({
        ...commented(fakes),
        env: {
          ...runner(proxy.url),
          https_proxy: '',
          AWS_ENDPOINT_URL_EC2: `https://ec2.fakes.example:${ports.ec2}`,
          AWS_ENDPOINT_URL_STS: `https://sts.fakes.example:${ports.sts}`,
          ACTIONS_ID_TOKEN_REQUEST_URL: `https://oidc.fakes.example:${ports.oidc}/token?api-version=2.0`,
          GITHUB_API_URL: `https://github.fakes.example:${ports.github}`,
        },
      });
      expect(outputs.reason).toBe('dry-run-permitted');
      expect(log).toContain('comment created: ');
      expect(proxy.asked).toEqual([]);
    }));
});

test('an invalid proxy is refused before any request, and its password is not printed', () =>
  behindProxy(async ({ fakes, proxy, run }) => {
    const ended = await run({
      with: { asn: '0' },
      env: { HTTPS_PROXY: 'user:s3cret@proxy.example.com:3128' },
    });
    expect(ended.outputs.reason).toBe('invalid-input');
    expect(ended.log).toContain(
      '[error] 1 input is invalid: asn; 1 environment variable is invalid: HTTPS_PROXY',
    );
    expect(ended.log).toContain('HTTPS_PROXY: "***@proxy.example.com:3128" has no scheme');
    expect(visible(ended)).not.toContain('s3cret');
    expect(ended.masks).toContain('s3cret');
    expect([fakes.requestLog.requests, proxy.asked]).toEqual([[], []]);
  }));
