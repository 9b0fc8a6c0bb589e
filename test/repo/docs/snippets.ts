import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { formatOutputs } from '../../../src/report/outputs.ts';
import { nowhere } from '../../unit/report/links.ts';
import { smallPlan } from '../../unit/report/scenarios.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** A step that uses an action. */
export interface Step {
  readonly id?: string;
  readonly uses: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** What of a job these checks look at. */
export interface Job {
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly outputs?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..', '..', '..');
const readAction = (path: string): ActionFile => parse(readFileSync(join(root, path), 'utf8'));
const rootAction = readAction('action.yml');
const routeAction = readAction('route/action.yml');

/** The contents of the fenced blocks of one of the languages, in the order of the page. */
export function blocks(markdown: string, ...languages: readonly string[]): readonly string[] {
  return [...markdown.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)]
    .filter(([, , language = '']) => languages.includes(language))
    .map(([, indent = '', , text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
}

/** Every step of an action of this repository at any depth of a parsed text, `uses: $/` included. */
export function stepsOf(node: unknown): readonly Step[] {
  return usersOf(node).filter(({ uses }) => isOwn(uses));
}

/** Inputs of a step that its action does not have, or requires and the step does not give. */
export function wrongInputs({ uses, with: given = {} }: Step): readonly string[] {
  const action = actionOf(uses);
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(action.inputs, name));
  const required = Object.keys(action.inputs).filter((name) => action.inputs[name]?.required);
  return [...unknown, ...required.filter((name) => !Object.hasOwn(given, name))];
}

/**
 * Expressions of outputs that action.yml does not have, or of a step that the text does not have. Steps to
 * be added to an example may read from `byoasn`, the step of the action there.
 */
export function wrongOutputs(yaml: string): readonly string[] {
  const document = parse(yaml);
  const named = stepsOf(document).map(({ id, uses }) => [id, actionOf(uses)] as const);
  const own = new Map<string | undefined, ActionFile>([['byoasn', rootAction], ...named]);
  const others = new Set(idsOf(document).filter((id) => !own.has(id)));
  return [...yaml.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
    .filter(([, id = '', output = '']) =>
      own.has(id) ? !Object.hasOwn(own.get(id)?.outputs ?? {}, output) : !others.has(id),
    )
    .map(([expression]) => expression);
}

/** The jobs of a workflow, by name; none where the YAML is no workflow. */
export function jobsOf(yaml: string): Readonly<Record<string, Job>> {
  return parse(yaml)?.jobs ?? {};
}

/**
 * Expressions of outputs that the job named does not have, or that the job using it does not need.
 * The outputs of a job that calls a reusable workflow stand in that workflow and are not checked.
 */
export function wrongNeeds(yaml: string): readonly string[] {
  const jobs = jobsOf(yaml);
  return Object.values(jobs).flatMap((job) =>
    [...JSON.stringify(job).matchAll(/needs\.([\w-]+)\.outputs\.([\w-]+)/g)]
      .filter(([, name = '', output = '']) => {
        const needed = [job.needs ?? []].flat().includes(name);
        const set = jobs[name]?.uses || Object.hasOwn(jobs[name]?.outputs ?? {}, output);
        return !needed || !set;
      })
      .map(([expression]) => expression),
  );
}

/** Names in expressions of the `matrix` context that no entry of the output `matrix` has. */
export function wrongMatrix(yaml: string): readonly string[] {
  const { include } = JSON.parse(formatOutputs(smallPlan(), nowhere).matrix);
  return [...yaml.matchAll(/\bmatrix(?:\.([\w-]+)|\['([^']+)'\])/g)]
    .filter(([, plain, quoted = '']) => !Object.hasOwn(include[0], plain ?? quoted))
    .map(([expression]) => expression);
}

function isOwn(uses: string): boolean {
  return (
    uses.startsWith('$/') || uses === './' || /\/associate-ipam-byoasn(\/route)?@[^/]+$/.test(uses)
  );
}

function actionOf(uses: string): ActionFile {
  return /\/route(@|$)/.test(uses) ? routeAction : rootAction;
}

function usersOf(node: unknown): readonly Step[] {
  if (typeof node !== 'object' || node === null) return [];
  const self = isStep(node) ? [node] : [];
  return [...self, ...Object.values(node).flatMap(usersOf)];
}

function isStep(node: object): node is Step {
  return 'uses' in node && typeof node.uses === 'string';
}

function idsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const self = 'id' in node && typeof node.id === 'string' ? [node.id] : [];
  return [...self, ...Object.values(node).flatMap(idsOf)];
}
