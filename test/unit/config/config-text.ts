import { parseConfig } from '../../../src/config/parse.ts';
import { problemText } from '../../../src/lib/source-location.ts';

/** Lets documentation numbers be used. */
export const accept = { specialUse: 'accept' } as const;

/** The problems of a text as they are printed, none for a valid text. */
export function problemsOf(text: string): readonly string[] {
  return (parseConfig(text, 'byoasn.yml', accept).problems ?? []).map(problemText);
}

/** A file of one target with these lines as its associations, from line 6 on. */
export function withAssociations(...lines: readonly string[]): string {
  return withList('associations', lines);
}

/** A file of one target with these lines as its routes, from line 6 on. */
export function withRoutes(...lines: readonly string[]): string {
  return withList('routes', lines);
}

function withList(key: string, lines: readonly string[]): string {
  return [
    'version: 1',
    'targets:',
    '  - account: "111122223333"',
    '    region: us-west-2',
    `    ${key}:`,
    ...lines.map((line) => `      ${line}`),
    '',
  ].join('\n');
}
