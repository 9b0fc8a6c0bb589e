import { defineConfig } from 'vitest/config';

/** The tests of the mutation run: without the bundle, servers, generated pages and long fuzzing. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/scenario/**',
      'test/peers/**',
      'test/github/**',
      'test/desired/config/any-text.test.ts',
      'test/report/rendered.test.ts',
      'test/docs.test.ts',
      '**/node_modules/**',
    ],
    globalSetup: ['test/node24.ts'],
    // Two runners share the machine, and mutants are slow where they are not wrong.
    testTimeout: 60_000,
  },
});
