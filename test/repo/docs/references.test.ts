import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anchors, read, root } from './pages.ts';

const patterns = [
  'action.yml',
  'route/action.yml',
  '{src,scripts,bench,bin,examples,iam}/**/*.{ts,js,mjs,yml,tf}',
  '.github/**/*.yml',
];

/** References to pages or anchors that do not exist. */
function wrongReferences(file: string): readonly string[] {
  const named = read(file).matchAll(
    /\b((?:docs\/[\w./-]+|README|CONTRIBUTING|SECURITY)\.md)(?:#([\w-]+))?/g,
  );
  return [...named]
    .filter(([, page = '', anchor]) => {
      if (!existsSync(join(root, page))) return true;
      return anchor !== undefined && !anchors(read(page)).has(anchor);
    })
    .map(([reference]) => `${file}: ${reference}`);
}

test('sources, workflows and templates name pages and anchors that exist', () => {
  const files = globSync([...patterns], { cwd: root, exclude: ['**/node_modules'] }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  expect(files).toContain('action.yml');
  expect(files.flatMap(wrongReferences)).toEqual([]);
});
