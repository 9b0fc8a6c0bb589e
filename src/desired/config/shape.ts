import { type BaseIssue, safeParse } from 'valibot';
import type { Problem } from '../place.ts';
import { type Entry, entryAt, keyPath, plainValue, quoted } from './entry.ts';
import { fieldAt } from './fields.ts';
import { configSchema } from './schema.ts';

/**
 * What is wrong with the shape of the file: keys that are missing or not known, entries of the wrong
 * kind, empty lists. What a text or a number of the right kind says is not judged here.
 */
export function findShapeProblems(root: Entry): readonly Problem[] {
  const { issues = [] } = safeParse(configSchema, plainValue(root));
  const problems = issues
    .filter(({ kind, type }) => kind === 'schema' || type === 'min_length')
    .map((issue) => explainIssue(root, issue));
  // valibot takes a list for a mapping that lacks every key and has indexes for keys.
  return [...new Map(problems.map((problem) => [problem.path, problem])).values()];
}

function explainIssue(root: Entry, { type, path }: BaseIssue<unknown>): Problem {
  const keys = path?.map(({ key }) => key) ?? [];
  const around = keys.slice(0, -1);
  const parent = entryAt(root, around) ?? root;
  if (path?.at(-1)?.type === 'object' && parent.kind === 'list') return explainKind(parent, around);

  const entry = entryAt(root, keys);
  if (!entry) return explainMissing(parent, String(keys.at(-1)), keys);
  if (type === 'never') return explainUnknown(entry, fieldAt(around).keys);
  if (type === 'min_length') return explainEmpty(entry, keys);
  if (type === 'literal' && entry.kind === 'scalar' && entry.value !== null) {
    const text = `${quoted(entry.text)} is not a known version; known is 1`;
    return problemOf(entry, `${text}. Example: ${fieldAt(keys).example}`);
  }
  return explainKind(entry, keys);
}

function explainMissing(parent: Entry, key: string, keys: readonly unknown[]): Problem {
  const { example } = fieldAt(keys);
  if (key === 'targets') return noTargets(parent, example);
  const path = keyPath(parent.path, key);
  return { place: parent.place, path, text: `is missing. Example: ${example}` };
}

function explainEmpty(entry: Entry, keys: readonly unknown[]): Problem {
  const { example } = fieldAt(keys);
  if (keys.at(-1) === 'targets') return noTargets(entry, example);
  return problemOf(entry, `is empty; at least one association is needed. Example: ${example}`);
}

function noTargets({ place }: Entry, example: string): Problem {
  return { place, path: '', text: `has no targets; at least one is needed. Example: ${example}` };
}

function explainUnknown({ path, keyPlace }: Entry, known: readonly string[]): Problem {
  return { place: keyPlace, path, text: `is not a known key; known are ${known.join(', ')}` };
}

function explainKind(entry: Entry, keys: readonly unknown[]): Problem {
  const { must, example } = fieldAt(keys);
  return problemOf(entry, `is ${kindOf(entry)}, and must be ${must}. Example: ${example}`);
}

function kindOf(entry: Entry): string {
  if (entry.kind !== 'scalar') return entry.kind === 'list' ? 'a list' : 'a mapping';
  if (entry.value === null) return 'empty';
  if (typeof entry.value === 'boolean') return entry.text;
  return typeof entry.value === 'number' ? 'a number' : 'text';
}

function problemOf({ place, path }: Entry, text: string): Problem {
  return { place, path, text };
}
