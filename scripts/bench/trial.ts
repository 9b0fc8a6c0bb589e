import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, Cost, Meter } from './meter.ts';

/** One command to measure, and how to tell whether it did what it is measured for. */
export interface Trial {
  readonly command: Command;
  readonly endedWell: (cost: Cost) => boolean;
}

/**
 * Measures a command that is prepared in an empty folder. Throws when it ended badly: a failure would
 * give a fine figure for the wrong thing.
 */
export async function measureTrial(
  meter: Meter,
  prepare: (folder: string) => Trial,
): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-bench-'));
  try {
    const { command, endedWell } = prepare(folder);
    const cost = await meter.measure(command);
    if (cost.exitCode === 0 && endedWell(cost)) return cost;
    throw new Error(
      `${command.argv.join(' ')} ended badly (exit code ${cost.exitCode}):\n${cost.log}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a step that was prepared in the folder has set the output `reason` to this. */
export function endedWith(folder: string, reason: string): boolean {
  const output = readFileSync(join(folder, 'output'), 'utf8');
  return new RegExp(`^reason<<(.+)\\n${reason}\\n\\1$`, 'm').test(output);
}
