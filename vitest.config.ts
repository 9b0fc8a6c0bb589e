import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { excludedOn, seededBugTests } from './test/repo/platforms.ts';

/** Stryker tells each of its runners its number. */
const mutating = process.env.STRYKER_MUTATOR_WORKER !== undefined;

/** The tests of a mutation run: in this process, without servers, generated pages and long fuzzing. */
const ofMutants = {
  include: ['test/unit/**/*.test.ts'],
  exclude: [
    'test/unit/config/any-text.test.ts',
    'test/unit/github/upsert-comment.test.ts',
    'test/unit/github/find-pull-request.test.ts',
    'test/unit/report/rendered.test.ts',
  ],
  globalSetup: ['test/repo/node24.ts'],
};

const ofAll = {
  include: ['test/**/*.test.ts'],
  exclude: [...configDefaults.exclude, seededBugTests, ...excludedOn(process.platform)],
  globalSetup: ['test/repo/node24.ts', 'test/repo/built.ts'],
  maxWorkers: Math.max(4, availableParallelism()),
  // These import JSON without the attribute that Node asks for; Vite loads it.
  server: { deps: { inline: [/@actions\/(expressions|languageservice|workflow-parser)/] } },
};

/** The seeded bugs: `--mode seeded-bugs`. */
const ofSeededBugs = { include: [seededBugTests], globalSetup: ['test/repo/node24.ts'] };

export default defineConfig(({ mode }) => ({
  // Packages that are inlined name source maps that they do not ship, a warning for each.
  logLevel: 'error',
  test: {
    ...(mode === 'seeded-bugs' ? ofSeededBugs : mutating ? ofMutants : ofAll),
    // Scenarios wait for real polls, two seconds and more apart: their time is no processor's. Two
    // runners of mutants share the machine, and mutants are slow where they are not wrong.
    testTimeout: 60_000,
    coverage: {
      include: ['src/**'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'build/coverage',
    },
  },
}));
