import type { BoundedContext } from '../../context.ts';
import { arnsOf, type Role } from '../../domain/role.ts';
import { type Target, unnamedParts } from '../../domain/target.ts';
import { createGitHub } from '../../github/client.ts';
import { readEnvironment } from '../../github/read-environment.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { readProxies } from '../../inputs/proxies.ts';
import { readGitHubRun } from '../../inputs/runner.ts';
import { mapConcurrent } from '../../lib/concurrency.ts';
import { startDeadline } from '../../lib/deadline.ts';
import { plainLine } from '../../lib/text.ts';
import type { DoctorCommand } from '../arguments.ts';
import { createContext } from '../context.ts';
import { exitStatus } from '../exit-code.ts';
import { writeNew } from '../new-file.ts';
import type { Terminal } from '../output.ts';
import { readFile } from '../plan-command.ts';
import { checkEnvironment, type EnvironmentReading } from './check-environment.ts';
import { checkMachine } from './check-machine.ts';
import { checkTarget } from './check-target.ts';
import { type Finding, formatSections, type Section, worstStatus } from './finding.ts';
import { readDesired } from './read-desired.ts';
import { readTarget, type TargetReading } from './read-target.ts';
import { formatReport, namesOf, parseResult } from './report.ts';

const timeoutSeconds = 300;

/**
 * Checks what a run depends on, prints one line for each check, writes the report that is requested,
 * and returns the exit status. It changes nothing in AWS or GitHub. Throws a Failure if a file of the
 * command line cannot be read or written.
 */
export async function doctor(command: DoctorCommand, terminal: Terminal): Promise<number> {
  const results = command.results.map((path) => parseResult(readFile(path), path));
  const context = openContext(command, terminal);
  const { sections, readings } = await examine(command, context);
  terminal.out.print(formatSections(sections, terminal.out));
  if (command.report !== undefined) {
    const names = namesOf(command, context.env, readings);
    writeNew(command.report, terminal.redact(formatReport({ sections, readings, results, names })));
    terminal.err.print([plainLine(`Wrote ${command.report}. Read it before you publish it.`)]);
  }
  return statusOf(
    sections.flatMap(({ findings }) => findings),
    command.exitCode,
  );
}

interface Examined {
  readonly sections: readonly Section[];
  readonly readings: readonly TargetReading[];
}

/** Makes no call while proxies have problems: it could bypass them. */
async function examine(command: DoctorCommand, context: BoundedContext): Promise<Examined> {
  const proxies = readProxies(context.env);
  const { finding, desired } = await readDesired(command.inputs, context);
  const isReachable = proxies.problems.length === 0;
  const [environment, readings] = await Promise.all([
    isReachable ? readRules(command.environment, context) : undefined,
    isReachable && desired ? readTargets(desired.targets, desired.inputs, context) : [],
  ]);
  const general = [
    ...checkMachine(context.env, proxies),
    finding,
    ...(environment ? checkEnvironment(environment) : []),
  ];
  const targets = readings.map((reading) => ({
    title: titleOf(reading),
    findings: checkTarget(reading),
  }));
  return { sections: [{ title: 'General', findings: general }, ...targets], readings };
}

function openContext({ inputs, profile }: DoctorCommand, terminal: Terminal): BoundedContext {
  const context = createContext(terminal, { profile, verbosity: 'brief' });
  const { env } = context;
  for (const token of [env.GITHUB_TOKEN, env.GH_TOKEN]) terminal.mask(token ?? '');
  return {
    ...context,
    // In a job, the role is assumed with its ID token.
    github: env.GITHUB_ACTIONS ? readGitHubRun(env, undefined) : undefined,
    readInput: (name) => inputs[name] ?? '',
    readFile,
    deadline: startDeadline(context.clock, timeoutSeconds),
  };
}

async function readRules(name: string, context: BoundedContext): Promise<EnvironmentReading> {
  const { GITHUB_TOKEN, GH_TOKEN, GITHUB_REPOSITORY: repository } = context.env;
  const token = GITHUB_TOKEN || GH_TOKEN;
  if (!token || !repository) return { name, rules: undefined };
  return { name, rules: await readEnvironment(name, createGitHub(token, context)) };
}

/** Reads the targets concurrently; the result is in the order of the file. */
async function readTargets(
  targets: readonly Target[],
  inputs: Inputs,
  context: BoundedContext,
): Promise<readonly TargetReading[]> {
  const source = inputs.role ? roleSource(inputs.role) : await chainSource(context.env);
  return mapConcurrent(targets, inputs.concurrency, (target) =>
    readTarget(target, source, inputs, context),
  );
}

function roleSource(role: Role): string {
  const [first, ...others] = arnsOf(role);
  const chained = others.map((arn) => `, then the role ${arn} with that session`);
  return [`the role ${first}, with GitHub's ID token`, ...chained].join('');
}

async function chainSource(env: BoundedContext['env']): Promise<string> {
  const { nameSource } = await import('../../aws/credentials/chain.ts');
  return nameSource(env);
}

function titleOf({ target, accountId = target.accountId }: TargetReading): string {
  return [target.name, ...unnamedParts({ ...target, accountId })].join(' · ');
}

function statusOf(findings: readonly Finding[], exitCode: DoctorCommand['exitCode']): number {
  const worst = worstStatus(findings);
  if (worst === 'fault') return exitStatus.failed;
  return worst === 'warning' && exitCode === 'detailed' ? exitStatus.changes : exitStatus.done;
}
