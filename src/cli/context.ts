import { connectVia } from '../aws/connection.ts';
import { openTransport } from '../aws/transport.ts';
import type { Context, Log } from '../context.ts';
import { readProxies } from '../inputs/proxies.ts';
import { systemClock } from '../lib/clock.ts';
import { cancelOnSignals } from '../lib/signals.ts';
import { locationText } from '../lib/source-location.ts';
import { plainLine } from '../lib/text.ts';
import { inspectLines } from '../report/log.ts';
import type { Output, Terminal } from './output.ts';

/** The context of a command: no workflow, and the credentials of the person who runs it. */
export type CliContext = Omit<Context, 'readInput' | 'readFile'>;

/** `brief` leaves out the inputs and the plan, which is printed separately. */
type Verbosity = 'brief' | 'full';

/** Builds the context that all commands share; `profile` overrides the environment. */
export function createContext(
  terminal: Terminal,
  { profile, verbosity }: { readonly profile: string | undefined; readonly verbosity: Verbosity },
): CliContext {
  const { variables, secrets, warnings } = readProxies(process.env);
  for (const secret of secrets) terminal.mask(secret);
  if (profile !== undefined) chooseProfile(profile);
  const cancelled = cancelOnSignals((error) =>
    terminal.err.print(inspectLines(error).map(plainLine)),
  );
  const transport = openTransport(variables);
  const log = createLog(terminal.err, verbosity);
  for (const text of warnings) log.warning(text);
  return {
    env: process.env,
    github: undefined,
    clock: systemClock(cancelled),
    random: Math.random,
    cancelled,
    log,
    mask: terminal.mask,
    connect: connectVia(transport),
    transport,
  };
}

/** The SDK reads these variables; access keys in them would override the profile. */
function chooseProfile(profile: string): void {
  process.env.AWS_PROFILE = profile;
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
    delete process.env[name];
  }
}

/** The log of a run in a terminal; all texts are escaped. */
function createLog(output: Output, verbosity: Verbosity): Log {
  const printDim = (texts: readonly string[]) =>
    output.print(texts.map((text) => output.style('dim', plainLine(text))));
  return {
    group: (title) => {
      if (verbosity === 'full') output.print([output.style('bold', plainLine(title))]);
    },
    close: () => {},
    line: (text) => printDim([text]),
    lines: (texts) => {
      if (verbosity === 'full') printDim(texts);
    },
    notice: (text) => output.print([plainLine(text)]),
    warning: (text, location) => {
      const at = location ? `${locationText(location)} ` : '';
      output.print([output.style('yellow', plainLine(`Warning: ${at}${text}`))]);
    },
  };
}
