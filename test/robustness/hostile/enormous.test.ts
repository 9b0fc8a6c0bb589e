import { describe, expect, test } from 'vitest';
import { commentRoom } from '../../../src/github/comment-marker.ts';
import type { Outcome } from '../../../src/outcome/run-state.ts';
import { formatComment, formatSummary } from '../../../src/report/markdown-page.ts';
import { formatOutputs, formatRouteOutputs } from '../../../src/report/outputs.ts';
import { action, routeAction, setByTheEntry } from '../../e2e/action/environment.ts';
import { onPullRequest } from '../../unit/report/links.ts';
import { counted, elapsedMs, factor } from './fuzz.ts';
import {
  type Attack,
  attack,
  defaultResponder,
  defaultRouteResponder,
  type Ended,
  expectValidOutcome,
  pair,
} from './run.ts';
import { allHostileText } from './texts.ts';
import { asnsXml, cidrsXml, type ListedCidr } from './wire.ts';

/** GitHub's limits: 1 MiB of outputs a job in UTF-16, 1 MiB a summary, 65,536 characters a comment. */
function expectWithinLimits(outcome: Outcome, kind: Attack['action']): void {
  const { outputs, used } =
    kind === 'routes'
      ? { outputs: formatRouteOutputs(outcome, onPullRequest), used: routeAction }
      : { outputs: formatOutputs(outcome, onPullRequest), used: action };
  const declared = Object.keys(used.outputs).filter((name) => !setByTheEntry.includes(name));
  expect(Object.keys(outputs).sort()).toEqual(declared.sort());
  expect(Object.values(outputs).join('').length).toBeLessThan(524_288);
  expect(JSON.parse(outputs.result)).toMatchObject({ schema_version: 1, reason: outcome.reason });
  expect(Buffer.byteLength(formatSummary(outcome, onPullRequest))).toBeLessThan(1_048_576);
  const { source } = outcome.inputs ?? {};
  const key = { file: source?.form === 'file' ? source.path : '', targets: [] };
  const availableBytes = commentRoom(key);
  expect(formatComment(outcome, availableBytes, onPullRequest).length).toBeLessThanOrEqual(
    availableBytes,
  );
}

const run = counted('enormous runs', async (attackCase: Attack & { readonly reason: string }) => {
  const ended = await attack(attackCase);
  expectValidOutcome(ended);
  expect(ended.outcome.reason, ended.outcome.failure?.message.slice(0, 500)).toBe(
    attackCase.reason,
  );
  expectWithinLimits(ended.outcome, attackCase.action);
  last = ended;
});
let last: Ended | undefined;

/** So many CIDRs, each a /48 of the documentation prefix 3fff::/20. */
const cidrsOf = (count: number) =>
  Array.from(
    { length: count },
    (_, nth) => `3fff:${(nth >> 12).toString(16)}:${((nth % 4096) + 1).toString(16)}::/48`,
  );

const fileOf = (cidrs: readonly string[], note = '') =>
  [
    'version: 1',
    'targets:',
    '- account: "111122223333"',
    '  region: us-west-2',
    '  associations:',
    ...cidrs.map((cidr) => `  - {asn: 64500,cidr: "${cidr}"${note && `,note: "${note}"`}}`),
  ].join('\n');

/** AWS with this many CIDRs, a hundred per page. */
const shows = (
  listed: readonly ListedCidr[],
  statusMessage?: string,
): NonNullable<Attack['responder']> => {
  const pages = Array.from({ length: Math.ceil(listed.length / 100) }, (_, nth) =>
    cidrsXml(
      listed.slice(nth * 100, nth * 100 + 100),
      (nth + 1) * 100 < listed.length ? String(nth + 1) : undefined,
    ),
  );
  return (request, nth) => {
    if (request.action === 'DescribeIpamByoasn') {
      return { body: asnsXml([{ asn: pair.asn, state: 'provisioned', statusMessage }]) };
    }
    if (request.action !== 'DescribeByoipCidrs') return defaultResponder(request, nth);
    return { body: pages[Number(request.params.get('NextToken') ?? 0)] ?? '' };
  };
};

// Ten thousand with FUZZ_RUNS, whose reports take seconds.
const many = factor > 1 ? 10_000 : 2_500;

describe('thousands', () => {
  const cidrs = cidrsOf(many);
  const listed = cidrs.map((cidr) => ({
    cidr,
    state: 'provisioned',
    advertisementType: 'unicast',
  }));

  test('of associations in a file are planned, and every report stays within its limits', async () => {
    const started = elapsedMs();
    await run({
      file: fileOf(cidrs),
      with: { 'dry-run': 'true' },
      responder: shows(listed),
      reason: 'planned',
    });
    expect(elapsedMs() - started).toBeLessThan(60_000);
    expect(last?.outcome.pairs).toHaveLength(many);
  });

  test('of refused associations are reported within the limits', async () => {
    await run({
      file: fileOf(cidrs, 'a note'),
      with: { 'dry-run': 'true' },
      responder: shows([{ cidr: pair.cidr, state: allHostileText }]),
      reason: 'refused',
    });
  });

  test('of CIDRs in an account do not hide the desired one', async () => {
    await run({
      with: { 'dry-run': 'true' },
      responder: shows([...listed, { cidr: pair.cidr, state: 'provisioned' }]),
      reason: 'dry-run-permitted',
    });
  });

  test('of unmanaged ASNs of one CIDR are reported within the limits', async () => {
    const associations = cidrs.map((_, nth) => ({ asn: String(nth + 1), state: allHostileText }));
    await run({
      with: { 'dry-run': 'true' },
      responder: shows([{ cidr: pair.cidr, state: 'provisioned', associations }]),
      reason: 'dry-run-permitted',
    });
  });
});

describe('thousands of routes', () => {
  const cidrs = cidrsOf(many);
  const routesFileOf = (note = '') =>
    [
      'version: 1',
      'targets:',
      '- account: "111122223333"',
      '  region: us-west-2',
      '  routes:',
      ...cidrs.map((cidr) => `  - {origin: none,cidr: "${cidr}"${note && `,note: "${note}"`}}`),
    ].join('\n');
  const planned = {
    'dry-run': 'true',
    'permission-check': 'false',
    'max-changes': String(many),
    'wait-timeout-seconds': '21600',
  };
  const shown = (listed: ListedCidr): NonNullable<Attack['responder']> => {
    const all = shows(cidrs.map((cidr) => ({ ...listed, cidr })));
    return (request, nth) =>
      request.action === 'DescribeByoipCidrs'
        ? all(request, nth)
        : defaultRouteResponder(request, nth);
  };

  test('in a file are planned, and every report stays within its limits', async () => {
    const started = elapsedMs();
    await run({
      action: 'routes',
      file: routesFileOf('a note'),
      with: planned,
      responder: shown({ state: 'advertised', statusMessage: allHostileText }),
      reason: 'planned',
    });
    expect(elapsedMs() - started).toBeLessThan(60_000);
    expect(last?.outcome.pairs).toHaveLength(many);
  });

  test('that are refused are reported within the limits', () =>
    run({
      action: 'routes',
      file: routesFileOf(),
      with: planned,
      responder: shown({ state: allHostileText, statusMessage: allHostileText }),
      reason: 'refused',
    }));
});

describe('a text of megabytes', () => {
  const huge = 'a status message that goes on and on, '.repeat(30_000);
  const failed = (text: Partial<Record<'state' | 'statusMessage', string>>): Attack => ({
    with: { 'dry-run': 'true' },
    responder: shows([
      {
        cidr: pair.cidr,
        state: 'provisioned',
        associations: [{ ...pair, state: 'failed-association', ...text }],
      },
    ]),
  });

  test('as a status message stays within the limits', () =>
    run({ ...failed({ statusMessage: huge }), reason: 'dry-run-permitted' }));

  test('as a state stays within the limits', () =>
    run({ ...failed({ state: huge }), reason: 'unknown-state' }));

  test.each([
    ['state', 'unknown-state'],
    ['statusMessage', 'planned'],
    ['networkBorderGroup', 'planned'],
    ['advertisementType', 'cidr-not-eligible'],
  ])('as the %s of the CIDR of a route stays within the limits', async (field, reason) => {
    const listed = { cidr: pair.cidr, state: 'provisioned', [field]: huge };
    await run({
      action: 'routes',
      with: { 'dry-run': 'true', origin: 'AWS' },
      responder: (request, nth) =>
        request.action === 'DescribeByoipCidrs'
          ? { body: cidrsXml([listed]) }
          : defaultRouteResponder(request, nth),
      reason,
    });
  });

  test('as the message of an ASN stays within the limits', () =>
    run({
      with: { 'dry-run': 'true' },
      responder: shows([{ cidr: pair.cidr, state: 'provisioned' }], huge),
      reason: 'dry-run-permitted',
    }));

  test('as the path of the file stays within the limits of outputs and summary', async () => {
    const ended = await attack({ file: 'x', with: { config: huge } });
    expectValidOutcome(ended);
    expect(Object.values(formatOutputs(ended.outcome, onPullRequest)).join('').length).toBeLessThan(
      524_288,
    );
    expect(Buffer.byteLength(formatSummary(ended.outcome, onPullRequest))).toBeLessThan(1_048_576);
  });

  test('as the path of the file leaves space for the comment', async () => {
    const { outcome } = await attack({ file: 'x', with: { config: huge } });
    const source = outcome.inputs?.source;
    const path = source?.form === 'file' ? source.path : '';
    expect(commentRoom({ file: path, targets: [] })).toBeGreaterThan(1_000);
  });
});
