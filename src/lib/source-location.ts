/** A position in a file of the workspace; line and column count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A problem with an entry of a file, whose `path` is `targets[1].associations[0].asn`. */
export interface Problem {
  readonly location: SourceLocation;
  readonly path: string;
  readonly text: string;
}

/** `byoasn.yml:12:9`. */
export function locationText({ file, line, column }: SourceLocation): string {
  return `${file}:${line}:${column}`;
}

/** `byoasn.yml:12:9 targets[1].associations[0].asn: is missing`. */
export function problemText(problem: Problem): string {
  return `${locationText(problem.location)} ${entryText(problem)}`;
}

/** `targets[1].associations[0].asn: is missing`; a problem with the entire file has no path. */
export function entryText({ path, text }: Pick<Problem, 'path' | 'text'>): string {
  return path === '' ? text : `${path}: ${text}`;
}
