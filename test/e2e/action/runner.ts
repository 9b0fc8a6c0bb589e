import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { EOL, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { action, type GivenStep, prepareStep } from './environment.ts';

/** One run of the step. */
export interface StepOptions extends GivenStep {
  readonly env?: Readonly<Record<string, string>>;
  /** Changes the workspace before the step runs. */
  readonly arrange?: (workspace: string) => void;
  /** Called with the child and the log so far at each new line, to cancel at a chosen moment. */
  readonly onLine?: (line: string, child: ChildProcess) => void;
  /** The program to run; by default the action. */
  readonly program?: string;
}

/** A line that the runner would show: plain text, or an annotation of a level. */
export interface PrintedLine {
  /** Parameters of the command: `file`, `line`, `col`. */
  readonly at?: Readonly<Record<string, string>>;
  readonly level: 'text' | 'group' | 'endgroup' | 'error' | 'warning' | 'notice' | 'debug';
  readonly text: string;
}

/** The results of a step. */
export interface StepResult {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The text of the file in `plan-path`, empty when there is none. */
  readonly planFile: string;
  /** The text of plan.md next to it. */
  readonly planPage: string;
  /** The log as people see it: secrets masked, commands executed. */
  readonly printed: readonly PrintedLine[];
  /** `printed` as one text, without debug lines. */
  readonly log: string;
  /** All that the process printed, commands included. */
  readonly raw: string;
  readonly masks: readonly string[];
  readonly milliseconds: number;
  /** Names of all files the step wrote below its temporary folder. */
  readonly files: readonly string[];
  /** The text of all files that the step left in its folder, except those it was given. */
  readonly written: string;
}

/**
 * Runs the built action the way GitHub's runner does: defaults of action.yml, INPUT_ variables,
 * command files with heredocs, masks that hold from the line on which they were set, and workflow
 * commands (github.com/actions/runner, ActionCommandManager).
 */
export async function runStep(options: StepOptions): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-step-'));
  try {
    return await runIn(folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, options: StepOptions): Promise<StepResult> {
  const { env, workspace, output, summary } = prepareStep(folder, options);
  options.arrange?.(workspace);
  const { program = (options.action ?? action).main } = options;
  const started = performance.now();
  const child = spawn(process.execPath, [program], {
    cwd: workspace,
    env: { ...env, ...options.env },
  });
  let raw = '';
  const take = (chunk: Buffer) => {
    const before = raw.split('\n').length - 1;
    // The toolkit ends lines as its machine does.
    raw = (raw + chunk.toString()).replaceAll(EOL, '\n');
    for (const line of raw.split('\n').slice(before, -1)) options.onLine?.(line, child);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const { printed, masks } = readLog(raw);
  const outputs = readKeyValues(readFileSync(output, 'utf8'));
  const planPath = outputs['plan-path'] ?? '';
  const textOf = (path: string) => (planPath === '' ? '' : readFileSync(path, 'utf8'));
  return {
    exitCode,
    outputs,
    planFile: textOf(planPath),
    planPage: textOf(join(dirname(planPath), 'plan.md')),
    summary: readFileSync(summary, 'utf8'),
    printed,
    log: logText(printed),
    raw,
    masks,
    milliseconds: performance.now() - started,
    files: readdirSync(folder),
    written: ['env', 'path', 'state', 'temp']
      .map((name) => textBelow(join(folder, name)))
      .join('\n'),
  };
}

function textBelow(path: string): string {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .map((name) => textBelow(join(path, name)))
        .join('\n')
    : readFileSync(path, 'utf8');
}

/** `name=value` lines and `name<<DELIMITER` heredocs. */
export function readKeyValues(file: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = file.split(EOL);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, name, delimiter] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) throw new Error(`no end of the value of ${name}`);
      values[name] = lines.slice(at + 1, end).join(EOL);
      at = end;
    } else if (line.includes('=')) {
      values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    } else if (line !== '') {
      throw new Error(`not a key and value: ${line}`);
    }
  }
  return values;
}

/** What people see with debug logging off. */
export function logText(printed: readonly PrintedLine[]): string {
  return printed
    .filter(({ level }) => level !== 'debug' && level !== 'endgroup')
    .map(({ level, text }) => (level === 'text' ? text : `[${level}] ${text}`))
    .join('\n');
}

const levels = ['group', 'endgroup', 'error', 'warning', 'notice', 'debug'] as const;

/** Executes the workflow commands of a log. An unknown command is an error of the test. */
export function readLog(raw: string): { printed: PrintedLine[]; masks: string[] } {
  const masks: string[] = [];
  const printed: PrintedLine[] = [];
  const hide = (text: string) =>
    masks.reduce((hidden, mask) => hidden.replaceAll(mask, '***'), text);
  for (const line of raw.split('\n')) {
    const [, name = '', parameters = '', data = ''] =
      /^\s*::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ??
      /##\[([a-z-]+)([^\]]*)\](.*)$/.exec(line) ??
      [];
    const level = levels.find((known) => known === name);
    const text = unescapeData(data);
    if (name === '') printed.push({ level: 'text', text: hide(line) });
    else if (name === 'add-mask') masks.push(text);
    else if (level) printed.push({ level, text: hide(text), at: readParameters(parameters) });
    else throw new Error(`the log holds the command ${name}: ${line}`);
  }
  return { printed, masks };
}

/** `file=byoasn.yml,line=3,col=5`; the values are escaped beyond the data's escapes. */
function readParameters(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('='));
  return Object.fromEntries(
    pairs.flatMap(([name, value]) =>
      name && value !== undefined
        ? [[name, unescapeData(value.replaceAll('%3A', ':').replaceAll('%2C', ','))]]
        : [],
    ),
  );
}

function unescapeData(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
