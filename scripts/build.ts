// Builds dist/ from src/: rolldown drops what is never used (the EC2 client's schemas for hundreds of
// operations), then ncc makes the bundle that the runner starts. `--check` builds to a temporary
// folder instead and fails when dist/ differs. docs/decisions.md says why there are two steps.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { minifySync } from 'rolldown/utils';
import { licensesText } from './licenses.ts';

type Ncc = (
  input: string,
  options: { quiet: boolean; cache: false },
) => Promise<{ code: string; assets: Record<string, { source: string | Buffer }> }>;

const ncc: Ncc = createRequire(import.meta.url)('@vercel/ncc');
const root = join(import.meta.dirname, '..');
const source = join(root, 'src');

/**
 * Dependencies stand in chunks of their own, so that our own code stays readable in its own: those that
 * every run needs, those of a config file, and those of a pull request comment.
 */
const dependencies = [
  {
    name: 'dependencies',
    test: /node_modules[\\/](@aws-sdk[\\/]client-ec2|@actions[\\/]core)[\\/]/,
  },
  { name: 'config-dependencies', test: /node_modules[\\/](yaml|valibot)[\\/]/ },
  {
    name: 'comment-dependencies',
    test: /node_modules[\\/](@actions[\\/](github|http-client)|@octokit|undici)[\\/]/,
  },
];

/**
 * Our own code that every run needs, in one chunk too: what later chunks share with it would else be
 * cut out of it piece by piece.
 */
const everyRun = {
  name: 'every-run',
  test: /[\\/]src[\\/](?!index\.ts)/,
  tags: ['$initial' as const],
};

/** Leaves white space and local names out of chunks of dependencies; our own code stays as it reads. */
const denseDependencies: Plugin = {
  name: 'dense-dependencies',
  generateBundle(_, chunks) {
    for (const chunk of Object.values(chunks)) {
      if (chunk.type !== 'chunk' || chunk.moduleIds.some((id) => id.startsWith(source))) continue;
      const options = { compress: false, mangle: { keepNames: true } } as const;
      chunk.code = minifySync(chunk.fileName, chunk.code, options).code;
    }
  },
};

interface Shaken {
  readonly entry: string;
  readonly moduleIds: readonly string[];
}

/** Writes the shaken ES modules to build/pre: ncc's chunk ids depend on that relative path. */
async function shake(entry: string): Promise<Shaken> {
  const folder = join(root, 'build', 'pre');
  rmSync(folder, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: root,
    input: { index: entry },
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    treeshake: {
      moduleSideEffects: [
        { test: /node_modules[\\/](@actions|undici|tunnel)[\\/]/, sideEffects: false },
      ],
    },
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    comments: { annotation: false, jsdoc: false, legal: true },
    entryFileNames: 'index.js',
    chunkFileNames: '[name].js',
    codeSplitting: { groups: [...dependencies, everyRun] },
    plugins: [denseDependencies],
  });
  await bundle.close();
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return {
    entry: join(folder, 'index.js'),
    moduleIds: output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])),
  };
}

/** Bundles src/, or another entry, into `folder`, replacing what stands there. */
export async function build(folder: string, entry = join(source, 'index.ts')): Promise<void> {
  const shaken = await shake(entry);
  const { code, assets } = await ncc(shaken.entry, { quiet: true, cache: false });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.js'), code);
  writeFileSync(join(folder, 'licenses.txt'), licensesText(shaken.moduleIds));
  for (const [name, { source }] of Object.entries(assets)) {
    writeFileSync(join(folder, name), source);
  }
}

/** Names of the files that differ between two folders, sorted. */
export function differences(one: string, other: string): string[] {
  const names = new Set([...readdirSync(one), ...readdirSync(other)]);
  const text = (folder: string, name: string) =>
    readdirSync(folder).includes(name) ? readFileSync(join(folder, name), 'utf8') : undefined;
  return [...names].filter((name) => text(one, name) !== text(other, name)).sort();
}

async function check(): Promise<void> {
  const fresh = mkdtempSync(join(tmpdir(), 'byoasn-dist-'));
  await build(fresh);
  const stale = differences(join(root, 'dist'), fresh);
  rmSync(fresh, { recursive: true, force: true });
  if (stale.length > 0) {
    console.error(`dist/ is not what src/ builds: ${stale.join(', ')}. Run: npm run dist`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--check')) await check();
  else await build(join(root, 'dist'));
}
