import type { Failure } from '../../failure.ts';
import { problemText } from '../../lib/source-location.ts';
import { countNoun, plainLine } from '../../lib/text.ts';
import { nextOf } from '../format-plan.ts';
import { type Format, type Style, wrap } from '../output.ts';

/** From good to bad. `unknown` could not be checked; a `fault` stops a run, or its approval. */
const statuses = ['ok', 'unknown', 'warning', 'fault'] as const;

/** The result of a check. */
type Status = (typeof statuses)[number];

/** One check of the doctor: what was checked, what was found, and what to do. */
export interface Finding {
  readonly status: Status;
  readonly subject: string;
  readonly found: string;
  /** Undefined if there is nothing to do. */
  readonly advice?: string | undefined;
  /** Lines to print as they are: problems of a file, a policy to paste. */
  readonly lines?: readonly string[];
  /** The failure that was found, if any. */
  readonly failure?: Failure;
}

/** Findings under one title. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** Returns a function that makes findings about a subject. */
export function findingsAbout(subject: string) {
  return (status: Status, found: string, advice?: string): Finding => ({
    status,
    subject,
    found,
    advice,
  });
}

/** The worst status of the findings; `ok` without any. */
export function worstStatus(findings: readonly Finding[]): Status {
  const found = new Set(findings.map(({ status }) => status));
  return statuses.findLast((status) => found.has(status)) ?? 'ok';
}

/** The finding of a failure. */
export function faultOf(subject: string, failure: Failure): Finding {
  const { message, likely, next, lines, problems, reason } = failure;
  const cause = likely === undefined ? '' : `. Likely cause: ${likely}`;
  return {
    status: 'fault',
    subject,
    found: `${message} (${reason})${cause}`,
    advice: nextOf(reason, next),
    lines: [...problems.map(problemText), ...lines],
    failure,
  };
}

const styles: Readonly<Record<Status, Style>> = {
  ok: 'green',
  unknown: 'dim',
  warning: 'yellow',
  fault: 'red',
};

const width = 'warning'.length + 2;
const indent = ' '.repeat(width);

/** The findings by section, and how many are faults and warnings. */
export function formatSections(sections: readonly Section[], format: Format): string[] {
  const findings = sections.flatMap((section) => section.findings);
  return [
    ...sections.flatMap((section) => [
      ...wrap(plainLine(section.title), format.width).map((line) => format.style('bold', line)),
      ...section.findings.flatMap((finding) => formatFinding(finding, format)),
      '',
    ]),
    `${count(findings, 'fault')}, ${count(findings, 'warning')}.`,
  ];
}

function formatFinding(finding: Finding, format: Format): string[] {
  const { status, subject, found, advice, lines = [] } = finding;
  const prose = (text: string) => wrap(plainLine(text), format.width - width, '', '  ');
  const [head = '', ...more] = prose(`${subject}: ${found}`);
  return [
    format.style(styles[status], status) + ' '.repeat(width - status.length) + head,
    ...[
      ...more,
      ...lines.map(plainLine),
      ...(advice === undefined ? [] : prose(`Next step: ${advice}`)),
    ].map((line) => indent + line),
  ];
}

function count(findings: readonly Finding[], status: Status): string {
  const number = findings.filter((finding) => finding.status === status).length;
  return countNoun(number, status);
}
