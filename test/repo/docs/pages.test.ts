import { globSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../../src/config/parse.ts';
import { anchors, brokenLinks, byHand, missingPaths, pages, prose, read, root } from './pages.ts';
import {
  blocks,
  jobsOf,
  stepsOf,
  wrongInputs,
  wrongMatrix,
  wrongNeeds,
  wrongOutputs,
} from './snippets.ts';

describe.each(pages)('%s', (page) => {
  test('links to files and headings that exist', () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  test('names files and folders that exist', () => {
    expect(missingPaths(page)).toEqual([]);
  });

  test('has only blocks that the tests of pages can read', () => {
    const known = ['bash', 'hcl', 'json', 'text', 'yaml', 'yml'];
    const fences = [...read(page).matchAll(/^ *(?:```|~~~).*$/gm)].map(([fence]) => fence.trim());
    const opening = fences.filter((_, index) => index % 2 === 0);
    expect(opening.filter((fence) => !known.includes(fence.replace('```', '')))).toEqual([]);
  });

  test('has only valid JSON', () => {
    for (const json of blocks(read(page), 'json')) expect(() => JSON.parse(json)).not.toThrow();
  });

  test('has YAML with only inputs and outputs of action.yml', () => {
    for (const yaml of blocks(read(page), 'yaml')) {
      expect(stepsOf(parse(yaml)).flatMap(wrongInputs)).toEqual([]);
      expect(wrongOutputs(yaml)).toEqual([]);
      expect(wrongNeeds(yaml)).toEqual([]);
      expect(wrongMatrix(yaml)).toEqual([]);
    }
  });

  test('has only configuration files that the action accepts', () => {
    const files = blocks(read(page), 'yaml').filter((yaml) => parse(yaml).targets);
    const problems = files.map(
      (text) => parseConfig(text, page, { specialUse: 'accept' }).problems,
    );
    expect(problems).toEqual(files.map(() => undefined));
  });
});

test('every page can be reached from README.md', () => {
  const reachable = new Set(['README.md']);
  for (const page of reachable) {
    const links = prose(read(page)).matchAll(/\]\(([\w./-]+\.md)(?:#[^)]*)?\)/g);
    for (const [, link = ''] of links) {
      const { pathname } = new URL(link, `file:///${page}`);
      reachable.add(pathname.slice(1));
    }
  }
  expect(pages.filter((page) => !reachable.has(page))).toEqual([]);
});

test('README.md names every file of examples/', () => {
  const files = globSync('examples/*', { cwd: root }).map((path) => basename(path));
  expect(files.filter((file) => !read('README.md').includes(`(examples/${file})`))).toEqual([]);
});

test.each(['src', 'test'])('docs/architecture.md lists every folder of %s', (parent) => {
  const entries = readdirSync(join(root, parent), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const [layout = ''] = blocks(read('docs/architecture.md'), 'text').filter((text) =>
    text.includes('src/\n'),
  );
  expect(folders.filter((name) => !layout.includes(`  ${name}/`))).toEqual([]);
});

test('a page is short: its handwritten part has fewer than 250 lines', () => {
  const long = pages.filter((page) => byHand(read(page)).split('\n').length > 250);
  expect(long).toEqual([]);
});

test('there are at most 16 pages except the changelog, with fewer than 20,000 words', () => {
  const counted = pages.filter((page) => page !== 'CHANGELOG.md');
  const words = counted.flatMap((page) => read(page).split(/\s+/).filter(Boolean));
  expect(counted.length).toBeLessThanOrEqual(16);
  expect(words.length).toBeLessThan(20_000);
});

test('anchors of headings are as on GitHub: without punctuation, a hyphen for each space, numbered', () => {
  const page = '# `a ... b`\n\n## A, b: c\n\n```text\n# no heading\n```\n\n## A b c\n\n## A b c\n';
  expect([...anchors(page)]).toEqual(['a--b', 'a-b-c', 'a-b-c-1', 'a-b-c-2']);
});

test('a page can set its own anchor', () => {
  expect([...anchors('| <a id="a-b"></a>`a-b` |')]).toEqual(['a-b']);
});

describe('the jobs written out in docs/approvals.md', () => {
  const [yaml = ''] = blocks(read('docs/approvals.md'), 'yaml').filter(
    (text) => 'jobs' in parse(text),
  );

  test('plan and apply with this action', () => {
    const steps = Object.entries(jobsOf(yaml)).map(([name, job]) => [name, stepsOf(job)] as const);
    expect(steps.map(([name, { length }]) => [name, length])).toEqual([
      ['plan', 1],
      ['apply', 1],
    ]);
    expect(steps.map(([, [step]]) => step?.with?.['dry-run'])).toEqual([true, undefined]);
  });

  test('apply the approved plan', () => {
    const [step] = stepsOf(jobsOf(yaml).apply);
    expect(step?.with?.['expected-plan']).toContain("{{ matrix['plan-digest'] }}");
  });
});
