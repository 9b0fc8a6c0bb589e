// Commits the dist/ that an unprivileged run has built to the branch of Dependabot that it was built
// from: `node scripts/release/commit-dist.ts FOLDER`, in a run of the event `workflow_run`.
import { readFileSync } from 'node:fs';
import { commitBuilt } from './built-commit.ts';
import { gh } from './gh.ts';

const [folder] = process.argv.slice(2);
const eventPath = process.env.GITHUB_EVENT_PATH;
try {
  if (folder === undefined || eventPath === undefined) {
    throw new Error('Usage: commit-dist.ts FOLDER, with GITHUB_EVENT_PATH');
  }
  console.log(commitBuilt(folder, JSON.parse(readFileSync(eventPath, 'utf8')), gh));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
