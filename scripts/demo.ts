// Runs the built action as GitHub's runner would, on peers of AWS and GitHub inside this process: a
// dry run, then an association awaited to its end. Every input of action.yml is an option, for
// example: npm run demo -- --asn 64501 --cidr 203.0.113.0/24
import { setTimeout } from 'node:timers/promises';
import { parseArgs, styleText } from 'node:util';
import { type Peers, startPeers } from '../test/peers/peers.ts';
import { action } from '../test/scenario/environment.ts';
import { runStep, type ShownLine } from '../test/scenario/runner.ts';

type Inputs = Readonly<Record<string, string>>;

const standard: Inputs = { asn: '64500', cidr: '198.51.100.0/24', 'allow-special-use': 'true' };

/** The inputs given on the command line; an unknown option ends the demo. */
function readOptions(): Inputs {
  const names = Object.keys(action.inputs);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const given = Object.entries(parseArgs({ options }).values);
    return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`Options: ${names.map((name) => `--${name}`).join(' ')}`);
    return process.exit(2);
  }
}

async function demonstrate(title: string, peers: Peers, inputs: Inputs): Promise<number> {
  heading(title);
  const step = await runStep({
    with: { ...standard, 'aws-region': peers.region, 'role-to-assume': peers.roleArn, ...inputs },
    env: { ...peers.env.endpoints, ...peers.env.oidc },
  });
  let grouped = false;
  for (const line of step.shown) {
    if (line.level === 'group' || line.level === 'endgroup') grouped = line.level === 'group';
    showLine(line, grouped ? '    ' : '  ');
  }
  heading('Its outputs');
  for (const [name, value] of Object.entries(step.outputs)) console.log(`  ${name} = ${value}`);
  heading('Its job summary');
  console.log(readable(step.summary));
  console.log(`Exit status ${step.exitCode}`);
  return step.exitCode ?? 1;
}

function heading(text: string): void {
  console.log(`\n${styleText('bold', text)}`);
}

function showLine({ level, text }: ShownLine, margin: string): void {
  const indented = text.replace(/^(?=.)/gm, margin);
  if (level === 'group') console.log(`  ${styleText('cyan', text)}`);
  else if (level === 'error')
    console.log(styleText('red', `${margin}Error: ${indented.trimStart()}`));
  else if (level === 'text') console.log(indented);
  else if (level === 'notice' || level === 'warning') console.log(styleText('yellow', indented));
}

/** Markdown as it reads on a page: character references and markup resolved, table rows as fields. */
function readable(markdown: string): string {
  const decoded = (text: string) =>
    text
      .replace(/<br>/g, '\n             ')
      .replace(/<[^>]+>|\*\*/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const lines = markdown.split('\n');
  const header = cells(lines.find((line) => line.startsWith('|')) ?? '');
  return lines
    .filter((line) => !line.startsWith('| ASN') && !line.startsWith('| ---'))
    .flatMap((line) =>
      line.startsWith('|')
        ? cells(line).map((cell, at) => `  ${(header[at] ?? '').padEnd(9)}  ${decoded(cell)}`)
        : [`  ${decoded(line)}`],
    )
    .join('\n');
}

function cells(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const inputs = readOptions();
const peers = await startPeers({ behaviour: { settling: { reads: 1 } } });
console.log('Peers of EC2, STS and GitHub run on loopback; nothing leaves this machine.');
if (inputs['dry-run'] === undefined) {
  await demonstrate('A dry run, as on a pull request', peers, { ...inputs, 'dry-run': 'true' });
  // The two runs of a real pipeline lie further apart than EC2's two seconds per DescribeByoipCidrs.
  await setTimeout(2_000);
}
const title = 'The step with your inputs (EC2 takes a few seconds to settle)';
process.exitCode = await demonstrate(title, peers, inputs);
await peers.close();
