import { isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { currentTag } from '../release/current.ts';
import type { Finding, WorkflowText } from './documents.ts';

const ownPaths = [
  '',
  '/route',
  '/.github/workflows/byoasn.yml',
  '/.github/workflows/byoasn-routes.yml',
];
const ownActions = ownPaths.map((path) => `OWNER/associate-ipam-byoasn${path}@${currentTag}`);
const ofThisRepository = /^(\$\/.+|\.\/)$/;
const pinned = /^([\w.-]+\/[\w.-]+)(?:\/[\w./-]+)?@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$/;

/**
 * What is used and not pinned: actions of others want a full commit with its version behind it, the same
 * one everywhere; this one is named by its current release.
 */
export function unpinned(workflows: readonly WorkflowText[]): readonly Finding[] {
  const seen = new Map<string, string>();
  return workflows.flatMap(({ name, text }) =>
    usesOf(text).flatMap(({ line, uses }) => {
      const [reference = ''] = uses.split(' ');
      if (ownActions.includes(uses) || ofThisRepository.test(reference)) return [];
      const [, action, commit, version] = pinned.exec(uses) ?? [];
      if (!action) return [`${name}:${line}: ${uses} is not pinned to a commit with its version`];
      const pin = `${commit} # ${version}`;
      const other = seen.get(action) ?? pin;
      seen.set(action, other);
      return other === pin ? [] : [`${name}:${line}: ${uses} is ${other} elsewhere`];
    }),
  );
}

/** What steps and jobs use, with the comment behind it. */
function usesOf(text: string): readonly { readonly line: number; readonly uses: string }[] {
  const lines = new LineCounter();
  const found: { line: number; uses: string }[] = [];
  visit(parseDocument(text, { lineCounter: lines }), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'uses' || !isScalar(value)) return;
      const { line } = lines.linePos(value.range?.[0] ?? 0);
      found.push({ line, uses: `${value.value}${value.comment ? ` #${value.comment}` : ''}` });
    },
  });
  return found;
}
