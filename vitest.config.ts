import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/node24.ts'],
    // Scenarios wait for real polls, two seconds and more apart: their time is no processor's.
    testTimeout: 60_000,
    maxWorkers: Math.max(4, availableParallelism()),
  },
});
