// Writes a config file from the associations that AWS shows, for those who adopt this action with
// associations in place: npm run export -- --region us-west-2 --output byoasn.yml
// Takes the credentials that the AWS SDK finds, and only reads.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Document, isMap, isSeq } from 'yaml';
import { connectVia } from '../src/aws/connection.ts';
import { describeCidrs } from '../src/aws/observe.ts';
import { rates, startPace } from '../src/aws/pace.ts';
import { openTransport } from '../src/aws/transport.ts';
import { systemClock } from '../src/clock.ts';
import { startDeadline } from '../src/deadline.ts';
import { Failure } from '../src/failure.ts';
import type { ObservedCidr } from '../src/plan/observed.ts';
import { readProxies } from '../src/proxy.ts';
import { failureLines } from '../src/report/log.ts';
import { plainLine } from '../src/report/plain.ts';

/** What AWS shows of one account and Region. */
interface Shown {
  readonly accountId: string;
  readonly region: string;
  readonly cidrs: readonly ObservedCidr[];
}

const usage = 'npm run export -- --region REGION [--region REGION ...] [--output FILE]';
const header = ` Written from what AWS shows. Associations that are being made or are made are listed;
 leaving one out of this file never removes it.`;

/** A config file with every association that is made or under way; others stand in comments. */
function exportConfig(shown: readonly Shown[]): string {
  const targets = shown.map(({ accountId, region, cidrs }) => ({
    account: accountId,
    region,
    associations: cidrs.flatMap(({ cidr, associations }) =>
      associations.filter(isWanted).map(({ asn }) => ({ asn: Number(asn), cidr })),
    ),
  }));
  const listed = targets.filter(({ associations }) => associations.length > 0);
  const document = new Document({ version: 1, targets: listed });
  document.commentBefore = header;
  const left = shown.flatMap(leftOut);
  if (left.length > 0) document.comment = ` Not listed:\n${left.join('\n')}`;
  for (const target of seqItems(document.get('targets'))) {
    for (const pair of seqItems(isMap(target) ? target.get('associations') : undefined)) {
      if (isMap(pair)) pair.flow = true;
    }
  }
  return document.toString({ lineWidth: 0 });
}

function isWanted({ state }: { readonly state: string }): boolean {
  return state === 'associated' || state === 'pending-association';
}

function leftOut({ region, cidrs }: Shown): string[] {
  return cidrs.flatMap(({ cidr, associations }) => [
    ...(associations.length === 0 ? [` ${region} ${cidr}: no association`] : []),
    ...associations
      .filter((association) => !isWanted(association))
      .map(({ asn, state }) => plainLine(` ${region} ${cidr} with AS${asn}: ${state}`)),
  ]);
}

function seqItems(node: unknown): readonly unknown[] {
  return isSeq(node) ? node.items : [];
}

function readOptions(): {
  readonly regions: readonly string[];
  readonly output: string | undefined;
} {
  const options = {
    region: { type: 'string', multiple: true },
    output: { type: 'string' },
  } as const;
  const { region = [], output } = parseArgs({ options }).values;
  if (region.length === 0) throw new Error('--region is missing');
  return { regions: region, output };
}

async function read(region: string): Promise<Shown> {
  const cancelled = new AbortController().signal;
  const clock = systemClock(cancelled);
  const world = {
    env: process.env,
    github: { trigger: 'repository', idToken: undefined } as const,
    mask: () => {},
    cancelled,
    clock,
    random: Math.random,
    deadline: startDeadline(clock, 300),
    log: { line: (text: string) => console.error(text) },
  };
  const { variables, problems } = readProxies(process.env);
  if (problems.length > 0) throw new Failure('invalid-input', problems.join('\n'));
  const transport = openTransport(variables);
  const connection = await connectVia(transport)({ region, role: undefined }, world);
  const pace = startPace(rates.describeByoipCidrs, clock);
  const [accountId, cidrs] = await Promise.all([
    connection.callerAccountId(),
    describeCidrs(connection.ec2, pace, world),
  ]);
  return { accountId, region, cidrs };
}

async function run(): Promise<void> {
  const { regions, output } = readOptions();
  const shown: Shown[] = [];
  for (const region of regions) shown.push(await read(region));
  const text = exportConfig(shown);
  if (output === undefined) console.log(text.trimEnd());
  else writeFileSync(output, text, { flag: 'wx' });
}

try {
  await run();
} catch (error) {
  const lines = error instanceof Failure ? failureLines(error) : [String(error), `Usage: ${usage}`];
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
