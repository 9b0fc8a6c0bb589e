import { Agent } from 'node:http';
import type { LookupFunction } from 'node:net';
import { type HttpServerOptions, RequestError, Server } from 'proxy-chain';
import type { Listening } from './server.ts';
import type { Certificate, TlsServer } from './tls.ts';

/** An HTTP proxy that connects only to fake servers. */
export interface FakeProxy extends Listening {
  readonly port: number;
  /** The requests, in order: `CONNECT name:port`, or method and URL of plain HTTP. */
  readonly asked: readonly string[];
}

/** How a proxy behaves. */
export interface ProxyOptions {
  /** `user:password`; without it, no authentication is needed. */
  readonly login?: string;
  /** The status of its response for a name that it does not let through. */
  readonly refuse?: (name: string) => number | undefined;
  /** Makes it a proxy that is reached by TLS. */
  readonly certificate?: Certificate;
}

/** Starts a proxy with a fake server for each name; it refuses every other name, and plain HTTP but for `.example`. */
export async function startProxy(
  fakes: Readonly<Record<string, TlsServer>>,
  { login, refuse, certificate }: ProxyOptions = {},
): Promise<FakeProxy> {
  const asked: string[] = [];
  const options: HttpServerOptions = {
    port: 0,
    host: '127.0.0.1',
    prepareRequestFunction: ({ request, hostname, port, username, password, isHttp }) => {
      asked.push(isHttp ? `${request.method} ${request.url}` : `CONNECT ${hostname}:${port}`);
      if (login !== undefined && `${username}:${password}` !== login) {
        return { requestAuthentication: true };
      }
      const status = refuse?.(hostname);
      if (status !== undefined) throw new RequestError('refused by the test', status);
      if (isHttp && hostname.endsWith('.example')) return { httpAgent: toLoopback };
      const fake = fakes[hostname];
      if (isHttp || fake === undefined)
        throw new RequestError(`${hostname} is no fake server`, 403);
      return { customConnectServer: fake.server };
    },
  };
  const server = certificate
    ? new Server({ ...options, serverType: 'https', httpsOptions: certificate })
    : new Server(options);
  await server.listen();
  return {
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    asked,
    close: () => server.close(true),
  };
}

const lookup: LookupFunction = (_, options, callback) =>
  options.all
    ? callback(null, [{ address: '127.0.0.1', family: 4 }])
    : callback(null, '127.0.0.1', 4);

const toLoopback = new Agent({ lookup });
