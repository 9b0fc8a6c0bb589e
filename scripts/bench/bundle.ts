import { join } from 'node:path';
import { build } from '../build.ts';

/** Bundles a program of the bench as the action is bundled; the path of its index.js. */
export async function bundle(name: 'floor' | 'hurried'): Promise<string> {
  const folder = join(import.meta.dirname, '..', '..', 'build', name);
  await build(folder, join(import.meta.dirname, `${name}.ts`));
  return join(folder, 'index.js');
}
