import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { defaultPull } from '../../fakes/github/github.ts';
import { preload } from './cancelled.ts';
import { action } from './environment.ts';
import { runStep, type StepOptions, type StepResult } from './runner.ts';
import { pair, runScenario } from './scenario.ts';

/** A step on its own fake servers that associates the pair and does not wait by default. */
async function step(
  options: Partial<StepOptions> = {},
  given: (fakes: Fakes) => void = () => {},
): Promise<StepResult & { readonly fakes: Fakes }> {
  const fakes = await startFakes();
  try {
    given(fakes);
    const inputs = { ...pair, 'aws-region': fakes.region, 'allow-special-use': 'true' };
    const env = { ...fakes.env.endpoints, ...fakes.env.credentials, ...fakes.env.github };
    const comments = { comment: 'true', 'github-token': fakes.github.token };
    const pullNumber = String(defaultPull.number);
    const result = await runStep({
      ...options,
      with: { ...inputs, wait: 'false', ...comments, 'pr-number': pullNumber, ...options.with },
      env: { ...env, ...options.env },
    });
    return { ...result, fakes };
  } finally {
    await fakes.close();
  }
}

const errorsOf = ({ printed }: StepResult) =>
  printed.filter(({ level }) => level === 'error').map(({ text }) => text);

const commentsOf = (fakes: Fakes) =>
  fakes.github
    .repository()
    .comments(defaultPull.number)
    .map(({ body }) => body)
    .join('\n');

function expectAllOutputs({ outputs }: StepResult): void {
  expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort());
}

const unwritable: readonly (readonly [string, string])[] = [
  ['that is missing', '/nowhere/output'],
  ['that is a folder', tmpdir()],
  ...(existsSync('/dev/full') ? [['on a full disk', '/dev/full'] as const] : []),
];

describe.concurrent.each(unwritable)('a file for the outputs %s', (_, GITHUB_OUTPUT) => {
  test('fails a successful step, but keeps reason, summary and comment', async () => {
    const ended = await step({ env: { GITHUB_OUTPUT } });
    expect(ended.exitCode).toBe(1);
    expect(ended.log).toContain('accepted: EC2 accepted the changes of the run');
    expect(ended.summary).toMatch(/^### BYOASN: 1 association accepted\n/);
    expect(commentsOf(ended.fakes)).toContain('### BYOASN: 1 association accepted\n');
    expect(ended.log).toContain('[warning] The output comment-url could not be written: ');
    expect(errorsOf(ended)).toEqual([
      expect.stringMatching(
        /^The step fails because its outputs could not be written: .+\nThe run itself ended with accepted; any changes that it made are in place\.\nLikely cause: .+\nNext step: /,
      ),
    ]);
  });

  test('keeps the failure of the run', async () => {
    const ended = await step({ env: { GITHUB_OUTPUT } }, ({ faults }) =>
      faults.add({
        operation: 'AssociateIpamByoasn',
        fault: 'error',
        status: 403,
        code: 'UnauthorizedOperation',
        message: 'You are not authorized.',
      }),
    );
    expect(ended.exitCode).toBe(1);
    expect(ended.summary).toMatch(/^### BYOASN: failed\n/);
    expect(errorsOf(ended)).toEqual([
      expect.stringContaining('UnauthorizedOperation'),
      expect.stringContaining('The run itself ended with access-denied'),
    ]);
  });
});

describe.concurrent('a closed log', () => {
  test('during an apply loses neither outputs, summary nor comment', async () => {
    const ended = await step({
      with: { wait: 'true' },
      onLine: (line, child) => {
        if (line.includes('EC2 accepted')) child.stdout?.destroy();
      },
    });
    expect(ended.exitCode).toBe(0);
    expectAllOutputs(ended);
    expect(ended.outputs).toMatchObject({ reason: 'associated', changed: 'true' });
    expect(ended.summary).toMatch(/^### BYOASN: 1 association created\n/);
    expect(commentsOf(ended.fakes)).toContain('### BYOASN: 1 association created\n');
  });
});

describe.concurrent('uncaught errors', () => {
  const stuck = ({ faults }: Fakes) =>
    faults.add({ operation: 'DescribeByoipCidrs', fault: 'hang' });

  test('end the run with the first one, with its stack and causes', async () => {
    const code = `setTimeout(() => {
      throw new Error('seeded', { cause: new TypeError('below it') });
    }, 2_000);`;
    const ended = await step({ env: preload(code) }, stuck);
    expect(ended.exitCode).toBe(1);
    expectAllOutputs(ended);
    expect(ended.outputs.reason).toBe('internal-error');
    expect(errorsOf(ended)).toEqual([
      expect.stringMatching(/^Unexpected: Error: seeded\nNext step: /),
    ]);
    expect(ended.log).toMatch(/^Error: seeded$/m);
    expect(ended.log).toMatch(/^ {4}at .*setTimeout|^ {4}at .*Timeout/m);
    expect(ended.log).toMatch(/\[cause\]: (Error \[)?TypeError\]?: below it/);
  });

  test('that come later are logged, and the report is complete', async () => {
    const code = `for (const text of ['seeded', 'another', 'a third']) {
      setTimeout(() => { void Promise.reject(new Error(text)); }, 2_000);
    }`;
    const ended = await step({ env: preload(code) }, stuck);
    expect(ended.exitCode).toBe(1);
    expectAllOutputs(ended);
    expect(ended.summary).toContain('internal-error');
    expect(errorsOf(ended)).toEqual([expect.stringContaining('Unexpected: Error: seeded')]);
    for (const text of ['another', 'a third']) {
      expect(ended.log).toContain(
        `[warning] Another error while the run was ending: Unexpected: Error: ${text}`,
      );
    }
  });

  test('while the outcome is reported are logged, and change nothing', async () => {
    const code = `import fs from 'node:fs';
      const { appendFileSync } = fs;
      fs.appendFileSync = (path, ...given) => {
        if (path.endsWith('summary')) void Promise.reject(new Error('seeded'));
        return appendFileSync(path, ...given);
      };`;
    const ended = await step({ env: preload(code) });
    expect(ended.exitCode).toBe(0);
    expectAllOutputs(ended);
    expect(ended.outputs.reason).toBe('accepted');
    expect(ended.log).toContain(
      '[warning] Another error while the run was ending: Unexpected: Error: seeded',
    );
  });
});

describe.concurrent('the debug log of a failure', () => {
  test.each(['garbled', 'cut', 'endless'] as const)(
    'has its causes, but no secret of a response with secrets (%s)',
    async (fault) => {
      const { raw, printed, fakes } = await runScenario({
        given: ({ faults }) =>
          faults.add({ operation: 'AssumeRoleWithWebIdentity', fault, times: 9 }),
      });
      const debug = printed.filter(({ level }) => level === 'debug').map(({ text }) => text);
      expect(debug.join('\n')).toMatch(
        /^Failure: Could not assume .*\[cause\]: Error \[CallError\]: /s,
      );
      const unmasked = raw.split('\n').filter((line) => !line.startsWith('::add-mask::'));
      for (const secret of fakes.secrets()) expect(unmasked.join('\n')).not.toContain(secret);
    },
  );
});

// Windows has no signals: there, a process ends without a chance to report.
describe.skipIf(process.platform === 'win32')('a signal after the write', () => {
  test.concurrent.each(['SIGHUP', 'SIGQUIT', 'SIGUSR2', 'SIGALRM', 'SIGXCPU'] as const)(
    '%s ends the run with what is known',
    async (signal) => {
      const ended = await step({
        with: { wait: 'true' },
        onLine: (line, child) => {
          if (line.includes('EC2 accepted')) child.kill(signal);
        },
      });
      expect(ended.exitCode).toBe(1);
      expectAllOutputs(ended);
      expect(ended.outputs).toMatchObject({
        reason: 'cancelled',
        state: 'pending-association',
        changed: 'true',
      });
      expect(errorsOf(ended)).toEqual([
        expect.stringContaining(`The run was cancelled (${signal})`),
      ]);
    },
  );
});
