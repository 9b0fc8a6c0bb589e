import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkVersions, findEntry } from '../../../scripts/release/agreement.ts';
import { obstacle, toDo, wrong } from '../../../scripts/release/finding.ts';
import { bundledPackages, checkSbom, makeSbom } from '../../../scripts/release/sbom.ts';
import { isNewest, parseTag, type Version } from '../../../scripts/release/version.ts';

const changelog = `# Changelog

## [1.2.3] - 2026-11-23

### Fixed

- This.

## [1.2.2] - 2026-10-01

- That.
`;

const versions = {
  package: '{"version":"1.2.3"}',
  lock: '{"version":"1.2.3","packages":{"":{"version":"1.2.3"}}}',
  changelog,
};

const findings = (change: Partial<typeof versions>) =>
  checkVersions('1.2.3', { ...versions, ...change }).map(({ kind, text }) => `${kind}: ${text}`);

describe('the version', () => {
  test('is the same in package.json, its lock file and the changelog', () => {
    expect(findings({})).toEqual([]);
  });

  test.each<[string, Partial<typeof versions>, string]>([
    [
      'package.json has another version',
      { package: '{"version":"1.2.2"}' },
      'wrong: package.json says 1.2.2',
    ],
    [
      'the lock file has another version',
      { lock: versions.lock.replace('1.2.3', '1.2.2') },
      'wrong: package-lock.json says 1.2.2',
    ],
    [
      'the lock file has none',
      { lock: '{"version":"1.2.3"}' },
      'wrong: package-lock.json, packages[""] says undefined',
    ],
    [
      'the changelog has no entry',
      { changelog: '# Changelog\n' },
      'wrong: CHANGELOG.md has no entry',
    ],
    [
      'its entry has no date',
      { changelog: changelog.replace(' - 2026-11-23', '') },
      'wrong: CHANGELOG.md has no entry',
    ],
    [
      'its entry is for another version',
      { changelog: changelog.replace('1.2.3', '1.2.30') },
      'wrong: CHANGELOG.md has no entry',
    ],
    [
      'its entry has an invalid date',
      { changelog: changelog.replace('11-23', '11-31') },
      'wrong: CHANGELOG.md dates 1.2.3 "2026-11-31"',
    ],
    [
      'its entry has a date in another form',
      { changelog: changelog.replace('2026-11-23', '23.11.2026') },
      'wrong: CHANGELOG.md dates',
    ],
    [
      'its entry is empty',
      { changelog: '## [1.2.3] - 2026-11-23\n\n## [1.2.2] - 2026-10-01\n\n- That.\n' },
      'wrong: CHANGELOG.md says nothing under 1.2.3',
    ],
    [
      'its entry is unreleased',
      { changelog: changelog.replace('2026-11-23', 'Unreleased') },
      'to-do: CHANGELOG.md says that 1.2.3 is unreleased',
    ],
  ])('is not the same if %s', (_, change, text) => {
    expect(findings(change)).toEqual([expect.stringContaining(text)]);
  });

  test.each([
    ['v1.2.3', { major: 1, minor: 2, patch: 3 }],
    ['v0.10.0', { major: 0, minor: 10, patch: 0 }],
    ['v1', undefined],
    ['1.2.3', undefined],
    ['v1.2.3-rc.1', undefined],
    ['v1.02.3', undefined],
    ['v1.2.3\n', undefined],
  ])('of the tag %j is %j', (tag, version) => {
    expect(parseTag(tag)).toEqual(version);
  });

  test('is compared numerically', () => {
    const [nine, ten] = [parseTag('v1.9.0'), parseTag('v1.10.0')] as [Version, Version];
    expect([isNewest(ten, [nine]), isNewest(nine, [ten]), isNewest(nine, [nine])]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

test('the notes are only the text of the entry', () => {
  expect(findEntry(changelog, '1.2.3')?.notes).toBe('### Fixed\n\n- This.\n');
  expect(findEntry(changelog, '1.2.2')?.notes).toBe('- That.\n');
});

describe('the SBOM', () => {
  const component = { 'bom-ref': 'yaml@2.9.1', name: 'yaml', version: '2.9.1' };
  const sbom = {
    metadata: { component: { 'bom-ref': 'own@1.0.0', name: 'own' } },
    components: [component],
    dependencies: [],
  };

  test('lists what is in dist/', () => {
    expect(checkSbom(sbom, 'yaml 2.9.1 (ISC)\n\ntext')).toEqual([]);
  });

  test('is reproducible, and has the serial number that GitHub requires', () => {
    const made = makeSbom('.');
    expect(makeSbom('.')).toEqual(made);
    expect(made.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  }, 30_000);

  test('lists exactly the packages of dist/ as required', () => {
    const { components, dependencies } = makeSbom('.');
    const bundled = [...bundledPackages(readFileSync('dist/licenses.txt', 'utf8'))].sort();
    expect(components.map((component) => component['bom-ref']).sort()).toEqual(bundled);
    expect(new Set(components.map(({ scope }) => scope))).toEqual(new Set(['required']));
    expect(JSON.stringify(components)).not.toContain('package:development');
    const reached = new Set(dependencies.flatMap(({ dependsOn = [] }) => dependsOn));
    expect(bundled.filter((ref) => !reached.has(ref))).toEqual([]);
  }, 30_000);

  test.each([
    ['lacks a package', 'yaml 2.9.1 (ISC)\n@scope/more 1.0.0 (MIT)\n', '@scope/more@1.0.0'],
    ['lists another version of a package', 'yaml 2.9.2 (ISC)\n', 'yaml@2.9.2'],
    ['has nothing to compare with', 'no names\n', 'names no package'],
  ])('is refused if it %s', (_, licenses, text) => {
    expect(checkSbom(sbom, licenses)).toMatchObject([{ kind: 'wrong' }]);
    expect(checkSbom(sbom, licenses)[0]?.text).toContain(text);
  });
});

test('a to-do stops a preparation but not a dry run; an error stops both', () => {
  const found = [wrong('a'), toDo('b')];
  expect(obstacle(found, 'prepare')).toEqual(found);
  expect(obstacle(found, 'dry-run')).toEqual([wrong('a')]);
});
