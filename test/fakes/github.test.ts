import { getOctokit } from '@actions/github';
import {
  AdvertiseByoipCidrCommand,
  AssociateIpamByoasnCommand,
  DescribeByoipCidrsCommand,
  WithdrawByoipCidrCommand,
} from '@aws-sdk/client-ec2';
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ec2Client, failureOf, stsClient } from './clients.ts';
import { startFakes } from './fakes.ts';
import type { PlainFault } from './faults.ts';
import { describeGitHub } from './github/description.ts';
import { rateLimited, refused, secondaryRateLimit } from './github/faults.ts';
import { defaultPull, jobAuthor } from './github/github.ts';
import type { Access } from './github/tokens.ts';

const repository = { owner: 'octo-org', repo: 'prefixes' };
const conversation = { ...repository, issue_number: defaultPull.number };
const mona = { login: 'mona', type: 'User' } as const;

async function start() {
  const fakes = await startFakes();
  onTestFinished(() => fakes.close());
  const { github } = fakes;
  const as = (token: string) => getOctokit(token, { baseUrl: github.url, log: silent }).rest;
  return { fakes, github, as, job: as(github.token), state: github.repository() };
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The status, the message and the headers of a call that has to fail. */
async function refusalOf(call: Promise<unknown>) {
  const error: unknown = await call.then(
    () => new Error('the call succeeded'),
    (thrown) => thrown,
  );
  return Object(error) as {
    readonly name: string;
    readonly status: number;
    readonly message: string;
    readonly response?: { readonly headers: Readonly<Record<string, string>> };
  };
}

describe('a comment', () => {
  test('is created by the bot of the job, read, updated and deleted', async () => {
    const { job, state } = await start();
    const created = await job.issues.createComment({ ...conversation, body: 'planned' });
    expect(created).toMatchObject({
      status: 201,
      data: { body: 'planned', user: { login: 'github-actions[bot]', type: 'Bot' } },
    });
    const { id: comment_id, html_url } = created.data;
    expect(html_url).toBe(`https://github.com/octo-org/prefixes/pull/7#issuecomment-${comment_id}`);
    const comment = { ...repository, comment_id };
    const updated = await job.issues.updateComment({ ...comment, body: 'applied' });
    expect(updated).toMatchObject({ status: 200, data: { id: comment_id, body: 'applied' } });
    const read = await job.issues.getComment(comment);
    expect(read.data).toMatchObject({ body: 'applied', created_at: created.data.created_at });
    expect((await job.issues.deleteComment(comment)).status).toBe(204);
    expect(state.comments(defaultPull.number)).toEqual([]);
  });

  test('has a higher ID than those before it', async () => {
    const { job, state } = await start();
    const first = state.addComment(defaultPull.number, mona, 'one');
    const { data } = await job.issues.createComment({ ...conversation, body: 'two' });
    expect(data.id).toBeGreaterThan(first.id);
  });

  test.each([
    ['of 65,536 characters is accepted', 65_536, 201, ''],
    ['of one more character is too long', 65_537, 422, 'maximum is 65536 characters'],
    ['of none is blank', 0, 422, 'Body cannot be blank'],
  ])('%s', async (_, length, status, message) => {
    const { job, state } = await start();
    const call = job.issues.createComment({ ...conversation, body: 'x'.repeat(length) });
    const answer = status === 201 ? await call : await refusalOf(call);
    expect(answer.status).toBe(status);
    if (status !== 201) expect(answer).toHaveProperty('message', expect.stringContaining(message));
    expect(state.comments(defaultPull.number)).toHaveLength(status === 201 ? 1 : 0);
  });

  test('can change just before a request is performed', async () => {
    const { github, job, state } = await start();
    const { id } = state.addComment(defaultPull.number, mona, 'before');
    github.beforeNextRequest('issues/get-comment', () => void state.editComment(id, 'after'));
    const { data } = await job.issues.getComment({ ...repository, comment_id: id });
    expect(data.body).toBe('after');
  });
});

test('many comments come in pages, which Octokit follows', async () => {
  const { fakes, github, state } = await start();
  for (let nth = 1; nth <= 205; nth += 1) state.addComment(defaultPull.number, mona, `${nth}`);
  const { paginate, rest } = getOctokit(github.token, { baseUrl: github.url });
  const all = await paginate(rest.issues.listComments, { ...conversation, per_page: 100 });
  expect(all.map(({ body }) => body)).toEqual(all.map((_, index) => `${index + 1}`));
  expect(all).toHaveLength(205);
  expect(fakes.requestLog.of('issues/list-comments')).toMatchObject(
    [undefined, '2', '3'].map((page) => ({ params: page === undefined ? {} : { page } })),
  );
  const { data, headers } = await rest.issues.listComments(conversation);
  expect(data).toHaveLength(30);
  expect(headers.link).toContain('rel="last"');
});

describe('a token', () => {
  test('that GitHub does not know is rejected with 401', async () => {
    const { as } = await start();
    expect(await refusalOf(as('ghs_unknown').issues.listComments(conversation))).toMatchObject({
      status: 401,
      message: expect.stringContaining('Bad credentials'),
    });
  });

  test('of a job has no user', async () => {
    const { job } = await start();
    expect(await refusalOf(job.users.getAuthenticated())).toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
  });

  test('of a person identifies them and writes in their name', async () => {
    const { github, as } = await start();
    const personClient = as(github.addToken(mona));
    expect((await personClient.users.getAuthenticated()).data).toMatchObject(mona);
    const { data } = await personClient.issues.createComment({ ...conversation, body: 'hello' });
    expect(data.user).toMatchObject(mona);
  });

  test.each<[Access, number, number]>([
    ['none', 403, 403],
    ['read', 200, 403],
    ['write', 200, 201],
  ])('with pull-requests: %s gets %d for reading and %d for writing', async (access, ...codes) => {
    const { github, job } = await start();
    github.permit(access);
    const statusOf = (call: Promise<{ status: number }>) =>
      call.then(
        ({ status }) => status,
        (error) => error.status,
      );
    expect([
      await statusOf(job.issues.listComments(conversation)),
      await statusOf(job.issues.createComment({ ...conversation, body: 'x' })),
    ]).toEqual(codes);
  });

  test('counts as a secret', async () => {
    const { fakes, github } = await start();
    const further = github.addToken(mona);
    expect(fakes.secrets()).toEqual(expect.arrayContaining([github.token, further]));
    expect(Object.values(fakes.env.github)).not.toContain(github.token);
  });
});

describe('what does not exist', () => {
  test.each([
    ['a repository', { ...conversation, repo: 'other' }],
    ['a pull request', { ...conversation, issue_number: 8 }],
    ['a number', { ...conversation, issue_number: Number.NaN }],
  ])('%s is not found', async (_, where) => {
    const { job } = await start();
    expect((await refusalOf(job.issues.listComments(where))).status).toBe(404);
  });

  test('a path is not found', async () => {
    const { fakes, github } = await start();
    const response = await fetch(`${github.url}/elsewhere`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ message: 'Not Found', status: '404' });
    expect(fakes.requestLog.requests).toMatchObject([{ operation: 'GET /elsewhere' }]);
  });
});

describe("a request that does not match GitHub's description", () => {
  const post = (url: string, token: string, body: string) =>
    fetch(`${url}/repos/octo-org/prefixes/issues/7/comments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });

  test.each([
    ['without a body', '{}', 422],
    ['with a body that is not text', '{"body":7}', 422],
    ['that is not JSON', '{"body":', 400],
  ])('%s is rejected', async (_, body, status) => {
    const { github, state } = await start();
    const response = await post(github.url, github.token, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ message: expect.any(String) });
    expect(state.comments(defaultPull.number)).toEqual([]);
  });
});

describe('a response from the fake server', () => {
  test("that does not match GitHub's description is an error of the fake server", async () => {
    const description = await describeGitHub();
    const sample = description.sample('issues/create-comment', 201);
    const check = (changes: object) => () =>
      description.checkResponse('issues/create-comment', 201, { ...sample, ...changes });
    expect(check({})).not.toThrow();
    expect(check({ id: 'seven' })).toThrow('/id must be integer');
    expect(check({ created_at: 'yesterday' })).toThrow('/created_at must match format');
  });
});

describe('an issue', () => {
  const issue = { ...repository, title: 'AWS differs', body: 'drift', labels: ['byoasn-drift'] };

  test('is opened, listed by state and label, edited and closed', async () => {
    const { github, as, state } = await start();
    const { issues } = as(github.addToken(jobAuthor, 'none', 'write'));
    const { data } = await issues.create(issue);
    expect(data).toMatchObject({ state: 'open', user: jobAuthor, title: 'AWS differs' });
    await issues.create({ ...repository, title: 'other', body: 'other' });
    const listed = async (labels: string, wanted?: 'all') =>
      (await issues.listForRepo({ ...repository, labels, ...(wanted && { state: wanted }) })).data;
    expect(await listed('byoasn-drift')).toMatchObject([{ number: data.number, body: 'drift' }]);
    expect(await listed('')).toHaveLength(2);
    const edit = { ...repository, issue_number: data.number };
    const closed = await issues.update({ ...edit, state: 'closed', body: 'none' });
    expect(closed.data).toMatchObject({ state: 'closed', body: 'none', title: 'AWS differs' });
    expect(await listed('byoasn-drift')).toEqual([]);
    expect(await listed('byoasn-drift', 'all')).toHaveLength(1);
    expect(state.issue(data.number)).toMatchObject({ state: 'closed', labels: ['byoasn-drift'] });
  });

  test('that does not exist cannot be edited', async () => {
    const { github, as } = await start();
    const { issues } = as(github.addToken(jobAuthor, 'none', 'write'));
    const call = issues.update({ ...repository, issue_number: 9, state: 'closed' });
    expect(await refusalOf(call)).toMatchObject({ status: 404 });
  });

  test('needs a token that may write issues, which may comment on pull requests too', async () => {
    const { github, as, job } = await start();
    expect(await refusalOf(job.issues.create(issue))).toMatchObject({ status: 403 });
    const reads = as(github.addToken(jobAuthor, 'none', 'read'));
    expect((await reads.issues.listForRepo(repository)).data).toEqual([]);
    expect(await refusalOf(reads.issues.create(issue))).toMatchObject({ status: 403 });
    const changes = as(github.addToken(jobAuthor, 'none', 'write'));
    expect((await changes.issues.createComment({ ...conversation, body: 'x' })).status).toBe(201);
    const call = changes.pulls.get({ ...repository, pull_number: defaultPull.number });
    expect(await refusalOf(call)).toMatchObject({ status: 403 });
  });
});

describe('pull requests', () => {
  test('are found by number', async () => {
    const { job } = await start();
    const { data } = await job.pulls.get({ ...repository, pull_number: 7 });
    expect(data).toMatchObject({ number: 7, state: 'open', head: { sha: defaultPull.headSha } });
  });

  test('are found by commit', async () => {
    const { job, state } = await start();
    const sha = 'a'.repeat(40);
    state.setPull({
      ...defaultPull,
      number: 9,
      state: 'closed',
      merged: true,
      mergeCommitSha: sha,
    });
    state.setCommit(sha, [7, 9]);
    const find = (commit_sha: string) =>
      job.repos.listPullRequestsAssociatedWithCommit({ ...repository, commit_sha });
    expect((await find(sha)).data).toMatchObject([
      { number: 7, merge_commit_sha: null, merged_at: null },
      { number: 9, merge_commit_sha: sha, merged_at: expect.any(String) },
    ]);
    expect((await refusalOf(find('b'.repeat(40)))).status).toBe(422);
  });
});

describe('a fault', () => {
  test.each([
    ['secondary rate limit with 429', secondaryRateLimit(429, 30), 429, { 'retry-after': '30' }],
    ['secondary rate limit with 403', secondaryRateLimit(403, 60), 403, { 'retry-after': '60' }],
    ['rate limit', rateLimited(1_900_000_000), 403, { 'x-ratelimit-remaining': '0' }],
    ['forbidden', refused(403), 403, {}],
    ['not found', refused(404), 404, {}],
    ['gone', refused(410), 410, {}],
    ['invalid', refused(422), 422, {}],
    ['throttle', { fault: 'throttle' } as const, 429, { 'retry-after': '1' }],
    ['server error', { fault: 'status500' } as const, 500, {}],
    ['bad gateway', { fault: '502-html' } as const, 502, {}],
    ['unavailable', { fault: '503-unavailable' } as const, 503, {}],
  ])('%s is returned once, and nothing is done', async (_, fault, status, headers) => {
    const { fakes, job, state } = await start();
    fakes.faults.add({ operation: 'issues/create-comment', ...fault });
    const refusal = await refusalOf(job.issues.createComment({ ...conversation, body: 'x' }));
    expect(refusal.status).toBe(status);
    expect(refusal.response?.headers).toMatchObject(headers);
    expect(state.comments(defaultPull.number)).toEqual([]);
    await job.issues.createComment({ ...conversation, body: 'x' });
    expect(fakes.requestLog.of('issues/create-comment')).toMatchObject([
      { service: 'github', params: { issue_number: '7' } },
      { outcome: 'ok' },
    ]);
  });

  test.each<[PlainFault, number]>([
    ['hangup', 0],
    ['applied-then-hangup', 1],
    ['applied-then-500', 1],
    ['applied-then-503', 1],
  ])('%s fails the call and leaves %d comments', async (fault, count) => {
    const { fakes, job, state } = await start();
    fakes.faults.add({ operation: 'issues/create-comment', fault });
    const refusal = await refusalOf(job.issues.createComment({ ...conversation, body: 'x' }));
    expect(refusal.message).not.toContain('succeeded');
    expect(state.comments(defaultPull.number)).toHaveLength(count);
  });
});

test('a cut body gives Octokit a success without content', async () => {
  const { fakes, job, state } = await start();
  fakes.faults.add({ operation: 'issues/create-comment', fault: 'cut' });
  const { data } = await job.issues.createComment({ ...conversation, body: 'x' });
  expect(data).toBe('');
  expect(state.comments(defaultPull.number)).toHaveLength(1);
});

describe('a further account', () => {
  const account = '444455556666';
  const pair = { Asn: '64505', Cidr: '192.0.2.0/24' };
  const fixtures = {
    cidrs: [{ cidr: pair.Cidr, state: 'provisioned', advertisementType: 'unicast' }],
    asns: [{ asn: pair.Asn, ipamId: 'ipam-0fedcba9876543210', state: 'provisioned' }],
  };

  async function startWithAccount() {
    const { fakes } = await start();
    const roles = fakes.addAccount(account, { 'eu-west-1': fixtures });
    const { issuer } = fakes;
    const clientOf = async (RoleArn: string) => {
      const headers = { authorization: `Bearer ${issuer.requestToken}` };
      const response = await fetch(`${issuer.requestUrl}&audience=sts.amazonaws.com`, { headers });
      const { value } = (await response.json()) as { value: string };
      const { Credentials } = await stsClient(fakes).send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn,
          RoleSessionName: 'run',
          WebIdentityToken: value,
        }),
      );
      const keys = {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      };
      return ec2Client(fakes, keys, 'eu-west-1');
    };
    return { fakes, roles, clientOf };
  }

  test('has its own fixtures, which its apply role associates', async () => {
    const { fakes, roles, clientOf } = await startWithAccount();
    expect(roles.apply).toBe(`arn:aws:iam::${account}:role/byoasn-apply`);
    const client = await clientOf(roles.apply);
    await client.send(new AssociateIpamByoasnCommand(pair));
    expect(fakes.requestLog.changes).toMatchObject([{ account, region: 'eu-west-1' }]);
    expect(fakes.ipam.association(pair.Asn, pair.Cidr)).toBeUndefined();
  });

  test('has a plan role that reads and cannot associate', async () => {
    const { roles, clientOf } = await startWithAccount();
    expect(roles.plan).toBe(`arn:aws:iam::${account}:role/byoasn-plan`);
    const client = await clientOf(roles.plan);
    const { ByoipCidrs } = await client.send(new DescribeByoipCidrsCommand({ MaxResults: 100 }));
    expect(ByoipCidrs).toMatchObject([{ Cidr: pair.Cidr }]);
    const refusal = await failureOf(client.send(new AssociateIpamByoasnCommand(pair)));
    expect(refusal).toMatchObject({ name: 'UnauthorizedOperation' });
  });

  test.each([
    ['routePlan', []],
    ['route', ['advertise', 'withdraw']],
    ['withdraw', ['withdraw']],
  ] as const)('has a role %s that may only %j', async (role, verbs) => {
    const { fakes, roles, clientOf } = await startWithAccount();
    fakes.ec2.behave({ rateSpeed: Number.POSITIVE_INFINITY, routeTransition: { reads: 0 } });
    const client = await clientOf(roles[role]);
    await client.send(new DescribeByoipCidrsCommand({ MaxResults: 100 }));
    const { Cidr } = pair;
    const calls = [
      () => client.send(new AdvertiseByoipCidrCommand({ Cidr, Asn: 'AWS' })),
      () => client.send(new WithdrawByoipCidrCommand({ Cidr })),
      () => client.send(new AssociateIpamByoasnCommand(pair)),
    ];
    for (const call of calls) {
      fakes.ec2.ipam(account, 'eu-west-1').setOrigin(Cidr, '64505');
      await call().catch((error: Error) => expect(error.name).toBe('UnauthorizedOperation'));
    }
    expect(fakes.requestLog.changes.map(({ verb }) => verb)).toEqual(verbs);
  });
});
