import type { Fakes } from '../../fakes/fakes.ts';
import type { WorkflowEvent } from './event.ts';
import type { Mapping, Status, Value } from './expression.ts';
import type { SubjectForm } from './identity.ts';
import type { Permissions } from './permissions.ts';
import type { Workflow } from './workflow.ts';

/** A job that waits for its environment's reviewers. */
export interface Waiting {
  readonly environment: string;
  readonly job: string;
}

/** A run of a workflow: the repository, its trigger, and its fake servers. */
export interface Run {
  /** Files of the repository by their paths, the workflow among them. */
  readonly files: Readonly<Record<string, string>>;
  /** The path of the workflow. */
  readonly workflow: string;
  readonly event: WorkflowEvent;
  readonly fakes: Fakes;
  /** The reviewers: whether they approve. A job with an environment throws where there are none. */
  readonly approve?: (waiting: Waiting) => boolean | Promise<boolean>;
  /** The jobs whose runner is lost at their end: they fail, and none of their outputs arrive. */
  readonly loses?: (job: string) => boolean;
  /** Further variables of the runner. */
  readonly runner?: Readonly<Record<string, string>>;
  /** Default: `classic`. */
  readonly subjectForm?: SubjectForm;
}

/** A workflow within a run, and what its caller gave it. */
export interface Frame {
  readonly run: Run;
  readonly workflow: Workflow;
  readonly inputs: Mapping;
  /** The most that its jobs may have; undefined if it was not called. */
  readonly most?: Permissions;
  readonly jobWorkflowRef: string;
  /** The names of the jobs that called it, each with ` / `. */
  readonly prefix: string;
}

/** How a step ended. */
export interface StepReport {
  readonly name: string;
  readonly result: Status;
  /** The inputs of this action, with its defaults. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** How a job ended. */
export interface JobReport {
  /** Its id, after those of its callers: `byoasn / apply`. */
  readonly name: string;
  readonly result: Status;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepReport[];
  readonly log: string;
  readonly summary: string;
  readonly matrix: Mapping;
  readonly permissions: Permissions;
  readonly environment: string;
  /** The URL of its deployment. */
  readonly url: string;
  readonly concurrency: Value;
  readonly runsOn: Value;
}

/** A report of a job that has not run. */
export const notRun = {
  outputs: {},
  steps: [],
  log: '',
  summary: '',
  matrix: {},
  permissions: {},
  environment: '',
  url: '',
  concurrency: null,
  runsOn: null,
} as const;
