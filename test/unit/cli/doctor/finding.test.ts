import { expect, test } from 'vitest';
import { faultOf, formatSections, worstStatus } from '../../../../src/cli/doctor/finding.ts';
import { Failure } from '../../../../src/failure.ts';

const format = { width: 40, style: (_: string, text: string) => text };
const failure = new Failure('access-denied', 'Could not read: Denied', {
  likely: 'A policy',
  next: 'Do it',
  lines: ['{', '  "a": 1', '}'],
  problems: [{ location: { file: 'f', line: 1, column: 2 }, path: 'p', text: 'is wrong' }],
});

test('each finding has its next step, wrapped at the width of the terminal', () => {
  const findings = [
    { status: 'ok', subject: 'Proxy', found: 'none\nis set' } as const,
    faultOf('AWS', failure),
  ];
  const lines = formatSections([{ title: 'General', findings }], format);
  expect(lines).toEqual([
    'General',
    'ok       Proxy: none\\nis set',
    'fault    AWS: Could not read: Denied',
    '           (access-denied). Likely',
    '           cause: A policy',
    '         f:1:2 p: is wrong',
    '         {',
    '           "a": 1',
    '         }',
    '         Next step: Do it',
    '',
    '1 fault, 0 warnings.',
  ]);
});

test.each([
  [[], 'ok'],
  [['ok', 'unknown'], 'unknown'],
  [['warning', 'ok', 'unknown'], 'warning'],
  [['ok', 'fault', 'warning'], 'fault'],
] as const)('the worst of %j is %s', (statuses, worst) => {
  const findings = statuses.map((status) => ({ status, subject: '', found: '' }));
  expect(worstStatus(findings)).toBe(worst);
});
