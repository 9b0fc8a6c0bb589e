import { defineConfig } from 'vitest/config';

/** The tests of the mutation run: without the bundle, servers and generated pages. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/scenario/**', 'test/peers/**', 'test/docs.test.ts', '**/node_modules/**'],
    globalSetup: ['test/node24.ts'],
    // Two runners share the machine, and mutants are slow where they are not wrong.
    testTimeout: 60_000,
  },
});
