import type { WorkflowEvent } from './event.ts';
import type { Permissions } from './permissions.ts';

/** Where the steps of a job run. */
export interface JobFolder {
  /** The folder that a checkout fills. */
  readonly workspace: string;
  /** The runner's temporary folder. */
  readonly temp: string;
  /** The runner's variables, except PATH, HOME and the folders. */
  readonly env: Readonly<Record<string, string>>;
  readonly permissions: Permissions;
  /** Files of the repository by their paths. */
  readonly files: Readonly<Record<string, string>>;
  readonly event: WorkflowEvent;
}
