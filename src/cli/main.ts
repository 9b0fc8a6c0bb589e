import { asFailure } from '../failure.ts';
import { plainLine } from '../lib/text.ts';
import { redactFailure } from '../report/redact.ts';
import { type Command, readArguments } from './arguments.ts';
import { exitStatus, statusOfFailure, watchSignals } from './exit-code.ts';
import { formatFailure } from './format-plan.ts';
import { helpText } from './options.ts';
import { openScreen, type Screen } from './output.ts';
import { plan } from './plan-command.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Runs the program for people with its arguments and ends the process; it never rejects. */
export async function runCli(args: readonly string[]): Promise<void> {
  process.exitCode = exitStatus.failed;
  // A reader that has seen enough, such as `head`, closes its end.
  process.stdout.on('error', () => process.exit(exitStatus.failed));
  // Without progress and warnings what was asked for is worth as much.
  process.stderr.on('error', () => {});
  const screen = openScreen();
  const ofSignal = watchSignals();
  const status = await run(args, screen, ofSignal);
  process.stdout.write('', (lost) => {
    // What was asked for is not there, such as in a file on a full disk, and that is no success.
    if (lost && !isClosed(lost)) {
      screen.err.print([plainLine(`Error: Could not write to stdout: ${lost.message}`)]);
    }
    const ending = lost ? exitStatus.failed : status;
    // What a cancelled call left open must not keep the process alive.
    process.stderr.write('', () => process.exit(ending));
  });
}

function isClosed(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE';
}

async function run(
  args: readonly string[],
  screen: Screen,
  ofSignal: () => number | undefined,
): Promise<number> {
  try {
    return await carryOut(readArguments(args), screen, ofSignal);
  } catch (error) {
    if (error instanceof WrongUsage) {
      screen.err.print([plainLine(error.message), 'See associate-ipam-byoasn --help.']);
      return exitStatus.wrongUsage;
    }
    const failure = redactFailure(asFailure(error), screen.redact);
    screen.err.print(formatFailure(failure, [], screen.err));
    return statusOfFailure(failure, ofSignal());
  }
}

async function carryOut(
  command: Command,
  screen: Screen,
  ofSignal: () => number | undefined,
): Promise<number> {
  switch (command.name) {
    case 'help':
      screen.out.print([helpText()]);
      return exitStatus.done;
    case 'plan':
      return plan(command, screen, ofSignal);
    case 'export':
      return (await import('./export-command.ts')).exportConfig(command, screen);
  }
}
