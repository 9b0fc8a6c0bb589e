import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import type { CommentKey } from '../../../src/github/comment-marker.ts';
import { conclusionOf } from '../../../src/reasons.ts';
import type { StepOptions } from '../../e2e/action/runner.ts';
import { type Ended, pair, runOn } from '../../e2e/action/scenario.ts';
import { type RouteEnded, runRouteOn, startRouteFakes } from '../../e2e/route/route-scenario.ts';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { defaultPull, jobAuthor } from '../../fakes/github/github.ts';
import type { ServiceName } from '../../fakes/request-log.ts';
import { calls, type FaultyCall, olderText } from './calls.ts';
import { commentSeconds, type FaultCase, secondsOf } from './fault-cases.ts';
import type { End, Row, Times } from './rows.ts';
import { createSemaphore } from './semaphore.ts';

/** What a run took until its end, in milliseconds. */
interface Durations {
  /** Since the step's first line, which leaves out what starting a process takes. */
  readonly sinceFirstLine: number;
  /** Since the first and the last request of the call, from the first faulty one on. */
  readonly sinceFirstCall: number;
  readonly sinceLastCall: number;
}

const child = pathToFileURL(join(import.meta.dirname, 'child.mjs')).href;
// Starting takes a processor, and waiting takes none.
const starting = createSemaphore(3);
const graceSeconds = 5;

/**
 * Runs a case on its own fake servers, and checks its end. Returns the
 * seconds that the step took.
 */
export async function runCase(faultCase: FaultCase): Promise<number> {
  const call: FaultyCall = calls[faultCase.call];
  await starting.acquire();
  let started: number | undefined;
  const start = () => {
    if (started === undefined) starting.release();
    started ??= Date.now();
  };
  const fakes = await (call.action === 'routes' ? startRouteFakes() : startUnlimited());
  try {
    const { env, event } = arrange(fakes, call, faultCase);
    const ended = await runAction(call, fakes, {
      with: {
        ...call.with,
        'wait-timeout-seconds': String(secondsOf(faultCase.row)),
        ...(call.comments ? { comment: 'true' } : {}),
        ...(call.service === 'github' ? { 'github-token': fakes.github.token } : {}),
      },
      ...(call.files ? { files: call.files } : {}),
      env,
      event,
      onLine: start,
    });
    const end = Date.now();
    const asked = requestsOf(fakes, call).slice(call.passes ?? 0);
    expectFaultInjected(ended, faultCase);
    expectEnd(ended, call, faultCase.row.end);
    expectCalls(asked.length, faultCase.row.calls);
    expectTime(faultCase, {
      sinceFirstLine: end - (started ?? end),
      sinceFirstCall: end - (asked.at(0)?.at ?? end),
      sinceLastCall: end - (asked.at(-1)?.at ?? end),
    });
    return ended.milliseconds / 1000;
  } finally {
    start();
    await fakes.close();
  }
}

function startUnlimited(): Promise<Fakes> {
  return startFakes({ behaviour: { rateSpeed: Number.POSITIVE_INFINITY } });
}

type AnyEnded = Ended | RouteEnded;

function runAction(
  { action }: FaultyCall,
  fakes: Fakes,
  scenario: Partial<StepOptions>,
): Promise<AnyEnded> {
  return action === 'routes' ? runRouteOn(fakes, scenario) : runOn(fakes, scenario);
}

const timesInNumbers: Readonly<Record<Times, number>> = {
  once: 1,
  twice: 2,
  'for ever': Number.POSITIVE_INFINITY,
};

/** Prepares the fake servers, and gives what the step's environment needs. */
function arrange(fakes: Fakes, call: FaultyCall, { member, times, row }: FaultCase) {
  const { operation, passes: skip = 0, when, service, closed = [] } = call;
  call.given?.(fakes);
  const reads = row.end.state === 'pending-association' ? Number.POSITIVE_INFINITY : 0;
  const transition = { lag: row.lag ?? call.lag ?? 0, reads };
  fakes.ec2.behave({ transition, disassociation: transition, routeTransition: transition });
  const { env = {}, event = {} } = call.comments?.(fakes, commentKey(fakes)) ?? {};
  const base = {
    ...(service === 'github' ? fakes.env.github : {}),
    ...(operation === 'vrps' ? { INPUT_RPKI: fakes.rpki.url } : {}),
    ...env,
  };
  const { injected } = member;
  if ('fault' in injected) {
    const rule = { operation, skip, times: timesInNumbers[times], ...(when && { when }) };
    fakes.faults.add({ ...injected, ...rule });
  }
  if (!('network' in injected)) return { env: { ...base, ...clockOf(injected) }, event };
  const [name, url] = endpointOf(service, fakes);
  if (injected.network === 'tls') {
    return { env: { ...base, [name]: url.replace('http:', 'https:') }, event };
  }
  for (const earlier of closed) {
    fakes.faults.add({ operation: earlier, fault: 'slow', ms: 0, closes: true });
  }
  return {
    env: {
      ...base,
      [name]: url.replace('127.0.0.1', `${service}.test`),
      NODE_OPTIONS: `${fakes.env.ripestat.NODE_OPTIONS} --import=${child}`,
      FAULT_HOST: `${service}.test`,
      FAULT_LOOKUP: injected.network,
      FAULT_AFTER: String(closed.length),
      FAULT_TIMES: String(timesInNumbers[times]),
    },
    event,
  };
}

/** The variables that set the clock of the step's process. */
function clockOf({ clockMinutes }: { readonly clockMinutes?: number }): Record<string, string> {
  if (clockMinutes === undefined) return {};
  return {
    NODE_OPTIONS: `--import=${child}`,
    FAULT_CLOCK_MS: String(clockMinutes * 60_000),
  };
}

/** What the comment of the run is known by. */
function commentKey({ region }: Fakes): CommentKey {
  return { file: `${pair.cidr} AS${pair.asn} ${region}`, targets: [] };
}

/** The variable that says where a service is, and the fake server's own value of it. */
function endpointOf(service: ServiceName, fakes: Fakes): [string, string] {
  const { ec2, sts, issuer, github, rpki } = fakes;
  switch (service) {
    case 'oidc':
      return ['ACTIONS_ID_TOKEN_REQUEST_URL', issuer.requestUrl];
    case 'sts':
      return ['AWS_ENDPOINT_URL_STS', sts.url];
    case 'ec2':
      return ['AWS_ENDPOINT_URL_EC2', ec2.url];
    case 'github':
      return ['GITHUB_API_URL', github.url];
    case 'rpki':
      return ['INPUT_RPKI', rpki.url];
  }
}

function requestsOf({ requestLog }: Fakes, { operation, when }: FaultyCall) {
  return requestLog
    .of(operation)
    .filter(
      ({ params }) => when === undefined || (params.DryRun === 'true') === (when === 'dry-run'),
    );
}

/** A case without its fault would prove nothing. */
function expectFaultInjected(
  { fakes, log, reason }: AnyEnded,
  { member: { injected } }: FaultCase,
): void {
  const unused = fakes.faults.pending().filter(({ times }) => times !== Number.POSITIVE_INFINITY);
  expect(unused, 'faults that did not take place').toEqual([]);
  const isTransient = !('fault' in injected) && conclusionOf(reason) === 'success';
  if (isTransient) expect(log, 'was tried again').toMatch(/; retrying (now|in \d)/);
}

function expectEnd(ended: AnyEnded, call: FaultyCall, end: End): void {
  const { reason, state, changed, comment, approver } = end;
  const { outputs, fakes, log } = ended;
  const expected = { reason, state, changed: String(changed), ...end.outputs };
  const reported = Object.keys(expected).map((name) => [name, outputs[name]]);
  expect(Object.fromEntries(reported), log).toEqual(expected);
  if (changed) expect(fakes.requestLog.changes, 'EC2 has accepted it').toHaveLength(1);
  if (call.action !== 'routes') {
    const actualState = fakes.ipam.association(pair.asn, pair.cidr)?.state ?? 'absent';
    expect(['unknown', actualState], 'the state at EC2').toContain(outputs.state);
  }
  if (comment) expectComment(ended, comment);
  if (approver) expectApprover(ended, approver);
}

/** The summary has the approver, or the log has one line that says why not. */
function expectApprover({ summary, log }: AnyEnded, approver: 'named' | 'not known'): void {
  const isNamed = approver === 'named';
  expect(summary.includes('approved in this run by <code>mona</code>'), 'the approver').toBe(
    isNamed,
  );
  expect(log.match(/^the approvers are not known: /gm) ?? []).toHaveLength(isNamed ? 0 : 1);
}

/** One comment of ours at most; one warning reports a missing or old one. */
function expectComment({ fakes, printed }: AnyEnded, comment: 'written' | 'not written'): void {
  const texts = fakes.github
    .repository()
    .comments(defaultPull.number)
    .filter(({ author }) => author.login === jobAuthor.login)
    .map(({ body }) => body);
  const written = texts.filter((text) => !text.endsWith(olderText));
  expect(texts.length, 'comments of ours').toBeLessThan(2);
  expect(written, 'comments of this run').toHaveLength(comment === 'written' ? 1 : 0);
  const warnings = printed.filter(({ level }) => level === 'warning').map(({ text }) => text);
  const expected = comment === 'written' ? [] : [expect.stringMatching(/^No comment: /)];
  expect(warnings).toEqual(expected);
}

function expectCalls(count: number, expected: Row['calls']): void {
  const [least, most] = typeof expected === 'number' ? [expected, expected] : expected;
  expect(count, 'calls').toBeGreaterThanOrEqual(least);
  expect(count, 'calls').toBeLessThanOrEqual(most);
}

function expectTime({ row }: FaultCase, taken: Durations): void {
  const forComment = row.end.comment ? commentSeconds : 0;
  const atMost = secondsOf(row) + graceSeconds + forComment;
  expect(taken.sinceFirstLine / 1000, 'seconds').toBeLessThan(atMost);
  if (row.within !== undefined) {
    expect(taken.sinceFirstCall / 1000, 'seconds after the call').toBeLessThan(row.within);
  }
  if (row.final) {
    expect(taken.sinceLastCall / 1000, 'seconds after a final answer').toBeLessThan(graceSeconds);
  }
}
