import { locationText, type SourceLocation } from '../domain/source-location.ts';
import { markdownCode, markdownLink } from './markdown.ts';

/** What a report can link to; undefined outside of GitHub Actions. */
export interface Links {
  /** URL of the page of the workflow run. */
  readonly run: string | undefined;
  /** Base URL of files in the repository: `https://github.com/OWNER/REPO/blob/SHA/`. */
  readonly files: string | undefined;
  /** SHA of the commit of the run. */
  readonly commit: string | undefined;
}

/** A location in Markdown, as a link to its line if the file has a URL. */
export function locationLink(location: SourceLocation, { files }: Links): string {
  const path = location.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  const url = files === undefined ? undefined : `${files}${path}#L${location.line}`;
  return markdownLink(markdownCode(locationText(location)), url);
}

/** The line of a comment that links to its run; empty without links. */
export function runLine({ run, commit }: Links): string {
  const page = run === undefined ? [] : [markdownLink('The run', run)];
  const ofCommit = commit === undefined ? [] : [`commit ${markdownCode(commit.slice(0, 12))}`];
  const parts = [...page, ...ofCommit];
  return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`;
}
