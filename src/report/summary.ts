import type { Links } from '../inputs/links.ts';
import type { Outcome } from '../outcome/run-state.ts';
import { renderToFit } from './fit.ts';
import { renderPage } from './markdown-page.ts';
import { formatGraph } from './mermaid.ts';

/** GitHub's limit is 1 MiB for a step (docs.github.com, workflow commands), here with a margin. */
const maxBytes = 1_000_000;

/** The job summary in GitHub's Markdown, at most a million bytes of UTF-8. */
export function formatSummary(outcome: Outcome, links: Links): string {
  const rest = 'The log of the run';
  const page = renderPage(outcome, links, { picture: formatGraph(outcome), foot: '', rest });
  return renderToFit(page, (text) => Buffer.byteLength(text) <= maxBytes);
}
