// `npm run faults`: prints the fault matrix as a page of Markdown, in the words of the expectations that
// the tests check the built action against.
import { formatTable } from '../../../scripts/docs/markdown.ts';
import { findCode } from '../../../src/aws/errors/error-codes.ts';
import { conclusionOf } from '../../../src/reasons.ts';
import { type CallName, callNames, calls } from './calls.ts';
import { expectations } from './expectations.ts';
import { casesOf, commentSeconds, secondsOf } from './fault-cases.ts';
import { faultGroups } from './fault-groups.ts';
import type { LeftOut, Row } from './rows.ts';

/** How to read the matrix, what goes wrong, and a table for each call. */
function matrixPage(): string {
  const blocks = [
    '# The fault matrix',
    [
      'What a run does when a call fails. Each row of a table is an expectation. For every fault of a row,',
      'a test runs the built action against servers on loopback: one run is one case.',
    ].join('\n'),
    '## How to read it',
    [
      '- **Faults**: groups of faults, [below](#fault-groups). Every member is a case.',
      '- **Times**: how many requests of the call in a row fail. The next one succeeds.',
      '- **Ends with**: the output `reason`, the exit status of the step, and the outputs `changed` and',
      '  `state`.',
      '- **Calls**: how many requests of the call reach the service, counted from the first faulty one. A',
      '  range depends on random delays.',
      '- **Limit**: `wait-timeout-seconds` of the run, which ends at most 5 s later. A comment has its own',
      '  time after the run, which always ends with `dry-run-permitted`.',
      '  *At once* means within 5 s of the response, because waiting cannot resolve it.',
    ].join('\n'),
    [
      'In every case, `changed` is `true` only if EC2 accepted a change; `state` is the final state in EC2,',
      'for a route the last state that it showed, or `unknown`; nothing is changed twice; no pull request',
      'gets a second comment; no secret is in the log. For calls for routes and `DisassociateIpamByoasn`,',
      'only the first member of a fault group is tested.',
    ].join('\n'),
    '## Fault groups',
    'A call is tested with the codes of a group that AWS documents for it.',
    faultGroupsTable(),
    ...callNames.flatMap(callSection),
  ];
  return blocks.join('\n\n');
}

function faultGroupsTable(): string {
  return formatTable(
    ['Fault group', 'Means', 'Members'],
    Object.entries(faultGroups).map(([group, { means }]) => [group, means, memberText(group)]),
  );
}

/** All members of a group in cases, for any call. */
function memberText(group: string): string {
  const names = callNames.flatMap((call) =>
    expectations[call].rows
      .flatMap((row) => casesOf(call, row))
      .filter((faultCase) => faultCase.group === group)
      .map(({ member }) => member.name),
  );
  return [...new Set(names)].map(codeText).join(', ');
}

/** Codes of AWS as code, other names as they are. */
function codeText(name: string): string {
  return findCode(name) ? `\`${name}\`` : name;
}

function callSection(call: CallName): string[] {
  const { title, run } = calls[call];
  const { rows, leftOut } = expectations[call];
  return [
    `## ${title}`,
    run,
    calls[call].service === 'github' ? commentTable(call, rows) : endsTable(call, rows),
    `Not in the matrix:\n\n${leftOut.map(leftOutLine).join('\n')}`,
  ];
}

function endsTable(call: CallName, rows: readonly Row[]): string {
  return formatTable(
    [...faultColumns, 'Ends with', 'Exit', '`changed`', '`state`', ...runColumns],
    rows.map((row) => {
      const { reason, state, changed, outputs = {} } = row.end;
      const exit = conclusionOf(reason) === 'success' ? '0' : '1';
      const others = Object.entries(outputs).map(([name, value]) => `, \`${name}\` ${value}`);
      const ends = [`\`${reason}\`${others.join('')}`, exit, `${changed}`, `\`${state}\``];
      return [...faultCells(row), ...ends, ...runCells(call, row)];
    }),
  );
}

/** A comment never changes how a run ends, so its own outcome is all there is. */
function commentTable(call: CallName, rows: readonly Row[]): string {
  return formatTable(
    [...faultColumns, 'Comment', ...runColumns],
    rows.map((row) => {
      const comment = row.end.comment === 'written' ? 'written' : 'not written, which is a warning';
      return [...faultCells(row), comment, ...runCells(call, row)];
    }),
  );
}

const faultColumns = ['Faults', 'Times'] as const;
const runColumns = ['Calls', 'Limit', 'Cells', 'Note'] as const;

function faultCells({ faults, times }: Row): string[] {
  return [faults.join(', '), [times].flat().join(', ')];
}

function runCells(call: CallName, row: Row): string[] {
  const count = casesOf(call, row).length;
  return [[row.calls].flat().join(' to '), limitText(row), String(count), row.why ?? ''];
}

function limitText(row: Row): string {
  if (row.final) return 'at once';
  if (row.within !== undefined) return `${row.within} s after the first`;
  return `${row.end.comment ? commentSeconds : secondsOf(row)} s`;
}

function leftOutLine({ what, why }: LeftOut): string {
  return `- ${what}. ${why}`;
}

console.log(matrixPage());
