import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder outside the clone for tools that take minutes to build. */
export const cacheFolder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'associate-ipam-byoasn',
);

/** What takes pictures of reports: a driver of browsers, and GitHub's styles. */
export const picturePackages = join(cacheFolder, 'pictures');
