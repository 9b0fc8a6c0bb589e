import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import { readApprovals } from '../../../src/github/read-approvals.ts';
import { startGitHubContext } from '../../fakes/comments-context.ts';
import { refused } from '../../fakes/github/faults.ts';
import type { Approval } from '../../fakes/github/repository.ts';

const operation = 'actions/get-reviews-for-run';

async function start(approvals: readonly Partial<Approval>[] = []) {
  const { fakes, github, context, cancel, lines } = await startGitHubContext();
  github.permit('none', 'read');
  const approved = { state: 'approved', environment: 'byoasn', login: 'octocat' } as const;
  for (const approval of approvals) {
    github.repository().addApproval(42, { ...approved, ...approval });
  }
  const env = { ...context.env, GITHUB_RUN_ID: '42' };
  const read = () =>
    readApprovals({ environment: 'byoasn', token: github.token }, { ...context, env });
  return { fakes, github, cancel, lines, read, clock: context.clock };
}

describe('the approvers of an apply', () => {
  test('are none if no approval was needed', async () => {
    const { read, lines } = await start();
    expect(await read()).toEqual([]);
    expect(lines).toEqual([]);
  });

  test.each<[string, readonly Partial<Approval>[], readonly string[]]>([
    ['each once', [{}, { login: 'mona' }, {}], ['octocat', 'mona']],
    ['not who rejected', [{ state: 'rejected' }, { login: 'mona' }], ['mona']],
    ['not who has not decided', [{ state: 'pending' }], []],
    ['not who approved for another environment', [{ environment: 'byoasn-2' }], []],
    ['in any case of the name of the environment', [{ environment: 'BYOASN' }], ['octocat']],
    [
      'ten at most',
      Array.from({ length: 12 }, (_, nth) => ({ login: `user-${nth}` })),
      Array.from({ length: 10 }, (_, nth) => `user-${nth}`),
    ],
  ])('are read from GitHub: %s', async (_, approvals, logins) => {
    const { read } = await start(approvals);
    expect(await read()).toEqual(logins);
  });

  test('are not known to a token that may not read runs, and the log names the permission', async () => {
    const { read, github, lines } = await start([{}]);
    github.permit('write');
    expect(await read()).toEqual([]);
    expect(lines).toEqual([
      'the approvers are not known: GitHub returned 403: Resource not accessible by integration. Give the job permissions: actions: read',
    ]);
  });

  test('are not known if GitHub does not know the run', async () => {
    const { read, fakes, lines } = await start([{}]);
    fakes.faults.add({ operation, ...refused(404) });
    expect(await read()).toEqual([]);
    expect(lines).toEqual([expect.stringContaining('The token probably cannot see this run.')]);
  });

  test('are requested again if GitHub fails, for five seconds in all', async () => {
    const { read, fakes, clock } = await start([{}]);
    fakes.faults.add({ operation, fault: 'hangup' });
    expect(await read()).toEqual(['octocat']);
    fakes.faults.add({ operation, fault: 'status500', times: Number.POSITIVE_INFINITY });
    const before = clock.now();
    expect(await read()).toEqual([]);
    expect(clock.now() - before).toBeLessThan(5_000);
  });

  test('are not requested once the run was cancelled', async () => {
    const { read, fakes, cancel } = await start([{}]);
    const failure = new Failure('cancelled', 'The run was cancelled (SIGINT)');
    cancel.abort(failure);
    await expect(read()).rejects.toBe(failure);
    expect(fakes.requestLog.of(operation)).toEqual([]);
  });
});
