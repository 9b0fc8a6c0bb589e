import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder outside the clone for tools that take minutes to build. */
export const cacheFolder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'associate-ipam-byoasn',
);

/** The packages for screenshots of reports: a browser driver, and GitHub's styles. */
export const picturePackages = join(cacheFolder, 'pictures');

const { CHROMIUM = '' } = process.env;
const browsers = CHROMIUM === '' ? ['/usr/bin/chromium', '/usr/bin/google-chrome'] : [CHROMIUM];

/** The path of the browser that renders reports; undefined if there is none. */
export function findBrowser(): string | undefined {
  return browsers.find((path) => existsSync(path));
}
