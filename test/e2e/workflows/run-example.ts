import type { Fakes } from '../../fakes/fakes.ts';
import type { Counts } from './counts.ts';
import { pushToMain, type WorkflowEvent } from './event.ts';
import { repositoryOf } from './examples.ts';
import { type Executed, executeWorkflow } from './execute.ts';
import { startInstance } from './instance.ts';
import type { Run, Waiting } from './run.ts';
import { type ExampleFakesOptions, startExampleFakes } from './start-fakes.ts';

/** An example that can be run. */
export interface Bench {
  readonly fakes: Fakes;
  /** Who was asked to approve, in order. */
  readonly asked: Waiting[];
  run(event: WorkflowEvent, more?: Partial<Run>): Promise<Executed>;
}

/** The roles that may associate; the last two may plan. */
export const applyActions = [
  'ec2:AssociateIpamByoasn',
  'ec2:DescribeByoipCidrs',
  'ec2:DescribeIpamByoasn',
] as const;

/** Runs an example in its own repository, with its own fake servers. Everything is approved by default. */
export async function runExample(
  name: string,
  use: (bench: Bench) => Promise<void>,
  { counts, ...options }: ExampleFakesOptions & { readonly counts?: Counts } = {},
): Promise<void> {
  const fakes = await startExampleFakes(options);
  const role = {
    arn: 'arn:aws:iam::111122223333:role/runner',
    subjects: [],
    maxSessionSeconds: 3600,
  };
  const instance = await startInstance(fakes, { ...role, actions: applyActions });
  const runner = name === 'self-hosted.yml' ? instance.env : {};
  const asked: Waiting[] = [];
  const run: Bench['run'] = async (event, { approve = () => true, ...more } = {}) => {
    const executed = await executeWorkflow({
      ...{ ...repositoryOf(name), fakes, event, runner, ...more },
      approve(waiting) {
        asked.push(waiting);
        return approve(waiting);
      },
    });
    const ran = executed.jobs.filter(({ result }) => result !== 'skipped');
    counts?.add(name, ran.length);
    return executed;
  };
  try {
    await use({ fakes, asked, run });
  } finally {
    await Promise.all([fakes.close(), instance.close()]);
  }
}

/** The push that triggers an example, for any of its paths. */
export function merge(name: string): WorkflowEvent {
  return pushToMain('byoasn.yml', repositoryOf(name).workflow);
}

/** The operations that EC2 and STS were asked for, in order. */
export function atAws({ requestLog }: Fakes): string[] {
  const requests = requestLog.requests.filter(
    ({ service }) => service === 'ec2' || service === 'sts',
  );
  return requests.map(({ operation }) => operation);
}

/** The results of the jobs of a name. */
export function resultOf(executed: Executed, name: string): string {
  return executed
    .named(name)
    .map(({ result }) => result)
    .join();
}

/** The reasons of the steps of this action, in order. */
export function reasonsOf({ jobs }: Executed): string[] {
  return jobs.flatMap(({ steps }) => steps.flatMap(({ outputs }) => outputs.reason ?? []));
}

/** The logs of all jobs. */
export function logOf(executed: Executed): string {
  return executed.jobs.map(({ log }) => log).join('\n');
}
