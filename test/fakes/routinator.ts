import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { toolEnvironment } from '../repo/tools.ts';
import type { FakeVrp } from './rpki.ts';

/** A real Routinator that trusts nobody, with VRPs of ours alone. */
export interface Routinator {
  /** Starts its server on a port of loopback, and ends it after `use`. */
  serve(use: (url: string) => Promise<void>): Promise<void>;
  /** The states of routes such as `64500 198.51.100.0/24`, in their order. */
  validate(routes: readonly string[]): readonly string[];
  close(): void;
}

/** Prepares the program at a path with VRPs as local exceptions (RFC 8416). */
export function prepareRoutinator(program: string, vrps: readonly FakeVrp[]): Routinator {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-routinator-'));
  for (const name of ['repo', 'tals']) mkdirSync(join(folder, name));
  const prefixAssertions = vrps.map(({ asn, prefix, maxLength: maxPrefixLength }) => ({
    ...{ asn, prefix, maxPrefixLength },
  }));
  const slurm = {
    slurmVersion: 1,
    validationOutputFilters: { prefixFilters: [], bgpsecFilters: [] },
    locallyAddedAssertions: { bgpsecAssertions: [], prefixAssertions },
  };
  writeFileSync(join(folder, 'slurm.json'), JSON.stringify(slurm));
  const options = [
    '--no-rir-tals',
    `--extra-tals-dir=${join(folder, 'tals')}`,
    `--repository-dir=${join(folder, 'repo')}`,
    `--exceptions=${join(folder, 'slurm.json')}`,
    '--disable-rsync',
    '--disable-rrdp',
  ];
  // A configuration of the machine's user does not count.
  const env = { ...toolEnvironment(), HOME: folder };
  return {
    serve: async (use) => {
      const port = await freePort();
      const address = `127.0.0.1:${port}`;
      const child = spawn(program, [...options, 'server', '--http', address], {
        env,
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      try {
        await untilReady(`http://${address}/json`);
        await use(`http://${address}`);
      } finally {
        child.kill();
        await ended;
      }
    },
    validate: (routes) => {
      const input = join(folder, 'routes.json');
      const asked = routes.map((route) => {
        const [asn, prefix] = route.split(' ');
        return { asn: `AS${asn}`, prefix };
      });
      writeFileSync(input, JSON.stringify({ routes: asked }));
      const output = execFileSync(
        program,
        [...options, '--quiet', 'validate', '--json', `--input=${input}`],
        { env, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] },
      );
      const { validated_routes: validated }: ValidatedRoutes = JSON.parse(output);
      return validated.map(({ validity }) => validity.state);
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

interface ValidatedRoutes {
  readonly validated_routes: readonly { readonly validity: { readonly state: string } }[];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilReady(url: string): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await setTimeout(50);
  }
  throw new Error(`${url} did not get ready`);
}
