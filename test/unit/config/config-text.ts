import { parseConfig } from '../../../src/config/parse.ts';
import { problemText } from '../../../src/lib/source-location.ts';

/** Lets documentation numbers be used. */
export const accept = { specialUse: 'accept' } as const;

/** The problems of a text as they are printed, none for a valid text. */
export function problemsOf(text: string): readonly string[] {
  return (parseConfig(text, 'byoasn.yml', accept).problems ?? []).map(problemText);
}

/** A file of one target with these lines as its associations. */
export function withAssociations(...lines: readonly string[]): string {
  return [
    'version: 1',
    'targets:',
    '  - account: "111122223333"',
    '    region: us-west-2',
    '    associations:',
    ...lines.map((line) => `      ${line}`),
    '',
  ].join('\n');
}
