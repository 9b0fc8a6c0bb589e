import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The command line, as installed. */
export const program = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'bin',
  'associate-ipam-byoasn.js',
);

/** A run of the program in its own folder, which is its home too. */
export interface TerminalOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Files of the folder by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  /** Where the program runs, a folder in that folder. */
  readonly folder?: string;
  /** Called with all of stderr at each piece of it, to cancel at a chosen moment. */
  readonly onError?: (text: string, child: ChildProcess) => void;
  /** The command that runs the program, and its first arguments. */
  readonly by?: readonly string[];
}

/** The printed output and the exit status. */
export interface Seen {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program, without this machine's AWS or GitHub settings. */
export async function runProgram(
  args: readonly string[],
  {
    env = {},
    files = {},
    folder = '.',
    onError,
    by = [process.execPath, program],
  }: TerminalOptions = {},
): Promise<Seen> {
  const home = mkdtempSync(join(tmpdir(), 'byoasn-terminal-'));
  try {
    mkdirSync(join(home, folder), { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(home, name)), { recursive: true });
      writeFileSync(join(home, name), text);
    }
    const [command = '', ...first] = by;
    const child = spawn(command, [...first, ...args], {
      cwd: join(home, folder),
      env: {
        PATH: process.env.PATH ?? '',
        HOME: home,
        USERPROFILE: home,
        AWS_EC2_METADATA_DISABLED: 'true',
        ...env,
      },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
      onError?.(err, child);
    });
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return { status, out, err };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
