import type { Mapping, Value } from './expression.ts';

/** A strategy's matrix as one mapping a job, in GitHub's order. Throws where there is no job. */
export function expandMatrix(matrix: Value): readonly Mapping[] {
  const { include = [], exclude, ...lists } = mappingOf(matrix);
  if (exclude !== undefined) throw new Error('the executor does not know exclude');
  const vectors = Object.entries(lists);
  const added = listOf(include).map(mappingOf);
  if (vectors.length > 0 && added.length > 0) {
    throw new Error('the executor does not know include next to lists');
  }
  const combined = vectors.reduce<readonly Mapping[]>(
    (jobs, [name, values]) =>
      jobs.flatMap((job) => listOf(values).map((value) => ({ ...job, [name]: value }))),
    [{}],
  );
  const jobs = vectors.length > 0 ? combined : added;
  if (jobs.length === 0) throw new Error('Matrix must define at least one vector');
  if (jobs.length > 256) throw new Error(`a matrix of ${jobs.length} jobs, GitHub takes 256`);
  return jobs;
}

function mappingOf(value: Value): Mapping {
  if (typeof value === 'object' && value !== null && !isList(value)) return value;
  throw new Error(`a matrix has no ${JSON.stringify(value)} here`);
}

function listOf(value: Value): readonly Value[] {
  if (isList(value)) return value;
  throw new Error(`a matrix has a list here, not ${JSON.stringify(value)}`);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
