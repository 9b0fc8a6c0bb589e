import type { Links } from '../inputs/links.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { renderToFit } from './fit.ts';
import { runLine } from './links.ts';
import { markdownLink } from './markdown.ts';
import { renderPage } from './markdown-page.ts';

/**
 * The pull request comment in GitHub's Markdown, at most `room` characters (UTF-16 code units), which
 * must be 1,000 or more. The picture is only in the job summary.
 */
export function formatComment(outcome: Outcome, room: number, links: Links): string {
  const rest = `${markdownLink('The run', links.run)}, in its job summary or its log,`;
  const page = renderPage(outcome, links, { picture: '', foot: runLine(links), rest });
  return renderToFit(page, (text) => text.length <= room);
}
