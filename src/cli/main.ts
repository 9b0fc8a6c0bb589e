import { asFailure } from '../failure.ts';
import { plainLine } from '../lib/text.ts';
import { redactFailure } from '../report/redact.ts';
import { readArguments, WrongUsage } from './arguments.ts';
import { exitStatus, statusOfFailure, watchSignals } from './exit-code.ts';
import { formatFailure } from './format-plan.ts';
import { helpText } from './options.ts';
import { openTerminal, type Terminal } from './output.ts';
import { plan } from './plan-command.ts';

/** Runs the program for people with its arguments and ends the process; it never rejects. */
export async function runCli(args: readonly string[]): Promise<void> {
  process.exitCode = exitStatus.failed;
  // A reader such as `head` closes the pipe when it has read enough.
  process.stdout.on('error', () => process.exit(exitStatus.failed));
  // The result does not depend on progress and warnings.
  process.stderr.on('error', () => {});
  const terminal = openTerminal();
  const signalStatus = watchSignals();
  const status = await run(args, terminal, signalStatus);
  process.stdout.write('', (lost) => {
    // The result is lost, for example on a full disk.
    if (lost && !isClosed(lost)) {
      terminal.err.print([plainLine(`Error: Could not write to stdout: ${lost.message}`)]);
    }
    const code = lost ? exitStatus.failed : status;
    // A connection that a cancelled call left open must not keep the process alive.
    process.stderr.write('', () => process.exit(code));
  });
}

function isClosed(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE';
}

async function run(
  args: readonly string[],
  terminal: Terminal,
  signalStatus: () => number | undefined,
): Promise<number> {
  try {
    const command = readArguments(args);
    if (command.name === 'plan') return await plan(command, terminal, signalStatus);
    if (command.name === 'export') {
      return await (await import('./export-command.ts')).exportConfig(command, terminal);
    }
    if (command.name === 'doctor') {
      return await (await import('./doctor/doctor-command.ts')).doctor(command, terminal);
    }
    terminal.out.print([helpText()]);
    return exitStatus.done;
  } catch (error) {
    if (error instanceof WrongUsage) {
      terminal.err.print([plainLine(error.message), 'See associate-ipam-byoasn --help.']);
      return exitStatus.wrongUsage;
    }
    const failure = redactFailure(asFailure(error), terminal.redact);
    terminal.err.print(formatFailure(failure, [], terminal.err));
    return statusOfFailure(failure, signalStatus());
  }
}
