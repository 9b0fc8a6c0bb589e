import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Finding, root, snippetName, type WorkflowText } from './documents.ts';

type Permissions = Readonly<Record<string, string>>;

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Permissions;
  readonly uses?: string;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

/**
 * Permissions of a workflow's token that are too many or too few: none for all jobs, and for each job
 * what its steps, or the workflow that it calls, cannot do without.
 */
export function wrongPermissions(workflows: readonly WorkflowText[]): readonly Finding[] {
  return workflows.flatMap(({ name, text }) => {
    const { permissions, jobs }: Workflow = parse(text);
    const none = permissions && Object.keys(permissions).length === 0;
    const workflowProblems = none ? [] : [`${name}: the workflow must say permissions: {}`];
    const missing = Object.entries(jobs).flatMap(([id, job]) =>
      neededBy(job)
        .filter(([scope, access]) => !grants(job.permissions?.[scope], access))
        .map(([scope, access]) => `${name}: the job ${id} needs ${scope}: ${access}`),
    );
    const tooMany = Object.entries(jobs).flatMap(([id, job]) =>
      id === snippetName || !isKnown(job)
        ? []
        : Object.entries(job.permissions ?? {})
            .filter(([scope, access]) => !isNeeded(neededBy(job), scope, access))
            .map(([scope, access]) => `${name}: the job ${id} does not need ${scope}: ${access}`),
    );
    return [...workflowProblems, ...missing, ...tooMany];
  });
}

/** Whether every use of the job's token is known: scripts and most actions may do anything. */
function isKnown({ uses = '', steps = [] }: Job): boolean {
  if (steps.length === 0) return isOurs(uses);
  return steps.every(({ uses: action, ...step }) =>
    action === undefined
      ? !/github\.token|secrets\.|GITHUB_TOKEN/.test(JSON.stringify(step))
      : isOurs(action) ||
        /^(actions\/checkout|actions\/upload-artifact|aws-actions\/configure-aws-credentials)@/.test(
          action,
        ),
  );
}

function isOurs(uses: string): boolean {
  return uses.startsWith('$/') || uses.includes('/associate-ipam-byoasn');
}

function isNeeded(needed: Needed, scope: string, access: string): boolean {
  return needed.some(([name, needs]) => name === scope && grants(needs, access));
}

type Needed = readonly (readonly [scope: string, access: string])[];

function neededBy({ uses, steps = [] }: Job): Needed {
  if (uses?.includes('/associate-ipam-byoasn/')) {
    const path = uses.replace(/^.*?\/associate-ipam-byoasn\/|@.*$/g, '');
    const { jobs }: Workflow = parse(readFileSync(join(root, path), 'utf8'));
    return Object.values(jobs).flatMap(({ permissions = {} }) => Object.entries(permissions));
  }
  return steps.flatMap(neededByStep);
}

function neededByStep({ uses = '', with: given = {} }: Step): Needed {
  const role = given['role-to-assume'] !== undefined && given['role-chaining'] !== true;
  const comment = given.comment !== undefined && given.comment !== false;
  return [
    ...(uses.startsWith('actions/checkout@') ? ([['contents', 'read']] as const) : []),
    ...(role ? ([['id-token', 'write']] as const) : []),
    ...(comment ? ([['pull-requests', 'write']] as const) : []),
  ];
}

function grants(granted: string | undefined, needed: string): boolean {
  return granted === 'write' || granted === needed;
}
