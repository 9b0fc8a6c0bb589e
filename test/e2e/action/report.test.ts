import { describe, expect, test } from 'vitest';
import { pair, runScenario } from './scenario.ts';

// Each text would have an effect at the start of a line, in a table cell or in a page.
const hostile = [
  'x\n::error title=owned::owned',
  '\r\n::set-output name=state::associated',
  '##[add-mask]64500',
  '| a | <script>alert(1)</script> | [here](https://evil.invalid) @octocat `code` **bold** \u202e',
  '\u001b[31mred\u001b[0m',
].join('\n');

describe.concurrent('text from outside', () => {
  test("in AWS's status messages has no effect on the runner or the page", async () => {
    const { outputs, printed, summary, masks } = await runScenario({
      fakes: {
        behaviour: { transition: { to: 'failed-association', statusMessage: hostile, reads: 0 } },
      },
    });
    // XML has only one kind of line end; the output is still AWS's text.
    const verbatim = hostile.replaceAll('\r\n', '\n');
    expect(outputs).toMatchObject({ reason: 'association-failed', 'status-message': verbatim });
    expect(printed.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(masks).not.toContain('64500');
    expectHarmless(summary);
  });

  test("in AWS's errors has no effect on the runner or the page", async () => {
    const { outputs, printed, summary } = await runScenario({
      given: ({ faults }) =>
        faults.add({
          operation: 'AssociateIpamByoasn',
          fault: 'error',
          status: 400,
          code: 'InvalidParameterValue',
          message: hostile,
        }),
    });
    expect(outputs.reason).toBe('request-rejected');
    expect(printed.filter(({ level }) => level === 'error')).toHaveLength(1);
    expectHarmless(summary);
  });

  test('in the inputs has no effect on the runner or the page', async () => {
    const { outputs, printed, summary } = await runScenario({
      with: { cidr: hostile, 'role-session-name': hostile },
    });
    expect(outputs.reason).toBe('invalid-input');
    expect(printed.filter(({ level }) => level === 'error')).toHaveLength(1);
    // The problems are in a fenced block, one per line, verbatim.
    expect(summary.match(/^```/gm)).toHaveLength(2);
    expect(summary).toContain(String.raw`\n::error title=owned::owned\n`);
  });

  function expectHarmless(summary: string): void {
    for (const markup of [
      '<script',
      '[here]',
      '@octocat',
      '`code`',
      '**bold',
      '\u202e',
      '\u001b',
    ]) {
      expect(summary).not.toContain(markup);
    }
    const [row = ''] = summary.split('\n').filter((line) => line.includes('| AS64500 |'));
    expect(row.split('|')).toHaveLength(6);
  }
});

describe.concurrent('the job summary', () => {
  test('is omitted on request', async () => {
    const { summary, outputs } = await runScenario({
      with: { summary: 'false', wait: 'false' },
    });
    expect(summary).toBe('');
    expect(outputs.reason).toBe('accepted');
  });

  test('that cannot be written gives a warning, and does not fail the run', async () => {
    const { printed, outputs } = await runScenario({
      with: { wait: 'false' },
      env: { GITHUB_STEP_SUMMARY: '/nowhere/summary' },
    });
    expect(outputs.reason).toBe('accepted');
    expect(printed.filter(({ level }) => level === 'warning')).toMatchObject([
      { text: expect.stringContaining('The job summary could not be written') },
    ]);
  });

  test('has the state of the association, its evidence and the next step', async () => {
    const { summary } = await runScenario({ with: { wait: 'false' } });
    expect(summary).toMatch(/^### BYOASN: 1 association accepted\n/);
    expect(summary).toContain('\n<b>us-west-2</b> · 111122223333\n');
    expect(summary).toContain('| AS64500 | provisioned | pending-association |');
    expect(summary).toContain('its association with AS64500 is absent\n');
    expect(summary).toContain('read&#58; DescribeIpamByoasn&#58; AS64500 is provisioned');
    expect(summary).toContain('**Next:** Run again later to see the end state&#46;');
    expect(summary).toContain('commit <code>0123456789ab</code> · started by <code>octocat</code>');
  });
});

test('the result has the same values as the outputs, with types', async () => {
  const { outputs, result } = await runScenario({ with: { wait: 'false' } });
  expect(result).toMatchObject({
    schema_version: 1,
    reason: outputs.reason,
    ending: 'success',
    dry_run: false,
    run: {
      url: 'https://github.com/octo-org/prefixes/actions/runs/1234567890',
      commit: '0123456789abcdef0123456789abcdef01234567',
      pull_request: null,
      actor: 'octocat',
    },
    state: outputs.state,
    changed: true,
    has_changes: true,
    plan_digest: outputs['plan-digest'],
    counts: JSON.parse(outputs.counts ?? ''),
    pairs: [
      {
        ...pair,
        state_before: 'absent',
        end: 'pending',
        account_id: outputs['account-id'],
        region: outputs.region,
        request_id: outputs['request-id'],
        error: null,
      },
    ],
    pairs_left_out: 0,
    unmanaged: [],
    error: null,
  });
});
