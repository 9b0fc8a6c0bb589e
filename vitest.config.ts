import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { excludedOn, plantedTests } from './test/platforms.ts';

export default defineConfig({
  // Packages that are inlined below name source maps that they do not ship, a warning for each.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, plantedTests, ...excludedOn(process.platform)],
    globalSetup: ['test/node24.ts'],
    // Scenarios wait for real polls, two seconds and more apart: their time is no processor's.
    testTimeout: 60_000,
    maxWorkers: Math.max(4, availableParallelism()),
    // These import JSON without the attribute that Node asks for; Vite loads it.
    server: { deps: { inline: [/@actions\/(expressions|languageservice|workflow-parser)/] } },
  },
});
