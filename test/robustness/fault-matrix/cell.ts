import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import type { CommentKey } from '../../../src/github/comment-marker.ts';
import { reasons } from '../../../src/reasons.ts';
import { type Ended, pair, runOn } from '../../e2e/action/scenario.ts';
import { defaultPull, jobAuthor } from '../../fakes/github/github.ts';
import type { ServiceName } from '../../fakes/journal.ts';
import { type Peers, startPeers } from '../../fakes/peers.ts';
import { calls, type FaultyCall, olderText } from './calls.ts';
import { type Cell, commentSeconds, secondsOf } from './cells.ts';
import type { End, Row, Times } from './expectations.ts';
import { openGate } from './gate.ts';

/** What a run took until its end, in milliseconds. */
interface Taken {
  /** Since the step's first line, which leaves out what starting a process takes. */
  readonly sinceFirstLine: number;
  /** Since the first and the last request of the call, from the first faulty one on. */
  readonly sinceFirstCall: number;
  readonly sinceLastCall: number;
}

const child = pathToFileURL(join(import.meta.dirname, 'child.mjs')).href;
// Starting takes a processor, and waiting takes none.
const starting = openGate(3);
const graceSeconds = 5;

/**
 * Runs a cell on peers of its own, and holds its end against what is expected. Gives back the
 * seconds that the step took.
 */
export async function runCell(cell: Cell): Promise<number> {
  const call: FaultyCall = calls[cell.call];
  await starting.enter();
  let started: number | undefined;
  const start = () => {
    if (started === undefined) starting.leave();
    started ??= Date.now();
  };
  const peers = await startPeers({ behaviour: { rateSpeed: Number.POSITIVE_INFINITY } });
  try {
    const { env, event } = arrange(peers, call, cell);
    const ended = await runOn(peers, {
      with: {
        ...call.with,
        'wait-timeout-seconds': String(secondsOf(cell.row)),
        ...(call.comments ? { comment: 'true', 'github-token': peers.github.token } : {}),
      },
      env,
      event,
      onLine: start,
    });
    const end = Date.now();
    const asked = requestsOf(peers, call).slice(call.passes ?? 0);
    expectTroubled(ended, cell);
    expectEnd(ended, cell.row.end);
    expectCalls(asked.length, cell.row.calls);
    expectTime(cell, {
      sinceFirstLine: end - (started ?? end),
      sinceFirstCall: end - (asked.at(0)?.at ?? end),
      sinceLastCall: end - (asked.at(-1)?.at ?? end),
    });
    return ended.milliseconds / 1000;
  } finally {
    start();
    await peers.close();
  }
}

const timesInNumbers: Readonly<Record<Times, number>> = {
  once: 1,
  twice: 2,
  'for ever': Number.POSITIVE_INFINITY,
};

/** Prepares the peers, and tells what the step's environment needs. */
function arrange(peers: Peers, call: FaultyCall, { member, times, row }: Cell) {
  const { operation, passes: skip = 0, when, service, closed = [] } = call;
  const settles = row.end.state === 'pending-association' ? Number.POSITIVE_INFINITY : 0;
  peers.ec2.behave({ settling: { lag: row.lag ?? call.lag ?? 0, reads: settles } });
  const { env = {}, event = {} } = call.comments?.(peers, commentKey(peers)) ?? {};
  const base = { ...(call.comments ? peers.env.github : {}), ...env };
  const { trouble } = member;
  if ('fault' in trouble) {
    const rule = { operation, skip, times: timesInNumbers[times], ...(when && { when }) };
    peers.faults.add({ ...trouble, ...rule });
  }
  if (!('network' in trouble)) return { env: { ...base, ...clockOf(trouble) }, event };
  const [name, url] = doorOf(service, peers);
  if (trouble.network === 'tls') {
    return { env: { ...base, [name]: url.replace('http:', 'https:') }, event };
  }
  for (const earlier of closed) {
    peers.faults.add({ operation: earlier, fault: 'slow', ms: 0, closes: true });
  }
  return {
    env: {
      ...base,
      [name]: url.replace('127.0.0.1', `${service}.test`),
      NODE_OPTIONS: `--import=${child}`,
      FAULT_HOST: `${service}.test`,
      FAULT_LOOKUP: trouble.network,
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
function commentKey({ region }: Peers): CommentKey {
  return { file: `${pair.cidr} AS${pair.asn} ${region}`, targets: [] };
}

/** The variable that says where a service is, and the peer's own value of it. */
function doorOf(service: ServiceName, { ec2, sts, issuer, github }: Peers): [string, string] {
  switch (service) {
    case 'oidc':
      return ['ACTIONS_ID_TOKEN_REQUEST_URL', issuer.requestUrl];
    case 'sts':
      return ['AWS_ENDPOINT_URL_STS', sts.url];
    case 'ec2':
      return ['AWS_ENDPOINT_URL_EC2', ec2.url];
    case 'github':
      return ['GITHUB_API_URL', github.url];
  }
}

function requestsOf({ journal }: Peers, { operation, when }: FaultyCall) {
  return journal
    .of(operation)
    .filter(
      ({ params }) => when === undefined || (params.DryRun === 'true') === (when === 'dry-run'),
    );
}

/** A cell whose trouble did not come about would prove nothing. */
function expectTroubled({ peers, log, reason }: Ended, { member: { trouble } }: Cell): void {
  const untold = peers.faults.pending().filter(({ times }) => times !== Number.POSITIVE_INFINITY);
  expect(untold, 'faults that did not take place').toEqual([]);
  const onTheWay = !('fault' in trouble) && reasons[reason].ending === 'success';
  if (onTheWay) expect(log, 'was tried again').toMatch(/; again (at once|in \d)/);
}

function expectEnd(ended: Ended, { reason, state, changed, comment }: End): void {
  const { outputs, peers, log } = ended;
  const { changed: told, state: shown, reason: given } = outputs;
  expect({ reason: given, state: shown, changed: told }, log).toEqual({
    ...{ reason, state, changed: String(changed) },
  });
  if (changed) expect(peers.journal.writes, 'EC2 has accepted it').toHaveLength(1);
  const truth = peers.ipam.association(pair.asn, pair.cidr)?.state ?? 'absent';
  expect(['unknown', truth], 'the state at EC2').toContain(shown);
  if (comment) expectComment(ended, comment);
}

/** One comment of ours at most; one that is missing or old is told of by one warning. */
function expectComment({ peers, shown }: Ended, comment: 'written' | 'not written'): void {
  const texts = peers.github
    .repository()
    .comments(defaultPull.number)
    .filter(({ author }) => author.login === jobAuthor.login)
    .map(({ body }) => body);
  const written = texts.filter((text) => !text.endsWith(olderText));
  expect(texts.length, 'comments of ours').toBeLessThan(2);
  expect(written, 'comments of this run').toHaveLength(comment === 'written' ? 1 : 0);
  const warnings = shown.filter(({ level }) => level === 'warning').map(({ text }) => text);
  const expected = comment === 'written' ? [] : [expect.stringMatching(/^No comment: /)];
  expect(warnings).toEqual(expected);
}

function expectCalls(count: number, expected: Row['calls']): void {
  const [least, most] = typeof expected === 'number' ? [expected, expected] : expected;
  expect(count, 'calls').toBeGreaterThanOrEqual(least);
  expect(count, 'calls').toBeLessThanOrEqual(most);
}

function expectTime({ row }: Cell, taken: Taken): void {
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
