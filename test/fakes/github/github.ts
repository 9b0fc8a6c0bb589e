import { randomBytes, randomUUID } from 'node:crypto';
import type { Listening, Received, Reply, Service, Shared } from '../server.ts';
import { serve } from '../server.ts';
import { ServiceError } from '../service-error.ts';
import type { Description } from './description.ts';
import { describeGitHub } from './description.ts';
import type { Answer } from './operations.ts';
import { gitHubOperations } from './operations.ts';
import type { Author, PullRequest, Repository } from './repository.ts';
import { createRepository } from './repository.ts';
import type { Access, Token } from './tokens.ts';
import { authenticate } from './tokens.ts';

/** GitHub's REST API, as far as comments on pull requests and issues need it. */
export interface FakeGitHub extends Listening {
  /** The token of the job: it acts as `github-actions[bot]` and may write comments. */
  readonly token: string;
  /** Changes what the token of the job may do. A pull request of a fork leaves `read`. */
  permit(pullRequests: Access, actions?: Access): void;
  /** A further token, for another actor or another job. */
  addToken(author: Author, pullRequests?: Access, issues?: Access, actions?: Access): string;
  /** Every token so far, to look for leaks. */
  tokens(): string[];
  /** The state of a repository, empty at first; octo-org/prefixes has the pull request 7. */
  repository(name?: string): Repository;
  /** Does something just before the next request of the operation is performed. */
  beforeNextRequest(operation: string, act: () => Promise<void> | void): void;
}

/** The author of comments that the token of a job writes. */
export const jobAuthor: Author = { login: 'github-actions[bot]', type: 'Bot' };

/** The repository of all tests. */
export const defaultRepository = 'octo-org/prefixes';

/** Its open pull request. */
export const defaultPull: PullRequest = {
  number: 7,
  state: 'open',
  headSha: '7d3e4b1c2a9f8e7d6c5b4a3f2e1d0c9b8a7f6e5d',
  mergeCommitSha: null,
  merged: false,
};

const breakdowns = {
  throttled: new ServiceError(
    429,
    'TooManyRequests',
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  ),
  failed: new ServiceError(500, 'ServerError', 'Server Error'),
  unavailable: new ServiceError(503, 'ServiceUnavailable', 'Service unavailable'),
};

/**
 * Starts GitHub with one repository, one pull request and the token of the job. GitHub Enterprise
 * Server has the same API below `/api/v3`, and nothing of it elsewhere.
 */
export async function startGitHub(shared: Shared, root = ''): Promise<FakeGitHub> {
  const description = await describeGitHub();
  const repositories = new Map<string, Repository>();
  const tokens = new Map<string, Token>();
  const actions: { readonly operation: string; readonly act: () => Promise<void> | void }[] = [];
  let url = '';

  const repository = (name = defaultRepository) => {
    const known = repositories.get(name) ?? createRepository(shared.now);
    repositories.set(name, known);
    return known;
  };
  const addToken = (
    author: Author,
    pullRequests: Access = 'write',
    issues: Access = 'none',
    actions: Access = 'none',
  ) => {
    const value = `gh${author.type === 'Bot' ? 's' : 'p'}_${randomBytes(18).toString('hex')}`;
    tokens.set(value, { ...author, value, pullRequests, issues, actions });
    return value;
  };
  const token = addToken(jobAuthor);
  repository().setPull(defaultPull);

  const takeAction = (operation: string) => {
    const next = actions.find((waiting) => waiting.operation === operation);
    if (next) actions.splice(actions.indexOf(next), 1);
    return next;
  };

  const perform = async (request: Received) => {
    const received = below(root, request);
    const asked = description.read(received);
    const operation = gitHubOperations[asked?.operation ?? ''];
    if (asked === undefined || operation === undefined)
      throw new ServiceError(404, 'NotFound', 'Not Found');
    await takeAction(asked.operation)?.act();
    const actor = authenticate(received.headers, tokens);
    description.checkRequest(received, asked.operation);
    const sample = description.sample(asked.operation, operation.status);
    const answer = operation.perform({ ...asked, token: actor, repositories, url, sample });
    return success(answer, asked.operation, description);
  };

  const service: Service = {
    name: 'github',
    breakdowns,
    call(request) {
      const received = below(root, request);
      const asked = description.read(received);
      const operation = asked?.operation ?? `${received.method} ${received.url.pathname}`;
      return { operation, params: asked?.params ?? {}, dryRun: false };
    },
    perform,
    error: failure,
  };
  const listening = await serve(service, shared);
  url = `${listening.url}${root}`;
  return {
    ...listening,
    url,
    token,
    permit: (pullRequests, actions = 'none') =>
      void tokens.set(token, { ...jobAuthor, value: token, pullRequests, issues: 'none', actions }),
    addToken,
    tokens: () => [...tokens.keys()],
    repository,
    beforeNextRequest: (operation, act) => void actions.push({ operation, act }),
  };
}

/** A request as the description knows it, which has the API at the root. */
function below(root: string, received: Received): Received {
  if (root === '') return received;
  const url = new URL(received.url);
  const inside = url.pathname.startsWith(`${root}/`);
  url.pathname = inside ? url.pathname.slice(root.length) : `/not-found${url.pathname}`;
  return { ...received, url };
}

function success(answer: Answer, operation: string, description: Description): Reply {
  const { status, headers, body } = answer;
  if (body === undefined) return reply(status, '', headers);
  description.checkResponse(operation, status, body);
  return reply(status, JSON.stringify(body), headers);
}

function failure({ status, code, message }: ServiceError): Reply {
  const said =
    code === 'ValidationFailed'
      ? { message: 'Validation Failed', errors: [invalid(message)] }
      : { message };
  const body = { ...said, documentation_url: 'https://docs.github.com/rest', status: `${status}` };
  return reply(status, JSON.stringify(body), status === 429 ? { 'retry-after': '1' } : {});
}

function invalid(message: string) {
  return { resource: 'IssueComment', code: 'unprocessable', field: 'data', message };
}

function reply(status: number, body: string, headers: Reply['headers'] = {}): Reply {
  const requestId = randomUUID();
  return {
    status,
    contentType: 'application/json; charset=utf-8',
    headers: { 'x-github-request-id': requestId, ...headers },
    requestId,
    body,
  };
}
