import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, wrong } from './finding.ts';

// References that people copy and run: `@v1.0.0`, `#v1.0.0`, `?ref=v1.0.0`, `/v1.0.0/`, `refs/tags/v1.0.0` and
// the commands that verify a release. The schema keeps the moving tag: only editors read it.
const reference =
  /((?:OWNER\/associate-ipam-byoasn[\w./?=-]*[@#/=]|refs\/tags\/|gh release \w+ ))v\d+(?:\.\d+\.\d+)?(?!\d|\.\d|\/schema\/)/g;

/** The text with every reference to a release of this repository changed to `version` (1.2.3). */
export function nameRelease(text: string, version: string): string {
  return text.replaceAll(reference, `$1v${version}`);
}

/** Paths of the pages and examples that users copy from, with forward slashes. */
export function copiedFiles(root: string): readonly string[] {
  const found = globSync(['README.md', 'docs/*.md', 'examples/*.yml'], { cwd: root });
  return found.map((path) => path.replaceAll('\\', '/')).sort();
}

/** Pages and examples that name another release than `version`, or a moving tag. */
export function checkReferences(root: string, version: string): readonly Finding[] {
  return copiedFiles(root)
    .filter((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return nameRelease(text, version) !== text;
    })
    .map((path) => wrong(`${path} names another release than v${version}. Run: npm run docs`));
}
