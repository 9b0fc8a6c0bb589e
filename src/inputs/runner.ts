import type { GitHubRun, Trigger } from '../domain/github-run.ts';
import type { Environment } from '../lib/environment.ts';
import { property } from '../lib/json.ts';

/**
 * Reads the runner's variables and the event's payload (any JSON value). `pull_request_target` runs in the
 * base repository, with its secrets and ID token (docs.github.com, events that trigger workflows).
 */
export function readGitHubRun(env: Environment, payload: unknown): GitHubRun {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = env;
  return { trigger: readTrigger(env, payload), idToken: url && token ? { url, token } : undefined };
}

function readTrigger(env: Environment, payload: unknown): Trigger {
  if (env.GITHUB_ACTOR === 'dependabot[bot]') return 'dependabot';
  const event = env.GITHUB_EVENT_NAME ?? '';
  if (!event.startsWith('pull_request') || event === 'pull_request_target') return 'repository';
  const head = property(property(payload, 'pull_request'), 'head');
  if (head === undefined) return 'repository';
  // The repository of a deleted fork is null.
  const name = property(property(head, 'repo'), 'full_name');
  return name === env.GITHUB_REPOSITORY ? 'repository' : 'fork';
}
