import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll } from 'vitest';

interface Counts {
  inputs: number;
  /** Inputs that failed a check; each is made smaller after the first. */
  crashes: number;
}

/**
 * FUZZ_RUNS=50 tries fifty times as many inputs, and others each time; FUZZ_SEED repeats a run.
 */
export const factor = Number(process.env.FUZZ_RUNS ?? 1);
const seed = Number(process.env.FUZZ_SEED ?? (factor === 1 ? 20_261_123 : Date.now()));

const build = join(import.meta.dirname, '..', '..', '..', 'build');
const parts = join(build, 'fuzz');
const countsByName = new Map<string, Counts>();

/** Runs a check with this many inputs, times FUZZ_RUNS. A failure prints the seed and the input. */
export async function fuzz<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  runs: number,
  check: (input: T) => Promise<void> | void,
): Promise<void> {
  const numRuns = Math.max(1, Math.round(runs * factor));
  const property = fc.asyncProperty(inputs, counted(name, check));
  await fc.assert(property, { numRuns, seed, endOnFailure: factor > 1 });
}

/** The check, which counts each input under the name. */
export function counted<T>(
  name: string,
  check: (input: T) => Promise<void> | void,
): (input: T) => Promise<void> {
  const counts = countsByName.get(name) ?? { inputs: 0, crashes: 0 };
  countsByName.set(name, counts);
  return async (input) => {
    counts.inputs += 1;
    try {
      await check(input);
    } catch (error) {
      counts.crashes += 1;
      throw error;
    }
  };
}

/** Milliseconds that this thread has worked so far, however busy the machine is. */
export function elapsedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** How long a test may take, which grows with FUZZ_RUNS. */
export const fuzzTimeoutMs = 60_000 * Math.max(1, factor);

/**
 * Writes build/fuzz.json, the counts by name. Test files run in parallel: each has a part of its
 * own, and merges all parts until no new one has appeared.
 */
function writeCounts(): void {
  mkdirSync(parts, { recursive: true });
  for (const [name, counts] of countsByName) {
    writeFileSync(
      join(parts, `${name.replaceAll(' ', '-')}.json`),
      JSON.stringify({ [name]: counts }),
    );
  }
  for (let written = ''; written !== mergeParts(); ) {
    written = mergeParts();
    writeFileSync(join(build, 'fuzz.json'), written);
  }
}

function mergeParts(): string {
  const all = readdirSync(parts).sort().map(readPart);
  return `${JSON.stringify(Object.assign({}, ...all), undefined, 2)}\n`;
}

/** A part that is still being written does not exist yet. */
function readPart(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(parts, name), 'utf8'));
  } catch {
    return {};
  }
}

afterAll(writeCounts);
