import { existsSync } from 'node:fs';

const { CHROMIUM = '' } = process.env;
const paths = CHROMIUM === '' ? ['/usr/bin/chromium', '/usr/bin/google-chrome'] : [CHROMIUM];

/** The path of the browser that renders reports; undefined where there is none. */
export function findBrowser(): string | undefined {
  return paths.find((path) => existsSync(path));
}
