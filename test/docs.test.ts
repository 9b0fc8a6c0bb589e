import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatTable } from '../scripts/docs/table.ts';
import { fillParts, staleDocs } from '../scripts/docs.ts';
import { parseConfig } from '../src/desired/config/config.ts';
import { openLedger } from '../src/ledger.ts';
import { formatOutputs } from '../src/report/outputs.ts';
import { smallPlan } from './report/scenes.ts';

const root = join(import.meta.dirname, '..');
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).sort();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const action: {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
} = parse(read('action.yml'));

interface Step {
  readonly id?: string;
  readonly uses: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly outputs?: Readonly<Record<string, string>>;
}

/** The contents of the fenced blocks of a language. */
function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text = '']) => text);
}

/** Markdown without its fenced blocks, whose lines are neither headings nor links. */
function prose(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, '');
}

/** The anchors that GitHub gives the headings of a page. */
function anchors(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  const slugs = [...prose(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set(slugs);
}

function brokenLinks(page: string): string[] {
  const text = prose(read(page));
  const links = [...text.matchAll(/\]\(([^)\s]+)\)|\bsrc(?:set)?="([^"]+)"/g)].map(
    ([, link, image = '']) => link ?? image,
  );
  return links.filter((link) => {
    if (/^https:\/\//.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), path));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchors(read(target)).has(anchor);
  });
}

/** Paths in code spans that start in a folder of this repository and lead nowhere. */
function missingPaths(page: string): string[] {
  const spans = [...prose(read(page)).matchAll(/`((?:src|scripts|test|docs|\.ci)\/[\w./-]*)`/g)];
  return spans.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)));
}

function stepsOf(node: unknown): Step[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = isStep(node) && node.uses.includes('/associate-ipam-byoasn@') ? [node] : [];
  return [...own, ...Object.values(node).flatMap(stepsOf)];
}

function isStep(node: object): node is Step {
  return 'uses' in node && typeof node.uses === 'string';
}

/** Inputs of a step that action.yml does not have, or requires and the step does not give. */
function wrongInputs({ with: given = {} }: Step): string[] {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(action.inputs, name));
  const required = Object.keys(action.inputs).filter((name) => action.inputs[name]?.required);
  return [...unknown, ...required.filter((name) => !Object.hasOwn(given, name))];
}

/** Expressions of outputs that no step of this action in the same text sets. */
function wrongOutputs(yaml: string): string[] {
  const ids = new Set(stepsOf(parse(yaml)).map(({ id }) => id));
  return [...yaml.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
    .filter(([, id, output = '']) => !ids.has(id) || !Object.hasOwn(action.outputs, output))
    .map(([expression]) => expression);
}

/** The jobs of a workflow, by name; none where the YAML is no workflow. */
function jobsOf(yaml: string): Readonly<Record<string, Job>> {
  return parse(yaml)?.jobs ?? {};
}

/** Expressions of outputs that the job named does not have, or that the job using it does not need. */
function wrongNeeds(yaml: string): string[] {
  const jobs = jobsOf(yaml);
  return Object.values(jobs).flatMap((job) =>
    [...JSON.stringify(job).matchAll(/needs\.([\w-]+)\.outputs\.([\w-]+)/g)]
      .filter(([, name = '', output = '']) => {
        const needed = [job.needs ?? []].flat().includes(name);
        return !needed || !Object.hasOwn(jobs[name]?.outputs ?? {}, output);
      })
      .map(([expression]) => expression),
  );
}

/** Names in expressions of the `matrix` context that no entry of the output `matrix` has. */
function wrongMatrix(yaml: string): string[] {
  const { include } = JSON.parse(formatOutputs(smallPlan()).matrix);
  return [...yaml.matchAll(/\bmatrix(?:\.([\w-]+)|\['([^']+)'\])/g)]
    .filter(([, plain, quoted = '']) => !Object.hasOwn(include[0], plain ?? quoted))
    .map(([expression]) => expression);
}

/** Keys at every depth; of a list, those of its first item. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(keysOf);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]));
}

function shownJson(page: string): unknown[] {
  return blocks(read(page), 'json').map((json) => JSON.parse(json));
}

test('what is generated in the documentation is fresh', () => {
  expect(staleDocs()).toEqual([]);
});

describe.each(pages)('%s', (page) => {
  test('links to files and headings that exist', () => {
    expect(brokenLinks(page)).toEqual([]);
  });

  test('names files and folders that exist', () => {
    expect(missingPaths(page)).toEqual([]);
  });

  test('holds JSON that parses', () => {
    for (const json of blocks(read(page), 'json')) expect(() => JSON.parse(json)).not.toThrow();
  });

  test('holds YAML with inputs and outputs that action.yml has', () => {
    for (const yaml of blocks(read(page), 'yaml')) {
      expect(stepsOf(parse(yaml)).flatMap(wrongInputs)).toEqual([]);
      expect(wrongOutputs(yaml)).toEqual([]);
      expect(wrongNeeds(yaml)).toEqual([]);
      expect(wrongMatrix(yaml)).toEqual([]);
    }
  });

  test('holds configuration files that the action accepts', () => {
    const files = blocks(read(page), 'yaml').filter((yaml) => parse(yaml).targets);
    const problems = files.map(
      (text) => parseConfig(text, page, { specialUse: 'accept' }).problems,
    );
    expect(problems).toEqual(files.map(() => undefined));
  });
});

describe('a workflow that is shown', () => {
  const workflows = ['README.md', 'docs/fleets.md'].flatMap((page) =>
    blocks(read(page), 'yaml').filter((yaml) => Object.keys(jobsOf(yaml)).length > 0),
  );

  test('stands there for one association, for many, and for a job for each target', () => {
    expect(workflows).toHaveLength(3);
  });

  test.each(workflows.map((yaml) => [yaml]))('plans and applies by this action', (yaml) => {
    const steps = Object.entries(jobsOf(yaml)).map(([name, job]) => [name, stepsOf(job)] as const);
    expect(steps.map(([name, { length }]) => [name, length])).toEqual([
      ['plan', 1],
      ['apply', 1],
    ]);
    expect(steps.map(([, [step]]) => step?.with?.['dry-run'])).toEqual([true, undefined]);
  });

  test.each(workflows.slice(1).map((yaml) => [yaml]))('applies what was approved', (yaml) => {
    const { apply } = jobsOf(yaml);
    const [step] = stepsOf(apply);
    expect(step?.with?.['expected-plan']).toMatch(/^\$\{\{ (needs\.plan|matrix\b).*plan-digest/);
  });
});

describe('docs/result.md', () => {
  const [result, plan, counts, matrix] = shownJson('docs/result.md');

  test('shows a result with the keys that a run writes', () => {
    const { result: text } = formatOutputs(openLedger().close('associated'));
    expect(Object.keys(result ?? {})).toEqual(Object.keys(JSON.parse(text)));
    const { pairs } = JSON.parse(formatOutputs(smallPlan()).result);
    expect(keysOf(result)).toMatchObject({ pairs: keysOf(pairs) });
  });

  test('shows plan, counts and matrix with the keys that a run writes', () => {
    const real = formatOutputs(smallPlan());
    const texts = [real.plan, real.counts, real.matrix];
    expect([plan, counts, matrix].map(keysOf)).toEqual(
      texts.map((text) => keysOf(JSON.parse(text))),
    );
  });
});

describe('a generated part', () => {
  test('replaces what stands between its markers, and nothing else', () => {
    const page = 'a\n<!-- generated: x -->\nold\n<!-- /generated -->\nb\n';
    expect(fillParts(page, { x: 'new' })).toBe(
      'a\n<!-- generated: x -->\n\nnew\n\n<!-- /generated -->\nb\n',
    );
  });

  test('must have a place, and a place must have a part', () => {
    expect(() => fillParts('', { x: 'new' })).toThrow('no marker for: x');
    const page = '<!-- generated: y -->\n<!-- /generated -->\n';
    expect(() => fillParts(page, {})).toThrow('the marker y');
  });

  test('cannot break its table', () => {
    expect(formatTable(['h'], [['a | b\nc']])).toBe('| h |\n| --- |\n| a \\| b c |');
  });
});
