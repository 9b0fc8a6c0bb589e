import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * The licenses of the packages of bundled modules: each text once, with the packages that it covers.
 */
export function licensesText(moduleIds: readonly string[]): string {
  const folders = new Set(moduleIds.flatMap((id) => packageFolder(id) ?? []));
  const packages = [...folders].map(readPackage);
  const byText = Object.groupBy(packages, ({ text }) => text);
  return Object.entries(byText)
    .map(
      ([text, covered = []]) =>
        `${covered
          .map(({ title }) => title)
          .sort()
          .join('\n')}\n\n${text}`,
    )
    .sort()
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the innermost package of a module; undefined for our own modules. */
function packageFolder(id: string): string | undefined {
  const parts = id.split(sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  const depth = parts[at + 1]?.startsWith('@') ? 3 : 2;
  return parts.slice(0, at + depth).join(sep);
}

function readPackage(folder: string): { readonly title: string; readonly text: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file
    ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
    : `The package ships no license text; it declares ${license}.`;
  return { title: `${name} ${version} (${license})`, text };
}
