import type { Cost } from './meter.ts';
import type { Program } from './programs.ts';
import type { Row } from './table.ts';

/** Warm-up runs, which do not count. */
export const warmUps = 2;

/** One run of a program, and the run of its baseline just before. */
interface Sample {
  readonly baseline: Cost;
  readonly program: Cost;
}

/** Measures a program and its baseline in turn, so that drift of the machine affects both. */
export async function measurePairs(
  baseline: Program,
  program: Program,
  runs: number,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (let run = 0; run < warmUps + runs; run += 1) {
    const sample = { baseline: await baseline(), program: await program() };
    if (run >= warmUps) samples.push(sample);
  }
  return samples;
}

/** The median of the ratios within the pairs, with the medians of both sides in milliseconds. */
export function ratio(
  samples: readonly Sample[],
  key: 'wallMs' | 'cpuMs',
): Pick<Row, 'value' | 'note'> {
  const pairs = samples.flatMap(({ baseline: { [key]: below }, program: { [key]: above } }) =>
    below === undefined || above === undefined ? [] : [{ below, above }],
  );
  const value = median(pairs.map(({ below, above }) => above / below));
  const above = median(pairs.map((pair) => pair.above));
  const below = median(pairs.map((pair) => pair.below));
  return value === undefined
    ? { value, note: 'not measured here' }
    : { value, note: `${above?.toFixed(0)} / ${below?.toFixed(0)} ms` };
}

/** The median of the peak memory, and that of the baseline. */
export function peak(samples: readonly Sample[]): Pick<Row, 'value' | 'note'> {
  const value = median(samples.flatMap(({ program }) => program.peakMiB ?? []));
  const bare = median(samples.flatMap(({ baseline }) => baseline.peakMiB ?? []));
  return { value, note: value === undefined ? 'not measured here' : `bare ${bare?.toFixed(1)}` };
}

/** The median; undefined for an empty list. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
