import { defaultRepository } from '../../fakes/github/github.ts';
import type { Claims } from '../../fakes/issuer.ts';
import type { WorkflowEvent } from './event.ts';

/** A job as its ID token describes it. */
export interface JobIdentity {
  readonly event: WorkflowEvent;
  /** The environment that the job has entered, empty when it has none. */
  readonly environment: string;
  /** The workflow of the run, by its path in the repository. */
  readonly workflow: string;
  /** The workflow of the job, as in `job_workflow_ref`. */
  readonly jobWorkflowRef: string;
  readonly runner: 'github-hosted' | 'self-hosted';
  /** The form of the subject; repositories since 15 July 2026 have their ids in it. */
  readonly form: SubjectForm;
}

/** The two forms of a subject. */
export type SubjectForm = 'classic' | 'immutable';

/** The IDs of the repository and of its owner. */
export const repositoryId = '5678';
export const ownerId = '1234';

/** The reference of a workflow of the repository at the event's commit. */
export function workflowRef(path: string, { ref }: WorkflowEvent): string {
  return `${defaultRepository}/${path}@${ref}`;
}

/**
 * The claims of a job's ID token (GitHub, OpenID Connect reference). The subject names the environment
 * where there is one, else the pull request, else the ref.
 */
export function claimsOf({ event, environment, ...job }: JobIdentity): Claims {
  const [owner = '', name = ''] = defaultRepository.split('/');
  const repository = {
    classic: defaultRepository,
    immutable: `${owner}@${ownerId}/${name}@${repositoryId}`,
  }[job.form];
  return {
    sub: `repo:${repository}:${subjectOf(event, environment)}`,
    repository: defaultRepository,
    repository_id: repositoryId,
    repository_owner: owner,
    repository_owner_id: ownerId,
    repository_visibility: 'private',
    ref: event.ref,
    sha: event.sha,
    ref_type: 'branch',
    event_name: event.name,
    actor: 'octocat',
    actor_id: '42',
    workflow_ref: workflowRef(job.workflow, event),
    job_workflow_ref: job.jobWorkflowRef,
    runner_environment: job.runner,
    run_id: '1234567890',
    run_number: '7',
    run_attempt: '1',
    ...(environment !== '' && { environment }),
  };
}

function subjectOf({ name, ref }: WorkflowEvent, environment: string): string {
  if (environment !== '') return `environment:${environment.replaceAll(':', '%3A')}`;
  return name === 'pull_request' ? 'pull_request' : `ref:${ref}`;
}
