import { expect, test } from 'vitest';
import { startFakes } from '../../fakes/fakes.ts';
import { preload } from './cancelled.ts';
import { action } from './environment.ts';
import { runStep, type StepResult } from './runner.ts';
import { pair } from './scenario.ts';

/**
 * Requests that never end, and keep nothing open that Node would wait for. Time limits
 * do not either: their timers let a process end.
 */
const lostRequests = `
  import http from 'node:http';
  import { syncBuiltinESMExports } from 'node:module';
  import { PassThrough } from 'node:stream';
  http.request = () => Object.assign(new PassThrough(), { setTimeout() {}, setHeader() {} });
  syncBuiltinESMExports();
`;

/** A run that has nothing left to wait for while it asks for its ID token. */
async function endSilently(): Promise<StepResult> {
  const fakes = await startFakes();
  try {
    const inputs = { ...pair, 'aws-region': fakes.region, 'role-to-assume': fakes.roleArn };
    const step = await runStep({
      with: { ...inputs, 'allow-special-use': 'true' },
      env: { ...fakes.env.endpoints, ...fakes.env.oidc, ...preload(lostRequests) },
    });
    expect(step.log).toContain('[group] Credentials');
    expect(fakes.requestLog.requests).toEqual([]);
    return step;
  } finally {
    await fakes.close();
  }
}

test('a process that ends before its run fails', async () => {
  const { exitCode, log } = await endSilently();
  expect(exitCode).toBe(1);
  expect(log).not.toMatch(/^assumed /m);
});

test('a process that ends before its run still sets all outputs and says why', async () => {
  const { outputs, printed } = await endSilently();
  expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort());
  expect(outputs).toMatchObject({ ...pair, reason: 'internal-error', state: 'unknown' });
  expect(printed.filter(({ level }) => level === 'error')).toHaveLength(1);
});

test('an uncaught error ends the run with all outputs, and says why', async () => {
  const fakes = await startFakes();
  try {
    fakes.faults.add({ operation: 'DescribeByoipCidrs', fault: 'hang' });
    const step = await runStep({
      with: { ...pair, 'aws-region': fakes.region, 'allow-special-use': 'true' },
      env: {
        ...fakes.env.endpoints,
        ...fakes.env.credentials,
        ...preload("setTimeout(() => { throw new Error('seeded'); }, 2_000);"),
      },
    });
    expect(step.exitCode).toBe(1);
    expect(Object.keys(step.outputs).sort()).toEqual(Object.keys(action.outputs).sort());
    expect(step.outputs).toMatchObject({ ...pair, reason: 'internal-error', state: 'unknown' });
    const errors = step.printed.filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ text: expect.stringContaining('seeded') }]);
  } finally {
    await fakes.close();
  }
});
