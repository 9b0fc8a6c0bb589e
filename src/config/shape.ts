import { type BaseIssue, safeParse } from 'valibot';
import { explainLookAlike } from '../domain/look-alikes.ts';
import type { Problem } from '../domain/source-location.ts';
import { type Entry, entryAt, keyPath, plainValue, quoted } from './entry.ts';
import { fieldAt } from './fields.ts';
import { configSchema } from './schema.ts';

const mergeKey = '<<';
const mergeProblem =
  'is a merge key, which YAML 1.2 does not have and the action does not read. Write the keys out, or use an alias (*name) for a whole entry';

/**
 * What is wrong with the shape of the file: keys that are missing or not known, entries of the wrong
 * kind, empty lists. What a text or a number of the right kind says is not judged here.
 */
export function findShapeProblems(root: Entry): readonly Problem[] {
  const { issues = [] } = safeParse(configSchema, plainValue(root));
  const problems = issues
    .filter(({ kind, type }) => kind === 'schema' || type === 'min_length')
    .flatMap((issue) => explainIssue(root, issue) ?? []);
  // valibot takes a list for a mapping that lacks every key and has indexes for keys.
  return [...new Map(problems.map((problem) => [problem.path, problem])).values()];
}

/** Undefined for what another problem explains. */
function explainIssue(root: Entry, { type, path }: BaseIssue<unknown>): Problem | undefined {
  const keys = path?.map(({ key }) => key) ?? [];
  const around = keys.slice(0, -1);
  const parent = entryAt(root, around) ?? root;
  if (path?.at(-1)?.type === 'object' && parent.kind === 'list') return explainKind(parent, around);

  const entry = entryAt(root, keys);
  if (!entry) return explainMissing(parent, String(keys.at(-1)), keys);
  if (type === 'never') return explainUnknown(entry, String(keys.at(-1)), fieldAt(around).keys);
  if (type === 'min_length') return explainEmpty(entry, keys);
  if (type === 'picklist' && entry.kind === 'scalar' && entry.value !== null) {
    const problem = explainLookAlike(entry.text) ?? 'is not a known version; known is 1';
    const text = `${quoted(entry.text)} ${problem}`;
    return problemOf(entry, `${text}. Example: ${fieldAt(keys).example}`);
  }
  return explainKind(entry, keys);
}

function explainMissing(parent: Entry, key: string, keys: readonly unknown[]): Problem | undefined {
  // What a merge key would have brought is not missing: the merge key is what is wrong.
  if (parent.kind === 'map' && parent.entries.has(mergeKey)) return undefined;
  const { example } = fieldAt(keys);
  if (key === 'targets') return noTargets(parent, example);
  const path = keyPath(parent.path, key);
  return { location: parent.place, path, text: `is missing. Example: ${example}` };
}

function explainEmpty(entry: Entry, keys: readonly unknown[]): Problem {
  const { example } = fieldAt(keys);
  if (keys.at(-1) === 'targets') return noTargets(entry, example);
  return problemOf(entry, `is empty; at least one association is needed. Example: ${example}`);
}

function noTargets({ place }: Entry, example: string): Problem {
  return {
    location: place,
    path: '',
    text: `has no targets; at least one is needed. Example: ${example}`,
  };
}

function explainUnknown({ path, keyPlace }: Entry, key: string, known: readonly string[]): Problem {
  if (key === mergeKey) return { location: keyPlace, path, text: mergeProblem };
  const lookAlike = explainLookAlike(key);
  const why = lookAlike === undefined ? '' : `: it ${lookAlike}`;
  return {
    location: keyPlace,
    path,
    text: `is not a known key${why}; known are ${known.join(', ')}`,
  };
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
  return { location: place, path, text };
}
