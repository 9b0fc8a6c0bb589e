// Stands in for actions/upload-artifact: the files of a pattern keep their path after its first wildcard.
import { globSync } from 'node:fs';
import { relative } from 'node:path';

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const pattern = input('path');
const [root] = pattern.split(/[^/]*\*/);
const files = globSync(pattern)
  .map((path) => relative(root, path))
  .sort();
if (/[":<>|*?\r\n\\/]/.test(input('name')))
  throw new Error(`no name of an artifact: ${input('name')}`);
if (!(Number(input('retention-days')) >= 1)) throw new Error('kept for no day');
if (files.length === 0 && input('if-no-files-found') === 'error') throw new Error(`no ${pattern}`);
console.log(`artifact ${input('name')}, ${input('retention-days')} days: ${files.join(' ')}`);
