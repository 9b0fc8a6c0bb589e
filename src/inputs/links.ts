import { property } from '../lib/json.ts';
import type { Environment } from './runner.ts';

/** What a report can link to; undefined outside of GitHub Actions. */
export interface Links {
  /** URL of the page of the workflow run. */
  readonly run: string | undefined;
  /** Base URL of files in the repository: `https://github.com/OWNER/REPO/blob/SHA/`. */
  readonly files: string | undefined;
  /** SHA of the commit of the run. */
  readonly commit: string | undefined;
  /** Whether the run is one of a pull request, whose merge starts another. */
  readonly isPullRequest: boolean;
}

/** The pages that reports link to. The commit of a pull request is its head, not its test merge. */
export function readLinks(env: Environment, payload: unknown): Links {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  const pull = property(payload, 'pull_request');
  const head = property(property(pull, 'head'), 'sha');
  const commit = typeof head === 'string' ? head : env.GITHUB_SHA;
  const isPullRequest = pull !== undefined;
  if (!server || !repository) return { run: undefined, files: undefined, commit, isPullRequest };
  const base = `${server}/${repository}`;
  return {
    run: id ? `${base}/actions/runs/${id}` : undefined,
    files: commit ? `${base}/blob/${commit}/` : undefined,
    commit,
    isPullRequest,
  };
}
