import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { pages, read } from '../../repo/docs/pages.ts';
import { blocks } from '../../repo/docs/snippets.ts';
import { pushToMain } from './event.ts';
import { examples, repositoryOf } from './examples.ts';
import { executeWorkflow } from './execute.ts';
import { startExampleFakes } from './start-fakes.ts';

const { files } = repositoryOf('fleet.yml');

/** YAML of a page, with where it stands. */
type Shown = readonly [place: string, content: unknown];

const shown: readonly Shown[] = pages.flatMap((page) =>
  blocks(read(page), 'yaml', 'yml').map(
    (text, at): Shown => [`${page}, YAML ${at + 1}`, parse(text)],
  ),
);
const whole = shown.filter(([, content]) => Object(content).on && Object(content).jobs);
const jobs = shown.filter(([, content]) => !Object(content).on && Object(content).jobs);
const steps = shown.filter(([, content]) => Array.isArray(content));

/** Steps as a job that may what any of them needs. */
function aroundSteps(content: unknown): object {
  const permissions = { contents: 'read', 'id-token': 'write' };
  const job = { 'runs-on': 'ubuntu-latest', environment: 'byoasn', permissions, steps: content };
  return { jobs: { shown: job } };
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
    return { result: executed.result, log, writes: fakes.requestLog.writes.length };
  } finally {
    await fakes.close();
  }
}

test('the pages show whole workflows, jobs and steps', () => {
  expect([whole, jobs, steps].map(({ length }) => length > 0)).toEqual([true, true, true]);
});

describe.concurrent('what a page shows is executed:', () => {
  test.each(whole)('%s, a whole workflow, as the example that it is', (_, content) => {
    const known = examples.map((name) => {
      const repository = repositoryOf(name);
      return parse(repository.files[repository.workflow] ?? '');
    });
    expect(known).toContainEqual(content);
  });

  test.each(jobs)('%s, jobs on main', async (_, content) => {
    const { result, log, writes } = await run(Object(content));
    expect(result, log).toBe('success');
    expect(writes).toBe(3);
  });

  test.each(steps)('%s, steps', async (_, content) => {
    const { result, log } = await run(aroundSteps(content));
    expect(result, log).toBe('success');
  });
});
