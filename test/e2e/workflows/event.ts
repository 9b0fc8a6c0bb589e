import { defaultPull, defaultRepository } from '../../fakes/github/github.ts';
import type { Value } from './expression.ts';
import { literal, type Workflow } from './workflow.ts';

/** The event that triggers a workflow, as GitHub sends it. */
export interface WorkflowEvent {
  readonly name: 'merge_group' | 'pull_request' | 'push' | 'schedule' | 'workflow_dispatch';
  readonly ref: string;
  readonly sha: string;
  /** Whether the code comes from a fork, whose run has no ID token and no `write` permission. */
  readonly fromFork: boolean;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The changed paths, for events that have paths. */
  readonly changed: readonly string[];
}

/** The commit that the pull request became on `main`. */
export const mergedSha = '0123456789abcdef0123456789abcdef01234567';

const main = { ref: 'refs/heads/main', sha: mergedSha, fromFork: false, changed: [] };
const repository = { full_name: defaultRepository, default_branch: 'main' };

/** A push to `main` that changes the paths. */
export function pushToMain(...changed: readonly string[]): WorkflowEvent {
  return { ...main, name: 'push', changed, payload: { repository, ref: main.ref } };
}

/** A push to another branch. */
export function pushToBranch(branch: string, ...changed: readonly string[]): WorkflowEvent {
  const ref = `refs/heads/${branch}`;
  return { ...main, ref, name: 'push', changed, payload: { repository, ref } };
}

/** A pull request from a branch of the repository. */
export function pullRequest(...changed: readonly string[]): WorkflowEvent {
  return pullRequestOf(defaultRepository, changed);
}

/** A pull request from a fork. */
export function forkPullRequest(...changed: readonly string[]): WorkflowEvent {
  return pullRequestOf('monalisa/prefixes', changed);
}

function pullRequestOf(head: string, changed: readonly string[]): WorkflowEvent {
  const { number, headSha } = defaultPull;
  const fork = head !== defaultRepository;
  return {
    name: 'pull_request',
    ref: `refs/pull/${number}/merge`,
    sha: '89abcdef0123456789abcdef0123456789abcdef',
    fromFork: fork,
    changed,
    payload: {
      repository,
      number,
      pull_request: {
        number,
        head: { ref: 'more-prefixes', sha: headSha, repo: { full_name: head, fork } },
        base: { ref: 'main', repo: { full_name: defaultRepository } },
      },
    },
  };
}

/** The branch of the merge queue for the pull request. */
export const queueRef = `refs/heads/gh-readonly-queue/main/pr-${defaultPull.number}-${mergedSha}`;

/** The merge queue checks the pull request on top of those before it. */
export const queued: WorkflowEvent = {
  name: 'merge_group',
  ref: queueRef,
  sha: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c',
  fromFork: false,
  changed: [],
  payload: {
    repository,
    action: 'checks_requested',
    merge_group: { head_ref: queueRef, base_ref: main.ref, base_sha: mergedSha },
  },
};

/** The hour of a schedule, on the default branch. */
export const scheduled: WorkflowEvent = { ...main, name: 'schedule', payload: { repository } };

/** A run that someone starts by hand on the default branch. */
export const dispatched: WorkflowEvent = {
  ...main,
  name: 'workflow_dispatch',
  payload: { repository, inputs: {} },
};

/** The same, with inputs of the workflow. */
export function dispatchedWith(inputs: Readonly<Record<string, string>>): WorkflowEvent {
  return { ...dispatched, payload: { repository, inputs } };
}

/**
 * Whether the event triggers the workflow: its name, its branch and its paths. Throws for a filter that
 * is no plain name, which nothing here needs.
 */
export function setsOff(event: WorkflowEvent, { fields, path }: Workflow): boolean {
  const filters = filtersOf(literal(fields.on));
  const filter = filters.get(event.name);
  if (filter === undefined) return false;
  // The inputs of a run that is started by hand are not a filter.
  const { branches, paths, inputs: _, ...others } = filter;
  if (Object.keys(others).length > 0) {
    throw new Error(`${path}: no filter of ${Object.keys(others).join(', ')} is known`);
  }
  const toMain = event.name === 'pull_request' || event.name === 'merge_group';
  const branch = toMain ? 'main' : event.ref.slice('refs/heads/'.length);
  return passes(branches, [branch]) && passes(paths, event.changed);
}

type Filter = Readonly<Record<string, readonly string[]>>;

/** The filters by event; `on` may be a name, a list of names or a mapping. */
function filtersOf(on: Value): ReadonlyMap<string, Filter> {
  if (typeof on === 'string') return new Map([[on, {}]]);
  if (Array.isArray(on)) return new Map(on.map((name) => [String(name), {}]));
  const entries = Object.entries(Object(on));
  return new Map(
    entries.map(([name, filter]) => [name, Array.isArray(filter) ? {} : Object(filter ?? {})]),
  );
}

function passes(filter: readonly string[] | undefined, values: readonly string[]): boolean {
  const pattern = filter?.find((name) => /[*?+[\]!]/.test(name));
  if (pattern !== undefined) throw new Error(`the pattern ${pattern} is more than a name`);
  return filter === undefined || values.some((value) => filter.includes(value));
}
