import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { toolEnvironment } from '../tools.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The PATH of programs: this Node first, then the tools of `npm run tools`. */
export const searchPath = [
  dirname(process.execPath),
  join(root, 'build', 'tools', 'bin'),
  process.env.PATH,
].join(delimiter);

/** A copy of this repository. */
export interface Scratch extends Disposable {
  readonly root: string;
  read(path: string): string;
  /** Replaces text, which must exist. */
  edit(path: string, from: string | RegExp, to: string): void;
  /** Runs git, and returns its output. */
  git(...args: readonly string[]): string;
  /** Runs a line of shell, as a step of a workflow does. */
  run(line: string, env?: Readonly<Record<string, string>>): Promise<Ended>;
}

/** How a process ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly text: string;
}

/**
 * Copies all that git would commit here to a temporary folder, as one commit on `main` that `origin`
 * has too, with the installed dependencies next to it as links to the same files.
 */
export function openScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-scratch-'));
  const git = (...args: readonly string[]) => run('git', args, folder);
  const listed = run('git', ['ls-files', '-z', '-co', '--exclude-standard'], root);
  const paths = new Set(listed.split('\0').filter((path) => existsSync(join(root, path))));
  for (const path of paths) {
    if (path === '') continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path), { force: true });
  }
  run('cp', ['-al', join(root, 'node_modules'), join(folder, 'node_modules')], root);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'test');
  git('config', 'user.email', 'test@example.com');
  git('config', 'commit.gpgsign', 'false');
  git('config', 'tag.gpgsign', 'false');
  git('add', '--all');
  git('commit', '--quiet', '--message=all');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return {
    root: folder,
    read,
    edit: (path, from, to) => {
      const text = read(path);
      if (text.replace(from, to) === text) throw new Error(`${path} has no ${from}`);
      writeFileSync(join(folder, path), text.replace(from, to));
    },
    git,
    run: (line, env = {}) => runShell(line, folder, env),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(command: string, args: readonly string[], cwd: string): string {
  const env = toolEnvironment();
  const options = { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout.trimEnd();
}

/** As the runner starts bash, where a step names no shell (bash -e). */
function runShell(
  line: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawn('bash', ['-e', '-c', line], {
    cwd,
    env: { ...toolEnvironment(), PATH: searchPath, ...env },
  });
  let text = '';
  const take = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, text }));
  });
}
