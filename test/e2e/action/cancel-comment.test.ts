import type { ChildProcess } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type Fakes, withFakes } from '../../fakes/fakes.ts';
import { defaultPull } from '../../fakes/github/github.ts';
import {
  type Cancelled,
  expectEndedWithin,
  expectQuiet,
  logged,
  requested,
  runCancelled,
  signals,
  whilePausing,
} from './cancelled.ts';
import { pair, runOn } from './scenario.ts';

const pull = defaultPull.number;
const onPullRequest = {
  event: {
    pull_request: {
      number: pull,
      head: { sha: defaultPull.headSha, repo: { full_name: 'octo-org/prefixes' } },
    },
  },
  eventName: 'pull_request',
};
/** The number is found by the commit, which needs its own request. */
const onPush = { event: {}, eventName: 'push' };

interface Commenting {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly on?: typeof onPullRequest | typeof onPush;
}

const unlimited = { behaviour: { rateSpeed: Number.POSITIVE_INFINITY } };

function step(fakes: Fakes, { inputs = {}, on = onPullRequest }: Commenting) {
  return {
    with: { comment: 'true', 'github-token': fakes.github.token, ...inputs },
    event: on.event,
    env: { ...fakes.env.github, GITHUB_EVENT_NAME: on.eventName },
  };
}

/** The body of the comment, empty if there is none. */
function commentText({ github }: Fakes): string {
  const texts = github.repository().comments(pull);
  expect(texts.length).toBeLessThan(2);
  return texts[0]?.body ?? '';
}

async function expectCompleted(fakes: Fakes): Promise<void> {
  fakes.faults.clear();
  fakes.ec2.behave({ transition: { reads: 0 } });
  const { reason, outputs } = await runOn(fakes, step(fakes, {}));
  expect(reason).toMatch(/^(associated|already-associated)$/);
  expect(outputs.state).toBe('associated');
  expect(fakes.requestLog.changes).toMatchObject([pair]);
  expect(commentText(fakes)).toContain('associated');
}

const whileWaiting = whilePausing(logged(/EC2 accepted/));

function expectCancelled(cancelled: Cancelled): void {
  expect(cancelled.outputs).toMatchObject({
    ...pair,
    reason: 'cancelled',
    state: 'pending-association',
    changed: 'true',
  });
  // The runner sends SIGTERM 7.5 s after SIGINT, and kills the process 2.5 s later.
  expectEndedWithin(7, cancelled);
}

const noComment = /\[warning\] (No comment|The comment could not be written)/;
const forever = { times: Number.POSITIVE_INFINITY };
const kill = (signal: NodeJS.Signals) => (child: ChildProcess) => child.kill(signal);

describe.concurrent.each(signals)('the comment of a run that gets %s during the wait', (signal) => {
  // A machine that is busy with other things may need longer than the five seconds of the comment.
  test('says that the run was cancelled, and the next run reports the end', { retry: 2 }, () =>
    withFakes(unlimited, async (fakes) => {
      const cancelled = await runCancelled(fakes, step(fakes, {}), whileWaiting, kill(signal));
      expectCancelled(cancelled);
      expect(commentText(fakes)).toContain('cancelled');
      expect(commentText(fakes)).toContain('pending-association');
      await expectCompleted(fakes);
    }),
  );

  test.each(['issues/list-comments', 'issues/create-comment'])(
    'does not delay the end if GitHub never responds (%s)',
    (operation) =>
      withFakes(unlimited, async (fakes) => {
        fakes.faults.add({ operation, fault: 'hang', ...forever });
        const cancelled = await runCancelled(fakes, step(fakes, {}), whileWaiting, kill(signal));
        expectCancelled(cancelled);
        expectQuiet(cancelled, signal);
        expect(cancelled.log).toMatch(noComment);
        await expectCompleted(fakes);
      }),
  );

  test('does not delay the end if GitHub is slow to find the pull request, and then hangs', () =>
    withFakes(unlimited, async (fakes) => {
      const search = 'repos/list-pull-requests-associated-with-commit';
      const sha = '0123456789abcdef0123456789abcdef01234567';
      fakes.github.repository().setCommit(sha, [pull]);
      fakes.faults.add({ operation: search, fault: 'slow', ms: 4_000 });
      fakes.faults.add({ operation: 'issues/list-comments', fault: 'hang', ...forever });
      const scenario = step(fakes, { on: onPush });
      const cancelled = await runCancelled(fakes, scenario, whileWaiting, kill(signal));
      expect(fakes.requestLog.of(search)).toHaveLength(1);
      expectCancelled(cancelled);
      await expectCompleted(fakes);
    }));
});

describe.concurrent('a second signal', () => {
  test.each([
    ['SIGINT', 'SIGTERM', 0],
    ['SIGINT', 'SIGTERM', 1_000],
    ['SIGTERM', 'SIGINT', 1_000],
    ['SIGINT', 'SIGINT', 1_000],
  ] as const)('changes nothing after the first: %s, then %s %i ms later', (first, second, ms) =>
    withFakes(unlimited, async (fakes) => {
      fakes.faults.add({ operation: 'issues/list-comments', fault: 'hang', ...forever });
      const both = (child: ChildProcess) => {
        child.kill(first);
        if (ms === 0) child.kill(second);
        else setTimeout(() => child.kill(second), ms);
      };
      const cancelled = await runCancelled(fakes, step(fakes, {}), whileWaiting, both);
      expectCancelled(cancelled);
      expect(cancelled.log).toMatch(/The run was cancelled \(SIG(INT|TERM)\)/);
      if (ms > 0) expectQuiet(cancelled, first);
      await expectCompleted(fakes);
    }),
  );
});

interface Decided {
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly state: string;
}

const decided: readonly Decided[] = [
  {
    title: 'has planned',
    inputs: { 'dry-run': 'true' },
    reason: 'dry-run-permitted',
    state: 'absent',
  },
  {
    title: 'has associated',
    inputs: { wait: 'false' },
    reason: 'accepted',
    state: 'pending-association',
  },
  {
    title: 'was refused',
    inputs: { cidr: '192.0.2.0/24' },
    reason: 'cidr-not-found',
    state: 'absent',
  },
];

describe.concurrent.each(signals)('a run that gets %s once it', (signal) => {
  test.each(decided)(
    '$title keeps its result, and waits for GitHub no longer',
    ({ inputs, reason, state }) =>
      withFakes(unlimited, async (fakes) => {
        fakes.faults.add({ operation: 'issues/list-comments', fault: 'hang' });
        const scenario = step(fakes, { inputs });
        const moment = requested('issues/list-comments');
        const ended = await runCancelled(fakes, scenario, moment, kill(signal));
        expect(ended.outputs).toMatchObject({ reason, state });
        expect(ended.raw).not.toContain('The run was cancelled');
        expectEndedWithin(7, ended);
        // If it had waited for the hanging response, it would have asked again and created the comment.
        expect(commentText(fakes)).toBe('');
        expect(ended.log).toMatch(noComment);
      }),
  );
});
