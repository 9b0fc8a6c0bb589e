// Loaded at first use by the pipeline itself, and then no virtual time must pass.
import { associations } from '../../../src/associations.ts';
import '../../../src/config/parse.ts';
import '../../../src/aws/sts.ts';
import '../../../src/aws/credentials/assume-role.ts';
import '../../../src/aws/credentials/chained-role.ts';
import { parseKnownFiles } from '@smithy/core/config';
import { connectVia } from '../../../src/aws/connection.ts';
import { Failure } from '../../../src/failure.ts';
import type { Links } from '../../../src/inputs/links.ts';
import type { Outcome, PairOutcome } from '../../../src/outcome/run-state.ts';
import type { PlannedChange } from '../../../src/plan/plan.ts';
import { failureLines, resultLines } from '../../../src/report/log.ts';
import { formatComment, formatSummary } from '../../../src/report/markdown-page.ts';
import { formatOutputs } from '../../../src/report/outputs.ts';
import { run } from '../../../src/run.ts';
import type { Action } from '../../../src/stages.ts';
import { type ActionMetadata, action } from '../../e2e/action/environment.ts';
import { onPullRequest } from '../../unit/report/links.ts';
import type { SimulatedClock } from './clock.ts';
import type { FakeAws, FakeAwsRequest } from './fake-aws.ts';
import type { Random } from './random.ts';
import type { Scenario } from './scenario.ts';

// The SDK reads AWS's shared files once, which takes no virtual time either.
await parseKnownFiles({});

/** A run, with all that it was given, did and reported. */
export interface Run {
  readonly inputs: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
  readonly outputs: Readonly<Record<string, string>>;
  /** Every text for people: the log, the summary and the comment. */
  readonly texts: readonly string[];
  readonly masked: ReadonlySet<string>;
  /** The secrets of all keys that it signed with. */
  readonly keys: readonly string[];
  readonly requests: readonly FakeAwsRequest[];
  readonly changes: FakeAws['changes'];
  readonly startedAt: number;
  readonly endedAt: number;
  readonly cancelledAt: number | undefined;
}

/** An action of the repository: its stages, its action.yml and its outputs. */
export interface Program<C extends PlannedChange, P extends PairOutcome> {
  readonly stages: Action<C, P>;
  readonly metadata: ActionMetadata;
  readonly formatOutputs: (outcome: Outcome, links: Links) => Readonly<Record<string, string>>;
}

/** What of a simulation is the same each time; keys and request ids are not. */
export function traceOf(runs: readonly Run[]) {
  return runs.map(({ requests, outcome, endedAt, cancelledAt }) => ({
    requests: requests.map(({ at, operation, region, injected }) => ({
      at,
      operation,
      region,
      injected,
    })),
    reason: outcome.reason,
    states: outcome.pairs.map(({ state, changed }) => ({ state, changed })),
    endedAt,
    cancelledAt,
  }));
}

const ofAssociations = { stages: associations, metadata: action, formatOutputs };

/** What a run is in. */
export interface Setup {
  readonly clock: SimulatedClock;
  readonly fakeAws: FakeAws;
  readonly random: Random;
}

/** Runs the pipeline of the action for associations in a scenario until it ends. */
export function runPipeline(
  scenario: Pick<Scenario, 'files' | 'defectAtLine'>,
  inputs: Readonly<Record<string, string>>,
  cancelAtMs: number | undefined,
  setup: Setup,
): Promise<Run> {
  return runProgram(ofAssociations, scenario, inputs, cancelAtMs, setup);
}

/** Runs the pipeline of an action in a scenario until it ends. */
export async function runProgram<C extends PlannedChange, P extends PairOutcome>(
  program: Program<C, P>,
  { files, defectAtLine }: Pick<Scenario, 'files' | 'defectAtLine'>,
  inputs: Readonly<Record<string, string>>,
  cancelAtMs: number | undefined,
  { clock, fakeAws, random }: Setup,
): Promise<Run> {
  const { stages, metadata } = program;
  const lines: string[] = [];
  const line = (text: string) => {
    lines.push(text);
    if (lines.length === defectAtLine) throw new TypeError('a defect of the simulation');
  };
  const masked = new Set<string>();
  const canceller = new AbortController();
  const startedAt = clock.now();
  const [requestsBefore, changesBefore] = [fakeAws.requests.length, fakeAws.changes.length];
  let cancelledAt: number | undefined;
  let ended = false;
  if (cancelAtMs !== undefined) {
    clock.after(cancelAtMs, () => {
      if (ended) return;
      cancelledAt = clock.now();
      canceller.abort(new Failure('cancelled', 'The run was cancelled (SIGTERM)'));
    });
  }
  const outcome = await clock.runUntilDone(
    run(
      {
        readInput: (name) => inputs[name] ?? metadata.inputs[name]?.default ?? '',
        readFile: (path) => files[path] ?? '',
        env: { GITHUB_RUN_ID: '1234567890', GITHUB_RUN_ATTEMPT: '1' },
        github: { trigger: 'repository', idToken: fakeAws.idToken },
        clock: clock.forRun(canceller.signal),
        random: random.next,
        cancelled: canceller.signal,
        log: {
          group: line,
          close: () => {},
          line,
          lines: (texts) => void lines.push(...texts),
          notice: line,
          warning: line,
        },
        mask: (secret) => void masked.add(secret),
        connect: connectVia(fakeAws.transport),
        transport: fakeAws.transport,
      },
      stages,
    ).finally(() => {
      ended = true;
    }),
  );
  const requests = fakeAws.requests.slice(requestsBefore);
  const ending = outcome.failure
    ? failureLines(outcome.failure)
    : resultLines(outcome, onPullRequest);
  return {
    inputs,
    outcome,
    outputs: program.formatOutputs(outcome, onPullRequest),
    texts: [
      ...lines,
      ...ending,
      formatSummary(outcome, onPullRequest),
      formatComment(outcome, 60_000, onPullRequest),
    ],
    masked,
    keys: requests.flatMap(({ accessKeyId }) =>
      accessKeyId ? fakeAws.secretsOf(accessKeyId) : [],
    ),
    requests,
    changes: fakeAws.changes.slice(changesBefore),
    startedAt,
    endedAt: clock.now(),
    cancelledAt,
  };
}
