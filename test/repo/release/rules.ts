import { parse } from 'yaml';

/** The keys of a workflow that the rules check. */
export interface Workflow {
  readonly text: string;
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly 'timeout-minutes'?: number | string;
  readonly steps?: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Reads a workflow of YAML 1.2, where `on` is a key like others. */
export function readWorkflow(text: string): Workflow {
  return { text, ...parse(text) };
}

/** The rules for workflows of this project, by name; each returns the violations. */
export const rules: Readonly<Record<string, (workflow: Workflow) => readonly string[]>> = {
  'gives no permission at the top': ({ permissions }) =>
    JSON.stringify(permissions) === '{}' ? [] : [`permissions: ${JSON.stringify(permissions)}`],

  'gives each job its own permissions and a timeout': ({ jobs }) =>
    Object.entries(jobs).flatMap(([name, job]) => [
      ...(job.permissions === undefined ? [`${name}: no permissions`] : []),
      ...(job.uses || job['timeout-minutes'] !== undefined ? [] : [`${name}: no timeout-minutes`]),
    ]),

  'sets what happens to concurrent runs': ({ concurrency, jobs }) =>
    Object.entries(jobs)
      .filter(([, job]) => concurrency === undefined && job.concurrency === undefined)
      .map(([name]) => `${name}: no concurrency`),

  'pins every third-party action to a commit and names its version': ({ text }) =>
    [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)]
      .map(([, uses = '']) => uses)
      .filter((uses) => !/^(?:\.|\$)\//.test(uses))
      .filter((uses) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses)),

  'leaves no token in a checkout': ({ jobs }) =>
    stepsOf(jobs)
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
      .filter((step) => step.with?.['persist-credentials'] !== false)
      .map(({ uses }) => `${uses}: no persist-credentials: false`),

  'has no expression in a shell command': ({ jobs }) =>
    stepsOf(jobs).flatMap(({ run }) => (run?.includes('${{') ? [run] : [])),

  'runs nothing installed in a job that can write': ({ jobs }) =>
    Object.entries(jobs)
      .filter(([, { permissions = {} }]) => writes(permissions))
      .flatMap(([, { steps = [] }]) => steps.flatMap(({ run }) => run ?? []))
      .filter((run) => /\b(?:npm|npx|pip|go|curl|wget)\b/.test(run)),

  'runs no code of a pull request with a token that writes': (workflow) =>
    isPrivileged(workflow) ? stepsOf(workflow.jobs).flatMap(foreignCode) : [],
};

/** Triggers that run with the rights of the base repository, also for pull requests from outside. */
function isPrivileged({ on }: Workflow): boolean {
  return /\b(?:pull_request_target|workflow_run|issue_comment)\b/.test(JSON.stringify(on));
}

/** Patterns of steps that use code from the pull request, or write where code is. */
function foreignCode({ uses = '', run = '', with: given = {} }: Step): readonly string[] {
  const text = JSON.stringify({ run, given });
  const head = /head_ref|head\.(?:sha|ref)|head_(?:sha|branch|commit)|refs\/pull/.exec(text);
  const ref = String(given.ref ?? '');
  const own = ref === '' || ref === `\${{ github.event.repository.default_branch }}`;
  const outside = String(given.path ?? '').startsWith(`\${{ runner.temp }}/`);
  const checkout = uses.startsWith('actions/checkout@');
  return [
    ...(head ? [`${uses}${run}: ${head[0]}`] : []),
    ...(checkout && (!own || given.repository !== undefined) ? [`${uses}: checks out ${ref}`] : []),
    ...(uses.startsWith('actions/download-artifact@') && !outside
      ? [`${uses}: unpacks into the workspace`]
      : []),
    ...(uses.startsWith('./') ? [`${uses}: is of the workspace`] : []),
    ...(/RUNNER_TEMP\/[^"\s]*\/|(?:bash|sh|node|source) "?\$RUNNER_TEMP/.test(run)
      ? [`${run}: starts what was downloaded`]
      : []),
  ];
}

function writes(permissions: Readonly<Record<string, string>>): boolean {
  const privileged = [
    'contents',
    'id-token',
    'attestations',
    'packages',
    'actions',
    'pull-requests',
  ];
  return privileged.some((name) => permissions[name] === 'write');
}

function stepsOf(jobs: Workflow['jobs']): readonly Step[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}
