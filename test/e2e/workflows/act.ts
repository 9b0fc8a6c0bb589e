import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { defaultPull, defaultRepository, jobAuthor } from '../../fakes/github/github.ts';
import { currentTag } from '../../repo/release/current.ts';
import { commitChange, writeFiles } from './commits.ts';
import type { Status } from './expression.ts';
import { claimsOf, workflowRef } from './identity.ts';
import type { Run } from './run.ts';

/** What act reports of a run. */
export interface ActResult {
  readonly exitCode: number | null;
  /** The results of the jobs by their ids; a job that does not run has none. */
  readonly results: Readonly<Record<string, Status>>;
  /** The outputs of the steps that have an id, as `job.step`. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The summaries of all steps. */
  readonly summary: string;
  /** What people see, secrets masked. */
  readonly log: string;
}

const root = join(import.meta.dirname, '..', '..', '..');
const here = import.meta.dirname;
const reusableWorkflow = join(root, '.github', 'workflows', 'byoasn.yml');

/** Third-party actions that cannot be fetched. */
const standIns = ['aws-actions/configure-aws-credentials', 'actions/upload-artifact'] as const;

/** A port where nothing listens, so that only loopback can be reached. */
const nowhere = 'http://127.0.0.1:9';

/**
 * Runs a workflow with act in host mode, its jobs one at a time. act enforces no permissions and knows no
 * environments, so every job has the same tokens, and there are no approvals. The pull request of
 * a fork gets no ID token, and a token that reads.
 */
export async function runAct(act: string, run: Run): Promise<ActResult> {
  const folder = mkdtempSync(join(tmpdir(), 'byoasn-act-'));
  try {
    const { event, workflow, fakes } = run;
    const jobWorkflowRef = workflowRef(workflow, event);
    const identity = { event, workflow, jobWorkflowRef, environment: '', form: 'classic' } as const;
    fakes.issuer.claimOnly(claimsOf({ ...identity, runner: 'github-hosted' }));
    const sha = writeRepository(join(folder, 'repository'), run);
    fakes.github.repository().setCommit(sha, [defaultPull.number]);
    writeThisRepository(join(folder, 'this'));
    for (const standIn of standIns) {
      cpSync(join(here, basename(standIn)), join(folder, basename(standIn)), { recursive: true });
    }
    return read(await spawnAct(act, folder, run));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a repository of the event's change, which act copies for `actions/checkout`, and gives its hash. */
function writeRepository(folder: string, { files, event }: Run): string {
  writeFiles(folder, files);
  return commitChange(folder, files, event.changed);
}

/** What this repository has for users, with two changes: it takes documentation values, and names itself. */
function writeThisRepository(folder: string): void {
  const text = (path: string) => readFileSync(join(root, path), 'utf8');
  const action = '.github/actions/byoasn/action.yml';
  const workflow = '.github/workflows/byoasn.yml';
  writeFiles(folder, {
    'action.yml': allowingDocumentationValues(text('action.yml')),
    [action]: allowingDocumentationValues(text(action)),
    // act does not know `$/`, the repository of the workflow itself.
    [workflow]: text(workflow)
      .replaceAll(/\$\/(\S+)/g, (_, path) => `OWNER/associate-ipam-byoasn/${path}@${currentTag}`)
      .replace(/(allow-special-use:\n(?: {8}.*\n)*? {8}default: )false/, '$1true'),
  });
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
}

function allowingDocumentationValues(metadata: string): string {
  const document = parseDocument(metadata);
  document.setIn(['inputs', 'allow-special-use', 'default'], 'true');
  return document.toString();
}

async function spawnAct(act: string, folder: string, run: Run) {
  const { event, fakes, workflow } = run;
  const payload = join(folder, 'event.json');
  writeFileSync(payload, JSON.stringify({ ...event.payload, ref: event.ref }));
  const access = event.fromFork ? 'read' : 'write';
  const token = fakes.github.addToken(jobAuthor, access, access);
  const variables = {
    ...fakes.env.endpoints,
    ...(event.fromFork ? {} : fakes.env.oidc),
    ...fakes.env.github,
    ...fakes.env.ripestat,
    GITHUB_REPOSITORY: defaultRepository,
    GITHUB_RUN_ID: '1234567890',
    ...run.runner,
  };
  const local = [
    [`OWNER/associate-ipam-byoasn@${currentTag}`, 'this'],
    ...pinnedStandIns([run.files[workflow] ?? '', readFileSync(reusableWorkflow, 'utf8')]),
  ].flatMap(([name, path = '']) => ['--local-repository', `${name}=${join(folder, path)}`]);
  const args = [
    ...[event.name, '--json', '--no-cache-server', '--concurrent-jobs', '1'],
    ...['ubuntu-latest', 'self-hosted', 'linux'].flatMap((label) => [
      '-P',
      `${label}=-self-hosted`,
    ]),
    ...['--actor', 'octocat', '--defaultbranch', 'main', '-e', payload, '-W', workflow],
    ...['-s', `GITHUB_TOKEN=${token}`],
    ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...local,
  ];
  const home = join(folder, 'home');
  const env = {
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    ...{ HOME: home, XDG_CACHE_HOME: home, TMPDIR: folder },
    ...{ HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, NO_PROXY: '127.0.0.1' },
  };
  const child = spawn(act, args, { cwd: join(folder, 'repository'), env });
  let text = '';
  const take = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, text };
}

/** Third-party actions that workflows use, as they are pinned, with the folders of their stand-ins. */
function pinnedStandIns(workflows: readonly string[]): [string, string][] {
  return standIns.flatMap((name) => {
    const pins = workflows.join('\n').match(new RegExp(`${name}@[0-9a-f]{40}`, 'g'));
    return [...new Set(pins)].map((pin): [string, string] => [pin, basename(name)]);
  });
}

/** A line of act's log. */
interface Line {
  readonly msg?: string;
  readonly jobID?: string;
  readonly stepID?: readonly string[];
  readonly jobResult?: Status;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

function read({
  exitCode,
  text,
}: {
  readonly exitCode: number | null;
  readonly text: string;
}): ActResult {
  const lines = text.split('\n').map(lineOf);
  const results: Record<string, Status> = {};
  const outputs: Record<string, Record<string, string>> = {};
  for (const { jobID = '', jobResult, command, name = '', arg = '', stepID = [] } of lines) {
    if (jobResult) results[jobID] = jobResult;
    if (command !== 'set-output') continue;
    const step = `${jobID}.${stepID.at(-1)}`;
    outputs[step] = { ...outputs[step], [name]: arg };
  }
  return {
    exitCode,
    results,
    outputs,
    summary: lines
      .map(({ command, content = '' }) => (command === 'summary' ? content : ''))
      .join(''),
    log: lines.map(({ msg = '' }) => msg.trimEnd()).join('\n'),
  };
}

function lineOf(line: string): Line {
  return line.startsWith('{') ? JSON.parse(line) : { msg: line };
}
