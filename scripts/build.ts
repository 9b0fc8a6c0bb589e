// Builds dist/ from src/: rolldown drops what is never used (the EC2 client's schemas for hundreds of
// operations), then ncc makes the bundle, dist/index.js and its chunks. The runner starts dist/index.js,
// people dist/cli.js, and the action for routes dist/route.js, which import it. `--check` builds to a temporary folder instead and fails
// when dist/ differs. docs/decisions.md says why there are two steps.
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

/** Starts the action, in the file of all its code: loading another one takes a millisecond. */
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
 * What every run needs is in two chunks, of dependencies and of our own code, which stays readable.
 * Without them, later chunks would cut what they share with every run out of it, piece by piece.
 */
const alwaysUsed = [
  { name: 'dependencies', test: /[\\/]node_modules[\\/]/, tags: ['$initial' as const] },
  { name: 'every-run', test: /[\\/]src[\\/](?!program\.ts)/, tags: ['$initial' as const] },
];

/** What some runs need, by what it is for. */
const lazilyUsed = [
  { name: 'yaml-dependencies', test: /node_modules[\\/]yaml[\\/]/ },
  { name: 'valibot-dependencies', test: /node_modules[\\/]valibot[\\/]/ },
  { name: 'sts-dependencies', test: /node_modules[\\/]@aws-sdk[\\/]client-sts[\\/]/ },
  // What several chunks share in small pieces, ncc would copy into each of them.
  { name: 'github', test: /[\\/]src[\\/]github[\\/]/ },
  // A profile of the AWS CLI may need several of them.
  {
    name: 'credential-providers',
    test: /node_modules[\\/]@aws-sdk[\\/]credential-provider-(http|imds|ini|login|process|sso|web-identity)[\\/]/,
  },
  {
    name: 'evidence',
    test: /[\\/]src[\\/](rpki|domain[\\/]rpki|aws[\\/]origin-calls|routes[\\/](observe-origins|decide-origin|discovered-routes|looking-glass))/,
  },
  // What several kinds of credentials share would otherwise be copied into each of them.
  {
    name: 'credentials-dependencies',
    test: /node_modules[\\/](@aws-sdk|@smithy)[\\/]/,
    minShareCount: 2,
  },
];

/** The chunks of dependencies alone, by the names of their files. */
const denseFiles = new Set<string>();

/** Leaves white space and local names out of chunks of dependencies; our own code stays as it reads. */
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

/** The commands of EC2 that only some runs send, by what they are for. */
const lazyCommands = {
  routes: /(AdvertiseByoipCidr|WithdrawByoipCidr)Command\.js$/,
  evidence: /(DescribeIpamResourceDiscoveries|GetIpamDiscoveredRoutes)Command\.js$/,
} as const;

/**
 * Gives those commands copies of the module that has the schemas of all: else what they need of it would
 * be in dist/index.js, which is to have nothing of the calls that change a route.
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

/** No operation that is called streams events: what would read them is left out. */
const noEventStreams: Plugin = {
  name: 'no-event-streams',
  resolveId: (path) => (path === eventStreams ? path : undefined),
  load: (id) => (id === eventStreams ? 'export {};' : undefined),
};

function dense(name: string, code: string): string {
  return minifySync(name, code, { compress: true, mangle: true }).code;
}

/** A chunk is named after its file, one of a package after the package too. */
function chunkName({ name, facadeModuleId, moduleIds }: PreRenderedChunk): string {
  if (lazilyUsed.some((group) => group.name === name)) return `${name}.js`;
  const id = facadeModuleId ?? moduleIds[0] ?? '';
  const [, owner] = /.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?([^\\/]+)/.exec(id) ?? [];
  if (owner === undefined || name.endsWith('dependencies')) return `${name}.js`;
  return name === 'dist-es' ? `${owner}.js` : `${owner}-${name}.js`;
}

/** Writes shaken ES modules to a folder, and gives the paths of what is in them. */
async function treeShake(entry: string, folder: string): Promise<readonly string[]> {
  const bundle = await rolldown({
    cwd: root,
    input: { program: entry },
    platform: 'node',
    resolve: {
      mainFields: ['module', 'main'],
      // The SDK's chain has a copy of the STS client with fewer calls.
      // ES modules of yaml, from which unused ones can be dropped, are in what is meant for browsers.
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
  // ncc looks for one, and Node warns of what it does where there is none.
  writeFileSync(join(folder, 'tsconfig.json'), '{}');
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

/** Runs ncc where the modules are: it makes ids of their paths from the working directory. */
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
 * Gets a module of Node's directly, which is faster than a `require` made for each, shows invisible
 * characters as escapes, and leaves out webpack's comments.
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
 * Files of a bundle by name. ncc numbers its chunks; here each is named after the largest module of it,
 * and chunks of the same modules, which ncc makes for different callers, become one file.
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
    // The entry, which is not among the assets.
    if (source === undefined) continue;
    const contents = modules.map(({ name }) => name).join();
    const name = names.get(contents) ?? freeName(modules, files);
    names.set(contents, name);
    // ncc writes comments and spaces of its own around the modules.
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

/** Builds dist/ in `folder`, replacing what is there. */
async function build(folder: string): Promise<void> {
  await bundle(join(source, 'program.ts'), folder);
  appendFileSync(join(folder, 'index.js'), startAction);
  writeFileSync(join(folder, 'cli.js'), cli);
  writeFileSync(join(folder, 'route.js'), route);
}

/** Bundles an entry into index.js and its chunks in `folder`, replacing what is there. */
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

/** Files of dist/ that are not what src/ builds, by name, sorted. */
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
  console.error(`dist/ is not what src/ builds: ${stale.join(', ')}. Run: npm run dist`);
  process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--check')) await check();
  else await build(join(root, 'dist'));
}
