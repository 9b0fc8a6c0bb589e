// Takes pictures of reports into build/images, or with `--docs` those that pages show into docs/images:
// fixed outcomes through the real formatters, rendered as on GitHub by a real browser (CHROMIUM, else
// /usr/bin/chromium). What that needs stands in scripts/pictures/ and is installed there when it is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Links } from '../src/inputs/links.ts';
import type { Outcome } from '../src/outcome/run-state.ts';
import { formatComment, formatSummary } from '../src/report/markdown-page.ts';
import {
  examplePlan,
  longPlan,
  partlyApplied,
  refusedPlan,
  smallPlan,
} from '../test/unit/report/scenarios.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'scripts', 'pictures');
const links: Links = {
  run: 'https://github.com/octo-org/network/actions/runs/42',
  files: 'https://github.com/octo-org/network/blob/4f2c1d9a7b3e/',
  commit: '4f2c1d9a7b3e',
  isPullRequest: true,
};

/** The pictures in docs/images. */
const inPages: readonly string[] = ['comment-example', 'summary-small'];
const outcomes: Readonly<Record<string, Outcome>> = {
  example: examplePlan(),
  small: smallPlan(),
  long: longPlan(),
  refused: refusedPlan(),
  'partly-applied': partlyApplied(),
};

if (!existsSync(join(folder, 'node_modules'))) {
  const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  exitUnlessDone(spawnSync('npm', install, { cwd: folder, stdio: 'inherit' }).status);
}
if (process.argv.includes('--docs')) {
  take((name) => inPages.includes(name), join(root, 'docs', 'images'));
} else take(() => true, join(root, 'build', 'images'));

function take(isWanted: (name: string) => boolean, images: string): void {
  const themes = ['light', 'dark'];
  const pages = Object.entries(outcomes).flatMap(([name, outcome]) => [
    { name: `summary-${name}`, markdown: formatSummary(outcome, links), themes },
    { name: `comment-${name}`, markdown: formatComment(outcome, 60_000, links), themes },
  ]);
  mkdirSync(images, { recursive: true });
  const camera = spawnSync(process.execPath, [join(folder, 'camera.mjs'), images], {
    input: JSON.stringify(pages.filter(({ name }) => isWanted(name))),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  exitUnlessDone(camera.status);
}

function exitUnlessDone(status: number | null): void {
  if (status !== 0) process.exit(status ?? 1);
}
