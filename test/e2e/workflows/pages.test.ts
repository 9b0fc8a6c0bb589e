import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { pages, read } from '../../repo/docs/pages.ts';
import { blocks } from '../../repo/docs/snippets.ts';
import { pushToMain } from './event.ts';
import { examples, repositoryOf } from './examples.ts';
import { executeWorkflow } from './execute.ts';
import { startExampleFakes } from './start-fakes.ts';

const { files } = repositoryOf('fleet.yml');

/** YAML of a page, with its position. */
type Example = readonly [location: string, content: unknown];

const pageExamples: readonly Example[] = pages.flatMap((page) =>
  blocks(read(page), 'yaml', 'yml').map(
    (text, at): Example => [`${page}, YAML ${at + 1}`, parse(text)],
  ),
);
const workflows = pageExamples.filter(([, content]) => Object(content).on && Object(content).jobs);
const jobs = pageExamples.filter(([, content]) => !Object(content).on && Object(content).jobs);
const steps = pageExamples.filter(([, content]) => Array.isArray(content) && !fetches(content));

/** Whether steps fetch the program from GitHub; test/e2e/cli runs it from here. */
function fetches(content: unknown): boolean {
  return JSON.stringify(content).includes('--package github:OWNER/');
}

/** Steps as a job that may what any of them needs; the apply role trusts only the environment. */
function aroundSteps(content: unknown): object {
  const permissions = { contents: 'read', 'id-token': 'write' };
  const applies = JSON.stringify(content).includes('byoasn-apply');
  const environment = applies ? { environment: 'byoasn' } : {};
  const job = { 'runs-on': 'ubuntu-latest', ...environment, permissions, steps: content };
  return { jobs: { printed: job } };
}

async function run(content: object) {
  const fakes = await startExampleFakes();
  try {
    const executed = await executeWorkflow({
      files: { ...files, 'shown.yml': stringify({ on: 'push', ...content }) },
      workflow: 'shown.yml',
      event: pushToMain('byoasn.yml'),
      fakes,
      approve: () => true,
      runner: { ...fakes.env.credentials, ...fakes.env.region },
    });
    const log = executed.jobs.map((job) => job.log).join('\n');
    return { result: executed.result, log, changes: fakes.requestLog.changes.length };
  } finally {
    await fakes.close();
  }
}

test('the pages show complete workflows, jobs and steps', () => {
  expect([workflows, jobs, steps].map(({ length }) => length > 0)).toEqual([true, true, true]);
});

describe.concurrent('the examples of the pages run:', () => {
  test.each(workflows)('%s, a complete workflow, as an example', (_, content) => {
    const known = examples.map((name) => {
      const repository = repositoryOf(name);
      return parse(repository.files[repository.workflow] ?? '');
    });
    expect(known).toContainEqual(content);
  });

  test.each(jobs)('%s, jobs on main', async (_, content) => {
    const { result, log, changes } = await run(Object(content));
    expect(result, log).toBe('success');
    expect(changes).toBe(3);
  });

  test.each(steps)('%s, steps', async (_, content) => {
    const { result, log } = await run(aroundSteps(content));
    expect(result, log).toBe('success');
  });
});
