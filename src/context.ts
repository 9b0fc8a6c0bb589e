import type { Connect } from './aws/connection.ts';
import type { Transport } from './aws/transport.ts';
import type { ReadFile } from './config/load.ts';
import type { GitHubRun } from './domain/github-run.ts';
import type { ReadInput } from './inputs/inputs.ts';
import type { Clock } from './lib/clock.ts';
import type { Deadline } from './lib/deadline.ts';
import type { Environment } from './lib/environment.ts';
import type { SourceLocation } from './lib/source-location.ts';

/** The log of a run. It escapes and redacts every text, so callers need not. */
export interface Log {
  /** Starts a group, which ends at the next one or with `close`. */
  group(title: string): void;
  close(): void;
  line(text: string): void;
  /** Writes many lines at once, which is much faster than one by one. */
  lines(texts: readonly string[]): void;
  notice(text: string): void;
  /** With a location, GitHub shows it at that line of the file. */
  warning(text: string, location?: SourceLocation): void;
}

/** Everything outside the run that it uses. Each program builds one and passes it to `run`. */
export interface Context {
  readonly readInput: ReadInput;
  /** The folder that relative paths start from; undefined for the current one. */
  readonly workspace?: string;
  readonly readFile: ReadFile;
  readonly env: Environment;
  /** Undefined in a terminal. */
  readonly github: GitHubRun | undefined;
  readonly clock: Clock;
  /** A number from 0 up to 1, for jitter. */
  readonly random: () => number;
  /** Aborts, with a Failure as its reason, when the run is cancelled or has ended. */
  readonly cancelled: AbortSignal;
  readonly log: Log;
  /** Redacts a secret in everything printed from now on. */
  readonly mask: (secret: string) => void;
  readonly connect: Connect;
  /** HTTP for everything except the AWS SDK. */
  readonly transport: Transport;
}

/** A context with the deadline of the run. */
export type BoundedContext = Context & { readonly deadline: Deadline };
