import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultRepository, jobAuthor } from '../../fakes/github/github.ts';
import { jobContexts } from './contexts.ts';
import { evaluate, type Scope, textOf, type Value } from './expression.ts';
import { claimsOf, workflowRef } from './identity.ts';
import type { JobFolder } from './job-folder.ts';
import { ofFork, type Permissions } from './permissions.ts';
import type { Frame, JobReport } from './run.ts';
import { runSteps } from './steps.ts';
import { type Job, literal } from './workflow.ts';

const runId = 1_234_567_890;

/** A job whose condition holds, and the contexts that are known before it starts. */
export interface Start {
  readonly frame: Frame;
  readonly job: Job;
  readonly scope: Scope;
  /** What its token may do, the fork not yet considered. */
  readonly granted: Permissions;
}

/** Runs a job with steps: it waits for its environment, gets its tokens, and runs step by step. */
export async function runJob({ frame, job, scope, granted }: Start): Promise<JobReport> {
  const { run } = frame;
  const { fields } = job;
  const permissions = run.event.fromFork ? ofFork(granted) : granted;
  const read = (token: typeof fields.name) => (token ? evaluate(token, scope) : null);
  const { environment, url } = environmentOf(read(fields.environment));
  const minutes = read(fields['timeout-minutes']);
  if (minutes !== null && !(Number(minutes) > 0)) {
    throw new Error(`${job.id} cannot time out after ${minutes} minutes`);
  }
  const report = {
    name: `${frame.prefix}${job.id}`,
    matrix: Object(scope.contexts.matrix),
    concurrency: read(fields.concurrency),
    runsOn: read(fields['runs-on']),
    ...{ permissions, environment, url },
  };
  if (environment !== '' && !(await isApproved(frame, environment, report.name))) {
    const log = `the deployment to ${environment} was rejected`;
    return { ...report, result: 'failure', outputs: {}, steps: [], log, summary: '' };
  }
  const selfHosted = [report.runsOn].flat().includes('self-hosted');
  const runner = selfHosted ? 'self-hosted' : 'github-hosted';
  const { event, workflow, fakes, subjectForm: form = 'classic' } = run;
  const { jobWorkflowRef } = frame;
  fakes.issuer.claimOnly(claimsOf({ event, environment, workflow, jobWorkflowRef, runner, form }));
  const { 'pull-requests': pulls = 'none', issues = 'none', actions = 'none' } = permissions;
  const token = fakes.github.addToken(jobAuthor, pulls, issues, actions);
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-job-'));
  try {
    const location = placeOf(folder, frame, job, permissions, runner);
    const contexts = jobContexts(scope.contexts, token, location);
    const variables = [frame.workflow.fields.env, fields.env];
    const ended = await runSteps(job, variables, { ...scope, contexts }, location);
    if (run.loses?.(report.name)) return { ...report, ...ended, result: 'failure', outputs: {} };
    return { ...report, ...ended };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isApproved({ run }: Frame, environment: string, job: string): Promise<boolean> {
  if (run.approve === undefined) throw new Error(`${job} waits for ${environment} forever`);
  const approved = await run.approve({ environment, job });
  const state = approved ? 'approved' : 'rejected';
  run.fakes.github.repository().addApproval(runId, { state, environment, login: 'mona' });
  return approved;
}

/** The environment's name, and the URL of its deployment. */
function environmentOf(value: Value): { readonly environment: string; readonly url: string } {
  if (value === null || typeof value !== 'object') return { environment: textOf(value), url: '' };
  const { name, url = '', ...others } = Object(value);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new Error(`no ${unknown} of an environment is known`);
  return { environment: textOf(name), url: textOf(url) };
}

function placeOf(
  folder: string,
  { run, workflow }: Frame,
  job: Job,
  permissions: Permissions,
  runner: string,
): JobFolder {
  const { event, fakes, files } = run;
  const workspace = join(folder, 'workspace');
  const temp = join(folder, 'temp');
  for (const made of [workspace, temp]) mkdirSync(made);
  const payloadPath = join(folder, 'event.json');
  writeFileSync(payloadPath, JSON.stringify(event.payload));
  const env = {
    ...fakes.env.endpoints,
    ...fakes.env.github,
    ...fakes.env.ripestat,
    ...(permissions['id-token'] === 'write' ? fakes.env.oidc : {}),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: payloadPath,
    GITHUB_JOB: job.id,
    GITHUB_REF: event.ref,
    GITHUB_REPOSITORY_OWNER: defaultRepository.split('/')[0] ?? '',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: String(runId),
    GITHUB_SHA: event.sha,
    GITHUB_WORKFLOW: textOf(literal(workflow.fields.name)),
    GITHUB_WORKFLOW_REF: workflowRef(run.workflow, event),
    RUNNER_ENVIRONMENT: runner,
    RUNNER_OS: 'Linux',
    ...run.runner,
  };
  return { workspace, temp, env, permissions, files, event };
}
