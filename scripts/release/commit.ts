import { spawnSync } from 'node:child_process';
import { type Finding, toDo, wrong } from './finding.ts';

/** The full hash of the commit that is checked out in `root`. */
export function headCommit(root: string): string {
  const head = git(root, ['rev-parse', '--verify', 'HEAD']);
  if (head === undefined) throw new Error(`${root} is no checkout of a commit.`);
  return head;
}

/** Why the checkout is not the unchanged commit of `tag` on `main`. */
export function checkCommit(root: string, tag: string): readonly Finding[] {
  const head = headCommit(root);
  return [...checkTree(root), ...checkTag(root, tag, head), ...checkBranch(root)];
}

function checkTree(root: string): readonly Finding[] {
  const changed = (git(root, ['status', '--porcelain']) ?? '').split('\n').filter(Boolean);
  if (changed.length === 0) return [];
  const listed = changed.slice(0, 5).map((line) => line.trim().split(/\s+/).slice(1).join(' '));
  const more = changed.length > listed.length ? ' and more' : '';
  return [toDo(`The files differ from the commit: ${listed.join(', ')}${more}. Commit them.`)];
}

function checkTag(root: string, tag: string, head: string): readonly Finding[] {
  const tagged = git(root, ['rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`]);
  if (tagged === undefined) {
    return [
      toDo(`There is no tag ${tag}. Create it last: git tag ${tag} && git push origin ${tag}`),
    ];
  }
  if (tagged === head) return [];
  return [wrong(`${tag} is the tag of ${tagged}, but ${head} is checked out.`)];
}

function checkBranch(root: string): readonly Finding[] {
  const main = git(root, ['rev-parse', '--verify', '--quiet', 'refs/remotes/origin/main']);
  if (main === undefined) {
    return [toDo('It is unknown whether the commit is on main: there is no origin/main here.')];
  }
  if (git(root, ['merge-base', '--is-ancestor', 'HEAD', main]) !== undefined) return [];
  return [toDo('The commit is not on origin/main. Merge it first.')];
}

/** The output of git; undefined if it fails. */
function git(root: string, args: readonly string[]): string | undefined {
  const { status, stdout, error } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  return status === 0 ? stdout.trimEnd() : undefined;
}
