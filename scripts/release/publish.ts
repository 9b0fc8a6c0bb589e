import { join } from 'node:path';
import type { Gh } from './gh.ts';
import { assets, notesFile, sha256 } from './shipped.ts';
import { floatingTag, isNewest, parseTag, type Version } from './version.ts';

/** The release to publish. */
export interface Order {
  /** OWNER/NAME. */
  readonly repository: string;
  readonly tag: string;
  readonly version: Version;
  /** The commit that was checked and built, in full. */
  readonly commit: string;
  /** The folder of the release, with its assets and notes. */
  readonly folder: string;
}

/** A release of GitHub's REST API, with the fields that are used here. */
interface Release {
  readonly id: number;
  readonly tag_name: string;
  readonly draft: boolean;
  readonly immutable?: boolean;
  readonly assets: readonly { readonly name: string; readonly digest?: string | null }[];
}

interface Reference {
  readonly ref: string;
}

/**
 * Publishes an immutable release and moves the floating tag of its major version to it. It can run again
 * after any failure: it continues with the draft that it finds, and never changes a published release.
 * Throws before it moves the floating tag if anything differs from the order.
 */
export function publish(order: Order, gh: Gh, log: (line: string) => void): void {
  const before = listReleases(order, gh);
  refuseFloatingRelease(order, before);
  refuseMovedTag(order, gh);
  const own = findRelease(order, before);
  if (own === undefined) gh(draftCommand(order));
  else if (own.draft) gh(uploadCommand(order));
  const release = findRelease(order, listReleases(order, gh));
  if (release === undefined) throw new Error(`GitHub does not list the draft of ${order.tag}.`);
  checkAssets(order, release);
  log(`assets: those of ${order.folder}`);
  const others = publishedVersions(before);
  if (release.draft) gh(publishCommand(order, others));
  checkImmutable(order, gh, release.id);
  log(`release: ${order.tag} is published and immutable`);
  log(`floating tag: ${moveFloatingTag(order, gh, others)}`);
}

/** The commands of a first attempt, as text. */
export function commandsOf(order: Order): readonly string[] {
  const commands = [draftCommand(order), publishCommand(order, []), moveCommand(order, true)];
  return commands.map((args) => ['gh', ...args].join(' '));
}

function draftCommand({ repository, tag, folder }: Order): readonly string[] {
  const options = ['--repo', repository, '--verify-tag', '--draft', '--title', tag];
  return [
    ...['release', 'create', tag, ...options],
    ...['--notes-file', join(folder, notesFile), ...assetPaths(folder)],
  ];
}

function uploadCommand({ repository, tag, folder }: Order): readonly string[] {
  return ['release', 'upload', tag, '--repo', repository, '--clobber', ...assetPaths(folder)];
}

/** The highest version is marked as the latest, not the most recent release. */
function publishCommand(order: Order, others: readonly Version[]): readonly string[] {
  const { repository, tag, version, folder } = order;
  return [
    ...['release', 'edit', tag, '--repo', repository, '--draft=false'],
    ...[`--latest=${isNewest(version, others)}`, '--notes-file', join(folder, notesFile)],
  ];
}

function moveCommand({ repository, version, commit }: Order, exists: boolean): readonly string[] {
  const ref = `refs/tags/${floatingTag(version)}`;
  const [method, path, ...field] = exists
    ? ['PATCH', ref, '-F', 'force=true']
    : ['POST', 'refs', '-f', `ref=${ref}`];
  const url = `repos/${repository}/git/${path}`;
  return ['api', '--silent', '--method', method ?? '', url, '-f', `sha=${commit}`, ...field];
}

function assetPaths(folder: string): readonly string[] {
  return Object.values(assets).map((name) => join(folder, name));
}

/** Drafts included, which only a token that may write sees. */
function listReleases({ repository }: Order, gh: Gh): readonly Release[] {
  const path = `repos/${repository}/releases?per_page=100`;
  const pages: readonly (readonly Release[])[] = JSON.parse(
    gh(['api', '--paginate', '--slurp', path]),
  );
  return pages.flat();
}

function findRelease({ tag }: Order, releases: readonly Release[]): Release | undefined {
  const [release, ...more] = releases.filter(({ tag_name }) => tag_name === tag);
  if (more.length === 0) return release;
  throw new Error(`There is more than one release of ${tag}. Delete the drafts, and run it again.`);
}

function publishedVersions(releases: readonly Release[]): readonly Version[] {
  return releases.filter(({ draft }) => !draft).flatMap(({ tag_name }) => parseTag(tag_name) ?? []);
}

/** A release would make the floating tag immutable permanently. */
function refuseFloatingRelease({ version }: Order, releases: readonly Release[]): void {
  const floating = floatingTag(version);
  if (!releases.some(({ tag_name }) => tag_name === floating)) return;
  throw new Error(`There is a release of ${floating}. Delete it: that tag has to move.`);
}

/** Someone may have moved the tag since the build. */
function refuseMovedTag({ repository, tag, commit }: Order, gh: Gh): void {
  const { sha } = JSON.parse(gh(['api', `repos/${repository}/commits/tags/${tag}`]));
  if (sha === commit) return;
  throw new Error(`${tag} names ${sha} on GitHub, but ${commit} was built. Nothing is published.`);
}

function checkAssets(order: Order, release: Release): void {
  const wanted = Object.values(assets).map(
    (name) => `${name} sha256:${sha256(join(order.folder, name))}`,
  );
  const found = release.assets.map(({ name, digest }) => `${name} ${digest}`);
  if (wanted.sort().join('\n') === found.sort().join('\n')) return;
  const what = release.draft ? 'draft. Delete it, and run it again' : 'published release';
  throw new Error(
    `The assets are not those that were prepared: ${found.join(', ') || 'none'}, on the ${what}.`,
  );
}

function checkImmutable({ repository, tag, version }: Order, gh: Gh, id: number): void {
  const release: Release = JSON.parse(gh(['api', `repos/${repository}/releases/${id}`]));
  if (!release.draft && release.immutable === true) return;
  throw new Error(
    `${tag} is published, but it is not immutable, and ${floatingTag(version)} stays where it is. ` +
      'Switch on immutable releases in the settings of the repository, delete the release but not ' +
      'its tag, and run this again.',
  );
}

/** A fix of an older minor version does not take the tag back from a newer one. */
function moveFloatingTag(order: Order, gh: Gh, others: readonly Version[]): string {
  const { repository, version, commit } = order;
  const floating = floatingTag(version);
  const same = others.filter(({ major }) => major === version.major);
  if (!isNewest(version, same)) return `${floating} stays at a newer version`;
  const path = `repos/${repository}/git/matching-refs/tags/${floating}`;
  const references: readonly Reference[] = JSON.parse(gh(['api', path]));
  const exists = references.some(({ ref }) => ref === `refs/tags/${floating}`);
  try {
    gh(moveCommand(order, exists));
  } catch (error) {
    // GitHub refuses its own token where the workflows of the two commits differ.
    throw new Error(
      `The release is published, but ${floating} could not be moved. A maintainer moves it: ` +
        `git push --force origin ${commit}:refs/tags/${floating}`,
      { cause: error },
    );
  }
  return `${floating} is ${commit}`;
}
