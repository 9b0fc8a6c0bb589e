import type { Links } from '../inputs/links.ts';
import { locationText, type SourceLocation } from '../lib/source-location.ts';
import { markdownCode, markdownLink } from './markdown.ts';

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
