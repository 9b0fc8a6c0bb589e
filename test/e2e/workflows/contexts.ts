import { defaultRepository } from '../../fakes/github/github.ts';
import type { Mapping } from './expression.ts';
import { workflowRef } from './identity.ts';
import type { JobFolder } from './job-folder.ts';
import type { Frame } from './run.ts';

/** The contexts that every expression of a workflow may see: `github` without its token, `inputs`, `vars`. */
export function runContexts({ run: { event, fakes, workflow }, inputs }: Frame): Mapping {
  const [owner = ''] = defaultRepository.split('/');
  const github = {
    event: event.payload,
    event_name: event.name,
    ref: event.ref,
    ref_name: event.ref.split('/').slice(2).join('/'),
    sha: event.sha,
    repository: defaultRepository,
    repository_owner: owner,
    actor: 'octocat',
    run_id: '1234567890',
    run_attempt: '1',
    workflow_ref: workflowRef(workflow, event),
    api_url: fakes.github.url,
    server_url: 'https://github.com',
  };
  return JSON.parse(JSON.stringify({ github, inputs, vars: {} }));
}

/** The contexts of a job once it has its token and its runner, with those of before. */
export function jobContexts(before: Mapping, token: string, { temp, env }: JobFolder): Mapping {
  const { RUNNER_ENVIRONMENT: environment = '' } = env;
  return {
    ...before,
    github: { ...Object(before.github), token },
    secrets: { GITHUB_TOKEN: token },
    runner: { os: 'Linux', temp, environment },
  };
}
