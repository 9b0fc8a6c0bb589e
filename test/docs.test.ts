import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fillParts, formatTable, staleDocs } from '../scripts/docs.ts';
import { openLedger } from '../src/ledger.ts';
import { formatOutputs } from '../src/report/outputs.ts';

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
  const links = [...prose(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
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
    }
  });
});

test('the README shows a plan and an apply job that use this action', () => {
  const workflow: { readonly jobs: Readonly<Record<string, unknown>> } = parse(
    blocks(read('README.md'), 'yaml')[0] ?? '',
  );
  expect(Object.entries(workflow.jobs).map(([name, job]) => [name, stepsOf(job).length])).toEqual([
    ['plan', 1],
    ['apply', 1],
  ]);
});

test('the result in docs/result.md has the keys that a run writes', () => {
  const shown: object = JSON.parse(blocks(read('docs/result.md'), 'json')[0] ?? '{}');
  const { result } = formatOutputs(openLedger().close('associated'));
  expect(Object.keys(shown)).toEqual(Object.keys(JSON.parse(result)));
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
