import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file by its path from a root, with forward slashes. */
interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** All TypeScript files of the project. */
export function sourceFiles(root: string): readonly SourceFile[] {
  const paths = globSync('{bench,scripts,src,test}/**/*.{ts,mjs}', {
    cwd: root,
    exclude: ['**/node_modules/**'],
  });
  return paths.map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(join(root, path), 'utf8'),
  }));
}

const declared = /^export (?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
const imported = /\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'(\.[^']+)'/g;
// With a dynamic or a namespace import, every name in the file counts as used.
const dynamicImport = /\bimport\(\s*'(\.[^']+)'|\bimport \* as \w+ from '(\.[^']+)'/g;

/** Vitest calls `setup` by its name (globalSetup), and the entries in dist/ those of the program. */
const calledByName = /^(test\/repo\/\w+\.ts setup|src\/program\.ts \w+)$/;

/** Exports, as `PATH NAME`, that no other file imports. */
export function unusedExports(files: readonly SourceFile[]): readonly string[] {
  const used = new Set(files.flatMap(usesOf));
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(declared)]
      .map(([, name]) => `${path} ${name}`)
      .filter((entry) => !used.has(entry) && !calledByName.test(entry)),
  );
}

function usesOf({ path, text }: SourceFile): readonly string[] {
  const at = (specifier: string) => join(dirname(path), specifier).replaceAll('\\', '/');
  const named = [...text.matchAll(imported)].flatMap(([, names = '', specifier = '']) =>
    names.split(',').map((name) => `${at(specifier)} ${name.trim().replace(/^type | as .*/g, '')}`),
  );
  const words = new Set(text.match(/\w+/g));
  const dynamicUses = [...text.matchAll(dynamicImport)].flatMap(([, lazily, all = '']) =>
    [...words].map((word) => `${at(lazily ?? all)} ${word}`),
  );
  return [...named, ...dynamicUses];
}
