import type { Outcome } from '../outcome/run-state.ts';
import { fit } from './fit.ts';
import { type Links, runLine } from './links.ts';
import { renderPage } from './markdown-page.ts';

/**
 * The pull request comment in GitHub's Markdown, at most `room` characters (UTF-16 code units), from
 * 1,000 up. It has no picture: that stands in the job summary of the run that it links to.
 */
export function formatComment(outcome: Outcome, room: number, links: Links): string {
  const page = renderPage(outcome, links, { picture: '', foot: runLine(links) });
  return fit(page, (text) => text.length <= room);
}
