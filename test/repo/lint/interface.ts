import { parse } from 'yaml';
import {
  jobsOf,
  stepsOf,
  wrongInputs,
  wrongMatrix,
  wrongNeeds,
  wrongOutputs,
} from '../docs/snippets.ts';
import type { Finding, WorkflowText } from './documents.ts';

/** Inputs and outputs that action.yml does not have, and outputs of jobs that do not exist. */
export function unknownNames(workflows: readonly WorkflowText[]): readonly Finding[] {
  return workflows.flatMap(({ name, text }) => {
    // Any other matrix is the workflow's own.
    const matrix = /fromJSON\(needs\.[\w-]+\.outputs\.matrix\)/.test(text);
    const unknown = [
      ...stepsOf(parse(text)).flatMap(wrongInputs),
      ...wrongOutputs(text),
      ...(Object.keys(jobsOf(text)).length > 0 ? wrongNeeds(text) : []),
      ...(matrix ? wrongMatrix(text) : []),
    ];
    return unknown.map((what) => `${name}: there is no ${what}`);
  });
}
