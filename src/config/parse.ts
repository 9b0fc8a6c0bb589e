import type { SpecialUse } from '../domain/parsed.ts';
import type { Problem } from '../domain/source-location.ts';
import type { Target } from '../domain/target.ts';
import { defaultTargetName } from '../domain/target-name.ts';
import { findConflicts } from './conflicts.ts';
import { findShapeProblems } from './shape.ts';
import { readTargets, type Stated, type StatedTarget } from './stated.ts';
import { readYaml } from './yaml-document.ts';

/** What a file desires, or every reason why it is refused; there is always one then. */
export type ParsedConfig =
  | { readonly targets: readonly Target[]; readonly problems?: never; readonly count?: never }
  | {
      readonly problems: readonly Problem[];
      /** How many there are; past a hundred, `problems` has fewer. */
      readonly count: number;
      readonly targets?: never;
    };

interface SoundTarget extends StatedTarget {
  readonly account: Stated<string>;
  readonly region: Stated<string>;
}

const mostProblems = 100;

/**
 * Reads the text of a configuration file, YAML 1.2 or JSON, without throwing. Problems are all told
 * at once, in the order of their places; past a hundred the rest is counted. `file` is the name that
 * places have.
 */
export function parseConfig(text: string, file: string, policy: SpecialUse): ParsedConfig {
  const { root, problems } = readYaml(text, file);
  if (!root) return { problems: inOrder(problems), count: problems.length };
  const shape = findShapeProblems(root);
  const misshapen = new Set(shape.map(({ path }) => path));
  const read = readTargets(root, misshapen, policy);
  const found = [...problems, ...shape, ...read.problems, ...findConflicts(read.targets)];
  if (found.length > 0 || !read.targets.every(isSound)) {
    return { problems: inOrder(found), count: found.length };
  }
  return { targets: read.targets.map(targetOf) };
}

function isSound(target: StatedTarget): target is SoundTarget {
  return target.account !== undefined && target.region !== undefined;
}

function targetOf({ name, account, region, associations }: SoundTarget): Target {
  return {
    name: name?.value ?? defaultTargetName(account.value, region.value),
    accountId: account.value,
    region: region.value,
    associations: associations.map(({ asn, cidr, note, entry }) => ({
      asn: asn.value,
      cidr: cidr.value,
      note,
      location: entry.place,
    })),
  };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted(
    ({ location: one }, { location: other }) => one.line - other.line || one.column - other.column,
  );
  const [next, ...more] = sorted.slice(mostProblems);
  if (!next) return sorted;
  const text = `and ${more.length + 1} more`;
  return [...sorted.slice(0, mostProblems), { location: next.location, path: '', text }];
}
