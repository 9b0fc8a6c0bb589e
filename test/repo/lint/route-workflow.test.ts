import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleWorkflows, root, snippetWorkflows, type WorkflowText } from './documents.ts';

const read = (path: string) => parse(readFileSync(join(root, path), 'utf8'));
const associations = read('.github/workflows/byoasn.yml');
const routes = read('.github/workflows/byoasn-routes.yml');
const action = read('route/action.yml');

describe('the workflow byoasn-routes.yml', () => {
  const { inputs } = routes.on.workflow_call;
  const others = associations.on.workflow_call.inputs;

  test('has the defaults of its action', () => {
    const names = Object.keys(inputs).filter((name) => name in action.inputs);
    const raised = ['comment', 'config', 'environment'];
    const defaultsIn = (from: Readonly<Record<string, { readonly default?: unknown }>>) =>
      names
        .filter((name) => !raised.includes(name))
        .map((name) => [name, String(from[name]?.default ?? '')]);
    expect(names).toContain('rpki-policy');
    expect(defaultsIn(inputs)).toEqual(defaultsIn(action.inputs));
  });

  test('otherwise has the inputs of byoasn.yml, with the same descriptions and defaults', () => {
    const shared = Object.keys(inputs).filter((name) => !(name in action.inputs));
    const own = shared.filter((name) => !(name in others));
    expect(own).toEqual(['route-role']);
    for (const name of shared.filter((one) => one in others)) {
      expect([name, inputs[name]]).toEqual([name, others[name]]);
    }
  });

  test('lacks the inputs of byoasn.yml that docs/routes.md says it lacks', () => {
    const page = readFileSync(join(root, 'docs/routes.md'), 'utf8');
    const [, list = ''] = /^The workflow that .* and without (.*)\.$/m.exec(page) ?? [];
    const lacking = Object.keys(others).filter((name) => !(name in inputs));
    expect([...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(
      lacking.filter((name) => name !== 'apply-role').sort(),
    );
  });

  test.each(['plan', 'apply'])('passes session-policy on in its job %s', (job) => {
    const steps: readonly { readonly uses?: string; readonly with?: object }[] =
      routes.jobs[job].steps;
    const own = steps.find(({ uses }) => uses === '$/route');
    expect(own?.with).toMatchObject({ 'session-policy': `\${{ inputs.session-policy }}` });
  });

  const scriptsOf = (workflow: typeof routes, job: string) =>
    workflow.jobs[job].steps
      .filter(({ run }: { readonly run?: string }) => run !== undefined)
      .map(({ run }: { readonly run: string }) =>
        run.replaceAll('BYOASN routes:', 'BYOASN:').replace(/^.*artifact=.*\n\n/m, ''),
      );

  test.each(['plan', 'apply'])('has the scripts of byoasn.yml in its job %s', (job) => {
    expect(scriptsOf(routes, job)).toEqual(scriptsOf(associations, job));
  });

  test('applies when byoasn.yml does, in its own environment and queue', () => {
    expect(`!inputs.one-job-per-target && ${routes.jobs.apply.if}`).toBe(
      associations.jobs.apply.if,
    );
    expect(routes.jobs.apply.environment.name).toContain("|| 'byoasn-route'");
    for (const job of ['plan', 'apply']) {
      const group = routes.jobs[job].concurrency.group.replace('byoasn-routes-', 'byoasn-');
      expect(group).toBe(associations.jobs[job].concurrency.group);
    }
  });
});

describe('routes are never applied on a schedule', () => {
  const changesRoutes = ({ text }: WorkflowText) => {
    const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, used = '']) => used);
    return uses.some((used) => /\/(route|byoasn-routes\.yml)@/.test(used));
  };
  const all = [...exampleWorkflows(), ...snippetWorkflows()].filter(changesRoutes);

  test.each(all.map((workflow) => [workflow.name, workflow] as const))('by %s', (_, { text }) => {
    expect(Object.keys(parse(text).on)).not.toContain('schedule');
  });

  test('the examples for routes have no schedule', () => {
    const names = all.map(({ name }) => name.replaceAll('\\', '/'));
    expect(names).toEqual(expect.arrayContaining(['examples/routes.yml', 'examples/withdraw.yml']));
  });
});
