// `npm run dist`: builds dist/ from src/. Rolldown drops unused code (the EC2 client's schemas for hundreds
// of operations), then ncc makes the bundle, dist/index.js and its chunks; docs/decisions.md says why there
// are two steps. The runner starts dist/index.js; dist/cli.js, for people, and dist/route.js, the action for
// routes, import it. `--check` builds to a temporary folder, and fails if dist/ differs.
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Plugin, type PreRenderedChunk, rolldown } from 'rolldown';
import { minifySync } from 'rolldown/utils';
import { licensesText } from './licenses.ts';

interface Bundled {
  readonly code: string;
  /** The other files, by name. */
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
  readonly stats: { toJson(options: object): { readonly chunks: readonly BundledChunk[] } };
}

/** A chunk in the statistics of webpack, which ncc runs. */
interface BundledChunk {
  readonly id: number;
  readonly files: readonly string[];
  readonly modules: readonly { readonly name?: string; readonly size: number }[];
}

type Ncc = (input: string, options: { quiet: boolean; cache: false }) => Promise<Bundled>;

const ncc: Ncc = createRequire(import.meta.url)('@vercel/ncc');
const root = join(import.meta.dirname, '..');
const source = join(root, 'src');

/** Starts the action, in the same file: loading another one takes a millisecond. */
const startAction = `
// dist/route.js and dist/cli.js import this file too, by other URLs.
if (!import.meta.url.includes('?')) await __webpack_exports__runAssociations();
`;
const cli = `import { runCli } from './index.js?cli';

await runCli(process.argv.slice(2));
`;
const route = `import { runRoutes } from './index.js?route';

await runRoutes();
`;

/**
 * The code of every run, in two chunks: dependencies, and our own code, which stays readable. Otherwise each
 * later chunk would split off the parts that it shares with every run.
 */
const alwaysUsed = [
  { name: 'dependencies', test: /[\\/]node_modules[\\/]/, tags: ['$initial' as const] },
  { name: 'every-run', test: /[\\/]src[\\/](?!program\.ts)/, tags: ['$initial' as const] },
];

/** The code of some runs, by purpose. */
const lazilyUsed = [
  { name: 'yaml-dependencies', test: /node_modules[\\/]yaml[\\/]/ },
  { name: 'valibot-dependencies', test: /node_modules[\\/]valibot[\\/]/ },
  { name: 'sts-dependencies', test: /node_modules[\\/]@aws-sdk[\\/]client-sts[\\/]/ },
  // Otherwise ncc would copy small shared pieces into several chunks.
  { name: 'github', test: /[\\/]src[\\/]github[\\/]/ },
  // A profile of the AWS CLI can need several of them.
  {
    name: 'credential-providers',
    test: /node_modules[\\/]@aws-sdk[\\/]credential-provider-(http|imds|ini|login|process|sso|web-identity)[\\/]/,
  },
  {
    name: 'evidence',
    test: /[\\/]src[\\/](rpki|domain[\\/]rpki|aws[\\/]origin-calls|routes[\\/](observe-origins|decide-origin|discovered-routes|looking-glass))/,
  },
  // Otherwise shared code would be copied into each kind of credentials.
  {
    name: 'credentials-dependencies',
    test: /node_modules[\\/](@aws-sdk|@smithy)[\\/]/,
    minShareCount: 2,
  },
];

/** The files of chunks with only dependencies. */
const denseFiles = new Set<string>();

/** Minifies chunks of dependencies; our own code stays readable. */
const denseDependencies: Plugin = {
  name: 'dense-dependencies',
  generateBundle(_, chunks) {
    for (const chunk of Object.values(chunks)) {
      if (chunk.type !== 'chunk' || chunk.moduleIds.some((id) => id.startsWith(source))) continue;
      denseFiles.add(chunk.fileName);
      chunk.code = dense(chunk.fileName, chunk.code);
    }
  },
};

/** The EC2 commands that only some runs send, by purpose. */
const lazyCommands = {
  routes: /(AdvertiseByoipCidr|WithdrawByoipCidr)Command\.js$/,
  evidence: /(DescribeIpamResourceDiscoveries|GetIpamDiscoveredRoutes)Command\.js$/,
} as const;

/**
 * Gives those commands their own copies of the module with all schemas. Otherwise their schemas would be in
 * dist/index.js, which must not contain the calls that change a route.
 */
const lazySchemas: Plugin = {
  name: 'lazy-schemas',
  async resolveId(path, importer) {
    if (!path.endsWith('/schemas_0') || importer === undefined) return undefined;
    const [purpose] =
      Object.entries(lazyCommands).find(([, commands]) => commands.test(importer)) ?? [];
    if (purpose === undefined) return undefined;
    const resolved = await this.resolve(path, importer, { skipSelf: true });
    return resolved && `${resolved.id}?${purpose}`;
  },
  load(id) {
    const [path = '', purpose] = id.split('?');
    return purpose === undefined ? undefined : readFileSync(path, 'utf8');
  },
};

const eventStreams = '@smithy/core/event-streams';

/** Drops the code for event streams, which no operation here uses. */
const noEventStreams: Plugin = {
  name: 'no-event-streams',
  resolveId: (path) => (path === eventStreams ? path : undefined),
  load: (id) => (id === eventStreams ? 'export {};' : undefined),
};

function dense(name: string, code: string): string {
  return minifySync(name, code, { compress: true, mangle: true }).code;
}

/** The name of a chunk: its file, and for a package also the package. */
function chunkName({ name, facadeModuleId, moduleIds }: PreRenderedChunk): string {
  if (lazilyUsed.some((group) => group.name === name)) return `${name}.js`;
  const id = facadeModuleId ?? moduleIds[0] ?? '';
  const [, owner] = /.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?([^\\/]+)/.exec(id) ?? [];
  if (owner === undefined || name.endsWith('dependencies')) return `${name}.js`;
  return name === 'dist-es' ? `${owner}.js` : `${owner}-${name}.js`;
}

/** Writes tree-shaken ES modules to a folder, and returns the paths of their sources. */
async function treeShake(entry: string, folder: string): Promise<readonly string[]> {
  const bundle = await rolldown({
    cwd: root,
    input: { program: entry },
    platform: 'node',
    resolve: {
      mainFields: ['module', 'main'],
      // The SDK's credential chain has its own copy of the STS client. Only the browser build of yaml has
      // ES modules, from which unused code can be dropped.
      alias: {
        '@aws-sdk/nested-clients/sts': '@aws-sdk/client-sts',
        yaml: join(root, 'node_modules', 'yaml', 'browser', 'dist', 'index.js'),
      },
    },
    plugins: [lazySchemas, noEventStreams],
    treeshake: {
      moduleSideEffects: [{ test: /node_modules[\\/]@actions[\\/]/, sideEffects: false }],
    },
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    comments: { annotation: false, jsdoc: false, legal: true },
    entryFileNames: 'program.js',
    chunkFileNames: chunkName,
    codeSplitting: { groups: [...alwaysUsed, ...lazilyUsed] },
    plugins: [denseDependencies],
  });
  await bundle.close();
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  // ncc looks for this file, and without it Node prints a warning.
  writeFileSync(join(folder, 'tsconfig.json'), '{}');
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

/** Runs ncc in the folder of the modules, because their IDs are paths relative to the working directory. */
async function bundleIn(folder: string): Promise<Bundled> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await ncc(join(folder, 'program.js'), { quiet: true, cache: false });
  } finally {
    process.chdir(before);
  }
}

/**
 * Gets Node's modules directly, which is faster than with a `require` for each, escapes invisible characters,
 * and drops webpack's comments.
 */
function finish(code: string): string {
  return code
    .replace(/^\/\*{3,}\/\s?/gm, '')
    .replace(/\/\* (harmony \w+|binding) \*\/ ?/g, '')
    .replace(/^import \{ createRequire as \w+ \} from "module";\n/, '')
    .replaceAll('__WEBPACK_EXTERNAL_createRequire(import.meta.url)(', 'process.getBuiltinModule(')
    .replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * The files of a bundle, by name. ncc numbers its chunks; here each is named after its largest module. Chunks
 * with the same modules, which ncc makes for different callers, become one file.
 */
function namedFiles({ code, assets, stats }: Bundled): ReadonlyMap<string, string> {
  const { chunks } = stats.toJson({ all: false, ids: true, chunks: true, chunkModules: true });
  const numbered = '"" + chunkId + ".index.js"';
  if (code.split(numbered).length !== 2) throw new Error('ncc loads its chunks in another way.');
  const files = new Map<string, string>();
  const names = new Map<string, string>();
  const table: Record<string, string> = {};
  for (const {
    id,
    files: [file = ''],
    modules,
  } of chunks) {
    const source = assets[file]?.source;
    // The entry is not an asset.
    if (source === undefined) continue;
    const contents = modules.map(({ name }) => name).join();
    const name = names.get(contents) ?? freeName(modules, files);
    names.set(contents, name);
    // ncc adds comments and spaces around the modules.
    const isDense = modules.every((module) => denseFiles.has(basename(module.name ?? '')));
    const text = source.toString();
    files.set(name, finish(isDense ? dense(name, text) : text));
    table[id] = name;
  }
  const { source = '' } = assets['package.json'] ?? {};
  const named = code.replace(numbered, `(${JSON.stringify(table)})[chunkId]`);
  return new Map([...files, ['index.js', finish(named)], ['package.json', source.toString()]]);
}

function freeName(modules: BundledChunk['modules'], taken: ReadonlyMap<string, unknown>): string {
  const [largest] = modules
    // Modules that webpack joined are named `./parse.js + 2 modules`.
    .map(({ name = '', size }) => ({ name: name.replace(/ \+ \d+ modules$/, ''), size }))
    .filter(({ name }) => name.endsWith('.js'))
    .toSorted((a, b) => b.size - a.size);
  const name = basename(largest?.name ?? 'chunk', '.js');
  const numbers = Array.from(
    { length: 100 },
    (_, at) => `${name}${at === 0 ? '' : `-${at + 1}`}.js`,
  );
  return numbers.find((free) => !taken.has(free)) ?? name;
}

/** Builds dist/ in `folder`, and replaces its contents. */
async function build(folder: string): Promise<void> {
  await bundle(join(source, 'program.ts'), folder);
  appendFileSync(join(folder, 'index.js'), startAction);
  writeFileSync(join(folder, 'cli.js'), cli);
  writeFileSync(join(folder, 'route.js'), route);
}

/** Bundles an entry into index.js and its chunks in `folder`, and replaces its contents. */
export async function bundle(entry: string, folder: string): Promise<void> {
  mkdirSync(join(root, 'build'), { recursive: true });
  const shaken = mkdtempSync(join(root, 'build', 'shaken-'));
  try {
    const moduleIds = await treeShake(entry, shaken);
    const files = namedFiles(await bundleIn(shaken));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'licenses.txt'), licensesText(moduleIds));
  } finally {
    rmSync(shaken, { recursive: true, force: true });
  }
}

/** Names of the stale files of dist/, sorted. */
export async function staleFiles(): Promise<readonly string[]> {
  const fresh = mkdtempSync(join(tmpdir(), 'byoasn-dist-'));
  try {
    await build(fresh);
    return differences(join(root, 'dist'), fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function differences(a: string, b: string): readonly string[] {
  const names = new Set([...readdirSync(a), ...readdirSync(b)]);
  const text = (folder: string, name: string) =>
    readdirSync(folder).includes(name) ? readFileSync(join(folder, name), 'utf8') : undefined;
  return [...names].filter((name) => text(a, name) !== text(b, name)).sort();
}

async function check(): Promise<void> {
  const stale = await staleFiles();
  if (stale.length === 0) return;
  console.error(`dist/ does not match src/: ${stale.join(', ')}. Run: npm run dist`);
  process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--check')) await check();
  else await build(join(root, 'dist'));
}
