import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/node24.ts'],
    // Scenarios wait for real polls, two seconds and more apart.
    testTimeout: 60_000,
  },
});
