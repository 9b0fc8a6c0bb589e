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
  console.error(
    `With npx: npx --package node@${needed} --package github:OWNER/${about.name} ${about.name} ...`,
  );
  process.exitCode = 1;
} else {
  await import('../dist/cli.js');
}
