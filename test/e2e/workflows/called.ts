import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runContexts } from './contexts.ts';
import type { WorkflowEvent } from './event.ts';
import { evaluate, type Mapping, type Scope, textOf } from './expression.ts';
import type { Permissions } from './permissions.ts';
import type { Frame } from './run.ts';
import {
  entriesOf,
  type Fields,
  type Job,
  literal,
  readWorkflow,
  type Workflow,
} from './workflow.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const ownWorkflowRef = /^OWNER\/associate-ipam-byoasn\/(\.github\/workflows\/[^@]+)@(.+)$/;

/** Every example has documentation values, which the workflow refuses by default. */
const documentation: Mapping = { 'allow-special-use': true };

type Entries = ReturnType<typeof entriesOf>;

/**
 * The workflow of this repository that a job calls, with the inputs that it gives. Throws for a workflow
 * of another, and for inputs that GitHub refuses.
 */
export async function openCalled(
  frame: Frame,
  { id, fields }: Job,
  granted: Permissions,
  scope: Scope,
): Promise<Frame> {
  const uses = textOf(literal(fields.uses));
  const [, path, version] = ownWorkflowRef.exec(uses) ?? [];
  if (path === undefined) throw new Error(`the executor does not know the workflow ${uses}`);
  if (fields.concurrency) throw new Error(`the executor does not know concurrency next to ${uses}`);
  const workflow = await readWorkflow(path, readFileSync(join(root, path), 'utf8'));
  const given = Object(fields.with ? evaluate(fields.with, scope) : {});
  return {
    run: frame.run,
    workflow,
    inputs: readInputs(callOf(workflow.fields, 'inputs'), given, uses),
    most: granted,
    jobWorkflowRef: `OWNER/associate-ipam-byoasn/${path}@refs/tags/${version}`,
    prefix: `${frame.prefix}${id} / `,
  };
}

/** The outputs that a called workflow promises, made of those of its jobs. */
export function calledOutputs(called: Frame, jobs: Mapping): Record<string, string> {
  const scope: Scope = { contexts: { ...runContexts(called), jobs }, status: 'success' };
  const outputs = callOf(called.workflow.fields, 'outputs').map(([name, token]) => {
    const value = new Map(entriesOf(token)).get('value');
    return [name, value === undefined ? '' : textOf(evaluate(value, scope))];
  });
  return Object.fromEntries(outputs);
}

/** The inputs of a run that was started by hand; throws for those that GitHub refuses. */
export function dispatchInputs({ path, fields }: Workflow, { payload }: WorkflowEvent): Mapping {
  if (Object.keys(Object(payload.inputs)).length === 0) return {};
  const declared = partOf(fields, 'workflow_dispatch', 'inputs');
  return readInputs(declared, Object(payload.inputs), path);
}

/** The `workflow_call` of a workflow. */
function callOf(fields: Fields<'on'>, part: 'inputs' | 'outputs'): Entries {
  return partOf(fields, 'workflow_call', part);
}

/** The settings of a trigger of a workflow; `secrets` are not supported. */
function partOf({ on }: Fields<'on'>, trigger: string, part: 'inputs' | 'outputs'): Entries {
  const call = new Map(entriesOf(on)).get(trigger);
  if (call === undefined) throw new Error(`the workflow has no ${trigger}`);
  const parts = new Map(entriesOf(call));
  if (parts.has('secrets')) throw new Error('the executor does not know secrets of a workflow');
  return entriesOf(parts.get(part));
}

function readInputs(declared: Entries, given: Mapping, uses: string): Mapping {
  const unknown = Object.keys(given).find((name) => !declared.some(([known]) => known === name));
  if (unknown !== undefined) throw new Error(`${unknown} is no input of ${uses}`);
  return Object.fromEntries(
    declared.map(([name, token]) => {
      const { type, default: fallback, required } = Object(literal(token));
      const value = given[name] ?? documentation[name] ?? fallback;
      if (value === undefined && required) throw new Error(`${uses} needs the input ${name}`);
      const typed = value ?? { boolean: false, number: 0 }[String(type)] ?? '';
      // GitHub makes text of other scalars, but nothing else of text (actions/runner, TemplateEvaluator).
      const read = type === 'string' ? textOf(typed) : typed;
      if (typeof read !== type) throw new Error(`the input ${name} of ${uses} is a ${type}`);
      return [name, read];
    }),
  );
}
