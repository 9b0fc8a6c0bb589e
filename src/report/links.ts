import { locationText, type SourceLocation } from '../domain/source-location.ts';
import { markdownCode, markdownLink } from './markdown.ts';

/** Where a report can lead to; undefined outside of GitHub Actions. */
export interface Links {
  /** URL of the page of the workflow run. */
  readonly run: string | undefined;
  /** URL that a path in the repository is put behind: `https://github.com/OWNER/REPO/blob/SHA/`. */
  readonly files: string | undefined;
  /** SHA of the commit that the run looks at. */
  readonly commit: string | undefined;
}

/** A place in Markdown, as a link to its line where the file can be linked to. */
export function placeLink(place: SourceLocation, { files }: Links): string {
  const path = place.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  const url = files === undefined ? undefined : `${files}${path}#L${place.line}`;
  return markdownLink(markdownCode(locationText(place)), url);
}

/** The line that leads from a comment to its run; empty where there is none. */
export function runLine({ run, commit }: Links): string {
  const page = run === undefined ? [] : [markdownLink('The run', run)];
  const at = commit === undefined ? [] : [`commit ${markdownCode(commit.slice(0, 12))}`];
  const parts = [...page, ...at];
  return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`;
}
