/** The version of a release: three numbers, never a pre-release (https://semver.org/spec/v2.0.0.html). */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

const form = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** The version that a tag of the form v1.2.3 names; undefined for every other tag, `v1` included. */
export function parseTag(tag: string): Version | undefined {
  const [matched, major, minor, patch] = form.exec(tag) ?? [];
  if (matched === undefined) return undefined;
  return { major: Number(major), minor: Number(minor), patch: Number(patch) };
}

/** The tag that follows the newest release of a major version. */
export function floatingTag({ major }: Version): string {
  return `v${major}`;
}

/** Whether no version in `others` is higher. */
export function isNewest(version: Version, others: readonly Version[]): boolean {
  return others.every((b) => compare(version, b) >= 0);
}

function compare(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}
