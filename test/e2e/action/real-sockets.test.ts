import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { startFakes } from '../../fakes/fakes.ts';
import type { Fault, PlainFault } from '../../fakes/faults.ts';
import { type Ended, runOn, runScenario, type Scenario } from './scenario.ts';

const preload = (file: string) => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, '..', '..', 'robustness', 'fault-matrix', file)).href}`,
});

/** A run whose calls of an operation meet a fault, once by default. */
function meeting(
  operation: string,
  fault: Fault & { readonly times?: number },
  scenario: Scenario = {},
): Promise<Ended> {
  return runScenario({
    fakes: { behaviour: { transition: { reads: 0 } } },
    given: ({ faults }) => faults.add({ ...fault, operation }),
    ...scenario,
  });
}

/** The run has found out by reading that EC2 carried out its call, and has not repeated it. */
function expectReadBack({ outputs, fakes, log }: Ended): void {
  expect(outputs, log).toMatchObject({
    reason: 'associated',
    state: 'associated',
    changed: 'true',
  });
  expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(1);
  expect(fakes.requestLog.changes).toHaveLength(1);
  expect(log).toContain('reading back whether EC2 carried it out');
}

describe.concurrent('an associate call that EC2 carries out', () => {
  test.each<[string, PlainFault]>([
    ['is reset before the response', 'applied-then-reset'],
    ['ends before the response, half open', 'applied-then-end'],
    ['ends in the middle of the response', 'cut'],
    ['is reset in the middle of the response', 'cut-reset'],
  ])('is read back if the connection %s', async (_, fault) => {
    expectReadBack(await meeting('AssociateIpamByoasn', { fault }));
  });

  test.each(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'])(
    'is read back if the open connection breaks with %s',
    async (code) => {
      const fakes = await startFakes({ behaviour: { transition: { reads: 0 } } });
      try {
        // The observation makes two requests; the response to the third is slow.
        fakes.faults.add({ operation: 'AssociateIpamByoasn', fault: 'slow', ms: 1_500 });
        const broken = {
          BROKEN_HOST: new URL(fakes.ec2.url).host,
          BROKEN_NTH: '3',
          BROKEN_CODE: code,
        };
        const ended = await runOn(fakes, { env: { ...preload('broken-socket.mjs'), ...broken } });
        expectReadBack(ended);
        expect(ended.log).toContain(`${code}: read ${code}`);
      } finally {
        await fakes.close();
      }
    },
  );

  test.each([302, 403, 404, 499])(
    'is read back if a filter passes it on but responds with a page and HTTP %i',
    async (status) => {
      const ended = await meeting('AssociateIpamByoasn', { fault: 'applied-then-page', status });
      expectReadBack(ended);
      expect(ended.log).toContain(`Intercepted (HTTP ${status})`);
    },
  );
});

describe.concurrent('an associate call that does not reach EC2', () => {
  test('is repeated if its connection is reset and reads show no association', async () => {
    const { outputs, fakes, log } = await meeting('AssociateIpamByoasn', { fault: 'reset' });
    expect(outputs, log).toMatchObject({ reason: 'associated', changed: 'true' });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(2);
    expect(log).toContain('ECONNRESET');
  });

  test('is not repeated if a filter responds, and the error has the response', async () => {
    const fault = { fault: 'page', status: 403, headers: { server: 'filter/7' } } as const;
    const ended = await meeting('AssociateIpamByoasn', { ...fault, times: 9 });
    const { outputs, fakes, log } = ended;
    expect(outputs).toMatchObject({ reason: 'network-error', state: 'absent', changed: 'false' });
    expect(fakes.requestLog.of('AssociateIpamByoasn')).toHaveLength(1);
    expect(log).toContain('it says "Blocked by policy" (server: filter/7)');
    expect(log).toContain('web filter');
  });
});

describe.concurrent('a read', () => {
  test.each(['reset', 'cut', 'cut-reset', 'applied-then-end'] as const)(
    'is repeated if its connection breaks (%s)',
    async (fault) => {
      const once = { with: { wait: 'false' } };
      const { outputs, fakes } = await meeting('DescribeByoipCidrs', { fault }, once);
      expect(outputs).toMatchObject({ reason: 'accepted', changed: 'true' });
      expect(fakes.requestLog.of('DescribeByoipCidrs')).toHaveLength(2);
    },
  );

  test('ends the run within seconds if a filter responds', async () => {
    const fault = { fault: 'page', status: 403, times: 9 } as const;
    const ended = await meeting('DescribeByoipCidrs', fault);
    expect(ended.outputs).toMatchObject({ reason: 'network-error', state: 'unknown' });
    expect(ended.fakes.requestLog.of('DescribeByoipCidrs')).toHaveLength(1);
    expect(ended.log).toMatch(/is not a response from 127\.0\.0\.1; it says "Blocked by policy"/);
    expect(ended.milliseconds).toBeLessThan(10_000);
  });
});

test('to an endpoint that refuses connections at all addresses names them all, and counts as unsent', async () => {
  const { outputs, log, milliseconds } = await runScenario({
    credentials: 'env',
    env: {
      ...preload('child.mjs'),
      AWS_ENDPOINT_URL_EC2: 'http://ec2.test:9',
      FAULT_HOST: 'ec2.test',
      FAULT_LOOKUP: 'addresses',
      FAULT_TIMES: 'Infinity',
    },
  });
  expect(outputs).toMatchObject({ reason: 'network-error', state: 'unknown' });
  expect(log).not.toContain('no message');
  const attempts = log.match(/connect E\w+ [0-9a-f.:]+:9(?=[; ])/g) ?? [];
  expect(new Set(attempts).size).toBeGreaterThan(process.platform === 'darwin' ? 0 : 1);
  expect(milliseconds).toBeLessThan(15_000);
});
