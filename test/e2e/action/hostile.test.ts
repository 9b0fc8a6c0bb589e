import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startFakes } from '../../fakes/fakes.ts';
import { defaultPull } from '../../fakes/github/github.ts';
import { allHostileText } from '../../robustness/hostile/texts.ts';
import { readStructure } from '../../unit/report/structure.ts';
import { configFile, main, manyCidrs, runFile } from './fleet.ts';
import {
  bodyOf,
  expectNoCommandsRun,
  expectPlainPages,
  invisible,
  texts,
  writable,
} from './hostile-text.ts';
import { runScenario } from './scenario.ts';

describe.concurrent('hostile text', () => {
  test("in AWS's states and messages and in notes has no effect, also in the comment", async () => {
    const cidrs = manyCidrs(texts.length * 2);
    const fakes = await startFakes({
      cidrs: texts.flatMap((text, nth) => [
        {
          cidr: cidrs[nth * 2] ?? '',
          state: 'provisioned',
          advertisementType: 'unicast',
          associations: [
            { asn: '64500', state: 'failed-association', statusMessage: writable(text) },
            { asn: writable(text), state: 'associated' },
          ],
        },
        {
          cidr: cidrs[nth * 2 + 1] ?? '',
          state: writable(text),
          statusMessage: writable(text),
          associations: [{ asn: '64501', state: writable(text), statusMessage: writable(text) }],
        },
      ]),
    });
    try {
      const associations = cidrs.map((cidr, nth) => ({
        asn: 64_500,
        cidr,
        note: (texts[Math.floor(nth / 2)] ?? '').slice(0, 500),
      }));
      const ended = await runFile(
        fakes,
        configFile([{ ...main, associations }]),
        { 'dry-run': 'true', comment: 'true', 'github-token': fakes.github.token },
        {
          event: { pull_request: { number: defaultPull.number, head: { sha: allHostileText } } },
          env: { ...fakes.env.github, GITHUB_EVENT_NAME: 'pull_request' },
        },
      );
      expect(ended.reason).toBe('refused');
      expectNoCommandsRun(ended);
      const [comment] = fakes.github.repository().comments(defaultPull.number);
      expect(comment?.body.length).toBeLessThanOrEqual(65_536);
      expectPlainPages([ended.summary, bodyOf(comment)]);
      expect(ended.planFile).not.toBe('');
    } finally {
      await fakes.close();
    }
  });

  const refusedCall = () =>
    runScenario({
      given: ({ faults }) =>
        faults.add({
          operation: 'AssociateIpamByoasn',
          fault: 'error',
          status: 400,
          code: writable(allHostileText),
          message: writable(allHostileText),
        }),
    });

  test("in AWS's codes and messages has no effect", async () => {
    const ended = await refusedCall();
    expect(ended.reason).toBe('request-rejected');
    expectNoCommandsRun(ended);
    readStructure(ended.summary);
  });

  test('is also escaped in the stack of a failure in the debug log', async () => {
    const { raw } = await refusedCall();
    const stacks = raw.split('\n').filter((line) => line.startsWith('::debug::'));
    expect(stacks.join()).toContain('Could not associate');
    for (const line of stacks) expect(line).not.toMatch(invisible);
  });

  test('in the claims of a token that STS rejects has no effect', async () => {
    const ended = await runScenario({
      fakes: { claims: { sub: allHostileText, environment: allHostileText } },
    });
    expect(ended.reason).toBe('oidc-denied');
    expectNoCommandsRun(ended);
    readStructure(ended.summary);
  });

  test("in GitHub's rejection of a comment has no effect", async () => {
    const ended = await runScenario({
      given: ({ faults }) =>
        faults.add({
          operation: 'issues/create-comment',
          fault: 'error',
          status: 422,
          code: 'Refused',
          message: allHostileText,
        }),
      with: { 'dry-run': 'true', comment: 'true', 'github-token': 'unknown', 'pr-number': '7' },
    });
    expect(ended.reason).toBe('dry-run-permitted');
    expectNoCommandsRun(ended);
  });

  test('in every input is refused and has no effect', async () => {
    const names = ['asn', 'cidr', 'aws-region', 'target', 'role-to-assume', 'role-session-name'];
    const more = ['dry-run', 'expected-plan', 'max-changes', 'allowed-account-ids', 'concurrency'];
    // The runner's environment cannot hold NUL.
    const text = allHostileText.replaceAll('\0', '');
    const ended = await runScenario({
      with: Object.fromEntries([...names, ...more].map((name) => [name, text])),
    });
    expect(ended.reason).toBe('invalid-input');
    expectNoCommandsRun(ended);
    for (const name of [...names, ...more]) expect(ended.log).toContain(`${name}: `);
  });

  test("in the runner's variables and the event has no effect", async () => {
    const text = allHostileText.replaceAll('\0', '');
    const ended = await runScenario({
      with: { 'dry-run': 'true' },
      event: { pull_request: { number: text, head: { sha: text, repo: { full_name: text } } } },
      env: {
        GITHUB_SERVER_URL: text,
        GITHUB_REPOSITORY: text,
        GITHUB_SHA: text,
        GITHUB_ACTOR: text,
        GITHUB_EVENT_NAME: text,
        GITHUB_REF: text,
      },
    });
    expect(ended.reason).toBe('dry-run-permitted');
    expectNoCommandsRun(ended);
    readStructure(ended.summary);
  });
});

// Windows has neither FIFOs nor /dev.
describe.skipIf(process.platform === 'win32').concurrent('a config file that is none', () => {
  test.each<[string, (workspace: string) => void]>([
    ['a FIFO without a writer', (at) => execFileSync('mkfifo', [join(at, 'byoasn.yml')])],
    ['a link to the standard input', (at) => symlinkSync('/dev/stdin', join(at, 'byoasn.yml'))],
    [
      "a link to the process's secrets",
      (at) => symlinkSync('/proc/self/environ', join(at, 'byoasn.yml')),
    ],
    ['a link to itself', (at) => symlinkSync('byoasn.yml', join(at, 'byoasn.yml'))],
    ['not UTF-8', (at) => writeFileSync(join(at, 'byoasn.yml'), Uint8Array.of(0xff, 0xfe, 0))],
    [
      'of a gigabyte',
      (at) => {
        writeFileSync(join(at, 'byoasn.yml'), '');
        truncateSync(join(at, 'byoasn.yml'), 2 ** 30);
      },
    ],
  ])('is refused immediately: %s', async (_, arrange) => {
    const ended = await runScenario({ with: { config: 'byoasn.yml' }, arrange });
    expect(ended.reason).toBe('invalid-input');
    expect(ended.milliseconds).toBeLessThan(20_000);
    expect(ended.log).not.toContain('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
  });
});
