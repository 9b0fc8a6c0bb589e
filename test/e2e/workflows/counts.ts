import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Counts what was executed, for the figures. */
export interface Counts {
  /** A workflow that was run, by the name of its file, and how many of its jobs ran. */
  add(workflow: string, jobs: number): void;
  /** Writes `build/workflows/NAME.json`. */
  save(): void;
}

/** Empty counts of an engine, `act` or `executor`. */
export function startCounts(engine: string): Counts {
  const jobsOf = new Map<string, number>();
  let runs = 0;
  return {
    add(workflow, jobs) {
      runs += 1;
      jobsOf.set(workflow, (jobsOf.get(workflow) ?? 0) + jobs);
    },
    save() {
      const folder = join(import.meta.dirname, '..', '..', '..', 'build', 'workflows');
      mkdirSync(folder, { recursive: true });
      const jobs = [...jobsOf.values()].reduce((sum, count) => sum + count, 0);
      const counted = { engine, workflows: [...jobsOf.keys()].sort(), runs, jobs };
      writeFileSync(join(folder, `${engine}.json`), `${JSON.stringify(counted, null, 2)}\n`);
    },
  };
}
