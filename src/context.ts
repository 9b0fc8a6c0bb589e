import type { Connect } from './aws/connection.ts';
import type { ReadFile } from './config/load.ts';
import type { ReadInput } from './inputs/inputs.ts';
import type { GitHubRun } from './inputs/runner.ts';
import type { Clock } from './lib/clock.ts';

/** The log of a run. Whoever implements it makes every text harmless; callers need not. */
export interface Log {
  /** Starts a group; it ends where the next one starts, or with `close`. */
  group(title: string): void;
  close(): void;
  line(text: string): void;
  /** Many lines at once, which is much faster than one by one. */
  lines(texts: readonly string[]): void;
  notice(text: string): void;
  warning(text: string): void;
}

/** Everything outside that a run reads, asks and tells. The shell builds it and hands it to `main`. */
export interface Context {
  readonly readInput: ReadInput;
  /** The folder that paths of inputs are from, undefined for the current one. */
  readonly workspace?: string;
  readonly readFile: ReadFile;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Undefined where no workflow runs: in a terminal. */
  readonly github: GitHubRun | undefined;
  readonly clock: Clock;
  /** A number from 0 up to 1, for jitter. */
  readonly random: () => number;
  /** Aborts with a Failure as its reason when the run is cancelled or nothing is left to wait for. */
  readonly cancelled: AbortSignal;
  readonly log: Log;
  /** Hides a secret in all that is printed from now on. */
  readonly mask: (secret: string) => void;
  readonly connect: Connect;
}
