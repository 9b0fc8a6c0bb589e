import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Gh } from '../../../scripts/release/gh.ts';
import { commandsOf, type Order, publish } from '../../../scripts/release/publish.ts';
import { parseTag } from '../../../scripts/release/version.ts';
import { createFakeGh } from './fake-gh.ts';
import { createFakeGitHub, type FakeGitHub, repository, type Setup } from './github.ts';

const commit = 'a'.repeat(40);
const older = 'b'.repeat(40);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'byoasn-publish-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'checksums.txt'), `${'0'.repeat(64)}  action.yml\n`);
  writeFileSync(join(folder, 'sbom.cdx.json'), '{}\n');
  writeFileSync(join(folder, 'notes.md'), '### Added\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function order(tag: string): Order {
  const version = parseTag(tag);
  if (version === undefined) throw new Error(tag);
  return { repository, tag, version, commit, folder };
}

/** Publishes to a fake GitHub; returns it, the log, and the message of the error. */
function attempt(tag: string, setup: Setup) {
  const github = createFakeGitHub(setup);
  return { github, ...attemptAgain(tag, github) };
}

function attemptAgain(tag: string, github: FakeGitHub) {
  const log: string[] = [];
  try {
    publish(order(tag), createFakeGh(github), (line) => log.push(line));
    return { log, error: '' };
  } catch (error) {
    return { log, error: error instanceof Error ? error.message : String(error) };
  }
}

const release = (github: FakeGitHub, tag: string) =>
  github.releases().find((candidate) => candidate.tag === tag);

describe('a release is published', () => {
  test('the first of a major version, with all assets and a new floating tag', () => {
    const { github, error } = attempt('v1.0.0', { tags: { 'v1.0.0': commit } });
    expect(error).toBe('');
    expect(release(github, 'v1.0.0')).toMatchObject({
      draft: false,
      immutable: true,
      latest: 'true',
      notes: '### Added\n',
      assets: [{ name: 'checksums.txt' }, { name: 'sbom.cdx.json' }],
    });
    expect(github.tags.get('v1')).toBe(commit);
  });

  test('a later one, which moves the floating tag', () => {
    const tags = { 'v1.0.0': older, v1: older, 'v1.1.0': commit };
    const { github, error } = attempt('v1.1.0', {
      tags,
      releases: [{ tag: 'v1.0.0', draft: false }],
    });
    expect(error).toBe('');
    expect(github.tags.get('v1')).toBe(commit);
  });

  test('a fix of an older version, not as the latest, without moving the floating tag', () => {
    const tags = { 'v1.1.0': older, v1: older, 'v1.0.1': commit };
    const { github, error, log } = attempt('v1.0.1', {
      tags,
      releases: [{ tag: 'v1.1.0', draft: false }],
    });
    expect(error).toBe('');
    expect(release(github, 'v1.0.1')).toMatchObject({ draft: false, latest: 'false' });
    expect(github.tags.get('v1')).toBe(older);
    expect(log).toContain('floating tag: v1 stays at a newer version');
  });

  test('a fix of an older major version, which moves the tag of that version', () => {
    const tags = { 'v2.0.0': older, v2: older, v1: older, 'v1.0.1': commit };
    const { github } = attempt('v1.0.1', { tags, releases: [{ tag: 'v2.0.0', draft: false }] });
    expect(release(github, 'v1.0.1')).toMatchObject({ draft: false, latest: 'false' });
    expect([github.tags.get('v1'), github.tags.get('v2')]).toEqual([commit, older]);
  });

  test('from the draft of an earlier attempt', () => {
    const { github, error } = attempt('v1.0.0', {
      tags: { 'v1.0.0': commit },
      releases: [{ tag: 'v1.0.0', draft: true }],
    });
    expect(error).toBe('');
    expect(github.releases()).toHaveLength(1);
    expect(release(github, 'v1.0.0')?.assets).toHaveLength(2);
    expect(github.tags.get('v1')).toBe(commit);
  });

  test('from the draft and assets of an earlier attempt', () => {
    const github = createFakeGitHub({ tags: { 'v1.0.0': commit } });
    const gh = createFakeGh(github);
    const failing: Gh = (args, input) => {
      if (args[1] === 'edit') throw new Error('HTTP 502');
      return gh(args, input);
    };
    expect(() => publish(order('v1.0.0'), failing, () => {})).toThrow('HTTP 502');
    expect(release(github, 'v1.0.0')).toMatchObject({ draft: true, assets: [{}, {}] });
    expect(github.tags.has('v1')).toBe(false);
    expect(attemptAgain('v1.0.0', github).error).toBe('');
    expect(release(github, 'v1.0.0')).toMatchObject({ draft: false, immutable: true });
    expect(github.tags.get('v1')).toBe(commit);
  });

  test('and moves the floating tag despite the draft of a newer version', () => {
    const tags = { 'v1.0.0': older, v1: older, 'v1.0.1': commit };
    const { github, error } = attempt('v1.0.1', {
      tags,
      releases: [{ tag: 'v1.1.0', draft: true }],
    });
    expect(error).toBe('');
    expect(release(github, 'v1.0.1')).toMatchObject({ draft: false, latest: 'true' });
    expect(github.tags.get('v1')).toBe(commit);
  });

  test('with regard to a newer version on a later page', () => {
    const many = Array.from({ length: 100 }, (_, patch) => ({
      tag: `v0.1.${patch}`,
      draft: false,
    }));
    const { github } = attempt('v1.0.1', {
      tags: { v1: older, 'v1.0.1': commit },
      releases: [...many, { tag: 'v1.1.0', draft: false }],
    });
    expect(release(github, 'v1.0.1')).toMatchObject({ draft: false, latest: 'false' });
    expect(github.tags.get('v1')).toBe(older);
  });

  test('a second time without any change', () => {
    const { github } = attempt('v1.0.0', { tags: { 'v1.0.0': commit } });
    const before = JSON.stringify(github.releases());
    expect(attemptAgain('v1.0.0', github).error).toBe('');
    expect(JSON.stringify(github.releases())).toBe(before);
  });
});

describe('the floating tag is not moved', () => {
  test('if the tag was moved after the build, and no draft is created', () => {
    const { github, error } = attempt('v1.0.0', { tags: { 'v1.0.0': older, v1: older } });
    expect(error).toContain(`v1.0.0 names ${older} on GitHub, but ${commit} was built`);
    expect(github.releases()).toEqual([]);
    expect(github.tags.get('v1')).toBe(older);
  });

  test('if the assets on GitHub are not the prepared ones, and the draft stays a draft', () => {
    const { github, error } = attempt('v1.0.0', {
      tags: { 'v1.0.0': commit },
      corruptsAssets: true,
    });
    expect(error).toContain('The assets are not those that were prepared');
    expect(release(github, 'v1.0.0')).toMatchObject({ draft: true });
    expect(github.tags.has('v1')).toBe(false);
  });

  test('if another release with that tag was published by hand', () => {
    const { github, error } = attempt('v1.0.0', {
      tags: { 'v1.0.0': commit },
      releases: [{ tag: 'v1.0.0', draft: false }],
    });
    expect(error).toContain('The assets are not those that were prepared: none');
    expect(github.tags.has('v1')).toBe(false);
  });

  test('if immutable releases are switched off', () => {
    const { github, error } = attempt('v1.0.0', {
      tags: { 'v1.0.0': commit, v1: older },
      immutableReleases: false,
    });
    expect(error).toContain('it is not immutable, and v1 stays where it is');
    expect(github.tags.get('v1')).toBe(older);
  });

  test('if it has its own release', () => {
    const { github, error } = attempt('v1.0.0', {
      tags: { 'v1.0.0': commit, v1: older },
      releases: [{ tag: 'v1', draft: false }],
    });
    expect(error).toContain('There is a release of v1');
    expect(release(github, 'v1.0.0')).toBeUndefined();
  });

  test('if there are two drafts', () => {
    const draft = { tag: 'v1.0.0', draft: true };
    const { error } = attempt('v1.0.0', { tags: { 'v1.0.0': commit }, releases: [draft, draft] });
    expect(error).toContain('There is more than one release of v1.0.0');
  });

  test('if GitHub refuses, and the log has the command for a maintainer', () => {
    const { github, error } = attempt('v1.0.0', {
      tags: { 'v1.0.0': commit, v1: older },
      refusesTags: true,
    });
    expect(release(github, 'v1.0.0')).toMatchObject({ draft: false, immutable: true });
    expect(error).toContain(`git push --force origin ${commit}:refs/tags/v1`);
  });
});

test('a dry run shows the commands of a first attempt', () => {
  const [create, edit, move, ...more] = commandsOf(order('v1.2.3'));
  expect(create).toContain(`gh release create v1.2.3 --repo ${repository} --verify-tag --draft`);
  expect(edit).toContain(`gh release edit v1.2.3 --repo ${repository} --draft=false`);
  expect(move).toContain(`repos/${repository}/git/refs/tags/v1 -f sha=${commit} -F force=true`);
  expect(more).toEqual([]);
});
