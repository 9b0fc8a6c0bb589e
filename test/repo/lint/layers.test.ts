import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './exports.ts';

/** The layers of src/ from top to bottom, as docs/architecture.md has them. */
const layers: readonly (readonly string[])[] = [
  ['program', 'action', 'cli'],
  ['run', 'associations', 'routes'],
  ['report', 'apply', 'github', 'stages'],
  ['outcome', 'rpki'],
  ['plan'],
  ['observe'],
  ['config', 'inputs', 'context'],
  ['aws'],
  ['domain'],
  ['lib', 'failure', 'reasons'],
];

const imports = sourceFiles(posix.join(import.meta.dirname, '..', '..', '..'))
  .filter(({ path }) => path.startsWith('src/'))
  .flatMap(({ path, text }) => {
    const found = text.matchAll(/\b(?:from|import\()\s*'(\.[^']+)'/g);
    const files = [...found].map(([, file = '']) => posix.join(posix.dirname(path), file));
    return files.map((file) => ({ from: path.slice(4), to: file.slice(4) }));
  });

function layerOf(file: string): number {
  const name = file.replace(/\/.*|\.ts$/, '');
  return layers.findIndex((names) => names.includes(name));
}

const importsOf = (file: string) => imports.filter(({ from }) => from === file).map(({ to }) => to);

/** Every file that a file imports, also through others. */
function filesBelow(file: string): ReadonlySet<string> {
  const below = new Set(importsOf(file));
  // The loop also visits the elements that it adds.
  for (const next of below) for (const to of importsOf(next)) below.add(to);
  return below;
}

test('every file and folder of src/ belongs to a layer', () => {
  const files = imports.flatMap(({ from, to }) => [from, to]);
  expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
});

test('imports point down the layers', () => {
  expect(imports.filter(({ from, to }) => layerOf(to) < layerOf(from))).toEqual([]);
});

test('no files of src/ import each other in a circle', () => {
  const files = new Set(imports.map(({ from }) => from));
  expect([...files].filter((file) => filesBelow(file).has(file))).toEqual([]);
});
