import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { blocks } from '../docs/snippets.ts';
import { currentTag } from '../release/current.ts';

/** A complete workflow, from the documentation or run by GitHub. */
export interface WorkflowText {
  /** The file, and for a snippet of a page which of its blocks. */
  readonly name: string;
  readonly text: string;
}

/** A finding of a checker in a workflow, with its location. */
export type Finding = string;

/** The job around steps of a page; its permissions are no advice. */
export const snippetName = 'snippet';

export const root = join(import.meta.dirname, '..', '..', '..');

/** The workflows of this repository. */
export function ownWorkflows(): readonly WorkflowText[] {
  return filesOf('.github/workflows/*.yml');
}

/** The workflows that users copy. */
export function exampleWorkflows(): readonly WorkflowText[] {
  return filesOf('examples/*.yml').filter(({ text }) => parse(text).jobs);
}

/** The workflows of the documentation, and its parts of workflows, completed. */
export function snippetWorkflows(): readonly WorkflowText[] {
  const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).sort();
  return pages.flatMap((page) =>
    blocks(readFileSync(join(root, page), 'utf8'), 'yaml', 'yml').flatMap((yaml, index) => {
      const text = asWorkflow(yaml);
      return text === undefined ? [] : [{ name: `${page}, YAML ${index + 1}`, text }];
    }),
  );
}

/**
 * A workflow, or a part of one, completed: jobs, one job, or steps. Undefined if the
 * YAML is not part of a workflow.
 */
export function asWorkflow(yaml: string): string | undefined {
  const content = parse(yaml);
  if (Array.isArray(content)) return aroundJobs(aroundSteps(afterAction(yaml), ''));
  if (!content || content.targets || content.AWSTemplateFormatVersion) return undefined;
  if (!content.jobs) return aroundJobs(aroundSteps('- run: echo', yaml));
  return content.on ? yaml : aroundJobs(indented(yaml.replace(/^[\s\S]*^jobs:\n/m, ''), -2));
}

/** Steps to be added to an example, after its step `byoasn` if they read from it. */
function afterAction(steps: string): string {
  if (!steps.includes('steps.byoasn.') || /\bid: byoasn$/m.test(steps)) return steps;
  return `- id: byoasn\n  uses: OWNER/associate-ipam-byoasn@${currentTag}\n${steps}`;
}

function aroundJobs(jobs: string): string {
  return [
    'name: Snippet',
    'on: [push, pull_request]',
    'permissions: {}',
    'concurrency:',
    '  group: snippet',
    '  cancel-in-progress: false',
    'jobs:',
    indented(jobs, 2),
  ].join('\n');
}

/** A job of steps, with the keys of the job that the part has. */
function aroundSteps(steps: string, ofJob: string): string {
  const given = ofJob === '' ? {} : parse(ofJob);
  const missing: Readonly<Record<string, readonly string[]>> = {
    name: ['name: Snippet'],
    'runs-on': ['runs-on: ubuntu-latest'],
    'timeout-minutes': ['timeout-minutes: 20'],
    permissions: [
      'permissions:',
      '  contents: read # for a checkout',
      '  id-token: write # for roles',
      '  pull-requests: write # for comments',
    ],
    steps: ['steps:', indented(steps, 2)],
  };
  const lines = Object.entries(missing).flatMap(([key, lines]) => (key in given ? [] : lines));
  return [`${snippetName}:`, indented([ofJob, ...lines].join('\n'), 2)].join('\n');
}

function indented(text: string, columns: number): string {
  return columns < 0
    ? text.replaceAll(new RegExp(`^ {${-columns}}`, 'gm'), '')
    : text.replaceAll(/^(?=.)/gm, ' '.repeat(columns));
}

function filesOf(pattern: string): readonly WorkflowText[] {
  const names = globSync(pattern, { cwd: root }).sort();
  return names.map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
}
