import type { GitHubRun } from '../domain/github-run.ts';
import type { CallContext } from '../lib/call-context.ts';
import type { Environment } from '../lib/environment.ts';
import type { Transport } from './transport.ts';

/** The context of a connection. */
export interface ConnectionContext extends CallContext {
  readonly env: Environment;
  readonly github: GitHubRun | undefined;
  readonly mask: (secret: string) => void;
}

/** The context of requests to STS. */
export interface SessionContext extends ConnectionContext {
  /** The Region of STS. */
  readonly region: string;
  readonly transport: Transport;
}
