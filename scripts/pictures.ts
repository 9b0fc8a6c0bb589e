// `npm run pictures`: renders reports as GitHub does, in a real browser: fixed outcomes, the real formatters,
// and the widths of comment, job summary and phone. Writes screenshots and measures.json to build/images, and
// ends with 1 if a page breaks a limit. `--docs` only updates the pictures in docs/images. Installs its
// packages with `npm run tools -- pictures`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTable } from './docs/markdown.ts';
import { brokenLimits } from './pictures/limits.ts';
import { type MeasuredShot, takeShots } from './pictures/measure.ts';
import { listShots } from './pictures/pages.ts';

const root = join(import.meta.dirname, '..');
const isInPages = /(comment-example|summary-(small|applied))-(light|dark)\.png$/;

const tools = [join(import.meta.dirname, 'tools.ts'), 'pictures'];
const { status } = spawnSync(process.execPath, tools, { stdio: 'inherit' });
if (status !== 0) process.exit(1);
if (process.argv.includes('--docs')) {
  const shots = await listShots(join(root, 'docs', 'images'));
  const shown = shots.filter(({ picture = '' }) => isInPages.test(picture));
  takeShots(shown.map((shot) => ({ ...shot, openPicture: undefined })));
} else await report(join(root, 'build', 'images'));

async function report(images: string): Promise<void> {
  mkdirSync(images, { recursive: true });
  const shots = takeShots(await listShots(images));
  const measures = shots.map(({ markdown, picture, openPicture, ...measured }) => measured);
  writeFileSync(join(images, 'measures.json'), `${JSON.stringify(measures, null, 2)}\n`);
  const header = [
    'page',
    'width',
    'font',
    'height',
    'at most',
    'beyond the right edge',
    'out of sight',
  ];
  console.log(formatTable(header, shots.filter(({ theme }) => theme === 'light').map(row)));
  const broken = brokenLimits(shots);
  for (const line of broken) console.error(line);
  process.exitCode = broken.length === 0 ? 0 : 1;
}

/** The themes differ only in colors. */
function row(shot: MeasuredShot): readonly string[] {
  const { name, width, fontSize, height, maxHeight = '', beyond, outOfSight } = shot;
  const reaching = beyond.map(({ tag, number, pixels }) => `${tag} ${number}: ${pixels} px`);
  const sizes = [width, fontSize, height, maxHeight].map(String);
  return [name, ...sizes, reaching.join(', '), outOfSight.join(', ')];
}
