import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { cacheFolder, findBrowser, picturePackages } from '../../scripts/tools/paths.ts';

/** What `npm run tools` installs. */
export type ToolName =
  | 'act'
  | 'actionlint'
  | 'aws'
  | 'cfn-lint'
  | 'gh'
  | 'moto_server'
  | 'playwright-core'
  | 'routinator'
  | 'shellcheck'
  | 'tofu'
  | 'zizmor';

const folder = join(import.meta.dirname, '..', '..', 'build', 'tools');
const binFolders = ['bin', 'python/bin', 'python/Scripts', 'node_modules/.bin'];
const cached: Partial<Record<ToolName, string>> = {
  'playwright-core': picturePackages,
  routinator: cacheFolder,
};

/**
 * The path of a tool in the folder of the tools; undefined where it is not installed. Throws there when the environment has
 * `BYOASN_TOOLS=required`, as in CI, so that no test is skipped without it.
 */
export function tool(
  name: ToolName,
  installed: string = cached[name] ?? folder,
): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const path = binFolders.map((binFolder) => join(installed, binFolder, file)).find(existsSync);
  if (path === undefined && process.env.BYOASN_TOOLS === 'required') {
    throw new Error(`${name} is not in build/tools: run npm run tools`);
  }
  return path;
}

/**
 * This process's environment for a tool, without what the machine, a shell or a git hook has set for
 * tools: a test sets what they need.
 */
export function toolEnvironment(): NodeJS.ProcessEnv {
  const settings = /^(AWS|BOTO|GH|GIT|GITHUB|MOTO|TF|TOFU|ZIZMOR)_|_proxy$/i;
  const entries = Object.entries(process.env).filter(([name]) => !settings.test(name));
  return Object.fromEntries(entries);
}

/**
 * Declares what `body` declares, with the path of a tool; where the tool is not installed, one test that
 * is skipped and says so.
 */
export function withTool(name: ToolName, title: string, body: (path: string) => void): void {
  const path = tool(name);
  if (path === undefined) test.skip(`${title} (skipped: no ${name}, see npm run tools)`, () => {});
  else body(path);
}

/** Declares what `body` declares where there is a browser with its driver; else one test that is skipped. */
export function withBrowser(title: string, body: () => void): void {
  const missing = findBrowser() === undefined && process.env.BYOASN_TOOLS !== 'required';
  if (missing) test.skip(`${title} (skipped: no Chromium, see npm run tools)`, () => {});
  else withTool('playwright-core', title, body);
}
