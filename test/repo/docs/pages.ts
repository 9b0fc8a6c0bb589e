import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The root of the repository. */
export const root = join(import.meta.dirname, '..', '..', '..');

/** Paths of all pages for people, from the root. */
export const pages: readonly string[] = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

/** The text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Markdown without its fenced blocks, whose lines are neither headings nor links. */
export function prose(markdown: string): string {
  return markdown.replace(/^( *)```[\s\S]*?^\1```$/gm, '');
}

/** A page without the parts that are generated from the source. */
export function byHand(markdown: string): string {
  return markdown.replace(/<!-- generated: \S+ -->[\s\S]*?<!-- \/generated -->/g, '');
}

/** The texts of the headings of a page, in order. */
export function headings(markdown: string): readonly string[] {
  return [...prose(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
}

/** The anchors of a page: those that GitHub gives its headings, and those that it sets itself. */
export function anchors(markdown: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const slugs = headings(markdown).map((heading) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  const set = [...prose(markdown).matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
  return new Set([...slugs, ...set]);
}

/** Links and pictures of a page that lead to no file or heading of the repository. */
export function brokenLinks(page: string): readonly string[] {
  const text = prose(read(page));
  const links = [
    ...text.matchAll(/\]\(([^)\s]+)\)|\b(?:src(?:set)?|href)="([^"]+)"|^ *\[[^\]]+\]: (\S+)/gm),
  ].map(([, link, attribute, reference = '']) => link ?? attribute ?? reference);
  return links.filter((link) => {
    if (/^https:\/\//.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), path));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchors(read(target)).has(anchor);
  });
}

/** Paths in code spans that start in a folder of this repository and lead nowhere. */
export function missingPaths(page: string): readonly string[] {
  const spans = prose(read(page)).matchAll(
    /`((?:src|scripts|test|docs|examples|iam|\.ci|\.github)\/[\w./-]*)`/g,
  );
  return [...spans].map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)));
}
