import { describe, expect, test } from 'vitest';
import { defaultPull } from '../../fakes/github/github.ts';
import { allHostileText } from '../../robustness/hostile/texts.ts';
import { readStructure } from '../../unit/report/structure.ts';
import { manyCidrs } from '../action/fleet.ts';
import {
  bodyOf,
  expectNoCommandsRun,
  expectPlainPages,
  texts,
  writable,
} from '../action/hostile-text.ts';
import {
  amazons,
  dryRun,
  routesFile,
  runReported,
  runRoute,
  withRouteFakes,
} from './route-scenario.ts';

const hostile = writable(allHostileText);

describe.concurrent('hostile text', () => {
  test("in AWS's states, messages and discovered routes and in notes has no effect, also in the comment", () => {
    const listed = manyCidrs(texts.length * 2);
    const textOf = (nth: number) => texts[Math.floor(nth / 2)] ?? '';
    const cidrs = listed.map((cidr, nth) => {
      const text = writable(textOf(nth));
      const isKnown = nth % 2 === 0;
      return {
        cidr,
        state: isKnown ? 'advertised' : text,
        statusMessage: text,
        advertisementType: isKnown ? 'unicast' : text,
        networkBorderGroup: text,
        associations: [
          { asn: '64500', state: 'associated', statusMessage: text },
          { asn: text, state: 'advertised', statusMessage: text },
        ],
      };
    });
    const discoveredRoutes = listed.map((cidr, nth) => {
      const text = writable(textOf(nth));
      return { cidr, asn: text, state: nth % 2 === 0 ? 'advertised' : text };
    });
    return withRouteFakes({ cidrs, behaviour: { discoveredRoutes } }, async (fakes) => {
      const file = routesFile(
        ...listed.map((cidr, nth) => ({
          cidr,
          origin: nth % 4 < 2 ? 'AWS' : 'none',
          note: textOf(nth).slice(0, 500),
        })),
      );
      const github = { comment: 'true', 'github-token': fakes.github.token };
      const ended = await runReported(fakes, {
        files: { 'byoasn.yml': file },
        with: { config: 'byoasn.yml', ...dryRun, ...github },
        event: { pull_request: { number: defaultPull.number, head: { sha: allHostileText } } },
        env: { ...fakes.env.github, GITHUB_EVENT_NAME: 'pull_request' },
      });
      expect(ended.reason).toBe('refused');
      expectNoCommandsRun(ended);
      const [comment] = fakes.github.repository().comments(defaultPull.number);
      expect(comment?.body.length).toBeLessThanOrEqual(65_536);
      expectPlainPages([ended.summary, bodyOf(comment)]);
      expect(ended.planFile).not.toBe('');
    });
  });

  test.each([
    ['in the error of a change', {}, 'request-rejected'],
    ['in the error of a permission check', dryRun, 'request-rejected'],
  ])('%s has no effect', async (_, inputs, reason) => {
    const ended = await runRoute({
      with: inputs,
      given: ({ faults }) =>
        faults.add({
          ...{ operation: 'AdvertiseByoipCidr', fault: 'error', status: 400 },
          ...{ code: hostile, message: hostile },
        }),
    });
    expect(ended.reason).toBe(reason);
    expectNoCommandsRun(ended);
    readStructure(ended.summary);
  });

  const answer = (document: object) =>
    ({ fault: 'page', status: 200, body: JSON.stringify(document) }) as const;
  const peers = texts.map((text) => ({ prefix: amazons, as_path: `16509 ${text}` }));

  test.each([
    ['a path', answer({ status: 'ok', data: { rrcs: [{ peers }] } })],
    [
      'a path that is none',
      answer({ status: 'ok', data: { rrcs: [{ peers: [allHostileText] }] } }),
    ],
    ['a status', answer({ status: allHostileText, data: {} })],
    ['an error', { ...answer({}), status: 400, body: allHostileText }],
  ])('in %s of the route collectors has no effect', async (_, fault) => {
    const ended = await runRoute({
      with: { ...dryRun, cidr: amazons },
      given: ({ faults }) => faults.add({ ...fault, operation: 'looking-glass' }),
    });
    expect(ended.reason).toBe('planned');
    expectNoCommandsRun(ended);
    readStructure(ended.summary);
  });

  test.each([
    answer({ status: 'ok', data: { status: allHostileText, validating_roas: [] } }),
    answer({
      status: 'ok',
      data: { status: 'valid', validating_roas: [{ prefix: allHostileText }] },
    }),
  ])('in RPKI data has no effect', async (fault) => {
    const ended = await runRoute({
      with: dryRun,
      given: ({ faults }) => faults.add({ ...fault, operation: 'rpki-validation' }),
    });
    expect(ended.reason).toBe('rpki-unreadable');
    expectNoCommandsRun(ended);
    readStructure(ended.summary);
  });

  test('in every input is refused and has no effect', async () => {
    const names = ['cidr', 'origin', 'aws-region', 'verify', 'verify-timeout-seconds', 'rpki'];
    const more = ['dry-run', 'expected-plan', 'max-changes', 'rpki-policy', 'target'];
    // The runner's environment cannot hold NUL.
    const text = allHostileText.replaceAll('\0', '');
    const ended = await runRoute({
      with: Object.fromEntries([...names, ...more].map((name) => [name, text])),
    });
    expect(ended.reason).toBe('invalid-input');
    expectNoCommandsRun(ended);
    for (const name of [...names, ...more]) expect(ended.log).toContain(`${name}: `);
  });

  test('in the state after a change has no effect', () => {
    const never = Number.POSITIVE_INFINITY;
    const routeTransition = { answered: hostile, pending: hostile, reads: never };
    return withRouteFakes({ behaviour: { routeTransition } }, async (fakes) => {
      const ended = await runReported(fakes, { with: { 'wait-timeout-seconds': '12' } });
      expect(ended.outputs.changed).toBe('true');
      expectNoCommandsRun(ended);
      readStructure(ended.summary);
    });
  });
});
