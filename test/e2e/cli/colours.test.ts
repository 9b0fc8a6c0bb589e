import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fakes, startFakes } from '../../fakes/fakes.ts';
import { hasPython } from '../../unit/domain/python.ts';
import { addDr, fleet } from '../action/fleet.ts';
import { program, runProgram } from './program.ts';

/** How a code that colours text starts. */
const csi = '\u001b[';
const row = '203.0.113.0/24  AS64501  advertised (live)  create';
const plan = ['plan', '--config', 'byoasn.yml', '--allow-special-use', '--target', 'dr'];

const hasTerminal = hasPython && process.platform !== 'win32';
const reason = hasTerminal ? '' : ' (skipped: no Python to make a terminal with)';

let fakes: Fakes;
let dr: Readonly<Record<string, string>>;

/** The fake servers take a DescribeByoipCidrs of an account every two seconds; each run has its own. */
beforeAll(async () => {
  fakes = await startFakes({ account: '444455556666', region: 'eu-west-1' });
  addDr(fakes);
  dr = { ...fakes.env.endpoints, ...fakes.env.credentials, TERM: 'xterm-256color' };
});
afterAll(() => fakes.close());

interface TerminalSetup {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What must appear before Ctrl-C is typed. */
  readonly interruptAt?: string;
}

/** What a person sees of a plan; both streams are one there. */
async function planOnTerminal({ columns = 120, env = {}, interruptAt = '' }: TerminalSetup = {}) {
  const script = join(import.meta.dirname, 'pseudo-terminal.py');
  const { status, out } = await runProgram(plan, {
    env: { ...dr, ...env },
    files: { 'byoasn.yml': fleet },
    by: ['python3', script, String(columns), interruptAt, process.execPath, program],
  });
  return { status, output: out };
}

/** What a program sees of a plan. */
function pipe(env: Readonly<Record<string, string>> = {}) {
  return runProgram(plan, { env: { ...dr, ...env }, files: { 'byoasn.yml': fleet } });
}

describe.runIf(hasTerminal)(`on a terminal${reason}`, () => {
  test('a plan has colours, and a table if the terminal is wide enough', async () => {
    const { status, output } = await planOnTerminal();
    expect(status).toBe(0);
    expect(output).toContain(`${csi}32mcreate${csi}39m`);
    const lines = stripVTControlCharacters(output).split('\n');
    const start = lines.indexOf('dr · 444455556666 · eu-west-1');
    expect(lines.slice(start, start + 4)).toEqual([
      'dr · 444455556666 · eu-west-1',
      'CIDR            ASN      CIDR state         Change',
      row,
      'Checks: read, permission not checked',
    ]);
  });

  test('a plan has blocks instead of a table if the terminal is narrow', async () => {
    const { output } = await planOnTerminal({ columns: 40 });
    expect(stripVTControlCharacters(output)).toContain(
      '\n203.0.113.0/24\n  ASN         AS64501\n  CIDR state  advertised (live)\n  Change      create\n',
    );
  });

  test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }, { FORCE_COLOR: '0' }])(
    'a plan has no colours with %j',
    async (env) => {
      const { status, output } = await planOnTerminal({ env });
      expect(status).toBe(0);
      expect(output).toContain(row);
      expect(output).not.toContain('\u001b');
    },
  );

  test('Ctrl-C ends a plan with 130', async () => {
    fakes.faults.add({ operation: 'DescribeByoipCidrs', fault: 'hang' });
    const { status, output } = await planOnTerminal({ interruptAt: 'is allowed' });
    expect(status).toBe(130);
    expect(stripVTControlCharacters(output)).toContain('Error: The run was cancelled (SIGINT)');
  });
});

describe('to a pipe', () => {
  test('a plan has no colours, and its lines are not wrapped', async () => {
    const { status, out, err } = await pipe();
    expect(status).toBe(0);
    expect(out).toContain(row);
    expect(out + err).not.toContain('\u001b');
  });

  test('a plan has colours if they are forced', async () => {
    const { out } = await pipe({ FORCE_COLOR: '1' });
    expect(out).toContain(`${csi}32mcreate${csi}39m`);
  });
});
