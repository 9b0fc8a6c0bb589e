import {
  convertWorkflowTemplate,
  isMapping,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import { ensureStatusFunction } from '@actions/workflow-parser/model/converter/if-condition';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { evaluate } from './expression.ts';

/** Some keys of a mapping, unevaluated. */
export type Fields<Name extends string> = Readonly<Partial<Record<Name, TemplateToken>>>;

/** A job of a workflow; it has `steps` or `uses`. */
export interface Job {
  readonly id: string;
  readonly fields: Fields<(typeof jobKeys)[number]>;
  readonly steps: readonly Step[];
}

/** A step of a job; it has `uses` or `run`. */
export type Step = Fields<(typeof stepKeys)[number]>;

/** A workflow that GitHub's own parser has accepted, with expressions that are not evaluated yet. */
export interface Workflow {
  readonly path: string;
  readonly fields: Fields<(typeof workflowKeys)[number]>;
  readonly jobs: readonly Job[];
}

const workflowKeys = ['name', 'on', 'permissions', 'env', 'concurrency', 'jobs'] as const;
const jobKeys = [
  'name',
  'needs',
  'if',
  'runs-on',
  'timeout-minutes',
  'permissions',
  'environment',
  'concurrency',
  'strategy',
  'outputs',
  'env',
  'steps',
  'uses',
  'with',
] as const;
const stepKeys = [
  'id',
  'name',
  'if',
  'uses',
  'with',
  'env',
  'run',
  'shell',
  'continue-on-error',
] as const;

/** Reads a workflow. Throws for what GitHub refuses, and for a key that the executor does not know. */
export async function readWorkflow(path: string, text: string): Promise<Workflow> {
  const { context, value } = parseWorkflow(
    { name: path, content: text },
    new NoOperationTraceWriter(),
  );
  const { errors = [] } = value ? await convertWorkflowTemplate(context, value) : {};
  const problems = [
    ...context.errors.getErrors().map(({ message }) => message),
    ...errors.map(({ Message }) => Message),
  ];
  if (value === undefined || problems.length > 0) {
    throw new Error(`${path} is no workflow: ${[...new Set(problems)].join('; ')}`);
  }
  const fields = fieldsOf(value, path, workflowKeys);
  const jobs = entriesOf(fields.jobs).map(([id, token]) => {
    const job = fieldsOf(token, `${path}, job ${id}`, jobKeys);
    return { id, fields: job, steps: stepsOf(job.steps, `${path}, job ${id}`) };
  });
  return { path, fields, jobs };
}

function stepsOf(token: TemplateToken | undefined, where: string): readonly Step[] {
  const steps = token === undefined ? [] : [...token.assertSequence(where)];
  return steps.map((step, at) => fieldsOf(step, `${where}, step ${at + 1}`, stepKeys));
}

function fieldsOf<Name extends string>(
  token: TemplateToken,
  where: string,
  known: readonly Name[],
): Fields<Name> {
  const entries = entriesOf(token);
  const unknown = entries.find(([name]) => !known.some((key) => key === name));
  if (unknown) throw new Error(`${where}: the executor does not know ${unknown[0]}`);
  return Object.fromEntries(entries) as Fields<Name>;
}

/** The keys of a mapping with their values, unevaluated; none where there is no mapping. */
export function entriesOf(token: TemplateToken | undefined): [string, TemplateToken][] {
  if (token === undefined || !isMapping(token)) return [];
  return [...token].map(({ key, value }) => [key.toString(), value]);
}

/** The text of a condition as an expression that asks for `success()` unless it asks otherwise. */
export function conditionOf(token: TemplateToken | undefined): string {
  if (token === undefined) return 'success()';
  const text = token.toString().trim();
  const [, inner = text] = /^\$\{\{([\s\S]*)\}\}$/.exec(text) ?? [];
  return ensureStatusFunction(inner.trim(), token.definitionInfo);
}

/** A part that holds no expression, as a value. */
export function literal(token: TemplateToken | undefined) {
  return token === undefined ? null : evaluate(token, { contexts: {}, status: 'success' });
}
