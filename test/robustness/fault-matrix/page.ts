// `npm run faults`: prints the fault matrix as a page of Markdown, in the words of the expectations that
// the tests check the built action against.
import { formatTable } from '../../../scripts/docs/table.ts';
import { findCode } from '../../../src/aws/errors/error-codes.ts';
import { endingOf } from '../../../src/reasons.ts';
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
      'What a run does when a call goes wrong. Each line of a table is an expectation, and a test runs',
      'the built action against servers on loopback for every fault of every line: one run is one case.',
      'The expectations are what a tool should do that people trust with their routes.',
    ].join('\n'),
    '## How to read it',
    [
      '- **Faults**: groups of faults, [below](#fault-groups). Every member is a case.',
      '- **Times**: how many requests of the call in a row go wrong. The next one is answered.',
      '- **Ends with**: the output `reason`, then the exit status of the step, and the',
      '  outputs `changed` and `state`.',
      '- **Calls**: how many requests of the call reach the service, from the first faulty one on. A',
      '  range depends on delays of random length.',
      '- **Limit**: `wait-timeout-seconds` of the run, which ends by then and 5 s at most. A comment has',
      '  its own time after the run, which always ends with `dry-run-permitted`.',
      '  *At once* means within 5 s of the response, because waiting cannot resolve it.',
    ].join('\n'),
    [
      'True of every case: `changed` is `true` only if EC2 accepted a call that changes something; `state`',
      'is what EC2 has at the end, for a route what it showed last, or `unknown`; nothing is changed twice;',
      'no pull request gets a second comment; no secret is in the log. Of a call for routes, and of',
      '`DisassociateIpamByoasn`, the first member of a fault group stands for all.',
    ].join('\n'),
    '## Fault groups',
    'A call meets those codes of a group that AWS documents for it.',
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
      const exit = endingOf(reason) === 'success' ? '0' : '1';
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
