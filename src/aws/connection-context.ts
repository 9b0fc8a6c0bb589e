import type { GitHubRun } from '../domain/github-run.ts';
import type { CallContext } from '../lib/call-context.ts';

/** What connecting needs. */
export interface ConnectionContext extends CallContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly github: GitHubRun | undefined;
  readonly mask: (secret: string) => void;
}
