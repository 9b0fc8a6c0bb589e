import { plainLine } from '../../lib/text.ts';
import type { Format, Style } from '../output.ts';
import { wrap } from '../wrap.ts';
import type { Finding, Section, Status } from './finding.ts';

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
  return `${number} ${status}${number === 1 ? '' : 's'}`;
}
