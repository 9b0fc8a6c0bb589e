import { ServiceError } from '../service-error.ts';
import type { OperationCall } from './description.ts';
import { pageOf } from './page.ts';
import type {
  Approval,
  Comment,
  Environment,
  Issue,
  PullRequest,
  Repository,
} from './repository.ts';
import { authorize, notAccessible, type Subject, type Token } from './tokens.ts';

/** A request whose form and token are good. */
export interface Authenticated extends OperationCall {
  readonly token: Token;
  readonly repositories: ReadonlyMap<string, Repository>;
  /** The root of the API, for the links between pages. */
  readonly url: string;
  /** The fields of a response that are not state of the fake server. */
  readonly sample: Readonly<Record<string, unknown>>;
}

/** A response before it is written as JSON; without a body for 204. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An operation, and the status of its success. */
export interface Operation {
  readonly status: number;
  perform(request: Authenticated): Answer;
}

/** A pull request's comments are an issue's, so either permission is enough for them. */
const conversation = ['pullRequests', 'issues'] as const;

/** GitHub counts characters of a comment up to this. */
const longestBody = 65_536;

/** The operations of the fake server, by operation ID. */
export const gitHubOperations: Readonly<Record<string, Operation>> = {
  'users/get-authenticated': {
    status: 200,
    perform({ token, sample }) {
      if (token.type === 'Bot') throw notAccessible(token);
      return { status: 200, body: { ...sample, login: token.login, type: token.type } };
    },
  },
  'issues/list-comments': {
    status: 200,
    perform(request) {
      const { comments, number } = conversationOf(request, 'read');
      const page = pageOf(comments, request);
      const body = page.items.map((comment) => commentBody(comment, number, request));
      return { status: 200, headers: page.headers, body };
    },
  },
  'issues/create-comment': {
    status: 201,
    perform(request) {
      const { repository, number } = conversationOf(request, 'write');
      const comment = repository.addComment(number, authorOf(request), textOf(request));
      return { status: 201, body: commentBody(comment, number, request) };
    },
  },
  'issues/get-comment': {
    status: 200,
    perform(request) {
      const { comment } = commentOf(request, 'read');
      return { status: 200, body: commentBody(comment, comment.pullNumber, request) };
    },
  },
  'issues/update-comment': {
    status: 200,
    perform(request) {
      const { repository, comment } = commentOf(request, 'write');
      const edited = repository.editComment(comment.id, textOf(request));
      return { status: 200, body: commentBody(edited, comment.pullNumber, request) };
    },
  },
  'issues/delete-comment': {
    status: 204,
    perform(request) {
      const { repository, comment } = commentOf(request, 'write');
      repository.removeComment(comment.id);
      return { status: 204 };
    },
  },
  'actions/get-workflow-run': {
    status: 200,
    perform(request) {
      const repository = repositoryOf(request, 'read', ['actions']);
      const run = repository.run(Number(request.params.run_id));
      if (run === undefined) throw notFound();
      const { id, attempts, createdAt } = run;
      const created = new Date(createdAt).toISOString();
      const body = { ...request.sample, id, run_attempt: attempts, created_at: created };
      return { status: 200, body };
    },
  },
  'repos/get': {
    status: 200,
    perform(request) {
      repositoryOf(request, 'read', ['actions', 'issues', 'pullRequests']);
      return { status: 200, body: request.sample };
    },
  },
  'repos/get-environment': {
    status: 200,
    perform(request) {
      const name = request.params.environment_name ?? '';
      const environment = repositoryOf(request, 'read', ['actions']).environment(name);
      if (environment === undefined) throw notFound();
      const rules = { protection_rules: protectionRules(environment) };
      const policy = { deployment_branch_policy: branchPolicy(environment) };
      // GitHub sends it, and its OpenAPI description does not have it.
      const bypass = { can_admins_bypass: environment.adminsMayBypass };
      return { status: 200, body: { ...request.sample, name, ...rules, ...policy, ...bypass } };
    },
  },
  'actions/get-reviews-for-run': {
    status: 200,
    perform(request) {
      const repository = repositoryOf(request, 'read', ['actions']);
      const [sample] = Object.values(request.sample);
      const approvals = repository.approvals(Number(request.params.run_id));
      return { status: 200, body: approvals.map((approval) => approvalBody(approval, sample)) };
    },
  },
  'issues/list-for-repo': {
    status: 200,
    perform(request) {
      const { state = 'open', labels = '' } = request.params;
      const wanted = labels.split(',').filter((label) => label !== '');
      const issues = repositoryOf(request, 'read', ['issues'])
        .issues()
        .filter((issue) => state === 'all' || issue.state === state)
        .filter((issue) => wanted.every((label) => issue.labels.includes(label)));
      const page = pageOf(issues, request);
      const body = page.items.map((issue) => issueBody(issue, request));
      return { status: 200, headers: page.headers, body };
    },
  },
  'issues/create': {
    status: 201,
    perform(request) {
      const repository = repositoryOf(request, 'write', ['issues']);
      const { title = '', labels = [] } = Object(request.body);
      const issue = { author: authorOf(request), title: String(title), labels: namesOf(labels) };
      const opened = repository.addIssue({ ...issue, body: textOf(request) });
      return { status: 201, body: issueBody(opened, request) };
    },
  },
  'issues/update': {
    status: 200,
    perform(request) {
      const repository = repositoryOf(request, 'write', ['issues']);
      const number = Number(request.params.issue_number);
      if (repository.issue(number) === undefined) throw notFound();
      const { title, body, state, labels } = Object(request.body);
      const edited = repository.editIssue(number, {
        ...(title !== undefined && { title: String(title) }),
        ...(body !== undefined && { body: textOf(request) }),
        ...(labels !== undefined && { labels: namesOf(labels) }),
        ...(state !== undefined && { state: state === 'closed' ? 'closed' : 'open' }),
      });
      return { status: 200, body: issueBody(edited, request) };
    },
  },
  'pulls/get': {
    status: 200,
    perform(request) {
      const pull = repositoryOf(request, 'read').pull(Number(request.params.pull_number));
      if (pull === undefined) throw notFound();
      const { merged } = pull;
      return { status: 200, body: { ...pullBody(pull, request.sample), merged } };
    },
  },
  'repos/list-pull-requests-associated-with-commit': {
    status: 200,
    perform(request) {
      const sha = request.params.commit_sha ?? '';
      const pulls = repositoryOf(request, 'read').pullsOf(sha);
      if (pulls === undefined) {
        throw new ServiceError(422, 'NoCommit', `No commit found for SHA: ${sha}`);
      }
      const page = pageOf(pulls, request);
      const [sample] = Object.values(request.sample);
      const body = page.items.map((pull) => pullBody(pull, sample));
      return { status: 200, headers: page.headers, body };
    },
  },
};

function protectionRules({ reviewers, preventSelfReview, branches }: Environment) {
  const rule = (id: number, type: string) => ({ id, node_id: `GA_${id}`, type });
  const people = Array.from({ length: reviewers }, () => ({ type: 'User' }));
  const review = { prevent_self_review: preventSelfReview, reviewers: people };
  return [
    ...(reviewers === 0 ? [] : [{ ...rule(1, 'required_reviewers'), ...review }]),
    ...(branches === undefined ? [] : [rule(2, 'branch_policy')]),
  ];
}

function branchPolicy({ branches }: Environment) {
  if (branches === undefined) return null;
  const isProtected = branches === 'protected';
  return { protected_branches: isProtected, custom_branch_policies: !isProtected };
}

function repositoryOf(
  { token, params, repositories }: Authenticated,
  needed: 'read' | 'write',
  subjects: readonly Subject[] = ['pullRequests'],
): Repository {
  const repository = repositories.get(`${params.owner}/${params.repo}`);
  if (repository === undefined) throw notFound();
  authorize(token, needed, subjects);
  return repository;
}

function conversationOf(request: Authenticated, needed: 'read' | 'write') {
  const repository = repositoryOf(request, needed, conversation);
  const number = Number(request.params.issue_number);
  if (repository.pull(number) === undefined) throw notFound();
  return { repository, number, comments: repository.comments(number) };
}

function commentOf(request: Authenticated, needed: 'read' | 'write') {
  const repository = repositoryOf(request, needed, conversation);
  const comment = repository.comment(Number(request.params.comment_id));
  if (comment === undefined) throw notFound();
  return { repository, comment };
}

function authorOf({ token: { login, type } }: Authenticated) {
  return { login, type };
}

function textOf({ body }: Authenticated): string {
  const text = String(Object(body).body);
  if (text.trim() === '') throw new ServiceError(422, 'ValidationFailed', 'Body cannot be blank');
  if (text.length <= longestBody) return text;
  const message = `body is too long (maximum is ${longestBody} characters)`;
  throw new ServiceError(422, 'ValidationFailed', message);
}

function commentBody(comment: Comment, pullNumber: number, request: Authenticated) {
  const { id, author, body } = comment;
  const { owner, repo } = request.params;
  const sample = Array.isArray(request.sample) ? request.sample[0] : request.sample;
  const page = `https://github.com/${owner}/${repo}/pull/${pullNumber}`;
  return {
    ...sample,
    id,
    body,
    user: { ...sample.user, ...author },
    html_url: `${page}#issuecomment-${id}`,
    created_at: new Date(comment.createdAt).toISOString(),
    updated_at: new Date(comment.updatedAt).toISOString(),
  };
}

function issueBody(issue: Issue, request: Authenticated) {
  const { number, author, title, body, state, labels } = issue;
  const { owner, repo } = request.params;
  const sample = Array.isArray(request.sample) ? request.sample[0] : request.sample;
  const { pull_request: _, ...plain } = sample;
  return {
    ...plain,
    number,
    title,
    body,
    state,
    labels: labels.map((name) => ({ name })),
    user: { ...sample.user, ...author },
    html_url: `https://github.com/${owner}/${repo}/issues/${number}`,
  };
}

function namesOf(labels: readonly unknown[]): string[] {
  return labels.map((label) => (typeof label === 'string' ? label : String(Object(label).name)));
}

function pullBody(pull: PullRequest, sample: unknown) {
  const { number, state, headSha, mergeCommitSha, merged } = pull;
  const time = new Date(0).toISOString();
  return {
    ...Object(sample),
    number,
    state,
    head: { ...Object(sample).head, sha: headSha },
    merge_commit_sha: mergeCommitSha,
    merged_at: merged ? time : null,
    closed_at: state === 'closed' ? time : null,
  };
}

function approvalBody({ state, environment, login }: Approval, sample: unknown) {
  const { environments, user, ...rest } = Object(sample);
  return {
    ...rest,
    state,
    environments: [{ ...environments[0], name: environment }],
    user: { ...user, login },
  };
}

function notFound(): ServiceError {
  return new ServiceError(404, 'NotFound', 'Not Found');
}
