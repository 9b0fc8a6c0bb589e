import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { pipeline } from 'node:stream';
import { generate } from 'selfsigned';
import type { Listening } from './server.ts';

/** A certificate for names, and the CA that signed it, all as PEM. */
export interface Certificate {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** A fake server behind TLS; `server` takes connections that come through a tunnel. */
export interface TlsServer extends Listening {
  readonly port: number;
  readonly server: Server;
}

/** Makes a new CA, and with it a certificate for names. */
export async function certify(names: readonly string[]): Promise<Certificate> {
  const options = { keyType: 'ec', algorithm: 'sha256' } as const;
  const ca = await generate([{ name: 'commonName', value: 'Test CA' }], {
    ...options,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'Fake server' }], {
    ...options,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
    ],
  });
  return { ca: ca.cert, cert: leaf.cert, key: leaf.private };
}

/** Ends TLS in front of a fake server, on a random port of the loopback interface. */
export async function serveTls(url: string, { cert, key }: Certificate): Promise<TlsServer> {
  const servedPort = Number(new URL(url).port);
  const server = createServer({ cert, key });
  // What is inside goes on as it is, so that a fault of the fake server reaches the client.
  server.removeAllListeners('secureConnection');
  server.on('secureConnection', (client) => {
    const inner = connect(servedPort, '127.0.0.1');
    pipeline(client, inner, client, () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    port,
    server,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
