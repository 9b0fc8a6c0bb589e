import { type BaseIssue, safeParse } from 'valibot';
import { explainLookAlike } from '../domain/look-alikes.ts';
import type { SpecialUse } from '../domain/parsed.ts';
import type { Target } from '../domain/target.ts';
import { defaultTargetName } from '../domain/target-name.ts';
import type { Problem } from '../lib/source-location.ts';
import { findConflicts } from './conflicts.ts';
import {
  compareLocations,
  type Entry,
  type Keys,
  locateEntry,
  locateKey,
  nearestEntry,
  pathText,
} from './entry.ts';
import { makeConfigSchema, textKeys } from './schema.ts';
import { readYaml } from './yaml.ts';

/** The targets of a file, or at least one reason to refuse it. */
type ParsedConfig =
  | { readonly targets: readonly Target[]; readonly problems?: never; readonly count?: never }
  | {
      readonly problems: readonly Problem[];
      /** The number of problems; `problems` has at most a hundred of them, and one more that counts the rest. */
      readonly count: number;
      readonly targets?: never;
    };

const maxProblems = 100;
const mergeKey = '<<';
const mergeProblem =
  'is a merge key, which YAML 1.2 does not have. Write the keys out, or use an alias (*name) for an entire entry';

/**
 * Parses a configuration file, YAML 1.2 or JSON, without throwing. All problems are reported together,
 * in the order of the file; those after the hundredth are only counted. `file` is the name in locations.
 */
export function parseConfig(text: string, file: string, policy: SpecialUse): ParsedConfig {
  const { root, problems } = readYaml(text, file, textKeys);
  if (!root) return refuse(problems);
  const { success, output, issues = [] } = safeParse(makeConfigSchema(policy), root.value);
  const found = [
    ...problems,
    ...issues.flatMap((issue) => explainIssue(root, issue)),
    ...findConflicts(root, policy),
  ];
  if (!success || found.length > 0) return refuse(found);
  const located = <T extends Noted>(items: readonly T[], ...keys: Keys) =>
    items.map((item, index) => ({
      ...item,
      note: item.note ?? '',
      location: nearestEntry(root, ['targets', ...keys, index]).location,
    }));
  const targets = output.targets.map(({ name, account, region, ...rest }, index) => ({
    name: name ?? defaultTargetName(account, region),
    accountId: account,
    region,
    ipamRegion: rest['ipam-region'] ?? output['ipam-region'] ?? undefined,
    associations: located(rest.associations ?? [], index, 'associations'),
    ...(rest.routes && { routes: located(rest.routes, index, 'routes') }),
  }));
  return { targets };
}

interface Noted {
  readonly note?: string | null | undefined;
}

function explainIssue(root: Entry, { type, path, message }: BaseIssue<unknown>): Problem[] {
  const keys = path?.map(({ key }) => key) ?? [];
  const last = path?.at(-1);
  // A merge key would have supplied the missing key: report the merge key only.
  if (last?.type === 'object' && last.origin === 'key' && mergeKey in last.input) return [];
  if (type !== 'never') return [{ ...locateEntry(root, keys), text: message }];
  const text = explainUnknownKey(String(last?.key), message);
  return [{ location: locateKey(root, keys), path: pathText(keys), text }];
}

function explainUnknownKey(key: string, known: string): string {
  if (key === mergeKey) return mergeProblem;
  const lookAlike = explainLookAlike(key);
  return `is not a known key${lookAlike === undefined ? '' : `: it ${lookAlike}`}; ${known}`;
}

function refuse(problems: readonly Problem[]): ParsedConfig {
  const sorted = problems.toSorted(compareLocations);
  const count = sorted.length;
  const [next] = sorted.slice(maxProblems);
  if (!next) return { problems: sorted, count };
  const rest = { location: next.location, path: '', text: `and ${count - maxProblems} more` };
  return { problems: [...sorted.slice(0, maxProblems), rest], count };
}
