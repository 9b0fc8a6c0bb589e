import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readComment, writeComment } from '../../../src/github/comment-marker.ts';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { refused, secondaryRateLimit } from '../../fakes/github/faults.ts';
import { defaultPull, jobAuthor } from '../../fakes/github/github.ts';
import { addDr, configFile, fastAssociations, fleet, main, manyCidrs, runFile } from './fleet.ts';
import { type Ended, pair, runOn, type Scenario } from './scenario.ts';

const pull = defaultPull.number;
const event = {
  pull_request: {
    number: pull,
    head: { sha: defaultPull.headSha, repo: { full_name: 'octo-org/prefixes' } },
  },
};
const key = { file: 'byoasn.yml', targets: [] };

type Inputs = Readonly<Record<string, string>>;

interface Conversation {
  readonly fakes: Fakes;
  /** Bodies of the comments of the pull request. */
  texts(): string[];
  /** URLs of the comments of the pull request. */
  urls(): string[];
  run(inputs: Inputs, more?: Omit<Scenario, 'fakes' | 'with'>, file?: string): Promise<Ended>;
}

async function onPullRequest(use: (conversation: Conversation) => Promise<void>): Promise<void> {
  const fakes = await startFakes(fastAssociations);
  addDr(fakes);
  const texts = () =>
    fakes.github
      .repository()
      .comments(pull)
      .map(({ body }) => body);
  const urls = () =>
    fakes.github
      .repository()
      .comments(pull)
      .map(({ id }) => `https://github.com/octo-org/prefixes/pull/${pull}#issuecomment-${id}`);
  const run: Conversation['run'] = (inputs, more = {}, file = fleet) =>
    runFile(
      fakes,
      file,
      { comment: 'true', 'github-token': fakes.github.token, ...inputs },
      {
        event,
        ...more,
        env: { ...fakes.env.github, GITHUB_EVENT_NAME: 'pull_request', ...more.env },
      },
    );
  try {
    await use({ fakes, texts, urls, run });
  } finally {
    await fakes.close();
  }
}

const plan = { 'dry-run': 'true' };
const onChange = { ...plan, comment: 'on-change' };
const onePair = configFile([{ ...main, associations: [pair] }]);
const unlisted = { asn: 64500, cidr: '192.0.2.0/24' };

describe.concurrent('the comment on a pull request', () => {
  test('is created by the plan, and updated by the apply and the next run', () =>
    onPullRequest(async ({ fakes, texts, urls, run }) => {
      const planned = await run(plan);
      const digest = planned.outputs['plan-digest'] ?? '';
      expect(planned.outputs).toMatchObject({ reason: 'planned', 'comment-url': urls()[0] });
      expect(planned.log).toMatch(
        /comment created: https:\/\/github\.com\/octo-org\/prefixes\/pull\/7#/,
      );
      expect(texts()).toHaveLength(1);
      expect(texts()[0]).toContain(`Plan digest <code>${digest?.replace(':', '&#58;')}</code>`);
      expect(texts()[0]).toContain(': 3 associations to create\n');
      expect(texts()[0]).toContain('actions/runs/1234567890');
      expect(texts()[0]).toContain(' · started by <code>octocat</code></sub>');
      expect(planned.result.run).toMatchObject({ pull_request: { number: 7 }, actor: 'octocat' });

      const applied = await run({ 'expected-plan': digest });
      expect(applied.outputs).toMatchObject({ reason: 'applied', 'comment-url': urls()[0] });
      expect(applied.log).toContain('comment updated: ');
      expect(texts()).toHaveLength(1);
      expect(texts()[0]).toContain(': 3 associations created\n');
      expect(readComment(texts()[0] ?? '')).toMatchObject({ key, phase: 'apply' });
      expect(fakes.requestLog.of('issues/create-comment')).toHaveLength(1);
    }));

  test('with on-change, is not created if there is nothing to do, and the log says so', () =>
    onPullRequest(async ({ fakes, texts, run }) => {
      fakes.ipam.setAssociation({ ...pair, state: 'associated' });
      const { outputs, log } = await run(onChange, {}, onePair);
      expect(outputs).toMatchObject({ reason: 'no-changes', 'comment-url': '' });
      expect(log).toContain('no comment: nothing to do');
      expect(texts()).toEqual([]);
    }));

  test('with on-change, is created for changes, and updated when nothing is left to do', () =>
    onPullRequest(async ({ fakes, texts, urls, run }) => {
      const planned = await run(onChange, {}, onePair);
      expect(planned.log).toContain('comment created: ');
      fakes.ipam.setAssociation({ ...pair, state: 'associated' });
      const { outputs, log } = await run(onChange, {}, onePair);
      expect(outputs).toMatchObject({ reason: 'no-changes', 'comment-url': urls()[0] });
      expect(log).toContain('comment updated: ');
      expect(texts()).toEqual([expect.stringContaining('no-changes')]);
    }));

  test.each([
    ['a refused plan', 'refused', configFile([{ ...main, associations: [unlisted] }])],
    ['an invalid file', 'invalid-input', 'version: 1\ntargets: []\n'],
  ])('is created by on-change for %s', (_, reason, file) =>
    onPullRequest(async ({ texts, urls, run }) => {
      const { outputs } = await run(onChange, {}, file);
      expect(outputs).toMatchObject({ reason, 'comment-url': urls()[0] });
      expect(texts()).toEqual([expect.stringContaining(reason)]);
    }),
  );

  test('says that a plan is refused, and where', () =>
    onPullRequest(async ({ texts, run }) => {
      const file = configFile([{ ...main, associations: [{ asn: 64500, cidr: '192.0.2.0/24' }] }]);
      const { outputs } = await run(plan, {}, file);
      expect(outputs.reason).toBe('refused');
      expect(texts()[0]).toContain('refused');
      expect(texts()[0]).toContain(
        `https://github.com/octo-org/prefixes/blob/${defaultPull.headSha}/byoasn.yml#L6`,
      );
    }));

  test('says what is wrong with an invalid file', () =>
    onPullRequest(async ({ texts, run, fakes }) => {
      const { outputs, printed } = await run(plan, {}, 'version: 1\ntargets: []\nmore: 1\n');
      expect(outputs.reason).toBe('invalid-input');
      expect(texts()[0]).toContain('is empty; at least one target is needed');
      expect(printed.filter(({ at }) => at?.file)).toMatchObject([
        { at: { file: 'byoasn.yml', line: '2', col: '10' } },
        { at: { file: 'byoasn.yml', line: '3', col: '1' } },
      ]);
      expect(fakes.requestLog.requests.every(({ service }) => service === 'github')).toBe(true);
    }));

  test('is the same for every spelling of the path of the file, and links to that file', () =>
    onPullRequest(async ({ texts, run }) => {
      const workspace = mkdtempSync(join(tmpdir(), 'byoasn-workspace-'));
      mkdirSync(join(workspace, 'infra'));
      const file = configFile([{ ...main, associations: [{ asn: 64500, cidr: '192.0.2.0/24' }] }]);
      writeFileSync(join(workspace, 'infra', 'byoasn.yml'), file);
      const spellings = [
        'infra/byoasn.yml',
        join(workspace, 'infra', 'byoasn.yml'),
        'infra//byoasn.yml',
        'infra/./byoasn.yml',
        './infra/../infra/byoasn.yml',
      ];
      for (const config of spellings) {
        const { outputs, printed } = await run(
          { ...plan, config },
          { env: { GITHUB_WORKSPACE: workspace } },
        );
        expect(outputs.reason).toBe('refused');
        expect(printed.filter(({ at }) => at?.file)).toMatchObject([
          { at: { file: 'infra/byoasn.yml', line: '6' } },
        ]);
        expect(texts()).toHaveLength(1);
        expect(readComment(texts()[0] ?? '')?.key).toEqual({
          file: 'infra/byoasn.yml',
          targets: [],
        });
        expect(texts()[0]).toContain(
          `https://github.com/octo-org/prefixes/blob/${defaultPull.headSha}/infra/byoasn.yml#L6`,
        );
      }
      rmSync(workspace, { recursive: true });
    }));

  test('has no link to a file of a checkout in a subfolder, where its path differs', () =>
    onPullRequest(async ({ texts, run }) => {
      const file = configFile([{ ...main, associations: [{ asn: 64500, cidr: '192.0.2.0/24' }] }]);
      const { outputs } = await run(
        { ...plan, config: 'infra/byoasn.yml' },
        {
          arrange: (workspace) => {
            mkdirSync(join(workspace, 'infra', '.git'), { recursive: true });
            writeFileSync(join(workspace, 'infra', 'byoasn.yml'), file);
          },
        },
      );
      expect(outputs.reason).toBe('refused');
      expect(texts()[0]).toContain('infra/byoasn&#46;yml');
      expect(texts()[0]).not.toContain('/blob/');
    }));

  test('of a newer run is not overwritten by an older one', () =>
    onPullRequest(async ({ fakes, texts, urls, run }) => {
      const newer = { key, run: { runId: 9_999_999_999, attempt: 1 }, phase: 'plan' } as const;
      fakes.github.repository().addComment(pull, jobAuthor, writeComment(newer, 'newer'));
      const { outputs, log } = await run(plan);
      expect(outputs).toMatchObject({ reason: 'planned', 'comment-url': urls()[0] });
      expect(log).toContain('the comment of a newer run is kept');
      expect(texts()).toEqual([writeComment(newer, 'newer')]);
    }));

  const forged = {
    key,
    run: { runId: Number.MAX_SAFE_INTEGER, attempt: 1 },
    phase: 'plan',
  } as const;

  test('that claims a run that GitHub does not know is overwritten, with a warning', () =>
    onPullRequest(async ({ fakes, texts, run }) => {
      const repository = fakes.github.repository();
      fakes.github.permit('write', 'read');
      repository.setRun({ id: 1_234_567_890, attempts: 1, createdAt: Date.now() - 60_000 });
      repository.addComment(pull, jobAuthor, writeComment(forged, 'forged'));
      const { outputs, log } = await run(plan);
      expect(outputs.reason).toBe('planned');
      expect(log).toMatch(
        /\[warning\] The marker of the comment .* names run 9007199254740991, attempt 1, which does not exist/,
      );
      expect(readComment(texts()[0] ?? '')?.run.runId).toBe(1_234_567_890);
    }));

  test('that claims a newer run is overwritten by a newer push, even without the permission', () =>
    onPullRequest(async ({ fakes, texts, run }) => {
      fakes.github.repository().addComment(pull, jobAuthor, writeComment(forged, 'forged'));
      const pushedAt = new Date(Date.now() + 60_000).toISOString();
      const { log } = await run(plan, { event: { ...event, repository: { pushed_at: pushedAt } } });
      expect(log).toContain('[warning] The marker of the comment');
      expect(texts()).toHaveLength(1);
      expect(texts()[0]).toContain(': 3 associations to create\n');
    }));

  test('that a newer run writes meanwhile is not overwritten either', () =>
    onPullRequest(async ({ fakes, texts, run }) => {
      const repository = fakes.github.repository();
      const older = { key, run: { runId: 1, attempt: 1 }, phase: 'plan' } as const;
      const newer = { ...older, run: { runId: 9_999_999_999, attempt: 1 } };
      const { id } = repository.addComment(pull, jobAuthor, writeComment(older, 'older'));
      fakes.github.beforeNextRequest('issues/get-comment', () => {
        repository.editComment(id, writeComment(newer, 'newer'));
      });
      const { log } = await run(plan);
      expect(log).toContain('the comment of a newer run is kept');
      expect(texts()).toEqual([writeComment(newer, 'newer')]);
    }));

  test("is cut to GitHub's limit, and says what it omits", () =>
    onPullRequest(async ({ fakes, texts, run }) => {
      const cidrs = manyCidrs(900);
      for (const cidr of cidrs) {
        fakes.ipam.setCidr({ cidr, state: 'provisioned', advertisementType: 'unicast' });
      }
      fakes.ec2.behave({ rateSpeed: Number.POSITIVE_INFINITY });
      const note = 'edge POP, ticket NET-12, to move in March';
      const associations = cidrs.map((cidr) => ({ asn: 64500, cidr, note }));
      const { outputs, summary } = await run(plan, {}, configFile([{ ...main, associations }]));
      expect(outputs.reason).toBe('planned');
      expect(texts()[0]?.length).toBeLessThanOrEqual(65_536);
      expect(texts()[0]?.length).toBeGreaterThan(30_000);
      const [text = ''] = texts();
      expect(text).toMatch(/Left out: undo, checks, [0-9]+ rows\./);
      expect(summary.length).toBeGreaterThan(texts()[0]?.length ?? 0);
    }));

  test.each([
    [
      'a token that may not write',
      '403: Resource not accessible by integration. Give the job permissions: pull-requests: write',
      (fakes: Fakes) => fakes.github.permit('read'),
    ],
    [
      'a pull request that does not exist',
      '404: ',
      (fakes: Fakes) => fakes.faults.add({ operation: 'issues/list-comments', ...refused(404) }),
    ],
  ])('does not fail the plan but warns, for %s', (_, answer, given) =>
    onPullRequest(async ({ fakes, texts, run }) => {
      given(fakes);
      const { outputs, printed } = await run(plan);
      expect(outputs).toMatchObject({ reason: 'planned', 'comment-url': '' });
      expect(printed.filter(({ level }) => level === 'warning')).toMatchObject([
        { text: expect.stringMatching(`^No comment: GitHub returned ${answer}`) },
      ]);
      expect(texts()).toEqual([]);
    }),
  );

  test('on a fork only warns, and the offline plan succeeds', () =>
    onPullRequest(async ({ fakes, run }) => {
      fakes.github.permit('read');
      const head = { ...event.pull_request.head, repo: { full_name: 'mona/prefixes' } };
      const { outputs, log } = await run(plan, {
        event: { pull_request: { ...event.pull_request, head } },
        credentials: 'none',
      });
      expect(outputs.reason).toBe('fork-no-credentials');
      expect(log).toContain(
        '[warning] No comment: GitHub returned 403: Resource not accessible by integration. Give the job',
      );
    }));

  test('waits if GitHub asks for it', () =>
    onPullRequest(async ({ fakes, texts, run }) => {
      fakes.faults.add({ operation: 'issues/create-comment', ...secondaryRateLimit(429, 1) });
      const { outputs } = await run(plan);
      expect(outputs.reason).toBe('planned');
      expect(texts()).toHaveLength(1);
    }));

  test('is found by the pushed commit', () =>
    onPullRequest(async ({ fakes, texts, run }) => {
      const sha = '0123456789abcdef0123456789abcdef01234567';
      const merged = {
        ...defaultPull,
        state: 'closed',
        mergeCommitSha: sha,
        merged: true,
      } as const;
      fakes.github.repository().setPull(merged);
      fakes.github.repository().setCommit(sha, [pull]);
      await run(plan, { event: {}, env: { GITHUB_EVENT_NAME: 'push' } });
      expect(texts()).toHaveLength(1);
    }));

  test('is not created for an event without a pull request, and the log says so', () =>
    onPullRequest(async ({ texts, run }) => {
      const { log, outputs } = await run(plan, {
        event: {},
        env: { GITHUB_EVENT_NAME: 'schedule' },
      });
      expect(log).toContain('[notice] No comment: this event belongs to no pull request');
      expect(outputs['comment-url']).toBe('');
      expect(texts()).toEqual([]);
      await run(
        { ...plan, 'pr-number': String(pull) },
        { event: {}, env: { GITHUB_EVENT_NAME: 'schedule' } },
      );
      expect(texts()).toHaveLength(1);
    }));

  test('shows hostile notes and status messages without effect', () =>
    onPullRequest(async ({ fakes, texts, run }) => {
      const hostile = '| @octocat <!-- --> </details> ![x](https://example.com) ::error::no `x` #1';
      fakes.ipam.setAssociation({
        asn: '64500',
        cidr: '198.51.100.0/24',
        state: 'failed-association',
        statusMessage: `AWS ${hostile}`,
      });
      const file = configFile([
        {
          ...main,
          associations: [{ asn: 64500, cidr: '198.51.100.0/24', note: `note ${hostile}` }],
        },
      ]);
      const { summary, raw } = await run(plan, {}, file);
      for (const page of [texts()[0] ?? '', summary]) {
        const body = page.replace(/^<!-- .* -->\n/, '');
        expect(body).toContain('note');
        expect(body).not.toMatch(/@octocat|<!--|!\[x\]|\]\(https:\/\/example\.com|`x`|[^&]#1\b/);
        const count = (tag: string) => body.split(tag).length;
        expect(count('</details>')).toBe(count('<details'));
      }
      expect(raw).not.toMatch(/^::error::no/m);
    }));

  test('is created for one association too', async () => {
    const fakes = await startFakes(fastAssociations);
    try {
      await runOn(fakes, {
        with: { ...plan, comment: 'true', 'github-token': fakes.github.token },
        event,
        env: { ...fakes.env.github, GITHUB_EVENT_NAME: 'pull_request' },
      });
      const [comment] = fakes.github.repository().comments(pull);
      expect(comment?.author).toEqual(jobAuthor);
      expect(comment?.body).toContain('64500');
    } finally {
      await fakes.close();
    }
  });
});
