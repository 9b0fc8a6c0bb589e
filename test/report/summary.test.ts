import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { openLedger } from '../../src/ledger.ts';
import { formatSummary } from '../../src/report/summary.ts';
import { outcomeOf } from './outcome.ts';

const read = { grade: 'read', text: 'DescribeByoipCidrs: shown' } as const;
const proven = { grade: 'proven', text: 'EC2 DryRun: permitted' } as const;

/** The cells of the only row of the table. */
function cells(summary: string): readonly string[] {
  const [, , row = ''] = summary.split('\n').filter((line) => line.startsWith('|'));
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('the summary', () => {
  test('of an association has one table, what ended it, and what is next', () => {
    const facts = { before: 'absent', state: 'associated', evidence: [read] };
    expect(formatSummary(outcomeOf('associated', facts))).toBe(
      [
        '### BYOASN association: associated',
        '',
        'The association was made or was already under way, and AWS now shows it as associated.',
        '',
        '| ASN | CIDR | Region | Account | Before | After | Evidence |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        '| AS64500 | <code>198&#46;51&#46;100&#46;0/24</code> | us-west-2 | 111122223333 | absent | associated | **read** DescribeByoipCidrs&#58; shown |',
        '',
        '**Next:** Advertise the CIDR with this ASN when you want routes to change; associating changes none.',
        '',
        '<sub>Associating makes the ASN eligible and changes no routes; advertising the CIDR with it does.</sub>',
        '',
      ].join('\n'),
    );
  });

  test('of a dry run says that it was dry, and lists all evidence in one cell', () => {
    const facts = { before: 'absent', state: 'absent', evidence: [read, proven] };
    const summary = formatSummary(outcomeOf('dry-run-permitted', facts, { mode: 'plan' }));
    expect(summary).toMatch(/^### BYOASN association \(dry run\): dry-run-permitted\n/);
    expect(cells(summary)[6]).toBe(
      '**read** DescribeByoipCidrs&#58; shown<br>**proven** EC2 DryRun&#58; permitted',
    );
    expect(summary).toContain('A dry run proves permission, nothing else.');
  });

  test('of a failure shows it with its lines, likely cause and next step', () => {
    const failure = new Failure('access-denied', 'Could not <associate>', {
      likely: 'A policy|boundary.',
      next: 'Ask @admin.',
      lines: ['{', '  "Sid": "```"', '}'],
    });
    const summary = formatSummary(outcomeOf(failure, { state: 'failed-association' }));
    expect(summary).toContain('**Error:** Could not &#60;associate&#62;\n');
    expect(summary).toContain('````text\n{\n  "Sid": "```"\n}\n````\n');
    expect(summary).toContain('**Likely cause:** A policy&#124;boundary&#46;\n');
    expect(summary).toContain('**Next:** Ask &#64;&#8288;admin&#46;\n');
  });

  test('of a failure without lines or a likely cause shows the message alone', () => {
    const summary = formatSummary(outcomeOf(new Failure('throttled', 'Could not read')));
    expect(summary).toContain('**Error:** Could not read\n\n|');
    expect(summary).not.toContain('Likely cause');
    expect(summary).not.toContain('```');
  });

  test('of refused inputs has no table', () => {
    const outcome = openLedger().close(new Failure('invalid-input', 'One input is not right'));
    expect(formatSummary(outcome)).not.toContain('|');
    expect(formatSummary(outcome)).not.toContain('\n\n\n');
  });

  test("shows AWS's status message beside the state", () => {
    const facts = { state: 'failed-association', statusMessage: 'ROA | <missing>' };
    const summary = formatSummary(outcomeOf(new Failure('association-failed', 'x'), facts));
    expect(cells(summary)[5]).toBe('failed-association: <code>ROA &#124; &#60;missing&#62;</code>');
  });

  test('says what is not known', () => {
    const outcome = outcomeOf('fork-no-credentials', {}, { accountId: '', mode: 'plan' });
    expect(cells(formatSummary(outcome)).slice(3)).toEqual([
      'not asked',
      'unknown',
      'unknown',
      'none',
    ]);
  });

  test('keeps its shape whatever AWS says', () => {
    const text = 'x\n\n# Heading\n| a |\n```\n</code><script>';
    const failure = new Failure('association-failed', text, {
      lines: [text],
      likely: text,
      next: text,
    });
    const facts = { before: text, state: text, statusMessage: text, evidence: [{ ...read, text }] };
    const summary = formatSummary(outcomeOf(failure, facts));
    const outside = summary.replace(/^(`{4,})text\n[^\n]*\n\1$/m, '');
    expect(outside).not.toContain('<script>');
    expect(outside.match(/^#/gm)).toHaveLength(1);
    expect(outside.match(/^\|/gm)).toHaveLength(3);
    expect(cells(summary)).toHaveLength(7);
  });
});
