import type { GitHubRun } from '../domain/github-run.ts';
import type { CallContext } from '../lib/call-context.ts';
import type { Transport } from './transport.ts';

/** What connecting needs. */
export interface ConnectionContext extends CallContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly github: GitHubRun | undefined;
  readonly mask: (secret: string) => void;
}

/** What requesting the session of a role needs. */
export interface SessionContext extends ConnectionContext {
  /** The Region whose STS is asked. */
  readonly region: string;
  readonly transport: Transport;
}
