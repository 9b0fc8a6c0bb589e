import { connectVia } from '../aws/connection.ts';
import { openTransport } from '../aws/transport.ts';
import type { Context } from '../context.ts';
import { readProxies } from '../inputs/proxies.ts';
import { systemClock } from '../lib/clock.ts';
import { cancelOnSignals } from '../lib/signals.ts';
import { plainLine } from '../lib/text.ts';
import { inspectLines } from '../report/log.ts';
import { createLog, type Verbosity } from './log.ts';
import type { Terminal } from './output.ts';

/** The context of a command: no workflow, and the credentials of the person who runs it. */
export type CliContext = Omit<Context, 'readInput' | 'readFile'>;

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
