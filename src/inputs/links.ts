import { property } from '../lib/json.ts';
import type { Environment } from './runner.ts';

/** A pull request, and the URL of its page. */
interface PullRequestLink {
  readonly number: number;
  readonly url: string;
}

/** What a report says of its run and links to; undefined where it is not known, as outside of GitHub Actions. */
export interface Links {
  /** URL of the page of the workflow run. */
  readonly run: string | undefined;
  /** Base URL of files in the repository: `https://github.com/OWNER/REPO/blob/SHA/`. */
  readonly files: string | undefined;
  /** SHA of the commit of the run. */
  readonly commit: string | undefined;
  /** The pull request that the run is one of, whose merge starts another. */
  readonly pullRequest: PullRequestLink | undefined;
  /** Whether the run is one that may apply: of a push to the default branch, or started by hand there. */
  readonly isOnDefaultBranch: boolean;
  /** Login of who started the run, or its last re-run. */
  readonly actor: string | undefined;
  /** Logins of who approved the apply; empty where nobody had to, or GitHub does not say. */
  readonly approvers: readonly string[];
}

/** The pages that reports link to. The commit of a pull request is its head, not its test merge. */
export function readLinks(env: Environment, payload: unknown): Links {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  const pull = property(payload, 'pull_request');
  const head = property(property(pull, 'head'), 'sha');
  const commit = typeof head === 'string' ? head : env.GITHUB_SHA;
  const known = {
    commit,
    actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR || undefined,
    approvers: [],
    isOnDefaultBranch: isOnDefaultBranch(env, payload),
  };
  if (!server || !repository) {
    return { run: undefined, files: undefined, pullRequest: undefined, ...known };
  }
  const base = `${server}/${repository}`;
  return {
    run: id ? `${base}/actions/runs/${id}` : undefined,
    files: commit ? `${base}/blob/${commit}/` : undefined,
    pullRequest: pullRequestIn(property(pull, 'number'), base),
    ...known,
  };
}

function isOnDefaultBranch(
  { GITHUB_EVENT_NAME: event, GITHUB_REF: ref }: Environment,
  payload: unknown,
) {
  const branch = property(property(payload, 'repository'), 'default_branch');
  return ['push', 'workflow_dispatch'].includes(event ?? '') && ref === `refs/heads/${branch}`;
}

function pullRequestIn(number: unknown, base: string): PullRequestLink | undefined {
  return typeof number === 'number' ? { number, url: `${base}/pull/${number}` } : undefined;
}
