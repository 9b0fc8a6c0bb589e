import { writeFileSync } from 'node:fs';
import { call } from '../aws/call.ts';
import { withFailureContext } from '../aws/errors/to-failure.ts';
import { planPolicy, policyToPaste } from '../aws/policies.ts';
import { rates } from '../aws/rates.ts';
import { quotedText } from '../domain/look-alikes.ts';
import { parseRegion } from '../domain/region.ts';
import { Failure } from '../failure.ts';
import { countInvalid } from '../inputs/inputs.ts';
import { readProxies } from '../inputs/proxies.ts';
import { startDeadline } from '../lib/deadline.ts';
import { createRateLimiter } from '../lib/rate-limiter.ts';
import { plainLine } from '../lib/text.ts';
import type { BoundedContext } from '../observe/connect-target.ts';
import { describeCidrs } from '../observe/describe.ts';
import type { Command } from './arguments.ts';
import { buildTerminalWorld, type CliContext } from './context.ts';
import { exitStatus } from './exit-code.ts';
import { formatConfig, type Shown } from './format-config.ts';
import type { Screen } from './output.ts';

const patienceSeconds = 300;

type ReadingWorld = CliContext & Pick<BoundedContext, 'deadline'>;

/**
 * Writes a configuration file from what AWS shows, for those who start with associations in place;
 * gives the exit status. Only reads, and writes over no file. Throws a Failure.
 */
export async function exportConfig(
  { profile, regions, output }: Extract<Command, { name: 'export' }>,
  screen: Screen,
): Promise<number> {
  const world = buildTerminalWorld(screen, { profile, talk: 'brief' });
  const named = checkRegions(regions, world.env);
  const bounded = { ...world, deadline: startDeadline(world.clock, patienceSeconds) };
  const shown: Shown[] = [];
  for (const region of named) shown.push(await read(region, bounded));
  const text = formatConfig(shown);
  if (output === undefined) screen.out.print(text.trimEnd().split('\n').map(plainLine));
  else writeNew(output, screen.redact(text));
  return exitStatus.done;
}

/** The Regions to read, without a Region of its own that of the environment. */
function checkRegions(regions: readonly string[], env: CliContext['env']): readonly string[] {
  const named = regions.length > 0 ? regions : [env.AWS_REGION || env.AWS_DEFAULT_REGION || ''];
  const problems = named.flatMap((text) => {
    const { problem, example } = { example: '', ...parseRegion(text) };
    const seen = text === '' ? '' : ` ${quotedText(text)}`;
    return problem === undefined ? [] : [`aws-region:${seen} ${problem}. Example: ${example}`];
  });
  const proxies = readProxies(env).problems;
  const lines = [...problems, ...proxies];
  if (lines.length > 0) {
    const message = countInvalid(problems.length > 0 ? ['aws-region'] : [], proxies);
    throw new Failure('invalid-input', message, { lines });
  }
  return [...new Set(named)];
}

async function read(region: string, world: ReadingWorld): Promise<Shown> {
  const connection = await withFailureContext(
    'get AWS credentials',
    world.connect({ region, role: undefined }, world),
  );
  const [accountId, cidrs] = await Promise.all([
    withFailureContext(
      'ask STS which account the credentials belong to',
      call(connection.callerAccountId, world),
    ),
    withFailureContext(
      `read the BYOIP CIDRs of ${region}`,
      describeCidrs(
        connection.ec2,
        createRateLimiter(rates.describeByoipCidrs, world.clock),
        world,
      ),
      ({ kind }) => (kind === 'denied' ? { lines: policyToPaste(planPolicy(region)) } : {}),
    ),
  ]);
  return { accountId, region, cidrs };
}

function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw new Failure('invalid-input', `Could not write ${JSON.stringify(path)}: ${error}`, {
      next: 'Name a file that is not there yet, in a folder that is.',
    });
  }
}
