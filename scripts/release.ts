// `npm run release`: makes a release in two steps, between which the workflow attests the files.
//   prepare v1.2.3      checks the checkout and writes build/release/
//   publish v1.2.3      publishes build/release/ on GitHub
//   --dry-run v1.2.3    prepares, and only prints the commands to publish
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { headCommit } from './release/commit.ts';
import { type Finding, obstacle } from './release/finding.ts';
import { gh } from './release/gh.ts';
import { commandsOf, type Order, publish } from './release/publish.ts';
import { assets, formatChecksums, releaseFolder, shippedFiles } from './release/shipped.ts';
import { parseTag } from './release/version.ts';

const root = join(import.meta.dirname, '..');
const usage = 'npm run release -- prepare|publish|--dry-run v1.2.3';

function readOrder(tag: string): Order {
  const version = parseTag(tag);
  if (version === undefined) throw new Error(`${tag} is not a tag of the form v1.2.3.`);
  return {
    repository: process.env.GITHUB_REPOSITORY ?? 'OWNER/associate-ipam-byoasn',
    tag,
    version,
    commit: headCommit(root),
    folder: relative(process.cwd(), releaseFolder(root)),
  };
}

/** Prints each step, and returns all findings. */
async function runPrepare({ tag }: Order): Promise<readonly Finding[]> {
  // Building loads installed packages, which the publishing job must not.
  const { prepare } = await import('./release/prepare.ts');
  const found: Finding[] = [];
  for await (const { name, done, findings } of prepare(root, tag)) {
    if (findings.length === 0) console.log(`${name}: ${done}`);
    for (const { kind, text } of findings) console.log(`${name}: ${kind}: ${text}`);
    found.push(...findings);
  }
  return found;
}

function reportFindings(
  tag: string,
  found: readonly Finding[],
  command: 'prepare' | 'dry-run',
): void {
  const against = obstacle(found, command);
  if (against.length === 0) return;
  throw new Error(`${tag} cannot be released: ${against.length} of the findings above prevent it.`);
}

/** The files that another job prepared must be those of this checkout. */
function refuseOtherChecksums(order: Order): void {
  const prepared = readFileSync(join(order.folder, assets.checksums), 'utf8');
  if (prepared === formatChecksums(root, shippedFiles(root))) return;
  throw new Error(`${assets.checksums} does not match the files of ${order.commit}.`);
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [command, tag, ...more] = values['dry-run'] ? ['dry-run', ...positionals] : positionals;
  if (tag === undefined || more.length > 0) throw new Error(`Usage: ${usage}`);
  const order = readOrder(tag);
  switch (command) {
    case 'prepare':
      return reportFindings(tag, await runPrepare(order), command);
    case 'publish':
      refuseOtherChecksums(order);
      return publish(order, gh, console.log);
    case 'dry-run':
      reportFindings(tag, await runPrepare(order), command);
      for (const line of commandsOf(order)) console.log(`publish: would run: ${line}`);
      return;
    default:
      throw new Error(`Usage: ${usage}`);
  }
}

try {
  await run();
} catch (error) {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  console.error(cause instanceof Error ? `${message}\n${cause.message}` : message);
  process.exitCode = 1;
}
