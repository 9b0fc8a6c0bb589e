import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program to run, with only the given environment. */
interface Command {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The cost of one run of a command, from start to exit, and its end. */
export interface Cost {
  readonly exitCode: number | null;
  /** Standard output and standard error. */
  readonly log: string;
  readonly wallMs: number;
  /** User and system time, where the platform reports it. */
  readonly cpuMs?: number;
  /** The largest resident set, where the platform reports it. */
  readonly peakMiB?: number;
}

/** Runs commands one at a time and measures them from outside. */
export interface Meter {
  readonly method: string;
  measure(command: Command): Promise<Cost>;
  close(): void;
}

/**
 * Node cannot read the resources of a child process, and code in the child would be part of the
 * measurement. wait4(2) reports them when the child is reaped, so a small Python process starts and reaps
 * the children. Python also keeps their peak memory correct: Linux counts the memory of the forking
 * process, which is far smaller for Python than for Node. Without Python, only the wall time is known.
 */
export function startMeter(): Meter {
  const probe = spawnSync('python3', ['-c', 'import os; os.wait4, os.waitstatus_to_exitcode']);
  return probe.status === 0 ? pythonMeter() : nodeMeter();
}

function pythonMeter(): Meter {
  const python = spawn('python3', [join(import.meta.dirname, 'rusage.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const costs = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  return {
    method: 'wall, CPU and peak memory by wait4 in a python3 that starts the processes',
    async measure(command) {
      python.stdin.write(`${JSON.stringify(command)}\n`);
      const { value, done } = await costs.next();
      if (done) throw new Error(`python3 ended before it had measured ${command.argv.join(' ')}`);
      return JSON.parse(value);
    },
    close: () => python.stdin.end(),
  };
}

function nodeMeter(): Meter {
  return {
    method: 'wall by this process; CPU and peak memory need python3',
    measure: ({ argv: [program, ...args], cwd, env }) =>
      new Promise((resolve, reject) => {
        const started = performance.now();
        const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
        let log = '';
        const take = (text: string) => {
          log += text;
        };
        child.stdout.setEncoding('utf8').on('data', take);
        child.stderr.setEncoding('utf8').on('data', take);
        child.on('error', reject);
        child.on('close', (exitCode) =>
          resolve({ exitCode, log, wallMs: performance.now() - started }),
        );
      }),
    close() {},
  };
}

/** One command to measure, and how to check that it did its work. */
export interface MeasuredRun {
  readonly command: Command;
  readonly succeeded: (cost: Cost) => boolean;
}

/**
 * Measures a command that is prepared in an empty folder. Throws if it failed, because a failed run
 * measures something else.
 */
export async function measureRun(
  meter: Meter,
  prepare: (folder: string) => MeasuredRun,
): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-bench-'));
  try {
    const { command, succeeded } = prepare(folder);
    const cost = await meter.measure(command);
    if (cost.exitCode === 0 && succeeded(cost)) return cost;
    throw new Error(
      `${command.argv.join(' ')} ended badly (exit code ${cost.exitCode}):\n${cost.log}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a step that was prepared in the folder has set the output `reason` to this. */
export function hasReason(folder: string, reason: string): boolean {
  const output = readFileSync(join(folder, 'output'), 'utf8');
  return new RegExp(`^reason<<(.+)\\n${reason}\\n\\1$`, 'm').test(output);
}
