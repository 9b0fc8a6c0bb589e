import { defineConfig } from 'vitest/config';
import { plantedTests } from './test/platforms.ts';

/** The bugs that the simulation must catch: each plays it once, in a copy of the project. */
export default defineConfig({
  test: {
    include: [plantedTests],
    globalSetup: ['test/node24.ts'],
  },
});
