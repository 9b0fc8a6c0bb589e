import type { Left } from './command.ts';
import { isTrue, type Mapping, type Scope, type Status, textOf } from './expression.ts';
import type { JobFolder } from './job-folder.ts';
import type { JobReport, StepReport } from './run.ts';
import { nothing, performStep, textsOf } from './step.ts';
import { conditionOf, type Fields, type Job, literal, type Step } from './workflow.ts';

/** What the steps of a job have done so far. */
interface Progress {
  readonly status: Status;
  readonly env: Readonly<Record<string, string>>;
  /** The context `steps`. */
  readonly steps: Mapping;
  readonly reports: readonly StepReport[];
  readonly left: readonly Left[];
}

/** The variables that a workflow or job sets. */
type Variables = Fields<'env'>['env'];

/** Runs the steps of a job one after the other; after a failed one, only those that ask for a failure. */
export async function runSteps(
  job: Job,
  variables: readonly Variables[],
  start: Scope,
  location: JobFolder,
): Promise<Pick<JobReport, 'result' | 'outputs' | 'steps' | 'log' | 'summary'>> {
  const env = Object.assign({}, ...variables.map((token) => textsOf(token, start)));
  let progress: Progress = { status: 'success', env, steps: {}, reports: [], left: [] };
  for (const step of job.steps) progress = await advance(progress, step, start, location);
  const { status, reports, left } = progress;
  const { GITHUB_TOKEN: token } = Object(start.contexts.secrets);
  const masks = [token, ...left.flatMap((step) => step.masks)].filter(Boolean);
  const hide = (text: string) =>
    masks.reduce((hidden, mask) => hidden.replaceAll(mask, '***'), text);
  const outputs = Object.entries(textsOf(job.fields.outputs, scopeOf(start, progress)));
  return {
    result: status,
    // The runner drops an output that is empty or may contain a secret (actions/runner, JobExtension).
    outputs: Object.fromEntries(outputs.filter(([, text]) => text !== '' && hide(text) === text)),
    steps: reports,
    log: hide(left.map(({ log }) => log).join('\n')),
    summary: left.map(({ summary }) => summary).join(''),
  };
}

async function advance(
  progress: Progress,
  step: Step,
  start: Scope,
  location: JobFolder,
): Promise<Progress> {
  const { steps, reports, left } = progress;
  const name = textOf(literal(step.id)) || `__${reports.length}`;
  const scope = scopeOf(start, progress);
  const runs = isTrue(conditionOf(step.if), scope);
  const env = { ...location.env, ...progress.env };
  const done = runs ? await performStep(step, scope, { ...location, env }) : nothing;
  const outcome = !runs ? 'skipped' : done.exitCode === 0 ? 'success' : 'failure';
  const goesOn = outcome === 'failure' && literal(step['continue-on-error']) === true;
  const result = goesOn ? 'success' : outcome;
  const { outputs, inputs = {} } = done;
  return {
    status: result === 'failure' ? 'failure' : progress.status,
    env: { ...progress.env, ...done.env },
    steps: { ...steps, [name]: { outputs, outcome, conclusion: result } },
    reports: [...reports, { name, result, inputs, outputs }],
    left: [...left, done],
  };
}

function scopeOf(start: Scope, { status, env, steps }: Progress): Scope {
  return { contexts: { ...start.contexts, env, steps, job: { status } }, status };
}
