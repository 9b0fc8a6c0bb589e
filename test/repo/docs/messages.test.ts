import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headings, read, root } from './pages.ts';

/** Texts of GitHub and of its runner, which are not in this repository. */
const ofGitHub: ReadonlySet<string> = new Set([
  "The nested job 'plan' is requesting 'id-token: write', but is only allowed 'id-token: none'.",
  "Unexpected input(s) '...', valid inputs are [...]",
  'Branch "..." is not allowed to deploy to byoasn due to environment protection rules.',
  'Matrix must define at least one vector',
  "Skip output 'matrix' since it may contain secret.",
]);

/** Texts of AWS that no fake server sends in these words, by where they come from. */
const ofAws: ReadonlySet<string> = new Set([
  // STS, where the role's maximum is shorter; the fake server words it differently.
  'The requested DurationSeconds exceeds the MaxSessionDuration set for this role',
  // Codes of the API reference of AssumeRoleWithWebIdentity and of its errors.
  'RegionDisabledException',
  // @actions/core, in other actions.
  'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable',
]);

function sources(pattern: string): string {
  const paths = globSync(pattern, { cwd: root });
  return paths.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
}

/** The fixed parts of a message, which are in the source verbatim. */
function partsOf(message: string): readonly string[] {
  return message
    .split(/\.\.\.|"/)
    .map((part) => part.replace(/^[\s:;,(]+|[\s:;,)]+$/g, ''))
    .filter((part) => part.length >= 9);
}

/** A text may also be composed of a name and the rest of its sentence. */
function isIn(code: string, part: string): boolean {
  return code.includes(part) || part.split(': ').every((piece) => code.includes(piece));
}

describe('a message in a heading of docs/troubleshooting.md', () => {
  const code = sources('src/**/*.ts').replaceAll("\\'", "'");
  const messages = headings(read('docs/troubleshooting.md')).flatMap((heading) => {
    const [, message] = /^`(.+)`$/.exec(heading) ?? [];
    return message === undefined ? [] : [message];
  });

  test.each(messages.filter((message) => !ofGitHub.has(message)))(
    'is one of ours: %s',
    (message) => {
      const parts = partsOf(message);
      expect(parts).not.toEqual([]);
      expect(parts.filter((part) => !isIn(code, part))).toEqual([]);
    },
  );

  test('is otherwise a known text from GitHub', () => {
    expect([...ofGitHub].filter((message) => !messages.includes(message))).toEqual([]);
  });
});

describe('an STS message in a heading of docs/troubleshooting.md', () => {
  const known = sources('test/fakes/*.ts') + sources('src/aws/**/*.ts');
  const texts = headings(read('docs/troubleshooting.md')).filter((heading) =>
    /^(Not authorized|No OpenID|Incorrect|Couldn't|The requested|IDP|Region|Unable)/.test(heading),
  );

  test('exists for every known rejection by STS', () => {
    expect(texts).toHaveLength(9);
  });

  test.each(texts.filter((text) => !ofAws.has(text)))('is a response from STS: %s', (text) => {
    const parts = text.replace(/ for https:.*$/, '').split(', ');
    expect(parts.filter((part) => !known.includes(part))).toEqual([]);
  });
});
