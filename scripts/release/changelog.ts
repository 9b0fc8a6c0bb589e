/** What CHANGELOG.md says of one version. */
export interface Entry {
  /** The date of the release, or `Unreleased`. */
  readonly released: string;
  /** The text under the heading, as it stands. */
  readonly notes: string;
}

/** The entry of a version (https://keepachangelog.com/en/1.1.0/); undefined when there is none. */
export function findEntry(changelog: string, version: string): Entry | undefined {
  for (const section of changelog.split(/^(?=## )/m)) {
    const [heading = '', ...lines] = section.split('\n');
    const [, named, released] = /^## \[([^\]]+)\] - (\S+)\s*$/.exec(heading) ?? [];
    if (named !== version || released === undefined) continue;
    return { released, notes: `${lines.join('\n').trim()}\n` };
  }
  return undefined;
}
