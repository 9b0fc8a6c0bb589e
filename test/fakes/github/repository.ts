/** Who writes comments. The author of a GITHUB_TOKEN and of an app is a `Bot`. */
export interface Author {
  readonly login: string;
  readonly type: 'User' | 'Bot';
}

/** A comment in a pull request's conversation; times are in milliseconds. */
export interface Comment {
  readonly id: number;
  readonly pullNumber: number;
  readonly author: Author;
  readonly body: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A pull request; one that is merged is closed too. */
export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly headSha: string;
  /** The commit of the merge, or of GitHub's trial of one. */
  readonly mergeCommitSha: string | null;
  readonly merged: boolean;
}

/** A run of a workflow, with the attempts that it has had; the time is in milliseconds. */
export interface WorkflowRun {
  readonly id: number;
  readonly attempts: number;
  readonly createdAt: number;
}

/** A review of a deployment that a run waits for. */
export interface Approval {
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly environment: string;
  readonly login: string;
}

/** An issue that is no pull request. */
export interface Issue {
  readonly number: number;
  readonly author: Author;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
}

/** An environment, by its rules for deployments. */
export interface Environment {
  readonly reviewers: number;
  readonly preventSelfReview: boolean;
  /** Undefined admits every branch. */
  readonly branches: 'protected' | 'custom' | undefined;
  readonly adminsMayBypass?: boolean;
}

/** One repository. The methods act as other actors; IDs of comments grow. */
export interface Repository {
  setPull(pull: PullRequest): void;
  pull(number: number): PullRequest | undefined;
  /** Makes a commit known, with the pull requests that GitHub associates with it. */
  setCommit(sha: string, pullNumbers: readonly number[]): void;
  /** Undefined for a commit that the repository does not have. */
  pullsOf(sha: string): readonly PullRequest[] | undefined;
  setEnvironment(name: string, environment: Environment): void;
  environment(name: string): Environment | undefined;
  setRun(run: WorkflowRun): void;
  run(id: number): WorkflowRun | undefined;
  addApproval(runId: number, approval: Approval): void;
  approvals(runId: number): readonly Approval[];
  comments(pullNumber: number): readonly Comment[];
  comment(id: number): Comment | undefined;
  addComment(pullNumber: number, author: Author, body: string): Comment;
  editComment(id: number, body: string): Comment;
  removeComment(id: number): void;
  /** The newest first, as GitHub lists them. */
  issues(): readonly Issue[];
  issue(number: number): Issue | undefined;
  /** Opens an issue with the next number. */
  addIssue(issue: Pick<Issue, 'author' | 'title' | 'body' | 'labels'>): Issue;
  editIssue(number: number, changes: Partial<Issue>): Issue;
}

const firstId = 3_000_000_001;
const firstIssue = 101;

/** A repository without pull requests and commits, on a clock that counts milliseconds. */
export function createRepository(now: () => number): Repository {
  const pulls = new Map<number, PullRequest>();
  const commits = new Map<string, readonly number[]>();
  const runs = new Map<number, WorkflowRun>();
  const environments = new Map<string, Environment>();
  const approvals = new Map<number, readonly Approval[]>();
  const comments = new Map<number, Comment>();
  const issues = new Map<number, Issue>();
  let nextId = firstId;
  const put = (comment: Comment) => {
    comments.set(comment.id, comment);
    return comment;
  };
  const putIssue = (issue: Issue) => {
    issues.set(issue.number, issue);
    return issue;
  };
  return {
    setPull: (pull) => void pulls.set(pull.number, pull),
    pull: (number) => pulls.get(number),
    setCommit: (sha, pullNumbers) => void commits.set(sha, pullNumbers),
    pullsOf: (sha) => commits.get(sha)?.flatMap((number) => pulls.get(number) ?? []),
    setEnvironment: (name, environment) => void environments.set(name, environment),
    environment: (name) => environments.get(name),
    setRun: (run) => void runs.set(run.id, run),
    run: (id) => runs.get(id),
    addApproval: (id, approval) => void approvals.set(id, [...(approvals.get(id) ?? []), approval]),
    approvals: (id) => approvals.get(id) ?? [],
    comments: (pullNumber) =>
      [...comments.values()].filter((comment) => comment.pullNumber === pullNumber),
    comment: (id) => comments.get(id),
    addComment(pullNumber, author, body) {
      const id = nextId;
      nextId += 1;
      return put({ id, pullNumber, author, body, createdAt: now(), updatedAt: now() });
    },
    editComment(id, body) {
      const comment = comments.get(id);
      if (comment === undefined) throw new Error(`no comment ${id}`);
      return put({ ...comment, body, updatedAt: now() });
    },
    removeComment: (id) => void comments.delete(id),
    issues: () => [...issues.values()].reverse(),
    issue: (number) => issues.get(number),
    addIssue: (issue) => putIssue({ ...issue, number: firstIssue + issues.size, state: 'open' }),
    editIssue(number, changes) {
      const issue = issues.get(number);
      if (issue === undefined) throw new Error(`no issue ${number}`);
      return putIssue({ ...issue, ...changes, number });
    },
  };
}
