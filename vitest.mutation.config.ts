import { defineConfig } from 'vitest/config';

/** The tests of the mutation runs: in this process, without servers, generated pages and long fuzzing. */
export default defineConfig({
  test: {
    include: ['test/*.test.ts', 'test/{apply,aws,bench,desired,github,plan,report}/**/*.test.ts'],
    exclude: [
      'test/desired/config/any-text.test.ts',
      'test/github/comments.test.ts',
      'test/github/pull-request.test.ts',
      'test/report/rendered.test.ts',
    ],
    globalSetup: ['test/node24.ts'],
    // Two runners share the machine, and mutants are slow where they are not wrong.
    testTimeout: 60_000,
  },
});
