import { calledOutputs, dispatchInputs, openCalled } from './called.ts';
import { runContexts } from './contexts.ts';
import { setsOff } from './event.ts';
import { evaluate, isTrue, type Scope, type Status, textOf, type Value } from './expression.ts';
import { workflowRef } from './identity.ts';
import { runJob } from './job.ts';
import { expandMatrix } from './matrix.ts';
import { checkWithin, type Permissions, readPermissions, restricted } from './permissions.ts';
import { type Frame, type JobReport, notRun, type Run } from './run.ts';
import { conditionOf, type Job, literal, readWorkflow } from './workflow.ts';

/** How a run ended. */
export interface Executed {
  readonly result: Status;
  /** The concurrency of the workflow; a job has its own. */
  readonly concurrency: Value;
  readonly jobs: readonly JobReport[];
  /** The reports of the jobs of a name, more than one where it has a matrix. */
  named(name: string): readonly JobReport[];
}

/** The end of a job, as the jobs that need it see it. */
interface JobEnd {
  readonly result: Status;
  readonly outputs: Readonly<Record<string, string>>;
  /** The result, or for a job that was skipped what came before it. */
  readonly status: Status;
  readonly reports: readonly JobReport[];
}

type JobEnds = ReadonlyMap<string, JobEnd>;

/**
 * Runs a workflow as GitHub does, job by job in the order of their needs: conditions, matrix, called
 * workflows, environments, and the tokens that the permissions allow. Throws for an event that does not
 * trigger it, for a run that GitHub would not start, and for a construct that it does not know.
 */
export async function executeWorkflow(run: Run): Promise<Executed> {
  const workflow = await readWorkflow(run.workflow, run.files[run.workflow] ?? '');
  if (!setsOff(run.event, workflow)) throw new Error(`${run.event.name} does not set it off`);
  const jobWorkflowRef = workflowRef(run.workflow, run.event);
  const inputs = dispatchInputs(workflow, run.event);
  const frame = { run, workflow, jobWorkflowRef, inputs, prefix: '' };
  const ends = await runJobs(frame);
  const jobs = reportsOf(ends);
  const { concurrency } = workflow.fields;
  const scope: Scope = { contexts: runContexts(frame), status: 'success' };
  return {
    result: resultOf(ends),
    concurrency: concurrency ? evaluate(concurrency, scope) : null,
    jobs,
    named: (name) => jobs.filter((job) => job.name === name),
  };
}

/** Runs the jobs of a workflow, each once all that it needs have ended. */
async function runJobs(frame: Frame): Promise<JobEnds> {
  const ends = new Map<string, JobEnd>();
  const grants = new Map(frame.workflow.jobs.map((job) => [job.id, grantOf(frame, job)]));
  for (const job of inOrder(frame.workflow.jobs)) {
    ends.set(job.id, await endJob(frame, job, grants.get(job.id) ?? {}, ends));
  }
  return ends;
}

function inOrder(jobs: readonly Job[]): readonly Job[] {
  const ordered: Job[] = [];
  while (ordered.length < jobs.length) {
    const known = new Set(ordered.map(({ id }) => id));
    const next = jobs.find(
      (job) => !known.has(job.id) && needsOf(job).every((id) => known.has(id)),
    );
    if (next === undefined) throw new Error('the jobs need each other');
    ordered.push(next);
  }
  return ordered;
}

function needsOf({ fields }: Job): readonly string[] {
  const needs = literal(fields.needs);
  return needs === null ? [] : [needs].flat().map((need) => textOf(need));
}

function grantOf({ workflow, most }: Frame, { id, fields }: Job): Permissions {
  const permissions = fields.permissions ?? workflow.fields.permissions;
  const asked = readPermissions(permissions && literal(permissions));
  if (most && asked) checkWithin(asked, most, id);
  return asked ?? most ?? restricted;
}

async function endJob(
  frame: Frame,
  job: Job,
  granted: Permissions,
  ends: JobEnds,
): Promise<JobEnd> {
  const needs = needsOf(job).map((id) => [id, ends.get(id)] as const);
  const status = worstStatus(needs.map(([, end]) => end?.status ?? 'skipped'));
  const seen = needs.map(([id, end]) => [id, { result: end?.result, outputs: end?.outputs }]);
  const contexts = { ...runContexts(frame), needs: Object.fromEntries(seen) };
  const name = `${frame.prefix}${job.id}`;
  if (!isTrue(conditionOf(job.fields.if), { contexts, status })) {
    const before = status === 'success' ? 'skipped' : status;
    const reports = [{ ...notRun, name, result: 'skipped' as const }];
    return { result: 'skipped', outputs: {}, status: before, reports };
  }
  const scope = { contexts, status: 'success' as const };
  return job.fields.strategy
    ? runMatrix(frame, job, granted, scope)
    : runOne(frame, job, granted, scope);
}

async function runMatrix(
  frame: Frame,
  job: Job,
  granted: Permissions,
  scope: Scope,
): Promise<JobEnd> {
  const strategy = job.fields.strategy && evaluate(job.fields.strategy, scope);
  const { matrix, 'fail-fast': failFast = true, ...others } = Object(strategy);
  if (Object.keys(others).length > 0) throw new Error(`no strategy ${Object.keys(others)}`);
  const ends: JobEnd[] = [];
  for (const values of expandMatrix(matrix)) {
    const stop = failFast && ends.some(({ result }) => result === 'failure');
    const contexts = { ...scope.contexts, matrix: values };
    const name = `${frame.prefix}${job.id}`;
    const reports = [{ ...notRun, name, matrix: values, result: 'cancelled' as const }];
    const cancelled = { result: 'cancelled', status: 'cancelled', outputs: {}, reports } as const;
    ends.push(stop ? cancelled : await runOne(frame, job, granted, { ...scope, contexts }));
  }
  const result = worstStatus(ends.map((end) => end.result));
  const outputs = Object.assign({}, ...ends.map((end) => end.outputs));
  return { result, outputs, status: result, reports: ends.flatMap(({ reports }) => reports) };
}

async function runOne(frame: Frame, job: Job, granted: Permissions, scope: Scope): Promise<JobEnd> {
  if (job.fields.uses !== undefined) return callWorkflow(frame, job, granted, scope);
  const report = await runJob({ frame, job, scope, granted });
  const { result, outputs } = report;
  return { result, outputs, status: result, reports: [report] };
}

async function callWorkflow(
  frame: Frame,
  job: Job,
  granted: Permissions,
  scope: Scope,
): Promise<JobEnd> {
  const called = await openCalled(frame, job, granted, scope);
  const ends = await runJobs(called);
  const jobs = [...ends].map(([id, { result, outputs }]) => [id, { result, outputs }]);
  const outputs = calledOutputs(called, Object.fromEntries(jobs));
  const result = resultOf(ends);
  return { result, outputs, status: result, reports: reportsOf(ends) };
}

function reportsOf(ends: JobEnds): readonly JobReport[] {
  return [...ends.values()].flatMap(({ reports }) => reports);
}

/** A run has the worst result of its jobs; skipped ones do not count. */
function resultOf(ends: JobEnds): Status {
  const results = [...ends.values()].map(({ result }) => result);
  return worstStatus(results.filter((result) => result !== 'skipped'));
}

const severity = ['success', 'skipped', 'cancelled', 'failure'] as const;

function worstStatus(results: readonly Status[]): Status {
  return severity.findLast((status) => results.includes(status)) ?? 'success';
}
