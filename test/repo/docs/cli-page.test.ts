import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArguments } from '../../../src/cli/arguments.ts';
import { configFile } from '../../e2e/action/fleet.ts';
import { runProgram } from '../../e2e/cli/program.ts';
import { startFakes } from '../../fakes/fakes.ts';
import { currentTag } from '../release/current.ts';
import { commandsOf } from './commands.ts';
import { pages, read } from './pages.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'cli.md'), 'utf8');
const npx = `npx github:OWNER/associate-ipam-byoasn#${currentTag} `;

/** The contents of the fenced blocks of a language. */
function blocks(language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text = '']) => text);
}

/** The arguments of the commands that the page shows. */
const commands = blocks('bash').map((text) => {
  if (!text.startsWith(npx)) throw new Error(`not a command of npx: ${text}`);
  return text.slice(npx.length).trim().split(' ');
});

const account = '111122223333';
const file = configFile([
  {
    name: 'west',
    account,
    region: 'us-west-2',
    associations: [
      { asn: 64500, cidr: '198.51.100.0/24', note: 'edge POP, ticket NET-12' },
      { asn: 64500, cidr: '2001:db8:1000::/48' },
    ],
  },
  {
    name: 'east',
    account,
    region: 'us-east-1',
    associations: [{ asn: 64501, cidr: '203.0.113.0/24' }],
  },
]);

/** Runs a command of the page, with the account of its example. */
async function runShown(args: readonly string[]) {
  const fakes = await startFakes();
  try {
    fakes.addAccount(account, { 'us-east-1': {} });
    const east = fakes.ec2.ipam(account, 'us-east-1');
    east.setAssociation({ asn: '64501', cidr: '203.0.113.0/24', state: 'associated' });
    fakes.ipam.setAssociation({ asn: '64500', cidr: '2001:db8:1000::/48', state: 'associated' });
    return await runProgram(args, {
      env: { ...fakes.env.endpoints, ...fakes.env.credentials },
      files: args.includes('export') ? {} : { 'byoasn.yml': file },
    });
  } finally {
    await fakes.close();
  }
}

test('docs/cli.md shows the commands of the program', () => {
  expect(commands.map(([name]) => name)).toEqual(['plan', 'plan', 'export', 'doctor']);
});

test('every page shows command lines that the program can read', () => {
  const lines = pages.flatMap((name) => commandsOf(read(name)));
  const commandLines = lines.flatMap((line) => {
    const [, args] =
      /^npx .*\bassociate-ipam-byoasn\S* ((?:plan|export|doctor)\b.*)$/.exec(line) ??
      /^npm run ((?:plan|export|doctor) -- .*)$/.exec(line) ??
      [];
    return args === undefined ? [] : [args.replace(' -- ', ' ').split(' ')];
  });
  expect(commandLines.length).toBeGreaterThan(commands.length);
  for (const args of commandLines) {
    const expected =
      args.includes('--config') || args[0] !== 'plan' ? [] : ['--config', 'byoasn.yml'];
    expect(() => readArguments([...args, ...expected]), args.join(' ')).not.toThrow();
  }
});

test('the first command of docs/cli.md prints the output below it', async () => {
  const [command = []] = commands;
  const [example] = blocks('text');
  const { status, out } = await runShown([...command, '--allow-special-use']);
  expect({ status, out }).toEqual({ status: 0, out: example });
});

test('the second prints JSON, and its exit status says that there are changes', async () => {
  const { status, out } = await runShown([...(commands[1] ?? []), '--allow-special-use']);
  expect(status).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ has_changes: true, pairs_left_out: 0 });
});

test('the third writes a file', async () => {
  const err = 'Wrote byoasn.yml: 1 association, 2 CIDRs without one.\n';
  expect(await runShown(commands[2] ?? [])).toEqual({ status: 0, out: '', err });
});

test('the fourth finds nothing wrong with the example', async () => {
  const { status, out } = await runShown([...(commands[3] ?? []), '--allow-special-use']);
  expect(status).toBe(0);
  expect(out).toContain('\n0 faults, 0 warnings.\n');
});
