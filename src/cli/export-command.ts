import { call } from '../aws/call.ts';
import { withFailureContext } from '../aws/errors/to-failure.ts';
import { planPolicy, policyIfDenied } from '../aws/policies.ts';
import { rates } from '../aws/rates.ts';
import type { BoundedContext } from '../context.ts';
import { parseRegion } from '../domain/region.ts';
import { createReader } from '../inputs/inputs.ts';
import { mapParsed, parseList, parseRegionInput } from '../inputs/parsers.ts';
import { startDeadline } from '../lib/deadline.ts';
import { createRateLimiter } from '../lib/rate-limiter.ts';
import { plainLine } from '../lib/text.ts';
import { describeCidrs } from '../observe/describe.ts';
import type { ExportCommand } from './arguments.ts';
import { type CliContext, createContext } from './context.ts';
import { exitStatus } from './exit-code.ts';
import { countConfig, formatConfig, type ObservedRegion } from './format-config.ts';
import { writeNew } from './new-file.ts';
import type { Terminal } from './output.ts';

const timeoutSeconds = 300;

type BoundedCliContext = CliContext & Pick<BoundedContext, 'deadline'>;

/**
 * Writes a configuration file with the associations that exist in AWS, and returns the exit status.
 * It changes nothing in AWS, and overwrites no file. Throws a Failure.
 */
export async function exportConfig(
  { profile, regions, output }: ExportCommand,
  terminal: Terminal,
): Promise<number> {
  const context = createContext(terminal, { profile, verbosity: 'brief' });
  const named = readRegions(
    (name) => (name === 'aws-region' ? regions.join() : ''),
    context.env,
  ).regions;
  const bounded = { ...context, deadline: startDeadline(context.clock, timeoutSeconds) };
  const observed: ObservedRegion[] = [];
  for (const region of new Set(named)) observed.push(await read(region, bounded));
  const text = formatConfig(observed);
  if (output === undefined) {
    terminal.out.print(text.trimEnd().split('\n').map(plainLine));
  } else {
    writeNew(output, terminal.redact(text));
    terminal.err.print([plainLine(`Wrote ${output}: ${countConfig(observed)}.`)]);
  }
  return exitStatus.done;
}

/** Reads the Regions of the command line; without any, the Region of the environment. */
const readRegions = createReader<{ readonly regions: readonly string[] }>(({ check, env }) => ({
  regions: check('aws-region', (text) =>
    text === ''
      ? mapParsed(parseRegionInput(text, env), (region) => [region])
      : parseList(text, parseRegion),
  ),
}));

async function read(region: string, context: BoundedCliContext): Promise<ObservedRegion> {
  const connection = await withFailureContext(
    'get AWS credentials',
    context.connect({ region, role: undefined }, context),
  );
  const [accountId, cidrs] = await Promise.all([
    withFailureContext(
      'ask STS which account the credentials belong to',
      call(connection.callerAccountId, context),
    ),
    withFailureContext(
      `read the BYOIP CIDRs of ${region}`,
      describeCidrs(connection.ec2, createRateLimiter(rates.describeByoipCidrs, context), context),
      policyIfDenied(planPolicy(region)),
    ),
  ]);
  return { accountId, region, cidrs };
}
