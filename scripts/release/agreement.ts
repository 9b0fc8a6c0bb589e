import { type Finding, toDo, wrong } from './finding.ts';

/** The files that name the version, as text. */
interface VersionTexts {
  readonly package: string;
  readonly lock: string;
  readonly changelog: string;
}

/** Disagreements between the files and `version` (1.2.3). */
export function checkVersions(version: string, texts: VersionTexts): readonly Finding[] {
  const { version: packaged } = JSON.parse(texts.package);
  const { version: locked, packages } = JSON.parse(texts.lock);
  return [
    ...checkJson('package.json', packaged, version),
    ...checkJson('package-lock.json', locked, version),
    ...checkJson('package-lock.json, packages[""]', packages?.['']?.version, version),
    ...checkChangelog(version, texts.changelog),
  ];
}

function checkJson(file: string, found: unknown, version: string): readonly Finding[] {
  if (found === version) return [];
  return [
    wrong(
      `${file} says ${found}, the tag says ${version}. Run: npm version --no-git-tag-version ${version}`,
    ),
  ];
}

function checkChangelog(version: string, changelog: string): readonly Finding[] {
  const entry = findEntry(changelog, version);
  if (entry === undefined) {
    return [wrong(`CHANGELOG.md has no entry "## [${version}] - YYYY-MM-DD".`)];
  }
  const empty = entry.notes.trim() === '';
  return [
    ...checkDate(version, entry.released),
    ...(empty ? [wrong(`CHANGELOG.md says nothing under ${version}.`)] : []),
  ];
}

function checkDate(version: string, released: string): readonly Finding[] {
  if (released === 'Unreleased') {
    return [toDo(`CHANGELOG.md says that ${version} is unreleased. Put the date of the release.`)];
  }
  if (isDate(released)) return [];
  return [wrong(`CHANGELOG.md dates ${version} "${released}", which is no date (YYYY-MM-DD).`)];
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`);
}

/** The entry of a version in CHANGELOG.md. */
interface Entry {
  /** The date of the release, or `Unreleased`. */
  readonly released: string;
  /** The text under the heading. */
  readonly notes: string;
}

/** The entry of a version (https://keepachangelog.com/en/1.1.0/); undefined if there is none. */
export function findEntry(changelog: string, version: string): Entry | undefined {
  for (const section of changelog.split(/^(?=## )/m)) {
    const [heading = '', ...lines] = section.split('\n');
    const [, named, released] = /^## \[([^\]]+)\] - (\S+)\s*$/.exec(heading) ?? [];
    if (named !== version || released === undefined) continue;
    return { released, notes: `${lines.join('\n').trim()}\n` };
  }
  return undefined;
}
