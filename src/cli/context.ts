import { connectVia } from '../aws/connection.ts';
import { openTransport } from '../aws/transport.ts';
import type { Context } from '../context.ts';
import { readProxies } from '../inputs/proxies.ts';
import { systemClock } from '../lib/clock.ts';
import { cancelOnSignals } from '../lib/signals.ts';
import { plainLine } from '../lib/text.ts';
import { inspectLines } from '../report/log.ts';
import { openTerminalLog, type Talk } from './log.ts';
import type { Screen } from './output.ts';

/** A world with a person in place of a workflow, and with the credentials of that person. */
export type CliContext = Omit<Context, 'readInput' | 'readFile'>;

/** What all commands have of the world in common; `profile` goes before the environment's own. */
export function buildTerminalWorld(
  screen: Screen,
  { profile, talk }: { readonly profile: string | undefined; readonly talk: Talk },
): CliContext {
  const { variables, secrets, warnings } = readProxies(process.env);
  for (const secret of secrets) screen.mask(secret);
  if (profile !== undefined) chooseProfile(profile);
  const cancelled = cancelOnSignals((error) =>
    screen.err.print(inspectLines(error).map(plainLine)),
  );
  const log = openTerminalLog(screen.err, talk);
  for (const text of warnings) log.warning(text);
  return {
    env: process.env,
    github: undefined,
    clock: systemClock(cancelled),
    random: Math.random,
    cancelled,
    log,
    mask: screen.mask,
    connect: connectVia(openTransport(variables)),
  };
}

/** The SDK looks at these variables; keys among them would make it warn, or come before the profile. */
function chooseProfile(profile: string): void {
  process.env.AWS_PROFILE = profile;
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
    delete process.env[name];
  }
}
