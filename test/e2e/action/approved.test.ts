import { describe, expect, test } from 'vitest';
import { type Fakes, withFakes } from '../../fakes/fakes.ts';
import { defaultPull } from '../../fakes/github/github.ts';
import { fastAssociations } from './fleet.ts';
import { type Ended, runOn } from './scenario.ts';

const operation = 'actions/get-reviews-for-run';
const approval = { state: 'approved', environment: 'byoasn', login: 'mona' } as const;

type Inputs = Readonly<Record<string, string>>;
type Run = (inputs?: Inputs, env?: Inputs) => Promise<Ended>;

/** Runs that entered an environment which mona let them into, with a token that may read runs. */
function inApprovedRun(use: (fakes: Fakes, run: Run) => Promise<void>): Promise<void> {
  return withFakes(fastAssociations, async (fakes) => {
    const { github } = fakes;
    github.permit('write', 'read');
    github.repository().addApproval(1_234_567_890, approval);
    const given = { environment: 'byoasn', 'github-token': github.token };
    await use(fakes, (inputs, env) =>
      runOn(fakes, { with: { ...given, ...inputs }, env: { ...fakes.env.github, ...env } }),
    );
  });
}

const approved = / · approved in this run by <code>mona<\/code><\/sub>\n$/;
const isUnknown = /^the approvers are not known: /m;

describe.concurrent('who approved an apply', () => {
  test('is in its summary and in its comment', () =>
    inApprovedRun(async ({ github }, run) => {
      const { summary, outputs, log } = await run({
        comment: 'true',
        'pr-number': String(defaultPull.number),
      });
      expect(outputs.reason).toBe('associated');
      expect(summary).toMatch(approved);
      const [comment] = github.repository().comments(defaultPull.number);
      expect(comment?.body).toMatch(approved);
      expect(log).not.toMatch(isUnknown);
    }));

  test('is in the summary of an apply that failed', () =>
    inApprovedRun(async ({ faults }, run) => {
      const rule = { operation: 'AssociateIpamByoasn', fault: 'error' } as const;
      faults.add({ ...rule, status: 400, code: 'InvalidParameterValue', message: 'Not this.' });
      const { summary, reason } = await run();
      expect(reason).toBe('request-rejected');
      expect(summary).toMatch(approved);
    }));

  test('is left out, with one line in the log, if the token may not read runs', () =>
    inApprovedRun(async ({ github }, run) => {
      github.permit('write');
      const { summary, outputs, printed } = await run();
      expect(outputs.reason).toBe('associated');
      expect(summary).not.toContain('approved in this run');
      expect(printed.filter(({ text }) => isUnknown.test(text))).toEqual([
        { level: 'text', text: expect.stringMatching(/403: .* permissions: actions: read$/) },
      ]);
    }));

  test.each<[string, Inputs]>([
    ['a dry run', { 'dry-run': 'true' }],
    ['an apply that names no environment', { environment: '' }],
    ['an apply without a token', { 'github-token': '' }],
  ])('is not requested by %s', (_, inputs) =>
    inApprovedRun(async ({ requestLog }, run) => {
      const { log } = await run(inputs);
      expect(requestLog.of(operation)).toEqual([]);
      expect(log).not.toMatch(isUnknown);
    }),
  );

  test('delays the end of the run by five seconds at most', () =>
    inApprovedRun(async ({ faults, requestLog }, run) => {
      faults.add({ operation, fault: 'hang', times: Number.POSITIVE_INFINITY });
      const { outputs, summary, log } = await run();
      const end = Date.now();
      expect(outputs.reason).toBe('associated');
      expect(end - (requestLog.of(operation)[0]?.at ?? 0)).toBeLessThan(7_000);
      expect(summary).toContain('started by <code>octocat</code>');
      expect(log).toMatch(isUnknown);
    }));

  test('has no effect on the page, whatever its name is', () =>
    inApprovedRun(async ({ github }, run) => {
      const login = '@octocat</sub> [x](https://example.com) #1';
      github.repository().addApproval(1_234_567_890, { ...approval, login });
      const { summary } = await run();
      expect(summary).toContain(' · approved in this run by <code>mona</code>, <code>&#64;');
      expect(summary).not.toMatch(/@octocat|\]\(https|[^&]#1\b/);
      expect(summary.split('</sub>')).toHaveLength(2);
    }));
});
