// `node scripts/release/commit-dist.ts FOLDER`, for the event `workflow_run`: commits the dist/ that an
// unprivileged run has built to the Dependabot branch of that run.
import { readFileSync } from 'node:fs';
import { type Committed, changesOf, readBuilt } from './built.ts';
import { type Gh, gh } from './gh.ts';

/** The payload of the event `workflow_run`, with the fields that are used here. */
export interface RunEvent {
  readonly repository: { readonly full_name: string };
  readonly workflow_run: {
    readonly event: string;
    readonly conclusion: string;
    /** Who triggered the run: who pushed, or reopened the pull request. */
    readonly actor: { readonly login: string };
    readonly head_branch: string;
    readonly head_sha: string;
    /** Null if the fork was deleted. */
    readonly head_repository: { readonly full_name: string } | null;
  };
}

/** A commit of GitHub's REST API; a person is null if GitHub knows no account. */
interface Commit {
  readonly author: { readonly login: string } | null;
  readonly committer: { readonly login: string } | null;
  readonly commit: { readonly verification: { readonly verified: boolean } };
}

interface Branch {
  readonly repository: string;
  readonly name: string;
  readonly commit: string;
}

const dependabot = 'dependabot[bot]';

// Dependabot goes on updating a branch with commits of others only if the commit says so.
const message = { headline: 'build: dist/ of the updated dependencies', body: '[dependabot skip]' };

const query = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

/**
 * Commits the built dist/ in `folder` to the branch of the run, and returns a message. Runs nothing from the
 * folder. GitHub makes and signs the commit, and refuses it if the branch has changed since. Throws if the
 * head of the branch is not Dependabot's commit.
 */
export function commitBuilt(folder: string, event: RunEvent, gh: Gh): string {
  const branch = readBranch(event);
  const { additions, deletions } = changesOf(readBuilt(folder), readCommitted(branch, gh));
  if (additions.length + deletions.length === 0) {
    return 'dist/ of the branch is what its dependencies build.';
  }
  refuseForeignCommit(event.workflow_run.actor.login, branch, gh);
  const input = {
    branch: { repositoryNameWithOwner: branch.repository, branchName: branch.name },
    expectedHeadOid: branch.commit,
    message,
    fileChanges: { additions, deletions },
  };
  gh(['api', 'graphql', '--input', '-'], JSON.stringify({ query, variables: { input } }));
  return `dist/ of ${branch.name}: ${additions.length} files written, ${deletions.length} removed.`;
}

/** The branch of the run. Throws unless it is a Dependabot branch of this repository. */
function readBranch({ repository, workflow_run: run }: RunEvent): Branch {
  const own = run.head_repository?.full_name === repository.full_name;
  const built = run.event === 'pull_request' && run.conclusion === 'success';
  if (!own || !built || !/^dependabot\/npm_and_yarn\/[\w./@-]+$/.test(run.head_branch)) {
    throw new Error("The run was not of a pull request of Dependabot's in this repository.");
  }
  return { repository: repository.full_name, name: run.head_branch, commit: run.head_sha };
}

/**
 * A commit on top becomes the newest push. If somebody's own commit were below it, the rule that another
 * person must approve the newest push would no longer apply to them. The author of a commit can be forged,
 * but not that GitHub made and signed it, as `web-flow`.
 */
function refuseForeignCommit(actor: string, { repository, name, commit }: Branch, gh: Gh): void {
  const head: Commit = JSON.parse(gh(['api', `repos/${repository}/commits/${commit}`]));
  const signed = head.commit.verification.verified && head.committer?.login === 'web-flow';
  if (actor === dependabot && head.author?.login === dependabot && signed) return;
  throw new Error(
    `The newest commit of ${name} is not Dependabot's own, so dist/ is not committed on top of it. ` +
      'Comment "@dependabot recreate" on the pull request, or commit dist/ yourself.',
  );
}

function readCommitted({ repository, commit }: Branch, gh: Gh): readonly Committed[] {
  return JSON.parse(gh(['api', `repos/${repository}/contents/dist?ref=${commit}`]));
}

function run(): void {
  const [folder] = process.argv.slice(2);
  const eventPath = process.env.GITHUB_EVENT_PATH;
  if (folder === undefined || eventPath === undefined) {
    throw new Error('Usage: commit-dist.ts FOLDER, with GITHUB_EVENT_PATH');
  }
  console.log(commitBuilt(folder, JSON.parse(readFileSync(eventPath, 'utf8')), gh));
}

if (process.argv[1] === import.meta.filename) {
  try {
    run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
