/**
 * Who started a workflow run. GitHub gives forks neither secrets nor an ID token; Dependabot gets no
 * secrets, and an ID token only where the job grants `id-token: write`.
 */
export type Trigger = 'fork' | 'dependabot' | 'repository';

/** GitHub's ID token endpoint. */
export interface IdTokenRequest {
  readonly url: string;
  readonly token: string;
}

/** What the runner knows about the workflow run. */
export interface GitHubRun {
  readonly trigger: Trigger;
  /** Undefined without `id-token: write`. */
  readonly idToken: IdTokenRequest | undefined;
}
