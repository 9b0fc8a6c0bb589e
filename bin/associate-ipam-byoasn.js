#!/usr/bin/env node
// Starts the command line, dist/cli.js. An older Node can parse this file too, so that it can say which
// version it needs.
import { readFileSync } from 'node:fs';

const about = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const args = process.argv.slice(2);
const needed = Number(/\d+/.exec(about.engines.node)[0]);

if (args.includes('--version')) {
  console.log(about.version);
} else if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `This is Node ${process.versions.node}, and ${about.name} needs ${needed} or newer.`,
  );
  const plain = /^[\w@%+=:,./-]+$/;
  const quoted = args.map((arg) => (plain.test(arg) ? arg : `'${arg.replace(/'/g, "'\\''")}'`));
  const run = [`github:OWNER/${about.name}#v${about.version}`, about.name, ...quoted].join(' ');
  console.error(
    `With npx, and OWNER as in your command: npx --package node@${needed} --package ${run}`,
  );
  process.exitCode = 1;
} else {
  await import('../dist/cli.js');
}
