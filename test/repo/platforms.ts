/** A test file that needs what a platform lacks. */
export interface Exclusion {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly on: NodeJS.Platform;
  readonly lacks: string;
}

const signals = 'signals: a process that is sent one there ends without a word';
const devices = 'FIFOs, /dev and /proc';
const shell = 'the bash, curl and jq of a Linux runner, and its paths';

/** All of them. A file with only a few such tests skips these itself. */
export const exclusions: readonly Exclusion[] = [
  { file: 'test/e2e/action/cancel.test.ts', on: 'win32', lacks: signals },
  { file: 'test/e2e/action/cancel-comment.test.ts', on: 'win32', lacks: signals },
  { file: 'test/e2e/route/cancel.test.ts', on: 'win32', lacks: signals },
  { file: 'test/robustness/hostile/files.test.ts', on: 'win32', lacks: devices },
  { file: 'test/e2e/workflows/examples.test.ts', on: 'win32', lacks: shell },
  { file: 'test/e2e/workflows/execute.test.ts', on: 'win32', lacks: shell },
  { file: 'test/e2e/workflows/pages.test.ts', on: 'win32', lacks: shell },
];

/** Left out of `npm test` everywhere, because it takes minutes: `npm run seeded-bugs` runs it every night. */
export const seededBugTests = 'test/robustness/seeded-bugs/**/*.test.ts';

/** The test files that are left out on a platform. */
export function excludedOn(platform: NodeJS.Platform): readonly string[] {
  return exclusions.filter(({ on }) => on === platform).map(({ file }) => file);
}
