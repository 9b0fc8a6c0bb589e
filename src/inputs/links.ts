import type { Environment } from '../lib/environment.ts';
import { property } from '../lib/json.ts';

/** A pull request, and the URL of its page. */
interface PullRequestLink {
  readonly number: number;
  readonly url: string;
}

/** What a report says of its run and links to; undefined where unknown, as outside of GitHub Actions. */
export interface Links {
  /** URL of the page of the workflow run. */
  readonly run: string | undefined;
  /** Base URL of files in the repository: `https://github.com/OWNER/REPO/blob/SHA/`. */
  readonly files: string | undefined;
  /** SHA of the commit of the run. */
  readonly commit: string | undefined;
  /** The pull request of the run; merging it starts another run. */
  readonly pullRequest: PullRequestLink | undefined;
  /** Whether the run may apply: a push to the default branch, or started by hand there. */
  readonly isOnDefaultBranch: boolean;
  /** Login of the user who started the run, or its last re-run. */
  readonly actor: string | undefined;
  /** Logins of the users who approved the apply; empty if nobody had to, or GitHub does not say. */
  readonly approvers: readonly string[];
}

/** The pages that reports link to. The commit of a pull request is its head, not its test merge. */
export function readLinks(env: Environment, payload: unknown): Links {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  const pull = property(payload, 'pull_request');
  const head = property(property(pull, 'head'), 'sha');
  const number = property(pull, 'number');
  const commit = typeof head === 'string' ? head : env.GITHUB_SHA;
  const base = server && repository ? `${server}/${repository}` : undefined;
  return {
    run: base && id ? `${base}/actions/runs/${id}` : undefined,
    files: base && commit ? `${base}/blob/${commit}/` : undefined,
    commit,
    pullRequest:
      base && typeof number === 'number' ? { number, url: `${base}/pull/${number}` } : undefined,
    isOnDefaultBranch: isOnDefaultBranch(env, payload),
    actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR || undefined,
    approvers: [],
  };
}

function isOnDefaultBranch(env: Environment, payload: unknown): boolean {
  const branch = property(property(payload, 'repository'), 'default_branch');
  const mayApply = ['push', 'workflow_dispatch'].includes(env.GITHUB_EVENT_NAME ?? '');
  return mayApply && env.GITHUB_REF === `refs/heads/${branch}`;
}
